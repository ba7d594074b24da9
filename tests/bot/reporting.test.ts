import { desc } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { reports } from '@communique/api/reports/table';
import { ada, forum, mara, startBotWorld, type BotWorld } from '../support/bot-world.ts';
import { controlsOf, textOf } from '../support/discord-rules.ts';

const where = { memberId: ada, channelId: forum.general };

/** Ada has the form for this command's answer before her. */
async function openForm(world: BotWorld, command: object): Promise<string> {
  const { people } = world.sandbox;
  const { message } = await people.runCommand({ ...where, command: '', ...command });
  const button = controlsOf(message ?? {}).find(({ label }) => label === 'Report a mistake');
  const opened = await people.press({
    ...where,
    messageId: message?.id ?? '',
    customId: button?.customId ?? '',
  });
  expect(opened).toMatchObject({ state: 'ANSWERED', message: null, modal: { title: 'Report a mistake' } });
  return opened.id;
}

const BRIEFING = {
  command: 'briefing',
  subcommand: 'read',
  options: { slug: 'ryabkov-announces-further-talks' },
};
const ENTRY = { command: 'faq', options: { question: 'what-is-new-start' } };

async function send(world: BotWorld, interactionId: string, kind: string, text = '') {
  const values = text === '' ? { kind: [kind] } : { kind: [kind], text };
  return world.sandbox.people.submitModal({ memberId: ada, interactionId, values });
}

async function kept(world: BotWorld) {
  return world.db.orm.select().from(reports).orderBy(desc(reports.createdAt));
}

describe('a reader who finds a mistake', () => {
  test.each([
    ['a briefing', BRIEFING],
    ['an FAQ answer', ENTRY],
  ])('reports it from %s with a form, and it is in the editors’ queue', async (_what, command) => {
    const world = await startBotWorld();
    const shared = () => world.sandbox.messages(forum.general).length;
    const form = await openForm(world, command);
    const before = shared();
    const { message, ephemeral } = await send(world, form, 'OUTDATED', 'Since May there is a new date.');
    expect(ephemeral).toBe(true);
    expect(textOf(message ?? {})).toContain('your report is in the editors’ queue');
    expect(shared()).toBe(before);
    const [report, ...others] = await kept(world);
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      kind: 'OUTDATED',
      text: 'Since May there is a new date.',
      status: 'OPEN',
    });
    expect(report?.briefingId === null).toBe(command === ENTRY);
  });

  test('is told what is missing, and nothing is kept', async () => {
    const world = await startBotWorld();
    const { message } = await send(world, await openForm(world, BRIEFING), 'OTHER');
    expect(textOf(message ?? {})).toContain('**In your own words:**');
    expect(await kept(world)).toEqual([]);
  });

  test('is told when they may report again, after ten within a day', async () => {
    const world = await startBotWorld();
    for (let count = 0; count < 10; count += 1) {
      await send(world, await openForm(world, BRIEFING), 'ERROR', `Mistake ${count}`);
    }
    const { message } = await send(world, await openForm(world, BRIEFING), 'ERROR', 'One more');
    expect(textOf(message ?? {})).toMatch(/You can report again <t:\d+:R>/);
    expect(await kept(world)).toHaveLength(10);
  });

  test('learns that the API is away, and can send the same again', async () => {
    const world = await startBotWorld();
    const form = await openForm(world, BRIEFING);
    world.cutApi(true);
    const failed = await send(world, form, 'ERROR', 'It was March.');
    expect(failed.ephemeral).toBe(true);
    expect(await kept(world)).toEqual([]);
    world.cutApi(false);
    await send(world, await openForm(world, BRIEFING), 'ERROR', 'It was March.');
    expect(await kept(world)).toHaveLength(1);
  });

  test('sees “thinking…” while the API takes its time, and then the answer', async () => {
    const world = await startBotWorld({ deferAfterMs: 0 });
    const { message, ephemeral } = await send(
      world,
      await openForm(world, BRIEFING),
      'ERROR',
      'It was March.',
    );
    expect(ephemeral).toBe(true);
    expect(textOf(message ?? {})).toContain('your report is in the editors’ queue');
  });

  test('does not report in the name of somebody else', async () => {
    const world = await startBotWorld();
    const interactionId = await openForm(world, BRIEFING);
    await expect(
      world.sandbox.people.submitModal({ memberId: mara, interactionId, values: { kind: ['ERROR'] } }),
    ).rejects.toThrow();
    expect(await kept(world)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { faqEntries } from '@communique/api/faq/table';
import { questions } from '@communique/api/questions/table';
import { eq } from 'drizzle-orm';
import { ada, forum, mara, startBotWorld, type BotWorld } from '../support/bot-world.ts';
import type { APIMessage } from 'discord-api-types/v10';
import { controlsOf, textOf } from '../support/discord-rules.ts';

interface Where {
  memberId: string;
  channelId: string;
}
const member: Where = { memberId: ada, channelId: forum.general };
const moderator: Where = { memberId: mara, channelId: forum.general };
const UNKNOWN = 'Zeppelin xylophone quorum?';

async function miss(world: BotWorld, question = UNKNOWN): Promise<APIMessage> {
  const asked = await world.sandbox.people.runCommand({ ...member, command: 'faq', options: { question } });
  expect(asked).toMatchObject({ ephemeral: true, message: { id: expect.any(String) } });
  return present(asked.message);
}

function present(message: APIMessage | null): APIMessage {
  if (message === null) throw new Error('There is no message');
  return message;
}

async function press(world: BotWorld, who: Where, message: APIMessage, label: string) {
  const button = controlsOf(message).find((control) => control.label === label);
  expect(button).toBeDefined();
  const wish = { ...who, messageId: message.id, customId: button?.customId ?? '' };
  return world.sandbox.people.press(wish);
}

async function handIn(world: BotWorld, values: Record<string, string>, question = UNKNOWN) {
  const form = await press(world, member, await miss(world, question), 'Ask the moderators');
  expect(form).toMatchObject({ modal: { title: 'Ask the moderators' } });
  return world.sandbox.people.submitModal({ memberId: ada, interactionId: form.id, values });
}

async function list(world: BotWorld): Promise<APIMessage> {
  const { message } = await world.sandbox.people.runCommand({ ...moderator, command: 'questions' });
  return present(message);
}

async function answer(world: BotWorld, values: Record<string, string | string[]>) {
  const form = await press(world, moderator, await list(world), 'Answer 1');
  expect(form).toMatchObject({ modal: { title: 'Answer a question' } });
  const { message } = await world.sandbox.people.submitModal({
    memberId: mara,
    interactionId: form.id,
    values,
  });
  return textOf(message ?? {});
}

const entryOf = async (world: BotWorld) =>
  (await world.db.orm.select().from(faqEntries).where(eq(faqEntries.question, UNKNOWN)))[0];

describe('a question that /faq does not find', () => {
  test('is counted without its words, and handed in only by whoever presses and sends the form', async () => {
    const world = await startBotWorld();
    await miss(world);
    expect(await world.db.orm.select().from(questions)).toMatchObject([
      { words: null, status: 'MISSED', timesAsked: 1 },
    ]);
    expect(textOf(await list(world))).toContain('There is none.');
    const { message, ephemeral } = await handIn(world, { question: UNKNOWN });
    expect(ephemeral).toBe(true);
    expect(textOf(message ?? {})).toContain('the moderators have your question');
    expect(textOf(await list(world))).toContain(UNKNOWN);
  });

  test('becomes a draft by one form, which members have once it is published', async () => {
    const world = await startBotWorld();
    await handIn(world, { question: UNKNOWN });
    expect(await answer(world, { answer: 'Seven.', readers: ['draft'] })).toContain('A draft is saved');
    expect(await entryOf(world)).toMatchObject({ status: 'DRAFT', answer: 'Seven.', language: 'en' });
    expect(textOf(await list(world))).toContain('There is none.');
    const again = await miss(world);
    expect(textOf(again)).toContain('have an answer in the works');
    expect(controlsOf(again).map(({ label }) => label)).not.toContain('Ask the moderators');
  });

  test('is answered for everybody at once, if whoever answers has checked it', async () => {
    const world = await startBotWorld();
    await handIn(world, { question: UNKNOWN });
    expect(await answer(world, { answer: 'Seven.', readers: ['publish'] })).toContain('Members find it');
    expect(await entryOf(world)).toMatchObject({ status: 'PUBLISHED', verifiedAt: expect.any(Date) });
    const { message } = await world.sandbox.people.runCommand({
      ...member,
      command: 'faq',
      options: { question: UNKNOWN },
    });
    expect(textOf(message ?? {})).toContain('Seven.');
  });

  test('is dismissed with one press, and does not come back', async () => {
    const world = await startBotWorld();
    await handIn(world, { question: UNKNOWN });
    const { message } = await press(world, moderator, await list(world), 'Dismiss 1');
    expect(textOf(message ?? {})).toContain('**Dismissed.**');
    expect(textOf(message ?? {})).toContain('There is none.');
    const again = await miss(world);
    expect(controlsOf(again).map(({ label }) => label)).not.toContain('Ask the moderators');
  });

  test('that is long is cut in the form, where whoever asks sees it and writes the rest', async () => {
    const world = await startBotWorld();
    const long = `Zeppelin ${'xylophone '.repeat(20)}quorum?`;
    const form = await press(world, member, await miss(world, long), 'Ask the moderators');
    expect(JSON.stringify(form)).toMatch(/"value":"Zeppelin (xylophone )+[^"]*…"/);
  });
});

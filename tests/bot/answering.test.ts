import { MessageFlags } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { commands } from '@communique/bot/commands/index';
import { isSameList } from '@communique/bot/discord/register-commands';
import { ada, forum, mara, startBotWorld, type BotWorld } from '../support/bot-world.ts';
import { controlsOf, labelsOf, textOf } from '../support/discord-rules.ts';

const SLUG = 'ryabkov-announces-further-talks';

async function read(world: BotWorld, slug = SLUG) {
  return world.sandbox.people.runCommand({
    memberId: ada,
    channelId: forum.general,
    command: 'briefing',
    subcommand: 'read',
    options: { slug },
  });
}

function customIdOf(message: Parameters<typeof controlsOf>[0], label: string): string {
  const control = controlsOf(message).find((each) => each.label.startsWith(label));
  if (control === undefined) throw new Error(`There is no "${label}" among ${labelsOf(message).join(', ')}`);
  return control.customId;
}

describe('a bot that just came in', () => {
  test('registers its commands so that they need no second registration', async () => {
    const { sandbox } = await startBotWorld();
    const registered = sandbox.people.commands(forum.id);
    expect(registered.map(({ name }) => name).toSorted()).toEqual(['briefing', 'digest', 'faq', 'questions']);
    expect(
      isSameList(
        registered,
        commands.map(({ data }) => data),
      ),
    ).toBe(true);
  });

  test('offers /digest to moderators only', async () => {
    const { sandbox } = await startBotWorld();
    const names = (memberId: string) =>
      sandbox.people.commands(forum.id, { memberId }).map(({ name }) => name);
    expect(names(mara)).toContain('digest');
    expect(names(ada)).not.toContain('digest');
  });
});

describe('/briefing', () => {
  test('shows a briefing to the whole channel', async () => {
    const world = await startBotWorld();
    const { message, ephemeral } = await read(world);
    expect(ephemeral).toBe(false);
    expect(textOf(message ?? {})).toContain('**How sure we are:** 8 claims');
    expect(labelsOf(message ?? {})).toEqual([
      'Read a section',
      'Sources (9)',
      'Timeline (4)',
      'Claims (8)',
      'FAQ',
      'Who wants what',
      'Report a mistake',
    ]);
  });

  test('a press on the shared post answers the presser alone and leaves the post as it is', async () => {
    const world = await startBotWorld();
    const { message } = await read(world);
    const shared = world.sandbox.messages(forum.general).at(-1);
    const pressed = await world.sandbox.people.press({
      memberId: mara,
      channelId: forum.general,
      messageId: message?.id ?? '',
      customId: customIdOf(message ?? {}, 'Sources'),
    });
    expect(pressed.ephemeral).toBe(true);
    expect(textOf(pressed.message ?? {})).toContain('[2] RIA Novosti');
    expect(world.sandbox.messages(forum.general).at(-1)).toEqual(shared);
  });

  test('a press in one’s own answer takes its place', async () => {
    const world = await startBotWorld();
    const { message } = await read(world);
    const { people } = world.sandbox;
    const where = { memberId: ada, channelId: forum.general };
    const sources = await people.press({
      ...where,
      messageId: message?.id ?? '',
      customId: customIdOf(message ?? {}, 'Sources'),
    });
    const overview = await people.press({
      ...where,
      messageId: sources.message?.id ?? '',
      customId: customIdOf(sources.message ?? {}, 'Overview'),
    });
    expect(overview.message?.id).toBe(sources.message?.id);
    expect(textOf(overview.message ?? {})).toContain('How sure we are');
  });

  test('a section is picked from the menu, and the next one follows', async () => {
    const world = await startBotWorld();
    const { message } = await read(world);
    const { people } = world.sandbox;
    const where = { memberId: ada, channelId: forum.general };
    const section = await people.select({
      ...where,
      messageId: message?.id ?? '',
      customId: customIdOf(message ?? {}, 'Read a section'),
      values: ['two-tracks'],
    });
    expect(textOf(section.message ?? {})).toContain('## Two tracks');
    const next = await people.press({
      ...where,
      messageId: section.message?.id ?? '',
      customId: customIdOf(section.message ?? {}, '↓ Next section'),
    });
    expect(textOf(next.message ?? {})).toContain('## The condition on arms control');
    expect(textOf(next.message ?? {})).toContain('❓ **unverified**');
  });

  test('suggests real briefings while somebody types', async () => {
    const { sandbox } = await startBotWorld();
    const choices = await sandbox.people.autocomplete({
      memberId: ada,
      channelId: forum.general,
      command: 'briefing',
      subcommand: 'read',
      options: { slug: 'ryab' },
      focused: 'slug',
    });
    expect(choices[0]).toEqual({ name: 'Ryabkov announces further US–Russia talks', value: SLUG });
  });

  test('an unknown name is answered to the asker alone, with what comes close', async () => {
    const world = await startBotWorld();
    const { message, ephemeral } = await read(world, 'Rubio');
    expect(ephemeral).toBe(true);
    expect(textOf(message ?? {})).toContain('There is no briefing called “Rubio”');
    expect(labelsOf(message ?? {})[0]).toBe('Rubio and Lavrov meet in Malaysia');
  });

  test('a misspelled name leads to the briefing that was meant', async () => {
    const world = await startBotWorld();
    const { message, ephemeral } = await read(world, 'malasia');
    expect(ephemeral).toBe(true);
    expect(textOf(message ?? {})).toContain('Did you mean');
    expect(labelsOf(message ?? {})).toContain('Rubio and Lavrov meet in Malaysia');
  });

  test('the newest come with a button each', async () => {
    const { sandbox } = await startBotWorld();
    const { message } = await sandbox.people.runCommand({
      memberId: ada,
      channelId: forum.general,
      command: 'briefing',
      subcommand: 'latest',
      options: { topic: 'arms-control' },
    });
    expect(textOf(message ?? {})).toContain('## Latest on Arms control');
    expect(new Set(labelsOf(message ?? {}))).toEqual(new Set(['Read']));
  });

  test('with an empty library the answer is a friendly one', async () => {
    const world = await startBotWorld({ empty: true });
    const { message } = await world.sandbox.people.runCommand({
      memberId: ada,
      channelId: forum.general,
      command: 'briefing',
      subcommand: 'latest',
    });
    expect(textOf(message ?? {})).toContain('nothing to read here yet');
  });
});

describe('/faq', () => {
  const where = { memberId: ada, channelId: forum.general, command: 'faq' };

  test('suggests real questions and answers the picked one', async () => {
    const { sandbox } = await startBotWorld();
    const options = { question: 'new start' };
    const choices = await sandbox.people.autocomplete({ ...where, options, focused: 'question' });
    expect(choices.map(({ value }) => value)).toContain('what-is-new-start');
    const { message, ephemeral } = await sandbox.people.runCommand({
      ...where,
      options: { question: 'what-is-new-start' },
    });
    expect(ephemeral).toBe(false);
    expect(textOf(message ?? {})).toContain('## What is New START');
    expect(textOf(message ?? {})).toContain('verified by');
  });

  test('answers a question in somebody’s own words', async () => {
    const { sandbox } = await startBotWorld();
    const { message } = await sandbox.people.runCommand({
      ...where,
      options: { question: 'who is ivanova' },
    });
    expect(textOf(message ?? {})).toContain('## Who is Dr. Elena Ivanova?');
  });

  test('says so to the asker alone when nobody has answered it', async () => {
    const { sandbox } = await startBotWorld();
    const { message, ephemeral } = await sandbox.people.runCommand({
      ...where,
      options: { question: 'Do kangaroos **box**?' },
    });
    expect(ephemeral).toBe(true);
    expect(textOf(message ?? {})).toContain('Nobody has answered “Do kangaroos \\*\\*box\\*\\*?” yet.');
  });
});

describe('a /faq question that is misspelled', () => {
  test('leads to the entry that was meant', async () => {
    const { sandbox } = await startBotWorld();
    const { message } = await sandbox.people.runCommand({
      memberId: ada,
      channelId: forum.general,
      command: 'faq',
      options: { question: 'ivanowa' },
    });
    expect(textOf(message ?? {}) + labelsOf(message ?? {}).join()).toContain('Who is Dr. Elena Ivanova?');
  });
});

describe('when something is in the way', () => {
  test('a slow API is bridged by “thinking…”, and the answer follows', async () => {
    const world = await startBotWorld({ deferAfterMs: 0 });
    const { message, state } = await read(world);
    expect(state).toBe('ANSWERED');
    expect(textOf(message ?? {})).toContain('How sure we are');
    expect(message?.flags).toBe(MessageFlags.IsComponentsV2);
    const pressed = await world.sandbox.people.press({
      memberId: ada,
      channelId: forum.general,
      messageId: message?.id ?? '',
      customId: customIdOf(message ?? {}, 'Claims'),
    });
    expect(pressed.ephemeral).toBe(true);
    const back = await world.sandbox.people.press({
      memberId: ada,
      channelId: forum.general,
      messageId: pressed.message?.id ?? '',
      customId: customIdOf(pressed.message ?? {}, 'Overview'),
    });
    expect(back.message?.id).toBe(pressed.message?.id);
  });

  test('an API that is away is said in a sentence, and nothing is suggested', async () => {
    const world = await startBotWorld();
    world.cutApi(true);
    const { message, ephemeral } = await read(world);
    expect(ephemeral).toBe(true);
    expect(textOf(message ?? {})).toContain('not answering right now');
    const choices = await world.sandbox.people.autocomplete({
      memberId: ada,
      channelId: forum.general,
      command: 'faq',
      options: { question: 'x' },
      focused: 'question',
    });
    expect(choices).toEqual([]);
  });
});

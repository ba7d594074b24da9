import { createDevelopmentClock } from '@communique/shared/clock';
import { createSilentLogger } from '@communique/shared/logger';
import type { SandboxMessage, StateResponse } from '@communique/sandbox/people/protocol';
import { createSandbox, type Sandbox } from '@communique/sandbox/sandbox';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Browser, Locator, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findBarriers } from './find-barriers.ts';
import { openBrowser } from './open-browser.ts';

// The page alone: what the sandbox would answer is laid before it, what it sends is kept.
const { forum, ada, mara } = FIRST_WORLD;
const patience = 10_000;
const questions = '1191200000000000300';
const post = '1191200000000000301';

let browser: Browser;
let sandbox: Sandbox;
let page: Page;
let sent: { path: string; body: unknown }[];
let messages: SandboxMessage[];
let commands: unknown[];
let errors: string[];

beforeAll(async () => {
  browser = await openBrowser();
  sandbox = await createSandbox({
    port: 0,
    botToken: 'unused',
    clock: createDevelopmentClock(),
    logger: createSilentLogger(),
  });
});

afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

beforeEach(async () => {
  sent = [];
  errors = [];
  commands = [];
  messages = [];
  const context = await browser.newContext({ colorScheme: 'dark', locale: 'en-GB', reducedMotion: 'reduce' });
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  await page.route('**/sandbox/**', answer);
});

afterEach(async () => {
  await page.context().close();
  expect(errors).toEqual([]);
});

describe('a message', () => {
  test('with a poll is voted in by keyboard, one answer of several', async () => {
    messages = [poll({ voted: false })];
    await visit(ada);
    await page.getByRole('radio', { name: 'A treaty' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await see(page.getByRole('group', { name: 'What comes next?' }));
    await expect
      .poll(() => sent)
      .toEqual([
        {
          path: '/sandbox/votes',
          body: { memberId: ada, channelId: forum.general, messageId: '900', answerIds: [2] },
        },
      ]);
  });

  test('with a poll shows the results after voting, and the vote can be taken back', async () => {
    messages = [poll({ voted: true })];
    await visit(ada);
    await see(page.getByText('Your vote · 3 votes · 75%'));
    await see(page.getByText('1 vote · 25%'));
    await page.getByRole('button', { name: 'Remove vote' }).click();
    await expect.poll(() => sent).toMatchObject([{ body: { answerIds: [] } }]);
  });

  test('has reactions that are added and taken back', async () => {
    messages = [
      message({
        reactions: [reaction('👍', 2, true), reaction('🎉', 1, false)],
      }),
    ];
    await visit(ada);
    expect(await page.getByRole('button', { name: '👍, 2 reactions' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    await page.getByRole('button', { name: '👍, 2 reactions' }).click();
    await page.getByRole('button', { name: '🎉, 1 reaction' }).click();
    await expect
      .poll(() => sent)
      .toMatchObject([
        { path: '/sandbox/reactions', body: { emoji: '👍', isSet: false } },
        { path: '/sandbox/reactions', body: { emoji: '🎉', isSet: true } },
      ]);
  });

  test('says what it replies to, that it was edited, and names custom emoji and roles', async () => {
    const original = message({ id: '800', content: 'When is the vote?' });
    messages = [
      original,
      message({
        type: MessageType.Reply,
        content: `<:dove:1191200000000000555> says <@&${forum.moderatorRole}>`,
        referenced_message: original,
        edited_timestamp: new Date().toISOString(),
      }),
      message({ id: '901', type: MessageType.Reply, content: 'too late', referenced_message: null }),
    ];
    await visit(ada);
    const reply = page.getByRole('article').nth(1);
    await see(reply.getByText('When is the vote?'));
    await see(reply.getByText('(edited)'));
    await see(reply.getByText(':dove:'));
    await see(reply.getByText('Moderators'));
    await see(page.getByRole('article').nth(2).getByText('Original message was deleted'));
  });

  test('shows its files, and those of a file component', async () => {
    const attachments = [
      {
        id: '1',
        filename: 'notes.txt',
        size: 2048,
        url: `${sandbox.url}/sandbox/files/notes.txt`,
        proxy_url: '',
      },
    ];
    messages = [
      message({ attachments }),
      message({
        id: '901',
        flags: MessageFlags.IsComponentsV2,
        attachments,
        components: [{ type: 13, file: { url: 'attachment://notes.txt' } }],
      }),
    ];
    await visit(ada);
    await see(page.getByText('2.0 KB').first());
    const links = page.getByRole('link', { name: 'notes.txt' });
    expect(await links.count()).toBe(2);
    expect(await links.first().getAttribute('download')).toBe('notes.txt');
  });

  test('has a menu, also under the right mouse button: reply, react, and commands on it and its author', async () => {
    messages = [message({ content: 'Is this so?' })];
    commands = [
      { id: '71', type: ApplicationCommandType.Message, name: 'Look up', options: [] },
      { id: '72', type: ApplicationCommandType.User, name: 'Who is this?', options: [] },
    ];
    await visit(ada);
    await page.getByText('Is this so?').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Look up' }).click();
    await expect
      .poll(() => sent)
      .toEqual([
        {
          path: '/sandbox/command',
          body: { memberId: ada, channelId: forum.general, commandId: '71', options: [], targetId: '900' },
        },
      ]);
    await page.getByRole('article').getByRole('button', { name: 'More acts on this message' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => sent.at(-1)).toMatchObject({ body: { commandId: '72', targetId: mara } });

    await page.getByRole('article').getByRole('button', { name: 'More acts on this message' }).click();
    await page.getByRole('menuitem', { name: 'Reply' }).click();
    await see(page.getByText('Replying to Mara'));
    await page.keyboard.type('It is.');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => sent.at(-1))
      .toMatchObject({
        path: '/sandbox/messages',
        body: { content: 'It is.', replyTo: '900' },
      });
  });
});

describe('files', () => {
  const file = { name: 'map.txt', mimeType: 'text/plain', buffer: Buffer.from('north') };

  test('go along with a message, and can be left out again', async () => {
    await visit(ada);
    const chosen = page.getByLabel('Attach files');
    await chosen.setInputFiles([file, { ...file, name: 'other.txt' }]);
    await page.getByRole('button', { name: 'Leave out other.txt' }).click();
    await page.getByRole('button', { name: 'Send message' }).click();
    await expect
      .poll(() => sent)
      .toMatchObject([
        {
          path: '/sandbox/messages',
          body: { attachments: [{ filename: 'map.txt', contentType: 'text/plain', data: btoa('north') }] },
        },
      ]);
  });

  test('that are too large are refused in words', async () => {
    await visit(ada);
    await page
      .getByLabel('Attach files')
      .setInputFiles({ ...file, buffer: Buffer.alloc(10 * 1024 * 1024 + 1) });
    await see(page.getByRole('alert').filter({ hasText: 'map.txt: at most 10 MB' }));
  });

  test('fill an option of a command', async () => {
    commands = [
      {
        id: '73',
        type: ApplicationCommandType.ChatInput,
        name: 'import',
        description: 'Read an article',
        options: [
          {
            type: ApplicationCommandOptionType.Attachment,
            name: 'article',
            description: 'File',
            required: true,
          },
        ],
      },
    ];
    await visit(ada);
    await page.getByRole('combobox', { name: /^Message #/ }).fill('/import ');
    await page.getByLabel('article: choose a file').setInputFiles(file);
    await see(page.getByText('map.txt'));
    await page.getByRole('button', { name: 'Send command' }).click();
    await expect
      .poll(() => sent)
      .toMatchObject([
        {
          path: '/sandbox/command',
          body: {
            options: [{ name: 'article', type: ApplicationCommandOptionType.Attachment, value: '1' }],
            attachments: [{ id: '1', filename: 'map.txt' }],
          },
        },
      ]);
  });
});

test('a forum shows its posts with their tags, and takes a new one', async () => {
  await visit(ada);
  await page.getByRole('button', { name: 'questions (forum)' }).click();
  await see(page.getByRole('list', { name: 'Posts' }).getByText('4 messages'));
  await page.getByRole('button', { name: 'New post' }).click();
  await page.getByLabel('Title').fill('What is a tariff?');
  await page.getByLabel('Message', { exact: true }).fill('I keep reading it.');
  await page.getByLabel('Economy').check();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect
    .poll(() => sent)
    .toEqual([
      {
        path: '/sandbox/posts',
        body: {
          memberId: ada,
          channelId: questions,
          name: 'What is a tariff?',
          content: 'I keep reading it.',
          tagIds: ['1'],
        },
      },
    ]);
  await see(page.getByRole('heading', { name: 'Welcome to #Who votes?!' }));
});

test('a moderator changes what a role may in a channel, and removes the bot; a member cannot', async () => {
  await visit(ada);
  expect(await page.getByRole('button', { name: 'Server settings' }).count()).toBe(0);
  await page.getByRole('radio', { name: 'Mara' }).check();
  await page.getByRole('button', { name: 'Server settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Foreign Affairs Forum' });
  await dialog.getByRole('combobox', { name: 'Channel', exact: true }).selectOption('digest');
  await dialog.getByRole('combobox', { name: 'Role' }).selectOption('@Communiqué');
  await dialog.getByRole('combobox', { name: 'Send messages', exact: true }).selectOption('Deny');
  await dialog.getByRole('button', { name: 'Remove Communiqué' }).click();
  await dialog.getByRole('button', { name: 'Begin an outage' }).click();
  await dialog.getByRole('button', { name: 'End the outage' }).click();
  expect(await findBarriers(page)).toEqual([]);
  const overwrite = {
    id: forum.botRole,
    type: 0,
    allow: '0',
    deny: String(PermissionFlagsBits.SendMessages),
  };
  expect(sent).toEqual([
    { path: '/sandbox/overwrites', body: { memberId: mara, channelId: forum.digest, overwrite } },
    { path: '/sandbox/servers', body: { memberId: mara, guildId: forum.id, act: 'REMOVE_BOT' } },
    { path: '/sandbox/servers', body: { memberId: mara, guildId: forum.id, act: 'BEGIN_OUTAGE' } },
    { path: '/sandbox/servers', body: { memberId: mara, guildId: forum.id, act: 'END_OUTAGE' } },
  ]);
});

async function answer(route: Route): Promise<void> {
  const request = route.request();
  const { pathname: path } = new URL(request.url());
  if (request.method() === 'POST') {
    sent.push({ path, body: request.postDataJSON() });
    return route.fulfill({ json: { interactionId: '1', channelId: post } });
  }
  if (path === '/sandbox/state')
    return route.fulfill({ json: withForum(await (await route.fetch()).json()) });
  if (path.endsWith('/messages')) return route.fulfill({ json: { messages } });
  if (path.endsWith('/commands')) return route.fulfill({ json: { commands } });
  return route.continue();
}

function withForum(state: StateResponse): StateResponse {
  const place = { topic: null, visibleTo: [ada, mara], overwrites: [] };
  const availableTags = [{ id: '1', name: 'Economy', emoji: '📈' }];
  const [guild] = state.guilds;
  guild?.channels.push(
    {
      ...place,
      id: questions,
      name: 'questions',
      type: ChannelType.GuildForum,
      parentId: null,
      availableTags,
    },
    {
      ...place,
      id: post,
      name: 'Who votes?',
      type: ChannelType.PublicThread,
      parentId: questions,
      appliedTags: ['1'],
      messageCount: 4,
    },
  );
  return state;
}

async function visit(memberId: string): Promise<void> {
  await page.goto(`${sandbox.url}/#${forum.id}/${forum.general}/${memberId}`);
  await see(page.getByRole('combobox', { name: /^Message #general/ }));
}

async function see(locator: Locator): Promise<void> {
  await locator.waitFor({ state: 'visible', timeout: patience });
}

function message(parts: Partial<SandboxMessage>): SandboxMessage {
  return {
    id: '900',
    channel_id: forum.general,
    type: MessageType.Default,
    content: '',
    author: { id: mara, username: 'mara', discriminator: '0', global_name: 'Mara', avatar: null },
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    ephemeral_for: null,
    interaction_note: null,
    verdict: { ok: true, violations: [] },
    ...parts,
  };
}

function poll({ voted }: { voted: boolean }): SandboxMessage {
  return message({
    poll: {
      question: { text: 'What comes next?' },
      answers: [
        { answer_id: 1, poll_media: { text: 'A treaty', emoji: { id: null, name: '📜' } } },
        { answer_id: 2, poll_media: { text: 'More talks' } },
      ],
      expiry: new Date(Date.now() + 3_600_000).toISOString(),
      allow_multiselect: false,
      layout_type: 1,
      results: {
        is_finalized: false,
        answer_counts: [
          { id: 1, count: 3, me_voted: voted },
          { id: 2, count: 1, me_voted: false },
        ],
      },
    },
  });
}

function reaction(name: string, count: number, me: boolean) {
  const emoji = { id: null, name };
  return { emoji, count, me, me_burst: false, burst_colors: [], count_details: { burst: 0, normal: count } };
}

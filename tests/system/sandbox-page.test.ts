import { createDevelopmentClock } from '@communique/shared/clock';
import { createSilentLogger } from '@communique/shared/logger';
import { createSandbox, type Sandbox } from '@communique/sandbox/sandbox';
import { bundlePage, type PageAssets } from '@communique/sandbox/http/bundle-page';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { ComponentType, MessageFlags, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startPageBot } from '../support/page-bot.ts';
import { findBarriers } from './find-barriers.ts';
import { openBrowser } from './open-browser.ts';

const token = 'a-token-for-the-page-test';
const { forum, ada, mara } = FIRST_WORLD;
const patience = 10_000;

let browser: Browser;
let sandbox: Sandbox;
let bot: Awaited<ReturnType<typeof startPageBot>>;
let page: Page;
let complaints: string[];
let assets: PageAssets;
let expectedRoutes: string[];

beforeAll(async () => {
  assets = await bundlePage();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  expectedRoutes = [];
  const clock = createDevelopmentClock();
  sandbox = await createSandbox({
    port: 0,
    loadPage: async () => assets,
    botToken: token,
    clock,
    logger: createSilentLogger(),
    requestClock: async () => {
      clock.setOffset(clock.offset() + 24 * 3_600_000);
      await bot.say(forum.digest, 'Here is the digest.');
      return { at: clock.now(), message: 'Moved to the next digest.' };
    },
  });
  bot = await startPageBot({ apiUrl: sandbox.apiUrl, token });
  page = await visit({ width: 1280, height: 800 });
});

afterEach(async () => {
  await page.context().close();
  await bot.stop();
  await sandbox.close();
  expect(complaints, 'requests to other hosts and errors of the page').toEqual([]);
  expect(bot.failures).toEqual([]);
  expect(sandbox.violations()).toEqual([]);
  expect(sandbox.unhandledRoutes()).toEqual(expectedRoutes);
});

describe('a newcomer', () => {
  test('finds the channels and what to do, and reads a briefing by keyboard alone', async () => {
    await page.getByRole('button', { name: 'briefings (text channel)' }).click();
    await see(page.getByRole('heading', { name: 'Welcome to #briefings!' }));
    await see(page.getByRole('button', { name: '/briefing read', exact: true }));

    await composer().focus();
    await page.keyboard.type('/');
    await see(page.getByRole('option', { name: '/briefing read' }));
    expect(await page.getByRole('option').allTextContents()).toHaveLength(5);
    await page.keyboard.type('brief');
    await page.keyboard.press('Enter');

    const title = page.getByRole('combobox', { name: 'title' });
    await expectFocus(title);
    await page.keyboard.type('talks');
    await see(page.getByRole('option', { name: 'Talks in Riyadh' }));
    expect(await page.getByRole('option').count()).toBe(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await title.inputValue()).toBe('Talks in Riyadh');

    await page.keyboard.press('Enter');
    const reply = lastMessage();
    await see(reply.getByRole('heading', { name: 'slug:Talks in Riyadh' }));
    await see(reply.getByText('briefing read'));
    expect(await reply.getByRole('listitem').allTextContents()).toEqual([
      'First point, see a source',
      'second point',
    ]);
    const link = reply.getByRole('link', { name: 'a source' });
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await reply.getByRole('button', { name: 'Retired' }).isDisabled()).toBe(true);
    await expectFocus(composer());
  });

  test('is told what a command still needs, and leaves it with Escape', async () => {
    await composer().fill('/briefing read ');
    await expectFocus(page.getByRole('combobox', { name: 'title' }));
    await see(page.getByRole('option', { name: 'Sanctions, explained' }));
    await page.keyboard.press('ArrowUp');
    await page.getByRole('button', { name: 'Send command' }).click();
    await see(page.getByRole('alert').filter({ hasText: 'title: this option needs a value.' }));
    await page.getByRole('combobox', { name: 'title' }).press('Escape');
    await expectFocus(composer());
    expect(await composer().inputValue()).toBe('');
  });

  test('adds an optional option and gets an answer only they can see, and dismisses it', async () => {
    await composer().fill('/briefing read ');
    await page.getByRole('combobox', { name: 'title' }).fill('anything');
    await see(page.getByText('No options match your search.'));
    await page.keyboard.press('Tab');
    await page.keyboard.type('pri');
    await page.keyboard.press('Enter');
    await expectFocus(page.getByRole('combobox', { name: 'private' }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await see(lastMessage().getByText('Only you can see this'));

    const dismiss = lastMessage().getByRole('button', { name: 'Dismiss message' });
    await dismiss.click();
    await gone(dismiss);
    expect(sandbox.messages(forum.general)).toEqual([]);
  });
});

describe('an answer', () => {
  beforeEach(async () => {
    await sandbox.people.runCommand({
      memberId: ada,
      channelId: forum.general,
      command: 'briefing',
      subcommand: 'read',
      options: { title: 'Talks' },
    });
    await see(lastMessage().getByRole('heading', { name: 'Talks' }));
  });

  test('has buttons that work', async () => {
    await lastMessage().getByRole('button', { name: 'Sources' }).click();
    await see(page.getByText('Three sources.'));
    await see(lastMessage().getByText('Only you can see this'));
  });

  test('has a select menu that works by keyboard and changes the message', async () => {
    const menu = lastMessage().getByRole('combobox', { name: 'Go to a section' });
    await menu.focus();
    await page.keyboard.press('Enter');
    await see(page.getByRole('option', { name: 'Overview' }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await see(lastMessage().getByRole('heading', { name: 'Section: background' }));
    expect(await messages().count()).toBe(1);
  });

  test('opens a form that keeps the focus, insists on what is required, and is sent', async () => {
    await lastMessage().getByRole('button', { name: 'Ask a question' }).click();
    const form = page.getByRole('dialog', { name: 'Ask a question' });
    const question = form.getByRole('textbox', { name: 'Your question' });
    await expectFocus(question);
    await form.getByRole('button', { name: 'Submit' }).click();
    await see(form.getByText('This field is required.').first());

    await question.fill('When is the next round?');
    await form.getByRole('combobox', { name: 'Topic' }).click();
    await page.getByRole('option', { name: 'Arms control' }).click();
    await form.getByRole('button', { name: 'Submit' }).click();
    await see(page.getByText('You asked “When is the next round?” about arms-control.'));
    await gone(form);
  });

  test('opens a form that Escape closes', async () => {
    await lastMessage().getByRole('button', { name: 'Ask a question' }).click();
    const form = page.getByRole('dialog', { name: 'Ask a question' });
    await see(form);
    await page.keyboard.press('Escape');
    await gone(form);
  });

  test('shows its raw JSON and the verdict of the specification', async () => {
    await messages().last().hover();
    await lastMessage().getByRole('button', { name: 'Inspect' }).click();
    await see(lastMessage().getByText('Valid against Discord’s published specification'));
    expect(await lastMessage().getByLabel('Raw JSON').textContent()).toContain('"accent_color": 5793266');
  });
});

describe('a bot that', () => {
  test('thinks is shown thinking until it answers', async () => {
    await runByKeyboard('/slow ');
    await see(page.getByText('Communiqué is thinking…'));
    bot.release();
    await see(lastMessage().getByText('Thought about it.'));
    await gone(page.getByText('Communiqué is thinking…'));
  });

  test('never answers is said not to have responded', async () => {
    await runByKeyboard('/silent ');
    const failure = page.getByRole('alert').filter({ hasText: 'The application did not respond' });
    await see(failure);
    await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
    await gone(failure);
  });

  test('disconnects is shown as offline', async () => {
    await bot.stop();
    await see(page.getByText('Communiqué is offline.'));
  });
});

describe('what Discord’s client does beside', () => {
  const { name, mimeType, buffer } = {
    name: 'map.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('north'),
  };

  test('commands on messages and members, from their menus', async () => {
    const said = sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'Is this so?' });
    await see(page.getByText('Is this so?'));
    await lastMessage().getByRole('button', { name: 'More acts on this message' }).click();
    await page.getByRole('menuitem', { name: 'Quote' }).click();
    await see(page.getByText(said.id, { exact: true }));
    await page.getByRole('button', { name: 'Apps, on Jun' }).click();
    await page.getByRole('menuitem', { name: 'Greet' }).click();
    await see(lastMessage().getByText('Hello,'));
    await see(lastMessage().getByText('Jun'));
  });

  test('a file and a role as options', async () => {
    await composer().fill('/import ');
    await page.getByLabel('file: choose a file').setInputFiles({ name, mimeType, buffer });
    await expectFocus(page.getByRole('combobox', { name: 'role' }));
    await page.keyboard.type('mod');
    await see(page.getByRole('option', { name: '@Moderators' }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await see(lastMessage().getByText('map.txt (5 bytes) for'));
    await see(lastMessage().getByText('Moderators'));
  });

  test('a form with boxes, files and roles', async () => {
    await runByKeyboard('/survey ');
    const form = page.getByRole('dialog', { name: 'Survey' });
    await form.getByRole('radio', { name: 'Weekly' }).check();
    await form.getByRole('checkbox', { name: 'Trade' }).check();
    await form.getByRole('checkbox', { name: 'Climate' }).check();
    await form.getByLabel('A picture').setInputFiles({ name, mimeType, buffer });
    await form.getByRole('combobox', { name: 'Who should hear of it?' }).click();
    await page.getByRole('option', { name: '@Moderators' }).click();
    expect(await findBarriers(page)).toEqual([]);
    await form.getByRole('button', { name: 'Submit' }).click();
    await see(lastMessage().getByText('weekly: trade and climate, 1 files, for Moderators'));
  });

  test('files in messages, which others can open', async () => {
    await page.getByLabel('Attach files').setInputFiles({ name, mimeType, buffer });
    await page.getByRole('button', { name: 'Send message' }).click();
    const link = lastMessage().getByRole('link', { name: 'map.txt' });
    await see(link);
    const opened = await page.request.get(new URL((await link.getAttribute('href')) ?? '', sandbox.url).href);
    expect(await opened.text()).toBe('north');
  });

  test('votes, which each member has of their own', async () => {
    sandbox.people.setOverwrite(forum.general, {
      id: forum.botRole,
      type: OverwriteType.Role,
      allow: String(PermissionFlagsBits.SendPolls),
      deny: '0',
    });
    await bot.say(forum.general, {
      poll: {
        question: { text: 'What comes next?' },
        answers: [{ text: 'A treaty' }, { text: 'More talks' }],
        duration: 24,
        allowMultiselect: false,
      },
    });
    await page.getByRole('radio', { name: 'More talks' }).check();
    await page.getByRole('button', { name: 'Vote', exact: true }).click();
    await see(page.getByText('Your vote · 1 vote · 100%'));
    await page.getByRole('radio', { name: 'Jun' }).check();
    await see(page.getByRole('radio', { name: 'A treaty' }));
    await page.getByRole('radio', { name: 'Ada' }).check();
    await page.getByRole('button', { name: 'Remove vote' }).click();
    await see(page.getByText('0 votes', { exact: false }));
  });

  test('reactions and replies', async () => {
    sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'Good news' });
    await see(page.getByText('Good news'));
    await lastMessage().getByRole('button', { name: 'More acts on this message' }).click();
    await page.getByRole('menuitem', { name: 'React with 🎉' }).click();
    const reaction = page.getByRole('button', { name: '🎉, 1 reaction' });
    await see(reaction);
    await lastMessage().getByRole('button', { name: 'More acts on this message' }).click();
    await page.getByRole('menuitem', { name: 'Reply' }).click();
    await page.keyboard.type('Indeed');
    await page.keyboard.press('Enter');
    await see(lastMessage().getByText('Good news'));
    await reaction.click();
    await gone(reaction);
  });

  test('what a message replies to, that it was edited, and what lies on Discord’s servers', async () => {
    const asked = sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'When is it?' });
    const reply = await bot.say(forum.general, { content: 'Soon', reply: { messageReference: asked.id } });
    await reply.edit(`On Friday <:dove:1191200000000000555>, <@&${forum.moderatorRole}>`);
    await see(lastMessage().getByText('(edited)'));
    await see(lastMessage().getByText('When is it?'));
    await see(lastMessage().getByText(':dove:'));
    await see(lastMessage().getByText('Moderators'));
  });

  test('a file component, with the file it shows', async () => {
    await bot.say(forum.general, {
      flags: MessageFlags.IsComponentsV2,
      files: [{ name, attachment: buffer }],
      components: [{ type: ComponentType.File, file: { url: `attachment://${name}` } }],
    });
    const link = lastMessage().getByRole('link', { name });
    await see(link);
    expect(await link.getAttribute('download')).toBe(name);
    await see(lastMessage().getByText('5 bytes'));
  });

  test('posts in a forum', async () => {
    sandbox.people.setRoles(forum.id, FIRST_WORLD.bot, [forum.botRole, forum.moderatorRole]);
    await bot.createForum(forum.id, 'questions', ['Economy']);
    await page.getByRole('button', { name: 'questions (forum)' }).click();
    await page.getByRole('button', { name: 'New post' }).click();
    await page.getByLabel('Title').fill('What is a tariff?');
    await page.getByLabel('Message', { exact: true }).fill('I keep reading it.');
    await page.getByLabel('Economy').check();
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await see(page.getByText('I keep reading it.'));
    await page.getByRole('button', { name: 'questions (forum)' }).click();
    await see(page.getByRole('list', { name: 'Posts' }).getByText('What is a tariff?'));
  });

  test('permissions and the bot’s place on the server', async () => {
    await page.getByRole('radio', { name: 'Mara' }).check();
    await page.getByRole('button', { name: 'Server settings' }).click();
    const dialog = page.getByRole('dialog', { name: 'Foreign Affairs Forum' });
    await dialog.getByRole('combobox', { name: 'Send messages', exact: true }).selectOption('Deny');
    await see(dialog.getByRole('button', { name: '@everyone 1 denied' }));
    await dialog.getByRole('combobox', { name: 'Role or member' }).selectOption('Jun');
    await dialog.getByRole('combobox', { name: 'Send messages', exact: true }).selectOption('Allow');
    await see(dialog.getByRole('button', { name: 'Jun 1 allowed' }));
    await dialog.getByRole('combobox', { name: 'Role or member' }).selectOption('Communiqué');
    await dialog.getByRole('combobox', { name: 'Attach files' }).selectOption('Deny');
    await dialog.getByRole('button', { name: 'Communiqué 1 denied' }).waitFor();
    await dialog.getByRole('button', { name: 'Treat Communiqué as on the server' }).click();
    await gone(dialog.getByRole('button', { name: 'Communiqué 1 denied' }));
    await dialog.getByRole('button', { name: 'Remove Communiqué' }).click();
    await dialog.getByRole('button', { name: 'Bring Communiqué back' }).click();
    await see(dialog.getByRole('button', { name: 'Remove Communiqué' }));
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('radio', { name: 'Ada' }).check();
    await composer().fill('May I?');
    await page.keyboard.press('Enter');
    await see(page.getByRole('alert').filter({ hasText: 'may not write' }));
    await page.getByRole('radio', { name: 'Jun' }).check();
    await composer().fill('I may.');
    await page.keyboard.press('Enter');
    await see(lastMessage().getByText('I may.'));
  });
});

describe('members', () => {
  test('are switched, and each sees their own channels, commands and notes', async () => {
    expect(await page.getByRole('button', { name: /^mods/ }).count()).toBe(0);
    await composer().fill('/');
    await see(page.getByRole('option', { name: '/briefing read' }));
    expect(await page.getByRole('option', { name: '/announce' }).count()).toBe(0);

    await page.getByRole('radio', { name: 'Mara' }).check();
    await page.getByRole('button', { name: /^mods/ }).click();
    await composer().fill('/ann');
    await see(page.getByRole('option', { name: '/announce' }));
    await page.keyboard.press('Tab');
    await see(page.getByRole('option', { name: '#digest' }));
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['#digest']);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await see(lastMessage().getByRole('button', { name: '#digest' }));

    await page.getByRole('radio', { name: 'Ada' }).check();
    await see(page.getByRole('heading', { name: 'Welcome to #general!' }));
    expect(await page.getByRole('button', { name: /^mods/ }).count()).toBe(0);
  });

  test('talk, and nothing they write becomes markup or a script', async () => {
    const hostile = '<img src=x onerror="document.title=1"> [x](javascript:document.title=1) **bold**';
    await composer().fill(hostile);
    await page.keyboard.press('Enter');
    await see(lastMessage().getByText('<img src=x onerror="document.title=1">'));
    expect(await lastMessage().locator('.markdown img, .markdown a').count()).toBe(0);
    expect(await lastMessage().locator('.markdown strong').textContent()).toBe('bold');
    expect(await page.title()).toBe('#general · Communiqué sandbox');
    expect(await messages().count()).toBe(1);
  });

  test('miss nothing and see nothing twice when the events break off', async () => {
    sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'one' });
    await see(page.getByText('one', { exact: true }));
    await page.route('**/sandbox/events**', (route) => route.abort());
    await page.getByRole('radio', { name: 'Jun' }).check();
    await see(page.getByText('The sandbox does not answer. Trying again…'));
    sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'two' });
    await page.unroute('**/sandbox/events**');
    await see(page.getByText('two', { exact: true }));
    sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'three' });
    await see(page.getByText('three', { exact: true }));
    expect(await messages().count()).toBe(3);
  });

  test('may begin to type anywhere', async () => {
    await page.getByRole('button', { name: 'briefings (text channel)' }).click();
    await page.keyboard.type('/faq');
    await expectFocus(composer());
    expect(await composer().inputValue()).toBe('/faq');
  });
});

describe('the list of messages', () => {
  beforeEach(async () => {
    for (let number = 1; number <= 40; number += 1) {
      sandbox.people.say({ memberId: mara, channelId: forum.general, content: `number ${number}` });
    }
    await see(page.getByText('number 40', { exact: true }));
  });

  test('follows new messages at the end', async () => {
    sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'the newest' });
    await inView(page.getByText('the newest', { exact: true }));
  });

  test('stays where the reader scrolled to, and comes back on request', async () => {
    await page.getByRole('log').hover();
    await page.mouse.wheel(0, -600);
    const back = page.getByRole('button', { name: 'Jump to present' });
    await see(back);
    sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'the newest' });
    const newest = page.getByText('the newest', { exact: true });
    await newest.waitFor({ state: 'attached' });
    expect(await isInView(newest)).toBe(false);
    await back.click();
    await inView(newest);
  });
});

test('a first visitor is told once how to talk to the bot', async () => {
  sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'Hello' });
  const hint = page.getByRole('note');
  await hint.getByRole('button', { name: '/briefing read' }).click();
  await expectFocus(page.getByRole('combobox', { name: 'title' }));
  await page.reload();
  await see(page.getByText('Hello'));
  expect(await hint.count()).toBe(0);
});

test('pictures from elsewhere are named and not fetched, also in embeds', async () => {
  await bot.say(forum.general, {
    embeds: [
      {
        title: 'Report 123456789012345678',
        description: 'With **a map**',
        color: 0x23a55a,
        image: { url: 'https://example.org/map.png' },
        fields: [{ name: 'Where 123456789012345678', value: 'Istanbul', inline: true }],
      },
    ],
  });
  await see(lastMessage().getByText('from example.org, not loaded'));
  await see(lastMessage().getByText('Report 123456789012345678'));
  expect(await lastMessage().locator('img').count()).toBe(1);
});

test('what the sandbox does not imitate is said at the top', async () => {
  await bot.ask(`/guilds/${forum.id}/widget.json`).catch(() => undefined);
  expectedRoutes = [...sandbox.unhandledRoutes()];
  expect(expectedRoutes).toHaveLength(1);
  await page.reload();
  await see(page.getByText('1 route not imitated by the sandbox'));
});

test('the clock jumps to the next digest, which marks its channel as unread', async () => {
  await page.getByRole('button', { name: 'Jump to the next digest' }).click();
  await see(page.getByText('Moved to the next digest.'));
  await page.getByRole('button', { name: 'digest (announcement channel, new messages)' }).click();
  await see(lastMessage().getByText('Here is the digest.'));
  await see(page.locator('time[data-ahead]'));
});

test('everything can be reached at 390 pixels', async () => {
  await page.context().close();
  page = await visit({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Channels and people' }).click();
  await page.getByRole('radio', { name: 'Mara' }).check();
  await page.getByRole('button', { name: 'briefings (text channel)' }).click();
  await gone(page.getByRole('navigation', { name: 'Channels' }));
  await runByKeyboard('/briefing read ', 'Sanctions');
  await see(lastMessage().getByRole('heading', { name: 'Sanctions' }));
  await see(lastMessage().getByRole('button', { name: 'Ask a question' }));
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(390);
});

test('the theme follows the system until it is chosen by hand', async () => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.reload();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  await page.getByRole('button', { name: 'Use the dark theme' }).click();
  await page.reload();
  await see(page.getByRole('button', { name: 'Use the light theme' }));
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
});

/** Opens the page as Ada in #general. Whatever it asks of other hosts and every error is a complaint. */
async function visit(viewport: { width: number; height: number }): Promise<Page> {
  complaints = [];
  const context = await browser.newContext({ viewport, colorScheme: 'dark', locale: 'en-GB' });
  const opened = await context.newPage();
  opened.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${sandbox.url}/`) && !url.startsWith('data:')) complaints.push(url);
  });
  opened.on('pageerror', (error) => complaints.push(error.message));
  opened.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  await opened.goto(`${sandbox.url}/#${forum.id}/${forum.general}/${ada}`);
  await see(opened.getByRole('combobox', { name: /^Message #general/ }));
  return opened;
}

function composer(): Locator {
  return page.getByRole('combobox', { name: /^Message #/ });
}

function messages(): Locator {
  return page.getByRole('article');
}

function lastMessage(): Locator {
  return messages().last();
}

async function runByKeyboard(command: string, value?: string): Promise<void> {
  await composer().fill(command);
  await expectFocus(page.locator('chat-composer input:focus'));
  if (value !== undefined) {
    await page.keyboard.type(value);
    await see(page.getByRole('option').first());
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Enter');
}

async function see(locator: Locator): Promise<void> {
  await locator.waitFor({ state: 'visible', timeout: patience });
}

async function inView(locator: Locator): Promise<void> {
  await expect.poll(() => isInView(locator), { timeout: patience }).toBe(true);
}

/** Whether an element lies within the visible part of the list. */
async function isInView(locator: Locator): Promise<boolean> {
  const [element, list] = await Promise.all([locator.boundingBox(), page.getByRole('log').boundingBox()]);
  return element !== null && list !== null && element.y >= list.y && element.y < list.y + list.height;
}

async function gone(locator: Locator): Promise<void> {
  await locator.waitFor({ state: 'hidden', timeout: patience });
}

async function expectFocus(locator: Locator): Promise<void> {
  await locator.and(page.locator(':focus')).waitFor({ state: 'visible', timeout: patience });
}

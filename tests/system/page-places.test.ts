import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { describe, expect } from 'vitest';
import { findBarriers } from './find-barriers.ts';
import { expectFocus, gone, see, test } from './visit.ts';

const { mara, forum } = FIRST_WORLD;

describe('members', () => {
  test('are switched, and each sees their own channels, commands and notes', async ({
    visit: { page, composer, lastMessage },
  }) => {
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

  test('talk, and nothing they write becomes markup or a script', async ({
    visit: { page, composer, messages, lastMessage },
  }) => {
    const hostile = '<img src=x onerror="document.title=1"> [x](javascript:document.title=1) **bold**';
    await composer().fill(hostile);
    await page.keyboard.press('Enter');
    await see(lastMessage().getByText('<img src=x onerror="document.title=1">'));
    expect(await lastMessage().locator('.markdown img, .markdown a').count()).toBe(0);
    expect(await lastMessage().locator('.markdown strong').textContent()).toBe('bold');
    expect(await page.title()).toBe('#general · Communiqué sandbox');
    expect(await messages().count()).toBe(1);
  });

  test('miss nothing and see nothing twice when the events break off', async ({
    visit: { page, sandbox, messages },
  }) => {
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

  test('are told while the sandbox does not answer, and go on by themselves when it does', async ({
    visit: { page, composer, lastMessage },
  }) => {
    await page.route('**/sandbox/**', (route) => route.abort());
    await page.getByRole('radio', { name: 'Jun' }).check();
    const alert = page.getByRole('alert').filter({ hasText: 'The sandbox does not answer.' });
    await see(alert);
    await composer().fill('Is anybody there?');
    const refused = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
    await page.keyboard.press('Enter');
    await refused;
    await page.unroute('**/sandbox/**');
    await gone(alert);
    await expect.poll(() => composer().inputValue()).toBe('Is anybody there?');
    await page.keyboard.press('Enter');
    await see(lastMessage().getByText('Is anybody there?'));
  });

  test('go back to where they were, and find it again by its address', async ({ visit: { page } }) => {
    await page.getByRole('button', { name: 'briefings (text channel)' }).click();
    await page.getByRole('radio', { name: 'Mara' }).check();
    await page.getByRole('button', { name: /^mods/ }).click();
    await see(page.getByRole('heading', { name: 'Welcome to #mods!' }));
    await page.reload();
    await see(page.getByRole('heading', { name: 'Welcome to #mods!' }));
    await page.goBack();
    await page.goBack();
    await see(page.getByRole('heading', { name: 'Welcome to #briefings!' }));
    expect(await page.getByRole('radio', { name: 'Ada' }).isChecked()).toBe(true);
  });

  test('may begin to type anywhere', async ({ visit: { page, composer } }) => {
    await page.getByRole('button', { name: 'briefings (text channel)' }).click();
    await page.keyboard.type('/faq');
    await expectFocus(composer());
    expect(await composer().inputValue()).toBe('/faq');
  });
});

describe('a server', () => {
  test('posts in a forum', async ({ visit: { page, sandbox, bot } }) => {
    sandbox.people.setRoles(forum.id, FIRST_WORLD.bot, [forum.botRole, forum.moderatorRole]);
    await bot.createForum(forum.id, 'questions', ['Economy']);
    await page.getByRole('button', { name: 'questions (forum)' }).click();
    await page.getByRole('button', { name: 'New post' }).click();
    await page.getByLabel('Title').fill('What is a tariff?');
    await page.getByLabel('Message', { exact: true }).fill('I keep reading it.');
    await page.getByLabel('Economy').check();
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await see(page.getByText('I keep reading it.'));
    expect(await page.getByRole('button', { name: /Open thread/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'questions (forum)' }).click();
    await see(page.getByRole('list', { name: 'Posts' }).getByText('What is a tariff?'));
  });

  test('permissions and the bot’s place on the server', async ({
    visit: { page, composer, lastMessage },
  }) => {
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
    await see(page.getByText('Communiqué is not on this server.', { exact: false }).first());
    await see(page.getByText('Not on this server', { exact: true }));
    await dialog.getByRole('button', { name: 'Bring Communiqué back' }).click();
    await see(dialog.getByRole('button', { name: 'Remove Communiqué' }));
    await dialog.getByRole('button', { name: 'Begin an outage' }).click();
    await see(page.getByText('An outage keeps Communiqué from this server.', { exact: false }));
    await page.reload();
    await page.getByRole('button', { name: 'Server settings' }).click();
    await dialog.getByRole('button', { name: 'End the outage' }).click();
    await see(dialog.getByRole('button', { name: 'Begin an outage' }));
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('radio', { name: 'Ada' }).check();
    await see(page.getByText('You do not have permission to send messages in this channel.'));
    await page.getByRole('radio', { name: 'Jun' }).check();
    await composer().fill('I may.');
    await page.keyboard.press('Enter');
    await see(lastMessage().getByText('I may.'));
  });
});

test('what the sandbox does not imitate is said at the top', async ({ visit }) => {
  const { page, bot, sandbox } = visit;
  await bot.ask(`/guilds/${forum.id}/widget.json`).catch(() => undefined);
  visit.expectedRoutes.push(...sandbox.unhandledRoutes());
  expect(visit.expectedRoutes).toHaveLength(1);
  await see(page.getByText('1 route not imitated by the sandbox'));
});

test('what broke Discord’s rules is listed at the top: who, where, which rule, what and when', async ({
  visit: { page, bot, sandbox, expectedRules },
}) => {
  expectedRules.push('content-2000');
  const send = (): Promise<unknown> => bot.say(forum.general, 'x'.repeat(2_001)).catch(() => undefined);
  await send();
  const banner = page.getByText("The bot broke Discord's rules once");
  await see(banner);
  await banner.focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('list', { name: 'Broken rules' });
  await see(list.getByText(`POST /channels/${forum.general}/messages`));
  await see(list.getByText('content: Must be 2000 or fewer in length.'));
  await see(list.locator('time'));
  const rule = list.getByRole('link', { name: 'content-2000' });
  expect(await rule.getAttribute('href')).toBe(sandbox.violations()[0]?.source);
  await send();
  await see(page.getByText("The bot broke Discord's rules 2 times"));
  await see(list.getByRole('listitem').nth(1));
  expect(await findBarriers(page)).toEqual([]);
});

test('the clock jumps to the next digest, which marks its channel as unread', async ({
  visit: { page, lastMessage },
}) => {
  await page.getByRole('button', { name: 'Jump to the next digest' }).click();
  await see(page.getByRole('alert').getByRole('button', { name: '#digest' }));
  await page.getByRole('button', { name: 'digest (announcement channel, new messages)' }).click();
  await see(lastMessage().getByText('Here is the digest.'));
  await see(page.locator('time[data-ahead]'));
});

test('everything can be reached at 390 pixels', async ({ visit: { page, lastMessage, runByKeyboard } }) => {
  await page.setViewportSize({ width: 390, height: 844 });
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

test('names above messages take the colour of a theme that is chosen while they stand there', async ({
  visit: { page, sandbox },
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'hello there' });
  const name = page.locator('.discord-author-username').last();
  const color = async () => name.evaluate((element) => getComputedStyle(element).color);
  await expect.poll(color).toBe('rgb(255, 255, 255)');
  await page.getByRole('button', { name: 'Use the light theme' }).click();
  await expect.poll(color).toBe('rgb(35, 38, 42)');
});

test('the theme follows the system until it is chosen by hand', async ({ visit: { page } }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.reload();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await see(page.locator('html[data-theme="dark"]'));
  await page.emulateMedia({ colorScheme: 'light' });
  await see(page.locator('html[data-theme="light"]'));
  await page.getByRole('button', { name: 'Use the dark theme' }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.reload();
  await see(page.getByRole('button', { name: 'Use the light theme' }));
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
});

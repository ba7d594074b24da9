import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { describe, expect } from 'vitest';
import { expectFocus, gone, see, test } from './visit.ts';

const { ada, mara, forum } = FIRST_WORLD;

describe('an answer', () => {
  test.beforeEach(async ({ visit: { sandbox, lastMessage } }) => {
    await sandbox.people.runCommand({
      memberId: ada,
      channelId: forum.general,
      command: 'briefing',
      subcommand: 'read',
      options: { title: 'Talks' },
    });
    await see(lastMessage().getByRole('heading', { name: 'Talks' }));
  });

  test('has buttons that work', async ({ visit: { page, lastMessage } }) => {
    await lastMessage().getByRole('button', { name: 'Sources' }).click();
    await see(page.getByText('Three sources.'));
    await see(lastMessage().getByText('Only you can see this'));
  });

  test('has a select menu that works by keyboard and changes the message', async ({
    visit: { page, messages, lastMessage },
  }) => {
    const menu = lastMessage().getByRole('combobox', { name: 'Go to a section' });
    await menu.focus();
    await page.keyboard.press('Enter');
    await see(page.getByRole('option', { name: 'Overview' }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await see(lastMessage().getByRole('heading', { name: 'Section: background' }));
    expect(await messages().count()).toBe(1);
  });

  test('opens a form that keeps the focus, insists on what is required, and is sent', async ({
    visit: { page, lastMessage },
  }) => {
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

  test('opens a form that Escape closes', async ({ visit: { page, lastMessage } }) => {
    await lastMessage().getByRole('button', { name: 'Ask a question' }).click();
    const form = page.getByRole('dialog', { name: 'Ask a question' });
    await see(form);
    await page.keyboard.press('Escape');
    await gone(form);
  });

  test('never takes the focus away from somebody at the keyboard', async ({
    visit: { page, lastMessage },
  }) => {
    const ask = lastMessage().getByRole('button', { name: 'Ask a question' });
    const sources = lastMessage().getByRole('button', { name: 'Sources' });
    const menu = lastMessage().getByRole('button', { name: 'More acts on this message' });
    await ask.press('Enter');
    await see(page.getByRole('dialog'));
    await page.keyboard.press('Escape');
    await expectFocus(ask);
    await menu.press('Enter');
    await see(page.getByRole('menuitem', { name: 'Reply' }));
    await page.keyboard.press('Escape');
    await expectFocus(menu);
    await sources.press('Enter');
    const dismiss = page.getByRole('button', { name: 'Dismiss message' });
    await see(dismiss);
    await dismiss.press('Enter');
    await gone(dismiss);
    await expectFocus(page.getByRole('log'));
  });

  test('shows its raw JSON and the verdict of the specification', async ({
    visit: { messages, lastMessage },
  }) => {
    await messages().last().hover();
    await lastMessage().getByRole('button', { name: 'Inspect' }).click();
    await see(lastMessage().getByText('Valid against Discord’s published specification'));
    expect(await lastMessage().getByLabel('Raw JSON').textContent()).toContain('"accent_color": 5793266');
  });
});

test('the raw JSON of a tall message opens in view and with the focus, and Escape leads back', async ({
  visit: { page, bot, lastMessage, inView },
}) => {
  const lines = Array.from({ length: 120 }, (_, number) => `Line ${number}`);
  await bot.say(forum.general, lines.join('\n'));
  await bot.say(forum.general, lines.toReversed().join('\n'));
  // Both hold the same lines: only the second begins with this one.
  await see(lastMessage().getByText(/^\s*Line 119/));
  const inspect = lastMessage().getByRole('button', { name: 'Inspect' });
  await inspect.press('Enter');
  const panel = lastMessage().getByRole('region', { name: /^Inspect message/ });
  await expectFocus(panel);
  await inView(panel.getByText('Valid against Discord’s published specification'));
  await inView(panel.getByLabel('Raw JSON'));
  await page.keyboard.press('Escape');
  await gone(panel);
  await expectFocus(inspect);
});

test('pictures from elsewhere are named and not fetched, also in embeds', async ({
  visit: { bot, lastMessage },
}) => {
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

test('an embed shows its icons, and names a drawing in SVG, which Discord does not show', async ({
  visit: { bot, lastMessage },
}) => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>';
  const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64');
  await bot.say(forum.general, {
    files: [
      { attachment: dot, name: 'seal.gif' },
      { attachment: Buffer.from(drawing), name: 'map.svg' },
    ],
    embeds: [
      {
        author: { name: 'The ministry', icon_url: 'attachment://seal.gif' },
        footer: { text: 'The desk', icon_url: 'attachment://seal.gif' },
        image: { url: 'attachment://map.svg' },
      },
    ],
  });
  await see(lastMessage().getByText('map.svg is a drawing'));
  const icons = lastMessage().locator('chat-embed img');
  await expect.poll(() => icons.count()).toBe(2);
  const widths = await icons.evaluateAll((all) => all.map((icon) => (icon as HTMLImageElement).naturalWidth));
  expect(widths).toEqual([1, 1]);
});

describe('the list of messages', () => {
  test.beforeEach(async ({ visit: { page, sandbox } }) => {
    for (let number = 1; number <= 40; number += 1) {
      sandbox.people.say({ memberId: mara, channelId: forum.general, content: `number ${number}` });
    }
    await see(page.getByText('number 40', { exact: true }));
  });

  test('follows new messages at the end', async ({ visit: { page, sandbox, inView } }) => {
    sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'the newest' });
    await inView(page.getByText('the newest', { exact: true }));
  });

  test('stays where the reader scrolled to, and comes back on request', async ({
    visit: { page, sandbox, inView, isInView },
  }) => {
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

  test('lets the reader go up at the very moment in which a message comes', async ({
    visit: { page, sandbox, isInView },
  }) => {
    const list = page.getByRole('log');
    // Between the message and the event of the move that followed it: what a wheel under way does.
    await list.evaluate((scroller) => {
      const messages = scroller.querySelector('discord-messages');
      if (messages === null) throw new Error('No messages');
      new MutationObserver((_, observer) => {
        observer.disconnect();
        scroller.scrollTop -= 600;
      }).observe(messages, { childList: true });
    });
    sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'the newest' });
    await see(page.getByRole('button', { name: 'Jump to present' }));
    expect(await isInView(page.getByText('the newest', { exact: true }))).toBe(false);
  });
});

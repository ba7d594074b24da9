import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectFocus, gone, see, test } from './visit.ts';

const { ada, forum } = FIRST_WORLD;
// So many stops lie between two things on the page at most.
const furthestStops = 30;

/** Goes on with Tab alone until something has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < furthestStops; stop += 1) {
    await page.keyboard.press('Tab');
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
  }
  throw new Error(`${String(target)} cannot be reached by Tab.`);
}

describe('by keyboard alone', () => {
  test('an answer is read, pressed, chosen from, inspected and dismissed', async ({
    visit: { page, sandbox, messages },
  }) => {
    await sandbox.people.runCommand({
      memberId: ada,
      channelId: forum.general,
      command: 'briefing',
      subcommand: 'read',
      options: { title: 'Talks' },
    });
    const answer = messages().first();
    await see(answer.getByRole('heading', { name: 'Talks' }));
    await page.getByRole('log').focus();

    await tabTo(page, answer.getByRole('combobox', { name: 'Go to a section' }));
    await tabTo(page, answer.getByRole('button', { name: 'Sources' }));
    await page.keyboard.press('Enter');
    const dismiss = page.getByRole('button', { name: 'Dismiss message' });
    await see(dismiss);
    await tabTo(page, answer.getByRole('button', { name: 'Ask a question' }));
    await page.keyboard.press('Space');
    const form = page.getByRole('dialog', { name: 'Ask a question' });
    await expectFocus(form.getByRole('textbox', { name: 'Your question' }));
    await page.keyboard.press('Escape');
    await gone(form);

    await tabTo(page, answer.getByRole('button', { name: 'Inspect' }));
    await page.keyboard.press('Enter');
    await expectFocus(answer.getByRole('region', { name: /^Inspect message/ }));
    await page.keyboard.press('Escape');
    await tabTo(page, answer.getByRole('button', { name: 'More acts on this message' }));
    await page.keyboard.press('Enter');
    await see(page.getByRole('menuitem', { name: 'Reply' }));
    await page.keyboard.press('Escape');

    await tabTo(page, dismiss);
    await page.keyboard.press('Enter');
    await gone(dismiss);
    await expectFocus(page.getByRole('log'));

    await tabTo(page, answer.getByRole('combobox', { name: 'Go to a section' }));
    await page.keyboard.press('Enter');
    await see(page.getByRole('option', { name: 'Overview' }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await see(answer.getByRole('heading', { name: 'Section: background' }));
  });

  test('a poll is voted in', async ({ visit: { page, sandbox, bot, lastMessage } }) => {
    sandbox.people.setOverwrite(forum.general, {
      id: forum.botRole,
      type: OverwriteType.Role,
      allow: String(PermissionFlagsBits.SendPolls),
      deny: '0',
    });
    await bot.say(forum.general, {
      poll: {
        question: { text: 'Where next?' },
        answers: [{ text: 'Istanbul' }, { text: 'Riyadh' }],
        duration: 24,
        allowMultiselect: false,
      },
    });
    const poll = lastMessage();
    await see(poll.getByText('Where next?'));
    await page.getByRole('log').focus();
    // The answers are one stop.
    await tabTo(page, poll.getByRole('radio', { name: 'Istanbul' }));
    await page.keyboard.press('ArrowDown');
    await expectFocus(poll.getByRole('radio', { name: 'Riyadh' }));
    await tabTo(page, poll.getByRole('button', { name: 'Vote', exact: true }));
    await page.keyboard.press('Enter');
    await see(poll.getByText('Your vote'));
  });

  test('a post of a forum is begun and sent', async ({ visit: { page, sandbox } }) => {
    await page.getByRole('button', { name: 'debates (forum)' }).click();
    await page.getByRole('button', { name: 'New post' }).press('Enter');
    await expectFocus(page.getByLabel('Title'));
    await page.keyboard.type('What is a tariff?');
    await page.keyboard.press('Tab');
    await page.keyboard.type('I keep reading it.');
    await tabTo(page, page.getByRole('button', { name: 'Post', exact: true }));
    await page.keyboard.press('Enter');
    await see(page.getByText('I keep reading it.'));
    expect(sandbox.people.channels(forum.id).at(-1)?.name).toBe('What is a tariff?');
  });

  test('the drawer of a narrow screen opens with the focus in it and closes with Escape, also while it moves', async ({
    visit: { page },
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    const open = page.getByRole('button', { name: 'Channels and people' });
    await open.press('Enter');
    const channels = page.getByRole('navigation', { name: 'Channels' });
    await expectFocus(channels.getByRole('button', { name: 'general' }));
    await page.keyboard.press('Escape');
    await gone(channels);
    await expectFocus(open);
    await open.press('Enter');
    await page.getByText('Foreign Affairs Forum').click();
    await page.keyboard.press('Escape');
    await gone(channels);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

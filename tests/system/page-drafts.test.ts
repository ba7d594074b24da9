import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { findBarriers } from './find-barriers.ts';
import { gone, see, test, type Visit } from './visit.ts';

const { ada, mara, forum } = FIRST_WORLD;
const noPermission = 'You do not have permission to send messages in this channel.';

async function goTo(page: Page, channel: RegExp): Promise<void> {
  await page.getByRole('button', { name: channel }).click();
}

/** What @everyone may no longer do in a channel; members hear of it. */
function deny({ sandbox }: Visit, channelId: string, permissions: bigint): void {
  const everyone = { id: forum.id, type: OverwriteType.Role };
  sandbox.people.setOverwrite(channelId, { ...everyone, allow: '0', deny: String(permissions) });
}

describe('what is written and not sent', () => {
  test('stays in its channel and with its member, a command and a reply, too', async ({
    visit: { page, sandbox, composer, lastMessage },
  }) => {
    sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'Is this so?' });
    await see(page.getByText('Is this so?'));
    await lastMessage().getByRole('button', { name: 'More acts on this message' }).click();
    await page.getByRole('menuitem', { name: 'Reply' }).click();
    await composer().fill('for general');
    await goTo(page, /^briefings/);
    await see(page.getByPlaceholder('Message #briefings'));
    expect(await composer().inputValue()).toBe('');
    await gone(page.getByText('Replying to'));
    await page.keyboard.type('/briefing read Talks');
    await page.getByRole('radio', { name: 'Jun' }).check();
    await see(composer());
    expect(await composer().inputValue()).toBe('');
    await composer().fill('for briefings, by Jun');

    await page.getByRole('radio', { name: 'Ada' }).check();
    await see(page.locator('chat-composer').getByText('/briefing read'));
    expect(await page.getByRole('combobox', { name: 'title' }).inputValue()).toBe('Talks');
    await goTo(page, /^general/);
    await see(page.getByText('Replying to'));
    expect(await composer().inputValue()).toBe('for general');
    await composer().press('Enter');
    await see(lastMessage().getByText('for general'));
    await page.getByRole('radio', { name: 'Jun' }).check();
    await goTo(page, /^briefings/);
    await expect.poll(() => composer().inputValue()).toBe('for briefings, by Jun');
  });

  test('is back in its own channel when the sandbox refused it after the page had moved on', async ({
    visit: { page, sandbox, composer },
  }) => {
    const asked = Promise.withResolvers<void>();
    await page.route('**/sandbox/messages', async (route) => {
      await asked.promise;
      await route.fulfill({ status: 403, json: { error: 'This member may not write in this channel.' } });
    });
    await composer().fill('refused');
    await composer().press('Enter');
    await goTo(page, /^briefings/);
    await composer().fill('here');
    asked.resolve();
    await see(page.getByRole('alert').filter({ hasText: 'may not write' }));
    expect(await composer().inputValue()).toBe('here');
    await page.unroute('**/sandbox/messages');
    await composer().press('Enter');
    await see(page.getByRole('article').getByText('here', { exact: true }));
    await goTo(page, /^general/);
    await expect.poll(() => composer().inputValue()).toBe('refused');
    expect(sandbox.messages(forum.general)).toEqual([]);
  });
});

describe('where a member may not write', () => {
  test('the field takes commands only, and keeps what was begun', async ({ visit }) => {
    const { page, composer, lastMessage, sandbox } = visit;
    await composer().fill('half a thought');
    deny(visit, forum.general, PermissionFlagsBits.SendMessages);
    await see(page.getByText(noPermission));
    const field = page.getByRole('combobox', { name: /^Command in #general/ });
    expect(await field.inputValue()).toBe('');
    await field.focus();
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('');
    expect(await page.getByLabel('Attach files').count()).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
    deny(visit, forum.general, 0n);
    await see(composer());
    expect(await composer().inputValue()).toBe('half a thought');

    await goTo(page, /^digest/);
    await see(page.getByText(noPermission));
    await page.keyboard.type('/briefing read Talks in Riyadh');
    await see(page.getByRole('option').first());
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await see(lastMessage().getByRole('heading', { name: 'Talks in Riyadh' }));
    expect(sandbox.messages(forum.general)).toEqual([]);
  });

  test('and use no command, the field is shut', async ({ visit }) => {
    const { page, sandbox } = visit;
    const { SendMessages, UseApplicationCommands } = PermissionFlagsBits;
    deny(visit, forum.general, SendMessages | UseApplicationCommands);
    const field = page.getByPlaceholder(noPermission);
    await see(field);
    expect(await field.isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'Send message' }).count()).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await field.evaluate((element) => element.scrollHeight <= element.clientHeight)).toBe(true);
    expect(() => sandbox.people.say({ memberId: ada, channelId: forum.general, content: 'x' })).toThrow(
      'may not write',
    );
  });

  test('no post of a forum can be begun', async ({ visit }) => {
    const { page, bot, sandbox } = visit;
    sandbox.people.setRoles(forum.id, FIRST_WORLD.bot, [forum.botRole, forum.moderatorRole]);
    const questions = await bot.createForum(forum.id, 'questions', []);
    deny(visit, questions.id, PermissionFlagsBits.SendMessages);
    await goTo(page, /^questions/);
    await see(page.getByText('You do not have permission to post in this forum.'));
    expect(await page.getByRole('button', { name: 'New post' }).isDisabled()).toBe(true);
  });
});

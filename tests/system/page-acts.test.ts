import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { ComponentType, MessageFlags, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect } from 'vitest';
import { findBarriers } from './find-barriers.ts';
import { expectFocus, gone, see, test } from './visit.ts';

const { mara, forum } = FIRST_WORLD;

describe('what Discord’s client does beside', () => {
  const { name, mimeType, buffer } = {
    name: 'map.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('north'),
  };

  test('commands on messages and members, from their menus', async ({
    visit: { page, sandbox, lastMessage },
  }) => {
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

  test('a file and a role as options', async ({ visit: { page, composer, lastMessage } }) => {
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

  test('a form with boxes, files and roles', async ({ visit: { page, lastMessage, runByKeyboard } }) => {
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

  test('files in messages, which others can open', async ({ visit: { page, sandbox, lastMessage } }) => {
    await page.getByLabel('Attach files').setInputFiles({ name, mimeType, buffer });
    await page.getByRole('button', { name: 'Send message' }).click();
    const link = lastMessage().getByRole('link', { name: 'map.txt' });
    await see(link);
    const opened = await page.request.get(new URL((await link.getAttribute('href')) ?? '', sandbox.url).href);
    expect(await opened.text()).toBe('north');
  });

  test('files that are covered until somebody looks, and drawings as files', async ({
    visit: { bot, lastMessage },
  }) => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    await bot.say(forum.general, {
      files: [
        { name: 'SPOILER_end.txt', attachment: buffer },
        { name: 'border.svg', attachment: svg },
      ],
    });
    await see(lastMessage().getByRole('link', { name: 'border.svg' }));
    const covered = lastMessage().getByRole('link', { name: 'SPOILER_end.txt' });
    expect(await covered.isVisible()).toBe(false);
    await lastMessage().getByText('Spoiler', { exact: true }).click();
    await see(covered);
  });

  test('that a thread was started, by name, also right after a message of the same author', async ({
    visit: { page, sandbox, bot, lastMessage },
  }) => {
    sandbox.people.setOverwrite(forum.general, {
      id: forum.botRole,
      type: OverwriteType.Role,
      allow: String(PermissionFlagsBits.CreatePublicThreads),
      deny: '0',
    });
    await bot.say(forum.general, 'Let us move');
    await bot.startThread(forum.general, 'Elsewhere');
    await see(lastMessage().getByText('started a thread:'));
    await see(lastMessage().getByText('Communiqué').first());
    expect(await page.locator('chat-message.continued').count()).toBe(0);
  });

  test('votes, which each member has of their own', async ({ visit: { page, sandbox, bot } }) => {
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

  test('reactions and replies', async ({ visit: { page, sandbox, lastMessage } }) => {
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

  test('what a message replies to, that it was edited, and what lies on Discord’s servers', async ({
    visit: { sandbox, bot, lastMessage },
  }) => {
    const asked = sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'When is it?' });
    const reply = await bot.say(forum.general, { content: 'Soon', reply: { messageReference: asked.id } });
    await reply.edit(`On Friday <:dove:1191200000000000555>, <@&${forum.moderatorRole}>`);
    await see(lastMessage().getByText('(edited)'));
    await see(lastMessage().getByText('When is it?'));
    await see(lastMessage().getByText(':dove:'));
    await see(lastMessage().getByText('Moderators'));
  });

  test('a file component, with the file it shows', async ({ visit: { bot, lastMessage } }) => {
    await bot.say(forum.general, {
      flags: MessageFlags.IsComponentsV2,
      files: [{ name, attachment: buffer }],
      components: [{ type: ComponentType.File, file: { url: `attachment://${name}` } }],
    });
    const link = lastMessage().getByRole('link', { name });
    await see(link);
    expect(await link.getAttribute('download')).toBe(name);
    await see(lastMessage().getByText('5 bytes'));
    await lastMessage().hover();
    await lastMessage().getByRole('button', { name: 'Inspect' }).click();
    await see(lastMessage().getByText('Valid against Discord’s published specification'));
  });
});

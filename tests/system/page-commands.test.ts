import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { describe, expect } from 'vitest';
import { expectFocus, gone, see, test } from './visit.ts';

const { mara, forum } = FIRST_WORLD;

describe('a newcomer', () => {
  test('finds the channels and what to do, and reads a briefing by keyboard alone', async ({
    visit: { page, composer, lastMessage },
  }) => {
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

  test('is told what a command still needs, and leaves it with Escape', async ({
    visit: { page, composer },
  }) => {
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

  test('types a number, of which completing another option knows', async ({ visit: { page, composer } }) => {
    await composer().fill('/briefing read ');
    const title = page.getByRole('combobox', { name: 'title' });
    await expectFocus(title);
    await page.keyboard.type('talks');
    await see(page.getByRole('option', { name: 'Talks in Riyadh' }));
    expect(await page.getByRole('option').count()).toBe(2);
    await page.keyboard.press('Tab');
    await page.keyboard.type('poi');
    await page.keyboard.press('Enter');
    await expectFocus(page.getByRole('combobox', { name: 'points' }));
    await page.keyboard.type('1');
    await title.fill('talks in');
    await gone(page.getByRole('option', { name: 'Talks in Riyadh' }));
    await see(page.getByRole('option', { name: 'Talks in Istanbul' }));
    expect(await page.getByRole('option').count()).toBe(1);
  });

  test('adds an optional option and gets an answer only they can see, and dismisses it', async ({
    visit: { page, sandbox, composer, lastMessage },
  }) => {
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

test('a message that is too long is not cut but refused, and the characters left are counted', async ({
  visit: { page, composer, messages, lastMessage },
}) => {
  await composer().fill('x'.repeat(1_990));
  await see(page.getByRole('status', { name: '10 characters left' }));
  await composer().fill('x'.repeat(2_001));
  await page.keyboard.press('Enter');
  await see(page.getByText('A message has at most 2000 characters; this one has 2001.'));
  expect(await messages().count()).toBe(0);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await see(lastMessage());
  await gone(page.getByText('A message has at most'));
});

describe('a bot that', () => {
  test('thinks is shown thinking until it answers', async ({
    visit: { page, bot, lastMessage, runByKeyboard },
  }) => {
    await runByKeyboard('/slow ');
    await see(page.getByText('Communiqué is thinking…'));
    bot.release();
    await see(lastMessage().getByText('Thought about it.'));
    await gone(page.getByText('Communiqué is thinking…'));
  });

  test('never answers is said not to have responded', async ({ visit: { page, runByKeyboard } }) => {
    await runByKeyboard('/silent ');
    const failure = page.getByRole('alert').filter({ hasText: 'The application did not respond' });
    await see(failure);
    await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
    await gone(failure);
  });

  test('disconnects is shown as offline', async ({ visit: { page, bot } }) => {
    await bot.stop();
    await see(page.getByText('Communiqué is offline.'));
  });
});

test('a first visitor is told once how to talk to the bot', async ({ visit: { page, sandbox } }) => {
  sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'Hello' });
  const hint = page.getByRole('note');
  await hint.getByRole('button', { name: '/briefing read' }).click();
  await expectFocus(page.getByRole('combobox', { name: 'title' }));
  await page.reload();
  await see(page.getByText('Hello'));
  expect(await hint.count()).toBe(0);
});

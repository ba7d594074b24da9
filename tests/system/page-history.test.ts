import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { findBarriers } from './find-barriers.ts';
import { expectFocus, gone, see, test, type Visit } from './visit.ts';

const { mara, forum } = FIRST_WORLD;

/** Fills #general while the page is closed; the number of bytes of lists of messages the page then fetched. */
async function fillChannel({ page, sandbox, lastMessage }: Visit, count: number): Promise<() => number> {
  const address = page.url();
  await page.goto('about:blank');
  for (let number = 1; number <= count; number += 1) {
    sandbox.people.say({ memberId: mara, channelId: forum.general, content: `number ${number}` });
  }
  let bytes = 0;
  page.on('response', (response) => {
    if (!response.url().includes(`/channels/${forum.general}/messages`)) return;
    void response.body().then((body) => (bytes += body.length));
  });
  await page.goto(address);
  await see(lastMessage().getByText(`number ${count}`));
  return () => bytes;
}

async function topOf(locator: Locator): Promise<number> {
  return (await locator.boundingBox())?.y ?? Number.NaN;
}

describe('a long channel', () => {
  test('arrives newest first; going up brings older messages and leaves the reader in place', async ({
    visit,
  }) => {
    const { page, messages } = visit;
    const bytes = await fillChannel(visit, 2_000);
    expect(await messages().count()).toBe(50);
    expect(bytes()).toBeLessThan(100_000);
    const oldest = page.getByText('number 1951', { exact: true });
    await page.getByRole('log').evaluate((element) => element.scrollTo(0, 200));
    const before = await topOf(oldest);
    await expect.poll(() => messages().count()).toBe(100);
    await expect.poll(async () => Math.abs((await topOf(oldest)) - before)).toBeLessThan(2);

    visit.sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'one more' });
    await expect.poll(() => messages().count()).toBe(101);
    expect(Math.abs((await topOf(oldest)) - before)).toBeLessThan(2);
    await page.getByRole('button', { name: 'Jump to present' }).click();
    await visit.inView(page.getByText('one more'));
  });

  test('takes a burst of two thousand messages while it is open, and goes on answering', async ({
    visit,
  }) => {
    const { page, messages, lastMessage } = visit;
    for (let number = 1; number <= 2_000; number += 1) {
      visit.sandbox.people.say({ memberId: mara, channelId: forum.general, content: `number ${number}` });
    }
    await see(lastMessage().getByText('number 2000', { exact: true }));
    expect(await messages().count()).toBeLessThanOrEqual(100);
    await page.getByRole('button', { name: 'briefings (text channel)' }).click();
    await see(page.getByRole('heading', { name: 'briefings', level: 1 }));
  });

  test('is read to its beginning with the keyboard alone', async ({ visit }) => {
    const { page, messages } = visit;
    await fillChannel(visit, 160);
    await page.getByRole('log').focus();
    for (let shown = 50; shown < 160; shown = await messages().count()) {
      await page.keyboard.press('Home');
      await expect.poll(() => messages().count()).toBeGreaterThan(shown);
    }
    await page.keyboard.press('Home');
    await see(page.getByRole('heading', { name: 'Welcome to #general!' }));
    await expectFocus(page.getByRole('log'));
    await page.keyboard.press('End');
    await visit.inView(page.getByText('number 160', { exact: true }));
  });

  test('shows earlier messages at the press of a button, and again after a failure', async ({ visit }) => {
    const { page, messages } = visit;
    await fillChannel(visit, 60);
    await page.route('**/messages?*before=*', (route) => route.abort());
    const button = page.getByRole('button', { name: 'Show earlier messages' });
    await button.focus();
    await see(page.getByRole('alert').filter({ hasText: 'The sandbox does not answer.' }));
    expect(await messages().count()).toBe(50);
    await page.unroute('**/messages?*before=*');
    await page.keyboard.press('Enter');
    await expect.poll(() => messages().count()).toBe(60);
    await gone(button);
    await expectFocus(page.getByRole('log'));
  });

  test('leads from a reply to the message it answers, however far up', async ({ visit }) => {
    const { page, sandbox, lastMessage } = visit;
    const asked = sandbox.people.say({ memberId: mara, channelId: forum.general, content: 'When is it?' });
    await fillChannel(visit, 120);
    const reply = { memberId: mara, channelId: forum.general, content: 'Soon', replyTo: asked.id };
    sandbox.people.say(reply);
    await see(lastMessage().getByText('Soon'));
    await lastMessage().getByRole('button', { name: 'When is it?' }).focus();
    await page.keyboard.press('Enter');
    const original = page.locator(`chat-message[data-id="${asked.id}"]`);
    await visit.inView(original);
    await expectFocus(original.getByRole('article'));
    expect(await findBarriers(page)).toEqual([]);
  });

  test('shows its end again to whoever comes back', async ({ visit }) => {
    const { page, messages } = visit;
    await fillChannel(visit, 160);
    await page.getByRole('log').evaluate((element) => element.scrollTo(0, 0));
    await expect.poll(() => messages().count()).toBe(100);
    await page.getByRole('button', { name: /^briefings/ }).click();
    await see(page.getByRole('heading', { name: 'Welcome to #briefings!' }));
    await page.getByRole('button', { name: /^general/ }).click();
    await visit.inView(page.getByText('number 160', { exact: true }));
    expect(await messages().count()).toBe(50);
  });
});

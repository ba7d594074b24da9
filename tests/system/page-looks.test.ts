import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { showEverything } from '../support/page-showcase.ts';
import { findBarriers } from './find-barriers.ts';
import { see, test, type Visit } from './visit.ts';

const { forum, ada } = FIRST_WORLD;

/** Kept after the run, to be looked at. */
const pictures = join(tmpdir(), 'communique-looks');

interface Look {
  width: number;
  height: number;
  colorScheme: 'dark' | 'light';
  isPictured: boolean;
}

const looks: readonly Look[] = [
  { width: 1280, height: 900, colorScheme: 'dark', isPictured: true },
  { width: 390, height: 844, colorScheme: 'light', isPictured: true },
  { width: 1280, height: 900, colorScheme: 'light', isPictured: false },
  { width: 390, height: 844, colorScheme: 'dark', isPictured: false },
];

test('everything that a message shows is drawn, wide and narrow, dark and light, without barriers', async ({
  visit,
}) => {
  mkdirSync(pictures, { recursive: true });
  await showEverything(visit.sandbox, visit.bot);
  await see(visit.lastMessage().getByText('A message with a thread'));
  const shown = visit.sandbox.people.messages({ memberId: ada, channelId: forum.general });
  expect(shown.filter(({ verdict }) => !verdict.ok).map(({ verdict }) => verdict.violations)).toEqual([]);
  for (const look of looks) {
    await wear(visit.page, look);
    if (look.isPictured) await takeAllMessages(visit.page, look);
    await checkBarriers(visit.page, look);
  }
});

test('forms, settings and the inspector fit, wide and narrow, dark and light, without barriers', async ({
  visit,
}) => {
  mkdirSync(pictures, { recursive: true });
  const { page, sandbox, lastMessage } = visit;
  const where = { memberId: ada, channelId: forum.general };
  const options = { title: 'Talks' };
  await sandbox.people.runCommand({ ...where, command: 'briefing', subcommand: 'read', options });
  for (const look of looks) {
    await wear(page, look);
    await lastMessage().getByRole('button', { name: 'Ask a question' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    await see(page.getByText('This field is required.').first());
    await shoot(page, look, 'form');
    await page.keyboard.press('Escape');

    await lastMessage().getByRole('button', { name: 'Inspect' }).focus();
    await page.keyboard.press('Enter');
    await see(lastMessage().getByLabel('Raw JSON'));
    await shoot(page, look, 'inspector');
    await page.keyboard.press('Enter');
    await showSettings(visit, look);
  }
});

async function showSettings({ page }: Visit, look: Look): Promise<void> {
  const isNarrow = look.width < 720;
  const drawer = page.getByRole('button', { name: 'Channels and people' });
  if (isNarrow) await drawer.click();
  await page.getByRole('radio', { name: 'Mara' }).check();
  await shoot(page, look, 'people');
  await page.getByRole('button', { name: 'Server settings' }).click();
  await shoot(page, look, 'settings');
  await page.keyboard.press('Escape');
  if (isNarrow) await drawer.click();
  await page.getByRole('radio', { name: 'Ada' }).check();
  if (isNarrow) await page.keyboard.press('Escape');
}

async function wear(page: Page, { width, height, colorScheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  await page.reload();
  await see(page.getByRole('article').last());
}

async function takeAllMessages(page: Page, look: Look): Promise<void> {
  const list = page.getByRole('log');
  const screens = await screensOf(list);
  for (let screen = 0; screen < screens; screen += 1) {
    await list.evaluate((element, top) => element.scrollTo(0, top * element.clientHeight), screen);
    await take(page, look, `messages-${screen}`);
  }
}

async function screensOf(list: Locator): Promise<number> {
  return list.evaluate(({ scrollHeight, clientHeight }) => Math.ceil(scrollHeight / clientHeight));
}

async function shoot(page: Page, look: Look, name: string): Promise<void> {
  if (look.isPictured) await take(page, look, name);
  await checkBarriers(page, look);
}

async function take(page: Page, { width, colorScheme }: Look, name: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `${width}-${colorScheme}-${name}.png`) });
}

async function checkBarriers(page: Page, { width, colorScheme }: Look): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  expect(await findBarriers(page), `barriers at ${width} pixels, ${colorScheme}`).toEqual([]);
}

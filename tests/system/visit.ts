import { createDevelopmentClock } from '@communique/shared/clock';
import { createSilentLogger } from '@communique/shared/logger';
import { bundlePage, createPageLoader } from '@communique/sandbox/http/bundle-page';
import { createSandbox, type Sandbox } from '@communique/sandbox/sandbox';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import type { Browser, Locator, Page } from 'playwright-core';
import { test as base, expect } from 'vitest';
import { startPageBot } from '../support/page-bot.ts';
import { openBrowser } from './open-browser.ts';

const token = 'a-token-for-the-page-test';
const patience = 10_000;
const { forum, ada } = FIRST_WORLD;

/** A sandbox with a small bot, and its page opened by Ada in #general. */
export interface Visit {
  sandbox: Sandbox;
  bot: Awaited<ReturnType<typeof startPageBot>>;
  page: Page;
  composer: () => Locator;
  messages: () => Locator;
  lastMessage: () => Locator;
  /** Types a command, completes its first option when there is a value, and sends it. */
  runByKeyboard: (command: string, value?: string) => Promise<void>;
  /** Whether an element lies within the visible part of the list of messages. */
  isInView: (locator: Locator) => Promise<boolean>;
  inView: (locator: Locator) => Promise<void>;
  /** What the test means to ask of the sandbox although nothing imitates it. */
  expectedRoutes: string[];
  /** The rules that the test means the bot to break. */
  expectedRules: string[];
}

const loadPage = createPageLoader(bundlePage);

/**
 * Every visit ends with a look at what must never happen: requests to other hosts, errors of the page, failures of the bot, violations
 * of Discord's rules, routes that are not imitated.
 */
export const test = base
  .extend('launch', { scope: 'file' }, { browser: openBrowser })
  .extend('browser', { scope: 'file' }, async ({ launch }, { onCleanup }) => {
    const browser = await launch.browser();
    onCleanup(async () => browser.close());
    return browser;
  })
  .extend('visit', async ({ browser }, { onCleanup }): Promise<Visit> => {
    const clock = createDevelopmentClock();
    const sandbox = await createSandbox({
      port: 0,
      loadPage,
      botToken: token,
      clock,
      logger: createSilentLogger(),
      async requestClock() {
        clock.setOffset(clock.offset() + 24 * 3_600_000);
        await bot.say(forum.digest, 'Here is the digest.');
        return { at: clock.now(), message: `Posted in <#${forum.digest}>.` };
      },
    });
    const bot = await startPageBot({ apiUrl: sandbox.apiUrl, token });
    const { page, complaints } = await openPage(browser, sandbox);
    const expectedRoutes: string[] = [];
    const expectedRules: string[] = [];
    onCleanup(async () => {
      await page.context().close();
      await bot.stop();
      await sandbox.close();
      expect(complaints, 'requests to other hosts and errors of the page').toEqual([]);
      expect(bot.failures).toEqual([]);
      expect([...new Set(sandbox.violations().map(({ rule }) => rule))]).toEqual(expectedRules);
      expect(sandbox.unhandledRoutes()).toEqual(expectedRoutes);
    });
    return { sandbox, bot, page, expectedRoutes, expectedRules, ...createHelpers(page) };
  });

/** Whatever the page asks of other hosts and every error of its own is a complaint. */
async function openPage(browser: Browser, { url }: Sandbox): Promise<{ page: Page; complaints: string[] }> {
  const complaints: string[] = [];
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'dark',
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('data:'))
      complaints.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(`${url}/#${forum.id}/${forum.general}/${ada}`);
  await see(page.getByRole('combobox', { name: /^Message #general/ }));
  return { page, complaints };
}

function createHelpers(
  page: Page,
): Omit<Visit, 'sandbox' | 'bot' | 'page' | 'expectedRoutes' | 'expectedRules'> {
  const composer = (): Locator => page.getByRole('combobox', { name: /^Message #/ });
  const messages = (): Locator => page.getByRole('article');

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

  async function isInView(locator: Locator): Promise<boolean> {
    const [element, list] = await Promise.all([locator.boundingBox(), page.getByRole('log').boundingBox()]);
    return element !== null && list !== null && element.y >= list.y && element.y < list.y + list.height;
  }

  return {
    composer,
    messages,
    lastMessage: () => messages().last(),
    runByKeyboard,
    isInView,
    async inView(locator) {
      await expect.poll(() => isInView(locator), { timeout: patience }).toBe(true);
    },
  };
}

export async function see(locator: Locator): Promise<void> {
  await locator.waitFor({ state: 'visible', timeout: patience });
}

export async function gone(locator: Locator): Promise<void> {
  await locator.waitFor({ state: 'hidden', timeout: patience });
}

export async function expectFocus(locator: Locator): Promise<void> {
  await locator.and(locator.page().locator(':focus')).waitFor({ state: 'visible', timeout: patience });
}

import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { findBarriers } from './find-barriers.ts';
import { openBrowser } from './open-browser.ts';
import { startPrograms } from './start-programs.ts';

const patience = 10_000;
/** Kept after the run, to be looked at. */
const pictures = join(tmpdir(), 'communique-newcomer');

let browser: Browser;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await openBrowser();
});

afterAll(async () => browser.close());

// Side by side: most of the time is spent waiting for programs to start.
test.concurrent.for([
  { width: 1280, height: 800, colorScheme: 'dark' as const },
  { width: 390, height: 844, colorScheme: 'light' as const },
])(
  'a newcomer reads a briefing, reports a mistake, sets up a digest as a moderator and sees it arrive ($width px, $colorScheme)',
  async ({ width, height, colorScheme }, { onTestFinished }) => {
    const programs = await startPrograms(temporaryFolder(onTestFinished));
    const complaints: string[] = [];
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    try {
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        const isHere = request.url().startsWith(`${programs.url}/`) || request.url().startsWith('data:');
        if (!isHere) complaints.push(request.url());
      });
      const visit = createVisit(page, width);
      await page.goto(programs.url);

      await visit.openChannel('briefings (text channel)');
      await visit.look('1-channel');
      await visit.startCommand('briefing read');
      await page.keyboard.type('malaysia');
      await see(page.getByRole('option', { name: /Malaysia/ }));
      await visit.look('2-autocomplete');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');

      const briefing = page.getByRole('article').filter({ has: page.getByRole('combobox') });
      await see(briefing.getByRole('heading', { name: /Malaysia/ }));
      await briefing.getByRole('combobox', { name: 'Read a section' }).click();
      await see(page.getByRole('option').nth(1));
      await visit.look('3-sections');
      await page.getByRole('option').nth(1).click();
      await see(visit.lastMessage().getByText('Only you can see this'));
      await visit.look('4-section');
      await visit.findBarriers('an answer');
      await briefing.getByRole('button', { name: /Sources/ }).click();
      await see(
        visit
          .lastMessage()
          .getByText(/reliability/)
          .first(),
      );
      await visit.look('5-sources');

      await briefing.getByRole('button', { name: 'Report a mistake' }).click();
      const form = page.getByRole('dialog', { name: 'Report a mistake' });
      await form.getByRole('combobox', { name: 'What is wrong?' }).click();
      await page.getByRole('option', { name: 'It was so once, and is no longer' }).click();
      await form.getByRole('textbox', { name: 'In your own words' }).fill('The talks have ended since.');
      await visit.look('6-form');
      await visit.findBarriers('a form');
      await form.getByRole('button', { name: 'Submit' }).click();
      await see(visit.lastMessage().getByText('your report is in the editors’ queue'));

      await visit.speakAs('Mara');
      await visit.openChannel('mods (text channel)');
      await visit.startCommand('digest create');
      await page.keyboard.type('digest');
      await see(page.getByRole('option', { name: '#digest' }));
      await page.keyboard.press('Enter');
      await page.keyboard.type('09:00');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await see(visit.lastMessage().getByText('The digest is set up.'));
      await visit.look('7-digest-set-up');
      await visit.findBarriers('a digest set up');

      await page.getByRole('button', { name: 'Jump to the next digest' }).click();
      await see(
        page.getByRole('alert').filter({ hasText: 'The digest with 3 briefings was posted in #digest' }),
      );
      await visit.look('8-jump');
      await visit.openChannel('digest (announcement channel, new messages)');
      await see(visit.lastMessage().getByRole('heading').first());
      await see(page.locator('time[data-ahead]'));
      await visit.look('9-digest');

      await page.getByRole('button', { name: 'Jump to the next digest' }).click();
      await see(page.getByRole('alert').filter({ hasText: 'The digest with 2 briefings was posted' }));
      await page.getByRole('button', { name: 'Jump to the next digest' }).click();
      await see(page.getByRole('alert').filter({ hasText: 'Nothing new since the last digest' }));

      const state = await page.evaluate(async () => (await fetch('/sandbox/state')).json());
      expect(state).toMatchObject({ violations: { bot: 0, sandbox: 0 }, unhandledRoutes: [] });
      expect(complaints).toEqual([]);
      expect(visit.barriers).toEqual([]);
    } finally {
      await context.close();
      await programs.stop();
    }
  },
);

function createVisit(page: Page, width: number) {
  const isNarrow = width < 720;

  /** On a phone the lists lie in a drawer, which a chosen channel closes. */
  async function openDrawer(): Promise<void> {
    if (isNarrow) await page.getByRole('button', { name: 'Channels and people' }).click();
  }

  const barriers: string[] = [];

  return {
    barriers,
    lastMessage: () => page.getByRole('article').last(),
    async openChannel(name: string) {
      await openDrawer();
      await page.getByRole('button', { name }).click();
      const [shown = ''] = name.split(' ');
      // Whether or not this person may write there.
      await see(page.getByRole('heading', { name: shown, level: 1 }));
    },
    async speakAs(name: string) {
      await openDrawer();
      await page.getByRole('radio', { name }).check();
      await page.keyboard.press('Escape');
    },
    async startCommand(name: string) {
      await page.keyboard.type(`/${name}`);
      await see(page.getByRole('option', { name: `/${name}` }));
      await page.keyboard.press('Enter');
    },
    /** A picture for people who look at the run. */
    async look(step: string) {
      await page.screenshot({ path: join(pictures, `${width}-${step}.png`) });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    },
    /** What stands in the way of people who use the page otherwise than by eye and mouse. */
    async findBarriers(step: string) {
      for (const barrier of await findBarriers(page)) barriers.push(`${step}: ${barrier}`);
    },
  };
}

async function see(locator: Locator): Promise<void> {
  await locator.waitFor({ state: 'visible', timeout: patience });
}

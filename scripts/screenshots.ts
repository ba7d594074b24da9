/**
 * Makes the images of the README from the running programs: a fresh start, a real browser, commands typed as a person types them.
 * Needs Chromium (see `pnpm test:system`), and for letters and emoji as readers have them Debian's fonts-noto-core and
 * fonts-noto-color-emoji.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const FOLDER = 'docs/images';
const PORTS = { PORT: process.env['PORT'] ?? '4390', SANDBOX_PORT: process.env['SANDBOX_PORT'] ?? '4391' };
const CHAT = `http://localhost:${PORTS.SANDBOX_PORT}`;
/** Two screen points for each point of the page: sharp on the screens of today. Nothing moves while it is pictured. */
const SHARP = {
  deviceScaleFactor: 2,
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  reducedMotion: 'reduce',
} as const;

const data = mkdtempSync(join(tmpdir(), 'communique-screenshots-'));
const programs = spawn(process.execPath, ['scripts/start.ts'], {
  env: { PATH: process.env['PATH'], DATA_DIR: data, ...PORTS },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  await untilRunning();
  mkdirSync(FOLDER, { recursive: true });
  await takePictures();
} finally {
  programs.kill('SIGINT');
  if (programs.exitCode === null) await once(programs, 'exit');
  rmSync(data, { recursive: true, force: true });
}

async function untilRunning(): Promise<void> {
  for await (const line of createInterface({ input: programs.stdout })) {
    if (line.includes('is running')) return;
  }
  throw new Error('The programs did not start');
}

async function takePictures(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  try {
    await takePicture(browser, 'sandbox-briefing', { viewport: { width: 1180, height: 960 } }, readBriefing);
    await takePicture(
      browser,
      'sandbox-digest-phone',
      { viewport: { width: 390, height: 844 }, hasTouch: true },
      receiveDigest,
    );
  } finally {
    await browser.close();
  }
}

async function takePicture(
  browser: Browser,
  name: string,
  options: BrowserContextOptions,
  prepare: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ ...SHARP, colorScheme: 'dark', ...options });
  const page = await context.newPage();
  await page.goto(CHAT);
  await page.getByRole('combobox', { name: /^Message #general/ }).waitFor();
  await prepare(page);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await context.close();
}

/** Typed and chosen by keyboard, as the page says on the first visit. */
async function readBriefing(page: Page): Promise<void> {
  await startCommand(page, '/briefing read');
  await page.keyboard.type('malaysia');
  await page.getByRole('option', { name: /Malaysia/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Sources/ }).waitFor();
}

/** The moderator sets up a digest; the clock jumps to it; a member reads it. */
async function receiveDigest(page: Page): Promise<void> {
  await speakAs(page, 'Mara');
  await startCommand(page, '/digest create');
  await page.keyboard.type('digest');
  await page.getByRole('option', { name: '#digest' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('09:00');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('The digest is set up.').waitFor();
  await page.getByRole('button', { name: 'Jump to the next digest' }).click();
  await page.getByRole('alert').getByRole('button', { name: '#digest' }).click();
  await speakAs(page, 'Ada');
  const digest = page.getByRole('article').last();
  await digest.waitFor();
  await digest.evaluate((element) => element.scrollIntoView({ block: 'start' }));
}

async function startCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.type(name);
  await page.getByRole('option', { name }).waitFor();
  await page.keyboard.press('Enter');
}

async function speakAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Channels and people' }).click();
  await page.getByRole('radio', { name }).check();
  await page.locator('.scrim').click({ position: { x: 380, y: 400 } });
}

/**
 * Makes the images of the README from the running programs: a fresh start, a real browser, commands typed as a person types them.
 * Needs Chromium (see `pnpm test:system`).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';

const FOLDER = 'docs/images';
const PORTS = { PORT: '4390', SANDBOX_PORT: '4391' };
const CHAT = `http://localhost:${PORTS.SANDBOX_PORT}`;

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
    const page = await browser.newPage({ viewport: { width: 1280, height: 980 }, colorScheme: 'dark' });
    await page.goto(CHAT);
    await readBriefing(page);
    await page.screenshot({ path: `${FOLDER}/sandbox-briefing.png` });
  } finally {
    await browser.close();
  }
}

/** Typed and chosen by keyboard, as the page says on the first visit. */
async function readBriefing(page: Page): Promise<void> {
  await page.getByText('Online').waitFor();
  await page.keyboard.type('/briefing read');
  await page.getByRole('option', { name: '/briefing read' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('malaysia');
  await page.getByRole('option', { name: /Malaysia/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Sources/ }).waitFor();
}

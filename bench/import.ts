/**
 * Measures importing: five articles after the start of the program, ten thousand one after the other, and ten thousand by
 * the command line into a database. Processor time, because a core is what a program may have to itself; fails below the floors.
 *
 *   pnpm bench:import [--size 10000] [--articles <folder>]
 *   pnpm bench:import --quick       300 articles: shows that it works, on a machine that may be busy
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeArticles } from './data/make-articles.ts';

interface Floors {
  fiveMilliseconds: number;
  draftedPerSecond: number;
  savedPerSecond: number;
}
const FLOORS: Floors = { fiveMilliseconds: 250, draftedPerSecond: 200, savedPerSecond: 200 };
/** Of 300 articles the start of the program and the first of each kind are the greater part. */
const QUICK_FLOORS: Floors = { fiveMilliseconds: 400, draftedPerSecond: 100, savedPerSecond: 50 };
const QUICK_SIZE = 300;
/** Between the first quarter of a run and its end. */
const MOST_GROWTH = 1.5;

const values = readOptions();
const size = values.quick ? QUICK_SIZE : Number(values.size);
const floors = values.quick ? QUICK_FLOORS : FLOORS;
const folder = mkdtempSync(join(tmpdir(), 'communique-import-'));
const GROWTH = join(import.meta.dirname, 'support/report-growth.ts');
const DRAFT_FILES = join(import.meta.dirname, 'support/draft-files.ts');
const ROOT = join(import.meta.dirname, '..');
/** What `pnpm communique` runs, after "node": V8's flags and the program. */
const COMMUNIQUE = readCommand();
const V8_FLAGS = COMMUNIQUE.filter((part) => part.startsWith('--'));

function readCommand(): string[] {
  const { scripts }: { scripts: { communique: string } } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  return scripts.communique
    .split(' ')
    .slice(1)
    .map((part) => (part.startsWith('--') ? part : join(ROOT, part)));
}

/** Ends the program with a sentence where they are not understood. */
function readOptions(): { size: string; quick: boolean; articles?: string | undefined } {
  const usage = 'bench:import takes --size <number of articles, 1 or more>, --articles <folder> and --quick';
  try {
    const { values } = parseArgs({
      options: {
        size: { type: 'string', default: '10000' },
        articles: { type: 'string' },
        quick: { type: 'boolean', default: false },
      },
    });
    if (/^[1-9]\d{0,6}$/.test(values.size)) return values;
    console.error(`--size ${values.size} is no number of articles: ${usage}`);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
  process.exit(2);
}

interface Use {
  seconds: number;
  cpuSeconds: number;
  sizes: number[];
}

function check(name: string, value: number, isFine: boolean, unit: string): void {
  console.log(`${isFine ? ' ' : '!'} ${name}: ${Math.round(value)} ${unit}`);
  if (!isFine) process.exitCode = 1;
}

/** Runs a program to its end; what it printed and what it used. */
function measure(args: readonly string[], env: Record<string, string> = {}): { output: string; use: Use } {
  const report = join(folder, 'use.json');
  const { stdout, status, stderr } = spawnSync(process.execPath, ['--import', GROWTH, ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { PATH: process.env['PATH'], REPORT_GROWTH_TO: report, ...env },
  });
  if (status !== 0) throw new Error(`It ended with ${status}: ${stderr.slice(0, 2_000)}`);
  const use: Use = JSON.parse(readFileSync(report, 'utf8'));
  return { output: stdout, use };
}

/** The largest size of the last quarter, by the largest of the first half. */
function growth({ sizes }: Use): number {
  const half = Math.max(...sizes.slice(0, Math.ceil(sizes.length / 2)), 1);
  return Math.max(...sizes.slice(Math.floor(sizes.length * 0.75)), 1) / half;
}

function megabytes({ sizes }: Use): string {
  const at = (share: number): number =>
    Math.round((sizes[Math.floor((sizes.length - 1) * share)] ?? 0) / 1e6);
  return `memory ${[0.25, 0.5, 0.75, 1].map(at).join(', ')} MB at each quarter`;
}

function measureFive(): void {
  const five = join(folder, 'five');
  if (values.articles === undefined) makeArticles(five, 5);
  else copyFive(values.articles, five);
  const runs = Array.from({ length: 5 }, () => {
    const { firstFive }: { firstFive: number } = JSON.parse(measure([...V8_FLAGS, DRAFT_FILES, five]).output);
    return firstFive;
  });
  const median = runs.toSorted((a, b) => a - b)[2] ?? Infinity;
  check('five articles after the start', median, median < floors.fiveMilliseconds, 'ms of processor time');
}

function copyFive(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)
    .filter((file) => file.endsWith('.txt'))
    .slice(0, 5)) {
    cpSync(join(from, name), join(to, name));
  }
}

function measureMany(): void {
  const articles = join(folder, 'many');
  makeArticles(articles, size);
  const alone = measure([...V8_FLAGS, DRAFT_FILES, articles]);
  const { all }: { all: number } = JSON.parse(alone.output);
  const rate = (size * 1_000) / all;
  check(
    `${size} articles drafted`,
    rate,
    rate >= floors.draftedPerSecond,
    `a second of one core; ${megabytes(alone.use)}`,
  );
  const database = `file:${join(folder, 'import.db')}`;
  const { use } = measure([...COMMUNIQUE, 'import', articles], { DATABASE_URL: database });
  const saved = size / use.cpuSeconds;
  check(
    `${size} articles imported and saved`,
    saved,
    saved >= floors.savedPerSecond,
    `a second of one core; ${megabytes(use)}`,
  );
  for (const each of [alone.use, use]) {
    if (each.sizes.length >= 8) check('growth', growth(each) * 100, growth(each) <= MOST_GROWTH, '%');
  }
  const listed = execFileSync(process.execPath, [...COMMUNIQUE, 'list', '--json'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { PATH: process.env['PATH'], DATABASE_URL: database },
  });
  const found: unknown = JSON.parse(listed);
  const count = Array.isArray(found) ? found.length : 0;
  check('briefings in the database', count, count === size, `of ${size}`);
}

try {
  measureFive();
  measureMany();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

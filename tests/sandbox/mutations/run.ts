/**
 * Breaks the sandbox on purpose, in one place at a time and in memory only, and says which breakages its tests notice:
 *
 *     npx -y pnpm@12 test:mutations
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { MUTATIONS, type Mutation } from './mutations.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const VITEST = `${ROOT}node_modules/vitest/vitest.mjs`;
const CONFIG = `${ROOT}tests/sandbox/mutations/vitest.config.ts`;
/** Longer than any of these files takes. */
const LONGEST_MS = 300_000;

const reports = mkdtempSync(join(tmpdir(), 'communique-mutations-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

/** How many tests of the mutation's file fail with it; a file that cannot even be loaded proves nothing. */
async function countFailures(number: number): Promise<number> {
  const report = join(reports, `${number}.json`);
  const args = [VITEST, 'run', '--config', CONFIG, '--reporter', 'json', '--outputFile.json', report];
  const env = { ...process.env, MUTATION: String(number) };
  await new Promise<void>((resolve) => {
    execFile(process.execPath, args, { cwd: ROOT, env, timeout: LONGEST_MS }, () => resolve());
  });
  if (!existsSync(report)) return 0;
  return (JSON.parse(readFileSync(report, 'utf8')) as { numFailedTests: number }).numFailedTests;
}

function requireUnique({ file, from }: Mutation): void {
  const source = readFileSync(`${ROOT}packages/sandbox/src/${file}`, 'utf8');
  if (source.split(from).length !== 2) throw new Error(`${file} has not exactly one ${from}`);
}

for (const mutation of MUTATIONS) requireUnique(mutation);
const waiting = [...MUTATIONS.entries()];
let caught = 0;

async function work(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [number, { file, from, to }] = next;
    const isCaught = (await countFailures(number)) > 0;
    if (isCaught) caught += 1;
    process.stdout.write(
      `${isCaught ? 'caught   ' : 'UNNOTICED'} ${file}: ${from.trim()} → ${to.trim() || '(nothing)'}\n`,
    );
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
process.stdout.write(`${caught} of ${MUTATIONS.length} breakages were caught\n`);
process.exitCode = caught === MUTATIONS.length ? 0 : 1;

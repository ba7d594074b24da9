/**
 * Breaks the sandbox on purpose, one place at a time, and says which breakages the tests notice. By hand, in a few minutes:
 *
 *     npx -y pnpm@12 exec node tests/sandbox/mutations/run.ts
 *
 * The sources are put back after each one, also when it is stopped with Ctrl-C.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MUTATIONS } from './mutations.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SOURCE = `${ROOT}packages/sandbox/src/`;
/** Longer than any of these files takes; a breakage that hangs a test is noticed, too. */
const LONGEST_MS = 90_000;

let restore = (): void => {};
process.on('exit', () => restore());
process.on('SIGINT', () => process.exit(130));

let unnoticed = 0;
for (const { file, from, to, test } of MUTATIONS) {
  const path = SOURCE + file;
  const before = readFileSync(path, 'utf8');
  if (before.split(from).length !== 2) throw new Error(`${file} has not exactly one ${from}`);
  restore = () => writeFileSync(path, before);
  writeFileSync(
    path,
    before.replace(from, () => to),
  );
  const vitest = `${ROOT}node_modules/vitest/vitest.mjs`;
  const args = [vitest, 'run', '--project', 'unit', '--bail', '1', `tests/sandbox/${test}.test.ts`];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'ignore', timeout: LONGEST_MS });
  restore();
  restore = () => {};
  const isCaught = status !== 0;
  if (!isCaught) unnoticed += 1;
  process.stdout.write(
    `${isCaught ? 'caught   ' : 'UNNOTICED'} ${file}: ${from.trim()} → ${to.trim() || '(nothing)'}\n`,
  );
}
process.stdout.write(`${MUTATIONS.length - unnoticed} of ${MUTATIONS.length} breakages were caught\n`);
process.exitCode = unnoticed === 0 ? 0 : 1;

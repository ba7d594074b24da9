import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../repository/source-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const STARTS_EACH = 5;

/** What `pnpm communique` runs: V8's flags, and the program. */
const { scripts }: { scripts: { communique: string } } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);
const [, ...command] = scripts.communique.split(' ');

/** How the program ended: its exit code, or the signal that ended it. */
async function dryRun(article: string, database: string): Promise<number | string> {
  return new Promise((resolve) => {
    const environment = { PATH: process.env['PATH'], DATABASE_URL: `file:${database}` };
    const child = execFile(process.execPath, [...command, 'import', article, '--dry-run'], {
      cwd: ROOT,
      env: environment,
    });
    child.on('exit', (code, signal) => resolve(code ?? signal ?? 'nothing'));
  });
}

// V8 crashes now and then where a flag and compiled code that was kept do not fit together: one start in twelve, not each.
test('an import that is started again and again ends well every time', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  const article = join(folder, 'ferry.txt');
  writeFileSync(
    article,
    'Ferry talks go on\n\nMira Holt, the harbour minister, said on 18 February 2025 that “the talks will go on”.\n',
  );
  const oneAfterTheOther = async (): Promise<(number | string)[]> => {
    const ends: (number | string)[] = [];
    while (ends.length < STARTS_EACH) ends.push(await dryRun(article, join(folder, 'none.db')));
    return ends;
  };
  const ends = await Promise.all([oneAfterTheOther(), oneAfterTheOther()]);
  expect(ends.flat().filter((end) => end !== 0)).toEqual([]);
});

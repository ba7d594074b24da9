import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLibraryFile } from '@communique/api/import/read-library-file';
import { ROOT } from '../../repository/source-files.ts';
import { communique } from '../../support/communique-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const LIBRARY = join(ROOT, 'packages/api/src/library');

/** What every file of a folder says, as import understands it. */
function readAll(folder: string): Map<string, unknown> {
  const names = ['briefings', 'faq'].flatMap((part) =>
    readdirSync(join(folder, part)).map((name) => `${part}/${name}`),
  );
  return new Map(
    names.sort().map((name) => [name, comparable(readFileSync(join(folder, name), 'utf8'), name)]),
  );
}

/** Origins are places in the file, and the same instant can be written in two ways. */
function comparable(text: string, name: string): unknown {
  return JSON.parse(
    JSON.stringify(readLibraryFile(text, name), (key, value) =>
      key === 'origin'
        ? null
        : key.endsWith('At') && typeof value === 'string'
          ? new Date(value).getTime()
          : value,
    ),
  );
}

test('the whole library goes into the database and comes out as it was', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  const database = `file:${join(folder, 'cli.db')}`;
  const imported = await communique(database, 'import', join(LIBRARY, 'briefings'), join(LIBRARY, 'faq'));
  expect(imported).toMatchObject({ code: 0, stderr: '' });
  const exported = await communique(database, 'export', join(folder, 'out'));
  expect(exported).toMatchObject({ code: 0, stderr: '' });
  expect(readAll(join(folder, 'out'))).toEqual(readAll(LIBRARY));
});

test('entries that ask the same come back from an export', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  for (const name of ['alpha', 'beta']) {
    const text = `# ${name} FAQ\n\n## How do I install it?\n\nTake the package of ${name} and run it.\n\n## Is it free?\n\nAsk ${name}.\n`;
    writeFileSync(join(folder, `${name}.md`), text);
  }
  const [first, second] = ['first', 'second'].map((name) => `file:${join(folder, `${name}.db`)}`);
  await communique(first ?? '', 'import', join(folder, 'alpha.md'), join(folder, 'beta.md'));
  await communique(first ?? '', 'export', join(folder, 'out'));
  const { code, stderr } = await communique(second ?? '', 'import', join(folder, 'out'));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  await communique(second ?? '', 'export', join(folder, 'again'));
  const exported = readAll(join(folder, 'out'));
  expect([...exported.keys()]).toContain('faq/how-do-i-install-it-2.md');
  expect(readAll(join(folder, 'again'))).toEqual(exported);
});

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '@communique/api/database/client';
import { migrateDatabase } from '@communique/api/database/migrate';
import { rankNearSlugs } from '@communique/api/cli/find-near-slugs';
import { ARTICLES } from '../../support/drafts.ts';
import { communique } from '../../support/communique-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const TOLL = join(ARTICLES, 'harbour-toll-talks.txt');
const BRIDGE = join(ARTICLES, 'bridge-or-tunnel.txt');

function freshDatabase(): string {
  return `file:${join(temporaryFolder(), 'cli.db')}`;
}

describe('import', { timeout: 60_000 }, () => {
  test('drafts an article, shows what it found and what to do next; publish makes it visible', async () => {
    const database = freshDatabase();
    const imported = await communique(database, 'import', BRIDGE);
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(imported.stdout).toContain('Strait Dialogue: A Bridge on the Horizon?');
    expect(imported.stdout).toMatch(/FAQ entries\s+│ 2/);
    expect(imported.stdout).toContain('Next: pnpm communique publish bridge-or-tunnel');
    expect((await communique(database, 'list')).stdout).toMatch(/bridge-or-tunnel +│ DRAFT/);
    expect(await communique(database, 'publish', 'bridge-or-tunnel')).toEqual({
      code: 0,
      stdout: 'Published "bridge-or-tunnel" (revision 1, with 2 FAQ entries).\n',
      stderr: '',
    });
    expect((await communique(database, 'list')).stdout).toMatch(/bridge-or-tunnel +│ PUBLISHED/);
  });

  test('with --json prints one array, an object for each document', async () => {
    const { code, stdout } = await communique(freshDatabase(), 'import', '--json', '--publish', TOLL, BRIDGE);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        path: TOLL,
        title: 'Crossing the Strait: Berg on Progress in the Toll Talks',
        titleIsProposed: false,
        counts: { sections: 5, points: 5, quotes: 1 },
        draft: { slug: 'harbour-toll-talks', outcome: 'PUBLISHED', document: { language: 'en' } },
      },
      { path: BRIDGE, counts: { faq: 2, topics: 4 } },
    ]);
  });

  test('with --dry-run writes nothing, and what it prints can be imported', async () => {
    const folder = temporaryFolder();
    const database = `file:${join(folder, 'none.db')}`;
    const { code, stdout } = await communique(database, 'import', '--dry-run', TOLL);
    expect(code).toBe(0);
    expect(stdout).toContain('# Crossing the Strait: Berg on Progress in the Toll Talks');
    expect(() => readFileSync(join(folder, 'none.db'))).toThrow('ENOENT');
    const file = join(folder, 'harbour-toll-talks.md');
    writeFileSync(file, stdout);
    expect(await communique(database, 'import', file)).toMatchObject({ code: 0, stderr: '' });
    expect(
      JSON.parse((await communique(database, 'import', '--dry-run', '--json', TOLL)).stdout),
    ).toMatchObject([
      { counts: { sections: 5 }, draft: { outcome: 'DRY_RUN', provenance: { createdBy: 'Operator' } } },
    ]);
    expect(stdout).toMatch(/^createdBy: Operator$/m);
  });

  test('recognises the same article, whatever its file is called', async () => {
    const database = freshDatabase();
    await communique(database, 'import', TOLL);
    const copy = join(temporaryFolder(), 'copy-of-it.txt');
    cpSync(TOLL, copy);
    const again = await communique(database, 'import', copy);
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('imported before: it is the briefing "harbour-toll-talks"');
    expect(JSON.parse((await communique(database, 'list', '--json')).stdout)).toHaveLength(1);
  });

  test('walks folders, names each bad file, brings in the good ones and fails', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'more'));
    cpSync(TOLL, join(folder, 'more', 'toll.txt'));
    writeFileSync(join(folder, 'picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
    writeFileSync(join(folder, 'empty.md'), '');
    writeFileSync(join(folder, 'broken.md'), '---\ntitle: [half\n---\n\n# A title\n\nText.\n');
    writeFileSync(join(folder, 'ignored.pdf'), 'no');
    const database = freshDatabase();
    const { code, stdout, stderr } = await communique(database, 'import', folder, join(folder, 'none.txt'));
    expect(code).toBe(1);
    expect(stdout).toContain('Next: pnpm communique publish crossing-the-strait');
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/broken\.md:\d+: the front matter is not YAML/),
      expect.stringMatching(/empty\.md: there is no text in it/),
      expect.stringMatching(/picture\.txt: it is not text but a picture/),
      expect.stringMatching(/none\.txt: there is no such file/),
    ]);
    expect(JSON.parse((await communique(database, 'list', '--json')).stdout)).toHaveLength(1);
  });

  test('notes what it did not use, and is no failure for it', async () => {
    const file = join(temporaryFolder(), 'night-ferry.md');
    writeFileSync(file, '---\nlayout: post\n---\n\n# The night ferry\n\nIt stopped. Nobody came.\n');
    const { code, stderr } = await communique(freshDatabase(), 'import', file);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^note: .*night-ferry\.md:2: layout is not a known key and was not used/);
    const json = await communique('', 'import', '--dry-run', '--json', file);
    expect(json).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject([
      { draft: { notes: [expect.stringContaining('layout')] } },
    ]);
  });

  test('a dry run names what the draft leaves out', async () => {
    const file = join(temporaryFolder(), 'night-ferry.md');
    writeFileSync(file, '# The night ferry\n\nIt stopped. Nobody came.\n\nLeave a comment\n');
    const { code, stderr } = await communique('', 'import', '--dry-run', file);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining('night-ferry.md: left out: “Leave a comment”. A line about comments.'),
    });
    const json = await communique('', 'import', '--dry-run', '--json', file);
    expect(JSON.parse(json.stdout)).toMatchObject([
      { draft: { leftOut: [{ text: 'Leave a comment', reason: 'COMMENT_LINE' }] } },
    ]);
  });

  test('a run that writes counts what it left out, and --json lists it', async () => {
    const database = freshDatabase();
    const file = join(temporaryFolder(), 'ferry.html');
    writeFileSync(
      file,
      '<html><body><h1>The ferry</h1><p>It goes at nine. It comes at ten.</p><p>Leave a comment</p></body></html>',
    );
    const imported = await communique(database, 'import', file);
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(imported.stdout).toMatch(/passages left out \(--dry-run shows them\) │ 1 │/);
    const { stdout } = await communique(freshDatabase(), 'import', '--json', file);
    expect(JSON.parse(stdout)).toMatchObject([
      { draft: { leftOut: [{ text: 'Leave a comment', reason: 'COMMENT_LINE' }] } },
    ]);
  });

  test('a file that was changed asks whether it is a later version, and takes the answer', async () => {
    const [database, file] = [freshDatabase(), join(temporaryFolder(), 'ferry-times.md')];
    const write = (hour: string) =>
      writeFileSync(file, `# The ferry\n\nIt goes at ${hour}. It comes back in the evening.\n`);
    write('nine');
    await communique(database, 'import', file);
    write('ten');
    const asked = await communique(database, 'import', file);
    expect(asked).toMatchObject({ code: 0, stderr: '' });
    expect(asked.stdout).toContain('A file of the same name made the briefing "the-ferry" before');
    expect(asked.stdout).toContain('--same-name update');
    const { stdout } = await communique(database, 'import', '--json', '--same-name', 'update', file);
    expect(JSON.parse(stdout)).toMatchObject([{ draft: { slug: 'the-ferry', outcome: 'REVISED' } }]);
    expect((await communique(database, 'import', '--same-name', 'overwrite', file)).stderr).toContain(
      "argument 'overwrite' is invalid. Allowed choices are ask, update, new.",
    );
  });

  test.each(['ftp://strait.example/toll.txt', 'file:///etc/hosts', 'mailto:anna@strait.example'])(
    'says of %s which addresses there are',
    async (address) => {
      const { code, stderr } = await communique(freshDatabase(), 'import', address);
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: `${address}: only files and addresses that begin with http:// or https:// can be imported.\n`,
      });
    },
  );

  test('an unclosed front matter is an error', async () => {
    const file = join(temporaryFolder(), 'a.md');
    writeFileSync(file, '---\ntitle: Never closed\nhello');
    expect(await communique('', 'import', '--dry-run', file)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('a.md:1: the front matter has no end'),
    });
  });

  test('gives an article whose slug is taken another one', async () => {
    const database = freshDatabase();
    const other = join(temporaryFolder(), 'harbour-toll-talks.txt');
    writeFileSync(other, 'Another text altogether\n\nIt has its own words. And its own matter.\n');
    const { stdout } = await communique(database, 'import', TOLL, other);
    expect(stdout).toContain('publish harbour-toll-talks\n');
    expect(stdout).toContain('publish harbour-toll-talks-2\n');
  });
});

describe('what cannot be', { timeout: 60_000 }, () => {
  test('an unknown slug is answered with near ones', async () => {
    const database = freshDatabase();
    await communique(database, 'import', TOLL);
    const near = await communique(database, 'publish', 'harbor-tol-talks');
    expect(near).toMatchObject({ code: 1, stdout: '' });
    expect(near.stderr).toBe(
      'There is no briefing or FAQ entry "harbor-tol-talks". Did you mean "harbour-toll-talks"?\n',
    );
    const far = await communique(database, 'publish', 'xyz');
    expect(far.stderr).toContain('Run "pnpm communique list"');
  });

  test('a database that is none is named', async () => {
    const path = join(temporaryFolder(), 'notes.txt');
    writeFileSync(path, 'These are my notes, and they are no database at all.\n'.repeat(4));
    const { code, stderr } = await communique(`file:${path}`, 'list');
    expect(code).toBe(1);
    expect(stderr).toContain('is not a SQLite file');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('an unknown community, command or option is an error that says what to do', async () => {
    const database = freshDatabase();
    expect(await communique(database, 'list', '--community', '42')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no community "42"'),
    });
    expect(await communique(database, 'publsh', 'x')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('publish'),
    });
    expect(await communique(database, 'import', '--dryrun', TOLL)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--dry-run'),
    });
  });

  test('--help explains every command', async () => {
    for (const command of [[], ['import'], ['publish'], ['list'], ['export']]) {
      const { code, stdout } = await communique('', ...command, '--help');
      expect(code).toBe(0);
      expect(stdout).toContain('Usage: communique');
    }
  });
});

test('an import works while another program has the database open', { timeout: 60_000 }, async () => {
  const database = freshDatabase();
  const db = await openDatabase(database);
  await migrateDatabase(db, new Date());
  const before = db.dataVersion();
  expect(await communique(database, 'import', '--publish', TOLL)).toMatchObject({ code: 0 });
  expect(db.dataVersion()).not.toBe(before);
  db.close();
});

test('near slugs are those with the same words or nearly the same letters', () => {
  const slugs = ['harbour-toll-talks', 'ferry-line', 'the-night-ferry', 'island-school'];
  expect(rankNearSlugs('ferry', slugs)[0]).toBe('ferry-line');
  expect(rankNearSlugs('harbor-toll-talk', slugs)).toEqual(['harbour-toll-talks']);
  expect(rankNearSlugs('zzz', slugs)).toEqual([]);
  expect(rankNearSlugs('', slugs)).toEqual([]);
});

test('a Node that is too old is told so in one sentence', () => {
  const old = 'Object.defineProperty(process, "versions", { value: { node: "20.20.2" } })';
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(old)}`,
      'packages/api/bin/communique.mjs',
      'list',
    ],
    { encoding: 'utf8' },
  );
  expect([status, stderr.trim().split('\n')]).toEqual([
    1,
    [expect.stringMatching(/needs Node 26 or newer, and this is 20\.20\.2\. .*npx -y pnpm@12 communique/)],
  ]);
});

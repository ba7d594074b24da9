import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLibraryFile } from '@communique/api/import/library/read-library-file';
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
  expect(readAll(join(folder, 'out'))).toEqual(signed(readAll(LIBRARY)));
});

/** Who imports what nobody signed signs it. */
function signed(files: ReadonlyMap<string, unknown>): Map<string, unknown> {
  return new Map(
    [...files].map(([name, file]) => [
      name,
      Object.assign({}, file, name.startsWith('faq/') && { createdBy: 'Operator' }),
    ]),
  );
}

const CORRECTED = `---
kind: briefing
slug: two-harbours
language: en
createdBy: Anna Berg
sources:
  - publisher: Harbour Herald
claims:
  - id: said
    verbatim: true
    text: We shall meet again when the tide is high.
    speakerRole: mayor
    citations: [1]
corrections:
  - id: correction-1
    kind: CORRECTION
    wrong: The quay is 80 metres long.
    right: The quay is 120 metres long.
    reason: The plan was misread.
    correctedBy: Anna Berg
    correctedAt: 2026-11-22T00:00:00.000Z
    wrongRevision: 1
    revision: 2
    pieces: [lengths]
---

# Two harbours

<!-- block {"id":"lengths","priority":1,"shortForm":"The quay is 120 m long.","maxChars":200} -->

The quay is 120 metres long. [1]

> We shall meet again when the tide is high.
>
> — mayor {claim=said} [1]
`;

test(
  'a correction and how a block may be shortened go out and come in again, over and over',
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'two-harbours.md');
    writeFileSync(file, CORRECTED);
    const expected = comparable(CORRECTED, 'two-harbours.md');
    let source = file;
    for (const round of ['first', 'second']) {
      const database = `file:${join(folder, `${round}.db`)}`;
      const { code, stderr } = await communique(database, 'import', '--publish', source);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      await communique(database, 'export', join(folder, round));
      source = join(folder, round, 'briefings/two-harbours.md');
      expect(comparable(readFileSync(source, 'utf8'), 'two-harbours.md')).toEqual(expected);
    }
  },
);

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

test(
  'what is published of an export is published again, and nothing of it is refused',
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder();
    const entry = (slug: string, question: string, facts = '', answer = 'In May.') =>
      writeFileSync(
        join(folder, `${slug}.md`),
        `---\nkind: faq\nslug: ${slug}\nlanguage: en\n${facts}---\n\n# ${question}\n\n${answer}\n`,
      );
    entry(
      'open',
      'When does it open?',
      'aliases: [opening day]\nimportedFrom: harbour.md\ncreatedBy: Anna Berg\n',
    );
    entry('open-too', 'When does it open?', '', '# In June\n\nSays the council.');
    entry('a-first', 'When did it open?', 'obsolete: true\nreplacedBy: b-second\n');
    entry('b-second', 'When does it open?', 'obsolete: true\nreplacedBy: open\ngeneratedBy: MODEL\n');
    const database = `file:${join(folder, 'cli.db')}`;
    const { code, stdout, stderr } = await communique(database, 'import', '--publish', folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Published the FAQ entry "open".');
    expect(stdout).toContain(
      'It is the draft "open-too". It stays one: The FAQ entry "open" has the wording "When does it open?" already',
    );
    expect(stdout).toContain('It is the obsolete FAQ entry "a-first".');
    await communique(database, 'export', join(folder, 'out'));
    const again = `file:${join(folder, 'again.db')}`;
    await expect(communique(again, 'import', '--publish', join(folder, 'out'))).resolves.toMatchObject({
      code: 0,
      stderr: '',
    });
    await communique(again, 'export', join(folder, 'again'));
    const exported = entriesIn(join(folder, 'out'));
    expect(entriesIn(join(folder, 'again'))).toEqual(exported);
    expect(exported.get('open')).toMatchObject({
      importedFrom: 'harbour.md',
      createdBy: 'Anna Berg',
      obsolete: false,
    });
    expect(exported.get('open-too')).toMatchObject({ answer: '# In June\n\nSays the council.' });
    expect(exported.get('a-first')).toMatchObject({ obsolete: true, replacedBy: 'b-second' });
    expect(exported.get('b-second')).toMatchObject({
      obsolete: true,
      replacedBy: 'open',
      generatedBy: 'MODEL',
    });
  },
);

function entriesIn(folder: string): Map<string, unknown> {
  const names = readdirSync(join(folder, 'faq'));
  return new Map(
    names.map((name) => [
      name.replace('.md', ''),
      comparable(readFileSync(join(folder, 'faq', name), 'utf8'), name),
    ]),
  );
}

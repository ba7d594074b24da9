import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDatabase } from '@communique/api/database/client';
import { faqEntries } from '@communique/api/faq/table';
import { communique } from '../../support/communique-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function entryFile(slug: string, question: string, more = ''): string {
  return `---\nkind: faq\nslug: ${slug}\nlanguage: en\n${more}---\n\n# ${question}\n\nThis.\n`;
}

async function entriesOf(database: string): Promise<string[]> {
  const db = await openDatabase(database);
  try {
    const rows = await db.orm
      .select({ slug: faqEntries.slug })
      .from(faqEntries)
      .orderBy(asc(faqEntries.slug));
    return rows.map(({ slug }) => slug);
  } finally {
    db.close();
  }
}

test(
  'an FAQ file that asks what another one asks stays a draft, and the rest is published',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    const database = `file:${join(folder, 'cli.db')}`;
    writeFileSync(join(folder, 'a.md'), entryFile('a', 'Who met?', 'aliases: [delegates]\n'));
    writeFileSync(join(folder, 'b.md'), entryFile('b', 'Delegates?'));
    writeFileSync(join(folder, 'c.md'), entryFile('c', 'Where?'));
    const { code, stdout, stderr } = await communique(database, 'import', '--publish', folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(
      'It is the draft "b". It stays one: The FAQ entry "a" has the wording "Delegates?" already',
    );
    expect(stdout).toContain('Published the FAQ entry "a".');
    expect(stdout).toContain('Published the FAQ entry "c".');
    expect(await entriesOf(database)).toEqual(['a', 'b', 'c']);
  },
);

test('an entry of a briefing that is not published stays a draft', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const database = `file:${join(folder, 'cli.db')}`;
  const briefing =
    '---\nkind: briefing\nslug: quay\nlanguage: en\ncreatedBy: Mara\n---\n\n# The quay\n\n## Background\n\nIt is being built.\n';
  writeFileSync(join(folder, 'quay.md'), briefing);
  writeFileSync(join(folder, 'who.md'), entryFile('who', 'Who builds it?', 'briefing: quay\n'));
  expect(await communique(database, 'import', join(folder, 'quay.md'))).toMatchObject({ code: 0 });
  const { code, stdout } = await communique(database, 'import', '--publish', join(folder, 'who.md'));
  expect(code).toBe(0);
  expect(stdout).toMatch(/It is the draft "who"\. It stays one: The briefing "quay" .* is not published/);
  expect(await entriesOf(database)).toEqual(['who']);
});

test('a briefing and its entries are published together', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const database = `file:${join(folder, 'cli.db')}`;
  const briefing =
    '---\nkind: briefing\nslug: quay\nlanguage: en\ncreatedBy: Mara\n---\n\n# The quay\n\n## Background\n\nIt is being built.\n';
  writeFileSync(join(folder, 'quay.md'), briefing);
  writeFileSync(join(folder, 'who.md'), entryFile('who', 'Who builds it?', 'briefing: quay\n'));
  const { code, stdout, stderr } = await communique(database, 'import', '--publish', folder);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Published "quay" (revision 1)');
  expect(stdout).toContain('Published the FAQ entry "who".');
});

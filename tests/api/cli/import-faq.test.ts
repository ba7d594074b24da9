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
  'an FAQ file that asks what another one asks is named, and the rest comes in',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    const database = `file:${join(folder, 'cli.db')}`;
    writeFileSync(join(folder, 'a.md'), entryFile('a', 'Who met?', 'aliases: [delegates]\n'));
    writeFileSync(join(folder, 'b.md'), entryFile('b', 'Delegates?'));
    writeFileSync(join(folder, 'c.md'), entryFile('c', 'Where?'));
    const { code, stdout, stderr } = await communique(database, 'import', '--publish', folder);
    expect(code).toBe(1);
    expect(stderr).toContain('b.md: The FAQ entry "a" has the wording "Delegates?" already');
    expect(stdout).toContain('Published the FAQ entry "a".');
    expect(stdout).toContain('Published the FAQ entry "c".');
    expect(await entriesOf(database)).toEqual(['a', 'c']);
  },
);

test('nothing of an entry comes in that cannot be published', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const database = `file:${join(folder, 'cli.db')}`;
  const briefing =
    '---\nkind: briefing\nslug: quay\nlanguage: en\ncreatedBy: Mara\n---\n\n# The quay\n\n## Background\n\nIt is being built.\n';
  writeFileSync(join(folder, 'quay.md'), briefing);
  writeFileSync(join(folder, 'who.md'), entryFile('who', 'Who builds it?', 'briefing: quay\n'));
  expect(await communique(database, 'import', join(folder, 'quay.md'))).toMatchObject({ code: 0 });
  const refused = await communique(database, 'import', '--publish', join(folder, 'who.md'));
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('is not published') });
  expect(await entriesOf(database)).toEqual([]);
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

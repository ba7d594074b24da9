import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readLibraryFile } from '@communique/api/import/library/read-library-file';

const library = path.resolve(import.meta.dirname, '../../../packages/api/src/library');

const files = readdirSync(library, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .sort();

test.each(files)('the library file %s can be read', (file) => {
  const entry = readLibraryFile(readFileSync(path.join(library, file), 'utf8'), file);
  expect(`${entry.slug}.md`, 'a file is named after its slug').toBe(path.basename(file));
  expect(entry.kind, 'the folder says what it is').toBe(file.startsWith('faq') ? 'faq' : 'briefing');
});

test('FAQ entries of the library are bound to briefings and sections that exist', () => {
  const entries = files.map((file) => readLibraryFile(readFileSync(path.join(library, file), 'utf8'), file));
  const briefings = new Map(
    entries.flatMap((entry) => (entry.kind === 'briefing' ? [[entry.slug, entry.document]] : [])),
  );
  for (const entry of entries) {
    if (entry.kind !== 'faq' || entry.briefing === null) continue;
    const document = briefings.get(entry.briefing);
    expect(document, `${entry.slug} belongs to the briefing ${entry.briefing}`).toBeDefined();
    if (entry.section === null) continue;
    const ids = document?.sections.map(({ id }) => id);
    expect(ids, `${entry.slug} belongs to the section ${entry.section}`).toContain(entry.section);
  }
});

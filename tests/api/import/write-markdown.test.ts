import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  readLibraryFile,
  type LibraryBriefing,
  type LibraryFaqEntry,
} from '@communique/api/import/library/read-library-file';
import { writeBriefing, writeFaqEntry } from '@communique/api/import/library/write-markdown';
import { ARTICLES, draftFile, draftText } from '../../support/drafts.ts';
import { ROOT } from '../../repository/source-files.ts';

const library = join(ROOT, 'packages/api/src/library');
const files = readdirSync(library, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.md'),
);

/** Where a piece stood in its article is nothing a file can say. */
function withoutOrigins(document: LibraryBriefing['document']): unknown {
  const { origins: _, ...written } = document;
  return JSON.parse(JSON.stringify(written, (key, value: unknown) => (key === 'origin' ? null : value)));
}

test.each(files)('the library file %s is written as it was read', (file) => {
  const read = readLibraryFile(readFileSync(join(library, file), 'utf8'), file);
  const written = read.kind === 'faq' ? writeFaqEntry(read) : writeBriefing(read);
  expect(readLibraryFile(written, file)).toEqual(read);
});

const PAGES = join(import.meta.dirname, '../../fixtures/pages');
const drafted = [ARTICLES, PAGES]
  .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
  .filter((file) => !file.endsWith('only-menus.html'));

test.each(drafted)('the draft of %s survives being written and read', async (file) => {
  const { slug, document, provenance } = await draftFile(file);
  const read = readLibraryFile(writeBriefing({ slug, document, provenance }), file);
  expect(read).toEqual({ kind: 'briefing', slug, document: withoutOrigins(document), provenance });
});

test.each(drafted)('the FAQ entries of %s survive being written and read', async (file) => {
  const { slug: briefing, faq } = await draftFile(file);
  for (const { origin: _origin, ...entry } of faq) {
    const written: LibraryFaqEntry = {
      kind: 'faq',
      briefing,
      section: null,
      pinned: false,
      verifiedBy: null,
      verifiedAt: null,
      reviewIntervalDays: null,
      obsolete: false,
      replacedBy: null,
      generatedBy: 'HUMAN',
      createdBy: 'Import',
      importedFrom: file,
      ...entry,
    };
    expect(readLibraryFile(writeFaqEntry(written), file)).toEqual(written);
  }
});

test('a quotation stands in the text with whose it is, not only in the front matter', () => {
  const said = '“We shall *all* meet again when the tide is high,”';
  const { slug, document, provenance } = draftText(
    `A title of words\n\nThe talks ended. ${said} said Mayor Anna Berg.\n\n${said} the harbour master said.`,
  );
  const written = writeBriefing({ slug, document, provenance });
  expect(written).toContain(
    '> We shall \\*all\\* meet again when the tide is high\n>\n> — Anna Berg, Mayor {claim=claim-1}',
  );
  expect(written).toContain('> — harbour master {claim=claim-2}');
  const read = readLibraryFile(written, 'a.md');
  expect(read).toEqual({ kind: 'briefing', slug, document: withoutOrigins(document), provenance });
});

test('text that looks like markup stays text', () => {
  const signs = fc.array(
    fc.constantFrom(
      '*',
      '_',
      '[1]',
      '[a](b)',
      '<b>',
      '&amp;',
      '|',
      '`',
      '#',
      '- ',
      '1. ',
      '{#a}',
      '{unit=m}',
      '\\',
      'word',
      'https://a.example',
      ' ',
      '~',
      '!',
      '> ',
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(signs, signs, signs, (one, two, three) => {
      const text = `A title of words\n\nFirst ${one.join('')} end. More.\n\n- Label: ${two.join('')} end\n\na | b${three.join('')}\n---|---\nc | d\n\nLast words here.`;
      const { slug, document, provenance } = draftText(text);
      const read = readLibraryFile(writeBriefing({ slug, document, provenance }), 'a.md');
      expect(read).toEqual({ kind: 'briefing', slug, document: withoutOrigins(document), provenance });
    }),
    { numRuns: 300 },
  );
});

test('words of whom the text only says what he is stay so, written and read', () => {
  const text = 'The toll\n\nThe water rose.\n\n“Nobody asked us about the toll,” the mayor said.\n';
  const { slug, document, provenance } = draftText(text);
  const read = readLibraryFile(writeBriefing({ slug, document, provenance }), 'toll.md');
  expect(read.kind === 'briefing' ? read.document.claims : []).toMatchObject([
    { verbatim: true, speaker: null, speakerRole: 'mayor', text: 'Nobody asked us about the toll' },
  ]);
});

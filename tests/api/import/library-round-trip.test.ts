import fc from 'fast-check';
import { expect, test } from 'vitest';
import { briefingDocumentSchema, SECTION_KINDS } from '@communique/api/briefings/document';
import type { BriefingDocumentInput } from '@communique/api/briefings/document';
import { isLibraryFile } from '@communique/api/import/library/is-library-file';
import { readLibraryFile } from '@communique/api/import/library/read-library-file';
import { writeBriefing } from '@communique/api/import/library/write-markdown';

type SectionInput = NonNullable<BriefingDocumentInput['sections']>[number];
type BlockInput = SectionInput['blocks'][number];

const SOURCES = 3;
const COLUMNS: { label: string; unit?: string; align?: 'END' }[] = [
  { label: 'Quay' },
  { label: 'Length', unit: 'm', align: 'END' },
];
const words = fc
  .array(
    fc.constantFrom(
      'tide',
      'www.*.com',
      '[1]',
      '{claim=x}',
      '"quoted"',
      '--> end',
      '# not',
      '- not',
      '1.',
      '_a_',
      'Q:',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(' '));
const citations = fc
  .uniqueArray(fc.integer({ min: 1, max: SOURCES }), { maxLength: 3 })
  .map((all) => all.sort((one, other) => one - other));
const provenance = fc.option(
  fc.record({
    createdBy: words,
    importedFrom: fc.option(words),
    generatedBy: fc.constantFrom('HUMAN' as const, 'MODEL' as const),
  }),
  { nil: undefined, freq: 4 },
);
const hints = fc.record({
  priority: fc.integer({ min: 1, max: 5 }),
  shortForm: fc.option(words),
  maxChars: fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined }),
});
const content = fc.oneof(
  fc.record({ type: fc.constant('PARAGRAPH' as const), text: words.map((text) => `The ${text}`) }),
  fc.record({
    type: fc.constant('POINTS' as const),
    items: fc.array(fc.record({ label: fc.option(fc.constant('Depth')), text: words }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({
    type: fc.constant('TABLE' as const),
    caption: fc.option(words),
    columns: fc.constant(COLUMNS),
    rows: fc.array(fc.tuple(words, words), { maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('QUOTE' as const), claimId: fc.constant('said') }),
  fc.record({
    type: fc.constant('EXCHANGE' as const),
    interviewer: fc.option(fc.constant('Herald')),
    guest: fc.option(fc.constant('Anna Berg')),
    question: words,
    answer: words,
  }),
);
const block = fc.record({ content, citations, hints, provenance, hasOwnId: fc.boolean() });
const section = fc.record({
  heading: fc.option(words, { freq: 4 }),
  kind: fc.constantFrom(...SECTION_KINDS),
  parent: fc.option(fc.nat(9)),
  isLongId: fc.boolean(),
  blocks: fc.array(block, { maxLength: 4 }),
  provenance,
});

/** Ids that are unique, and parents that stand before. */
const sections = fc.array(section, { minLength: 1, maxLength: 7 }).map((all) =>
  all.map(({ heading, kind, parent, blocks, provenance: by }, index): SectionInput => {
    const idOf = (of: number): string => `part-${of}${all[of]?.isLongId === true ? '-long'.repeat(14) : ''}`;
    return {
      heading,
      kind,
      provenance: by,
      id: idOf(index),
      parentId: parent === null || index === 0 ? null : idOf(parent % index),
      blocks: blocks.map(({ content: own, hasOwnId, ...rest }, place): BlockInput => ({
        ...rest,
        ...own,
        id: hasOwnId ? `own-${index}-${place}` : `${idOf(index)}.${place + 1}`,
      })),
    };
  }),
);

test('whatever a briefing holds survives being exported and imported', () => {
  fc.assert(
    fc.property(sections, words, (all, text) => {
      const document = briefingDocumentSchema.parse({
        title: 'Two towns',
        language: 'en',
        sections: all,
        sources: [1, 2, 3].map((number) => ({ number, publisher: `Herald ${number}` })),
        claims: [{ id: 'said', verbatim: true, text, speakerRole: 'mayor', citations: [1] }],
        corrections: [
          {
            id: 'correction-1',
            kind: 'CORRECTION',
            wrong: text,
            right: 'a',
            reason: 'b',
            correctedBy: 'Ann',
            correctedAt: '2026-11-22T00:00:00Z',
            wrongRevision: 1,
            revision: 2,
            pieces: ['said'],
          },
        ],
      });
      const provenance = { createdBy: 'Ann', reviewedBy: null, importedFrom: null };
      const written = writeBriefing({ slug: 'two-towns', document, provenance });
      expect(isLibraryFile(written)).toBe(true);
      const read = readLibraryFile(written, 'a.md');
      expect(read).toEqual({ kind: 'briefing', slug: 'two-towns', document, provenance });
    }),
    { numRuns: 300 },
  );
});

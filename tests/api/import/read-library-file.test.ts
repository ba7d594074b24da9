import { expect, test } from 'vitest';
import { readLibraryFile } from '@communique/api/import/library/read-library-file';
import { MalformedDocumentError } from '@communique/api/import/errors';

const BRIEFING = `---
kind: briefing
slug: harbour-talks
language: en
importance: 4
createdBy: The editors
reviewedBy: The editors
summary:
  headline: Talks in the harbour
  short: Two towns talk about one harbour.
  keyPoints: [They met, They will meet again]
topics:
  - { slug: harbour, name: The harbour }
sources:
  - { publisher: Harbour Herald, title: "They met", url: "https://herald.example/met", publishedOn: 2025-02, reliability: B }
  - { publisher: Coast Radio, country: NO, publishedOn: 2024 }
claims:
  - id: mayor-tides
    verbatim: true
    text: "We shall meet again when the tide is high."
    speaker: Anna Berg
    statedOn: "2025-02-18"
    reportedBy: [Harbour Herald]
    citations: [1]
    gradings:
      - { status: UNVERIFIED, credibility: 6, gradedBy: The editors, gradedAt: "2026-11-22T00:00:00Z", reason: Nobody else heard it. }
stakeholders:
  - { id: north-town, name: North Town, interests: [deep water], citations: [1] }
events:
  - { id: first-meeting, title: The first meeting, date: 2025-02-18, place: the quay, participants: [Anna Berg], state: HAPPENED, citations: [1, 2] }
scenarios:
  - { id: shared, title: One harbour, likelihood: plausible, horizon: "2026" }
prompts:
  - { id: who-pays, text: Who should pay? }
---

# Two towns, one *harbour*

An introduction with [a link](https://herald.example/met). [1][2]

## How it began {#beginning kind=BACKGROUND}

It began at low tide.
It went on.[2]

- **Depth:** at least *nine* metres
- no label: here [1]
  - **Nested:** below it

[2]

### North Town

| Quay | Length (m) {unit=m} | Open |
| :-- | --: | :-: |
| Old | 120 | yes |
| New | 80 |
[1][2]

> {claim=mayor-tides}

## What she says

**Q (Harbour Herald):** Will it last? [1]

**A (Anna Berg):** It has to. [2]

An escaped number \\[1]
`;

test('a briefing is read with everything it holds', () => {
  const file = readLibraryFile(BRIEFING, 'harbour-talks.md');
  if (file.kind !== 'briefing') throw new Error('not a briefing');
  expect(file.slug).toBe('harbour-talks');
  expect(file.provenance).toEqual({
    createdBy: 'The editors',
    reviewedBy: 'The editors',
    importedFrom: null,
  });
  const { document } = file;
  expect(document.title).toBe('Two towns, one harbour');
  expect(document.sources.map(({ number, publishedOn }) => [number, publishedOn])).toEqual([
    [1, { value: '2025-02', precision: 'MONTH' }],
    [2, { value: '2024', precision: 'YEAR' }],
  ]);
  expect(document.events[0]?.date).toEqual({ value: '2025-02-18', precision: 'DAY' });
  expect(document.scenarios[0]?.horizon).toEqual({ value: '2026', precision: 'YEAR' });
  expect(document.sections.map(({ id, heading, kind, parentId }) => [id, heading, kind, parentId])).toEqual([
    ['introduction', null, 'OVERVIEW', null],
    ['beginning', 'How it began', 'BACKGROUND', null],
    // "north-town" is the stakeholder's id.
    ['north-town-2', 'North Town', 'OTHER', 'beginning'],
    ['what-she-says', 'What she says', 'OTHER', null],
  ]);
});

test('every kind of block is read with its citations', () => {
  const file = readLibraryFile(BRIEFING, 'harbour-talks.md');
  if (file.kind !== 'briefing') throw new Error('not a briefing');
  const [introduction, beginning, northTown, interview] = file.document.sections;
  expect(introduction?.blocks).toMatchObject([
    { type: 'PARAGRAPH', text: 'An introduction with a link.', citations: [1, 2] },
  ]);
  expect(beginning?.blocks).toMatchObject([
    { type: 'PARAGRAPH', text: 'It began at low tide. It went on.', citations: [2] },
    {
      type: 'POINTS',
      citations: [1, 2],
      items: [
        { label: 'Depth', text: 'at least nine metres' },
        { label: null, text: 'no label: here' },
        { label: 'Nested', text: 'below it' },
      ],
    },
  ]);
  expect(northTown?.blocks).toMatchObject([
    {
      type: 'TABLE',
      citations: [1, 2],
      columns: [
        { label: 'Quay', unit: null, align: 'START' },
        { label: 'Length (m)', unit: 'm', align: 'END' },
        { label: 'Open', unit: null, align: 'CENTER' },
      ],
      rows: [
        ['Old', '120', 'yes'],
        ['New', '80', ''],
      ],
    },
    { type: 'QUOTE', claimId: 'mayor-tides' },
  ]);
  expect(interview?.blocks).toMatchObject([
    {
      type: 'EXCHANGE',
      interviewer: 'Harbour Herald',
      guest: 'Anna Berg',
      question: 'Will it last?',
      answer: 'It has to.',
      citations: [1, 2],
    },
    { type: 'PARAGRAPH', text: 'An escaped number [1]', citations: [] },
  ]);
});

test('an FAQ entry keeps its answer as Markdown', () => {
  const file = readLibraryFile(
    '---\r\nkind: faq\r\nslug: why-a-harbour\r\nlanguage: en\r\naliases: [harbour]\r\nbriefing: harbour-talks\r\nverifiedBy: The editors\r\nverifiedAt: "2026-11-22T00:00:00Z"\r\nreviewIntervalDays: 90\r\n---\r\n\r\n# Why a harbour?\r\n\r\nFor **ships**.\r\n\r\n- and boats\r\n',
    'why.md',
  );
  expect(file).toEqual({
    kind: 'faq',
    slug: 'why-a-harbour',
    language: 'en',
    aliases: ['harbour'],
    topics: [],
    briefing: 'harbour-talks',
    section: null,
    pinned: false,
    verifiedBy: 'The editors',
    verifiedAt: '2026-11-22T00:00:00Z',
    reviewIntervalDays: 90,
    obsolete: false,
    replacedBy: null,
    generatedBy: 'HUMAN',
    createdBy: null,
    importedFrom: null,
    question: 'Why a harbour?',
    answer: 'For **ships**.\n\n- and boats',
  });
});

const mistakes: [string, (text: string) => string, string][] = [
  ['no front matter', (text) => text.slice(4), 'harbour.md:1: has no front matter'],
  ['front matter that is no YAML', (text) => text.replace('slug: harbour', 'slug: [harbour'), 'is not YAML'],
  [
    'an unknown kind',
    (text) => text.replace('kind: briefing', 'kind: leaflet'),
    'harbour.md:2: kind must be',
  ],
  [
    'an unknown key',
    (text) => text.replace('importance: 4', 'importanse: 4'),
    'harbour.md:5: importanse is not a known key; known: kind, slug',
  ],
  [
    'an unknown key deep inside',
    (text) => text.replace('speaker: Anna', 'speeker: Anna'),
    'harbour.md:21: claims.0.speeker is not a known key; known: id, verbatim',
  ],
  [
    'a day that does not exist',
    (text) => text.replace('"2025-02-18"', '"2025-02-30"'),
    'harbour.md:22: claims.0.statedOn must be a date',
  ],
  [
    'an unknown citation',
    (text) => text.replace('low tide.\nIt went on.[2]', 'low tide. [7]'),
    'harbour.md:43: beginning.1: cites source 7',
  ],
  [
    'an unknown citation in the front matter',
    (text) => text.replace('citations: [1, 2]', 'citations: [1, 3]'),
    'harbour.md:30: first-meeting: cites source 3',
  ],
  [
    'an unknown claim',
    (text) => text.replace('{claim=mayor-tides}', '{claim=mayor}'),
    'quotes claim "mayor"',
  ],
  [
    'a blockquote of words',
    (text) => text.replace('{claim=mayor-tides}', 'words'),
    'a quote block ends with',
  ],
  [
    'a comment about a block that says what no block has',
    (text) => text.replace('> {claim', '<!-- block {"prioritie":1} -->\n\n> {claim'),
    'the comment about the block below is not understood: Unrecognized key: "prioritie"',
  ],
  [
    'a comment about no block',
    (text) => `${text}\n<!-- block {"priority":1} -->\n`,
    'a comment about a block has none below it',
  ],
  [
    'a block called like a section',
    (text) => text.replace('> {claim', '<!-- block {"id":"beginning"} -->\n\n> {claim'),
    'the id "beginning" is used twice',
  ],
  ['HTML', (text) => text.replace('> {claim', '<div>Bold</div>\n\n> {claim'), 'a section cannot hold'],
  [
    'words above the mark of a quote that are not its claim’s',
    (text) => text.replace('> {claim=mayor-tides}', '> Other words.\n>\n> {claim=mayor-tides}'),
    'the words above "{claim=mayor-tides}" are not those of the claim',
  ],
  [
    'an id used twice',
    (text) => text.replace('## What she says', '## What she says {#beginning}'),
    'the id "beginning" is used twice',
  ],
  ['a wrong section kind', (text) => text.replace('kind=BACKGROUND', 'kind=PAST'), '"kind=PAST"'],
  [
    'half an exchange',
    (text) => text.replace('**A (Anna Berg):**', 'She said:'),
    'an exchange is two paragraphs',
  ],
  ['no title', (text) => text.replace('# Two towns', 'Two towns'), 'must be the title'],
  ['a second title', (text) => text.replace('### North', '# North'), 'has a second title'],
  [
    'a row that is too long',
    (text) => text.replace('| Old | 120 |', '| Old | 120 | 1 |'),
    'more cells than the table has columns',
  ],
  [
    'a note',
    (text) => text.replace('> {claim', '[^1]: A note.\n\n> {claim'),
    'a section cannot hold a footnoteDefinition',
  ],
  [
    'aliases',
    (text) => text.replace('[They met, They will', '[&a They met, *a, They will'),
    'the front matter cannot be read',
  ],
];

test.each(mistakes)('%s is refused with its place', (_, spoil, message) => {
  const spoilt = spoil(BRIEFING);
  expect(spoilt).not.toBe(BRIEFING);
  const read = () => readLibraryFile(spoilt, 'harbour.md');
  expect(read).toThrow(MalformedDocumentError);
  expect(read).toThrow(message);
});

test('every mistake of a front matter is named at once, in words of its own', () => {
  const text = '---\nkind: briefing\nfoo: 1\nbar: 2\nimportance: 9\nlanguage: 5\ntopics: harbour\n---\n';
  const read = () => readLibraryFile(text, 'a.md');
  expect(read).toThrow(MalformedDocumentError);
  expect(read).toThrow(/^a\.md:2: the front matter has 7 mistakes:\n/);
  for (const mistake of [
    'line 3: foo is not a known key; known: kind, slug, language',
    'line 4: bar is not a known key; known: kind, slug, language',
    'line 5: importance must be ',
    'line 6: language must be a language tag such as "en"',
    'line 7: topics must be a list',
    'slug is missing: lower-case words joined by "-", such as "harbour-talks"',
    'createdBy is missing: the name of who wrote it',
  ]) {
    expect(read).toThrow(mistake);
  }
  expect(read).not.toThrow(/Invalid|expected|received/);
});

/** Anything a document within its limits may hold, with a taste for the hostile. */
import fc from 'fast-check';
import type { SectionPage } from '@communique/bot/messages/briefing-section';
import { CLAIM_STATUSES, SECTION_KINDS } from '@communique/api/briefings/document';
import type { Block } from './bot-records.ts';

const NASTY = [
  '*'.repeat(50),
  '@everyone <@1336000000000000001> <#1> <t:0:R>',
  '```js\nx\n```',
  '[x](https://evil.example/)',
  '# heading\n- point\n> quote',
  '\\'.repeat(33),
  '漢'.repeat(100),
  'Длинное слово '.repeat(20),
  '👩‍👩‍👧‍👦'.repeat(20),
  '\u202Eevil\u2066',
  'https://example.org/a_b_c?d=*e*',
  'a'.repeat(300),
];

function anyText(maxLength: number) {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
    { weight: 1, arbitrary: fc.constantFrom(...NASTY) },
    { weight: 1, arbitrary: fc.constantFrom(...NASTY).map((text) => text.repeat(40)) },
  );
  return fc
    .array(piece, { minLength: 1, maxLength: 8 })
    .map((pieces) => pieces.join(' ').trim().slice(0, maxLength).toWellFormed())
    .map((text) => (text.trim() === '' ? 'x' : text));
}

export function anyLine(maxLength: number) {
  return anyText(maxLength);
}

export const anyProse = fc.oneof(
  { weight: 4, arbitrary: anyText(600) },
  { weight: 1, arbitrary: anyText(20_000) },
);

export const anySlug = fc
  .array(
    fc.constantFrom('talks', 'riyadh', 'переговоры', '会談', '2025', 'a', 'negotiations-on-everything'),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((words) => words.join('-').slice(0, 80).replace(/-$/, ''));

const anyId = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9._-]{0,20}$/),
  fc.stringMatching(/^[a-z][a-z0-9._-]{79}$/),
);
const dated = fc.option(
  fc.constantFrom(
    { value: '2025-02-18', precision: 'DAY' as const },
    { value: '2025-02', precision: 'MONTH' as const },
    { value: '2025', precision: 'YEAR' as const },
  ),
);
const number = fc.integer({ min: 1, max: 60 });
const cited = fc.array(fc.record({ number }), { maxLength: 5 });
const instant = fc.constant('2025-02-18T09:00:00.000Z');
const maybe = (maxLength: number) => fc.option(anyLine(maxLength));
const lines = (maxLength: number, count: number) => fc.array(anyLine(maxLength), { maxLength: count });
const status = fc.constantFrom(...CLAIM_STATUSES);

export const anySource = fc.record({
  number,
  publisher: maybe(500),
  country: fc.option(fc.constantFrom('GB', 'RU', 'ZZ', 'QQ')),
  owner: maybe(500),
  ownerKind: fc.option(fc.constantFrom('PRIVATE' as const, 'PUBLIC' as const, 'STATE' as const)),
  title: maybe(500),
  url: fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })),
  archivedUrl: fc.option(fc.webUrl()),
  author: maybe(500),
  publishedOn: dated,
  paywalled: fc.option(fc.boolean()),
  reliability: fc.option(fc.constantFrom('A' as const, 'F' as const)),
});

export const anyClaim = fc.record({
  verbatim: fc.boolean(),
  text: anyProse,
  speaker: maybe(500),
  speakerRole: maybe(500),
  statedOn: dated,
  statedOnText: maybe(500),
  reportedBy: lines(500, 4),
  status,
  credibility: fc.integer({ min: 1, max: 6 }),
  sources: cited,
});

export const anyEvent = fc.record({
  title: anyLine(500),
  date: dated,
  dateText: maybe(500),
  place: maybe(500),
  participants: lines(500, 6),
  state: fc.constantFrom('HAPPENED' as const, 'PLANNED' as const, 'CANCELLED' as const),
  sources: cited,
});

export const anyStakeholder = fc.record({
  name: anyLine(500),
  interests: fc.array(anyProse, { maxLength: 4 }),
  leverage: fc.array(anyProse, { maxLength: 2 }),
  redLines: fc.array(anyProse, { maxLength: 2 }),
  sources: cited,
});

export const anyScenario = fc.record({
  title: anyLine(500),
  description: fc.option(anyProse),
  likelihood: maybe(500),
  indicators: fc.array(anyProse, { maxLength: 4 }),
  horizon: dated,
  outcome: fc.option(fc.record({ text: anyProse, recordedAt: instant })),
  sources: cited,
});

const anySectionTitles = fc.uniqueArray(
  fc.record({
    id: anyId,
    heading: maybe(500),
    kind: fc.constantFrom(...SECTION_KINDS),
    parentId: fc.option(anyId),
  }),
  { maxLength: 80, selector: ({ id }) => id },
);

const summary = fc.record({ headline: maybe(100), short: maybe(300), keyPoints: lines(500, 20) });

export const anyOverview = fc.record({
  slug: anySlug,
  title: anyLine(200),
  publishedAt: instant,
  updatedAt: fc.constant('2025-03-18T09:00:00.000Z'),
  revision: fc.nat(9_999),
  readingTimeMinutes: fc.nat(900),
  importance: fc.option(fc.integer({ min: 1, max: 5 })),
  contentWarnings: lines(500, 20),
  summary,
  topics: fc.array(fc.record({ name: anyLine(500) }), { maxLength: 50 }),
  sections: anySectionTitles,
  claims: fc.array(fc.record({ status }), { maxLength: 30 }),
  sources: fc.array(fc.record({ number }), { maxLength: 3 }),
  events: fc.array(fc.record({ id: anyId }), { maxLength: 2 }),
  stakeholders: fc.array(fc.record({ id: anyId }), { maxLength: 2 }),
  scenarios: fc.array(fc.record({ id: anyId }), { maxLength: 2 }),
  perspectives: fc.array(fc.record({ id: anyId }), { maxLength: 2 }),
  faq: fc.record({ edges: fc.array(fc.record({ cursor: fc.constant('c') }), { maxLength: 1 }) }),
  prompts: fc.array(fc.record({ text: anyProse, stanceNeutral: fc.constantFrom(true, false, null) }), {
    maxLength: 2,
  }),
});

const blockBase = {
  id: anyId,
  citations: fc.array(number, { maxLength: 6 }),
  hints: fc.record({ priority: fc.integer({ min: 1, max: 5 }), shortForm: maybe(500) }),
};

const anyTable = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.record({
    ...blockBase,
    __typename: fc.constant('TableBlock' as const),
    caption: maybe(500),
    columns: fc.array(
      fc.record({
        label: fc.oneof(fc.constant(''), anyLine(60)),
        unit: maybe(20),
        align: fc.constantFrom('START' as const, 'CENTER' as const, 'END' as const),
      }),
      { minLength: width, maxLength: width },
    ),
    rows: fc.array(
      fc.array(fc.oneof(fc.constant(''), fc.string({ maxLength: 6 }), anyLine(200)), {
        minLength: width,
        maxLength: width,
      }),
      { maxLength: 30 },
    ),
  }),
);

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ ...blockBase, __typename: fc.constant('ParagraphBlock' as const), text: anyProse }),
  fc.record({
    ...blockBase,
    __typename: fc.constant('PointsBlock' as const),
    items: fc.array(fc.record({ label: maybe(500), text: anyProse, depth: fc.nat(7) }), {
      minLength: 1,
      maxLength: 20,
    }),
  }),
  anyTable,
  fc.record({ ...blockBase, __typename: fc.constant('QuoteBlock' as const), claim: anyClaim }),
  fc.record({
    ...blockBase,
    __typename: fc.constant('ExchangeBlock' as const),
    interviewer: maybe(500),
    guest: maybe(500),
    question: anyProse,
    answer: anyProse,
  }),
);

const anyBlocks = fc.array(anyBlock, { maxLength: 30 });

export const anySectionPage: fc.Arbitrary<SectionPage> = fc
  .record({
    slug: anySlug,
    title: anyLine(200),
    sections: anySectionTitles,
    section: fc.record({ id: anyId, heading: maybe(500), blocks: anyBlocks }),
    sources: fc.uniqueArray(anySource, { maxLength: 60, selector: (source) => source.number }),
    position: fc.nat(80),
  })
  .map(({ position, ...input }) => {
    const own = input.sections[position % Math.max(1, input.sections.length)];
    return own === undefined ? input : { ...input, section: { ...input.section, id: own.id } };
  });

export const anyDigestItem = fc.record({
  slug: anySlug,
  title: anyLine(200),
  readingTimeMinutes: fc.nat(900),
  summary,
  claims: fc.array(fc.record({ status }), { maxLength: 30 }),
});

export const anyEntry = fc.record({
  slug: anySlug,
  question: anyLine(500),
  answer: anyProse,
  stale: fc.boolean(),
  verifiedBy: maybe(500),
  verifiedAt: fc.option(instant),
  updatedAt: instant,
  sectionId: fc.option(anyId),
  briefing: fc.option(fc.record({ slug: anySlug, title: anyLine(200) })),
});

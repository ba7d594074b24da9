/** Sections and their typed blocks. */
import { builder } from '../graphql/builder.ts';
import type { COLUMN_TYPES, SECTION_KINDS } from './document.ts';
import { blockText, sectionText } from './plain-text.ts';
import type { Block, BlockOf } from './readable-document.ts';
import { MAX_PIECE_ID_LENGTH, textOptions } from '../graphql/text-limits.ts';

export const SectionKind = builder.enumType('SectionKind', {
  description: 'What a section is about, whatever its heading says.',
  values: {
    OVERVIEW: { description: 'The matter in short.' },
    BACKGROUND: { description: 'How it came about.' },
    DEVELOPMENTS: { description: 'What has happened lately.' },
    KEY_ISSUES: { description: 'What it is about.' },
    STAKEHOLDERS: { description: 'Who is involved and what they want.' },
    SCENARIOS: { description: 'What could happen.' },
    CHALLENGES: { description: 'What stands in the way.' },
    IMPLICATIONS: { description: 'What follows from it.' },
    RECOMMENDATIONS: { description: 'What somebody proposes to do.' },
    EXPERT_VIEW: { description: 'What experts say.' },
    OUTLOOK: { description: 'What comes next.' },
    OTHER: { description: 'None of these.' },
  } satisfies Record<(typeof SECTION_KINDS)[number], { description: string }>,
});

export const TextAlign = builder.enumType('TextAlign', {
  description: 'How the cells of a column stand.',
  values: {
    START: { description: 'At the start of the line: left in a left-to-right script.' },
    CENTER: { description: 'In the middle.' },
    END: { description: 'At the end of the line: numbers, mostly.' },
  } satisfies Record<BlockOf<'TABLE'>['columns'][number]['align'], { description: string }>,
});

export const ColumnType = builder.enumType('ColumnType', {
  description: 'What the cells of a column hold, unless they are empty.',
  values: {
    TEXT: { description: 'Any text.' },
    NUMBER: { description: 'Decimal numbers: digits with at most one decimal point, such as "-1234.5".' },
    DATE: { description: 'ISO 8601 dates of any precision: "2025", "2025-02" or "2025-02-18".' },
  } satisfies Record<(typeof COLUMN_TYPES)[number], { description: string }>,
});

const RenderHints = builder.objectRef<Block>('RenderHints').implement({
  description: 'How a client with little room may fit a block.',
  fields: (t) => ({
    priority: t.int({
      description: '1–5: 5 is left out first, 1 last.',
      resolve: ({ hints }) => hints.priority,
    }),
    shortForm: t.string({
      nullable: true,
      description: 'A line that may stand for the whole block; null: there is none.',
      resolve: ({ hints }) => hints.shortForm,
    }),
    maxChars: t.int({
      nullable: true,
      description:
        'Characters (UTF-16 units) below which the short form is better than a cut block; null: the client decides.',
      resolve: ({ hints }) => hints.maxChars,
    }),
    plainText: t.string({
      description: 'The block without any markup, lines separated by a line feed.',
      resolve: blockText,
    }),
  }),
});

builder.interfaceType('Block', {
  description: 'A piece of a section. All texts are plain text, to be escaped for whatever shows them.',
  resolveType: ({ type }) => TYPE_NAMES[type],
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Names it within its briefing, the same in every revision.' }),
    citations: t.exposeIntList('citations', { description: 'Numbers of the sources it rests on.' }),
    sources: t.expose('sources', {
      type: ['Source'],
      description: 'The sources it rests on, in the order of its citations.',
    }),
    hints: t.field({
      type: RenderHints,
      description: 'How it may be shortened.',
      resolve: (block) => block,
    }),
    provenance: t.expose('provenance', { type: 'Provenance', description: 'Where it comes from.' }),
  }),
});

const TYPE_NAMES: Record<Block['type'], string> = {
  PARAGRAPH: 'ParagraphBlock',
  POINTS: 'PointsBlock',
  TABLE: 'TableBlock',
  QUOTE: 'QuoteBlock',
  EXCHANGE: 'ExchangeBlock',
};

builder.objectRef<BlockOf<'PARAGRAPH'>>('ParagraphBlock').implement({
  description: 'Running text.',
  interfaces: ['Block'],
  fields: (t) => ({ text: t.exposeString('text', { description: 'The paragraph.' }) }),
});

const Point = builder.objectRef<BlockOf<'POINTS'>['items'][number]>('Point').implement({
  description: 'One point of a list.',
  fields: (t) => ({
    label: t.exposeString('label', {
      nullable: true,
      description: 'What the point is about, with its own punctuation ("Energy:"); null: it has no label.',
    }),
    text: t.exposeString('text', { description: 'What it says.' }),
    depth: t.int({
      description:
        'In how many points it stands, 0–7: 0 in none; of the points before it the nearest of a smaller depth is the one it belongs to.',
      resolve: ({ depth = 0 }) => depth,
    }),
  }),
});

builder.objectRef<BlockOf<'POINTS'>>('PointsBlock').implement({
  description: 'A list of points.',
  interfaces: ['Block'],
  fields: (t) => ({
    items: t.expose('items', { type: [Point], description: 'The points in order; at least one.' }),
  }),
});

const TableColumn = builder.objectRef<BlockOf<'TABLE'>['columns'][number]>('TableColumn').implement({
  description: 'One column of a table.',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'Its heading; may be empty.' }),
    unit: t.exposeString('unit', {
      nullable: true,
      description: 'The unit of its cells ("USD"); null: none.',
    }),
    align: t.expose('align', { type: TextAlign, description: 'How its cells stand.' }),
    type: t.field({
      type: ColumnType,
      description: 'What its cells hold: of NUMBER and DATE every cell is one or empty.',
      resolve: ({ type = 'TEXT' }) => type,
    }),
  }),
});

builder.objectRef<BlockOf<'TABLE'>>('TableBlock').implement({
  description: 'A table.',
  interfaces: ['Block'],
  fields: (t) => ({
    caption: t.exposeString('caption', { nullable: true, description: 'Its title; null: it has none.' }),
    columns: t.expose('columns', { type: [TableColumn], description: 'Its columns; at least one.' }),
    rows: t.field({
      type: t.listRef(t.listRef('String')),
      description: 'Its rows, each with one cell per column; an empty cell is an empty string.',
      resolve: ({ rows }) => rows,
    }),
  }),
});

builder.objectRef<BlockOf<'QUOTE'>>('QuoteBlock').implement({
  description: 'A verbatim claim of this briefing, shown where it belongs. A paraphrase never is one.',
  interfaces: ['Block'],
  fields: (t) => ({ claim: t.expose('claim', { type: 'Claim', description: 'What was said.' }) }),
});

builder.objectRef<BlockOf<'EXCHANGE'>>('ExchangeBlock').implement({
  description: 'A question of an interview and its answer.',
  interfaces: ['Block'],
  fields: (t) => ({
    interviewer: t.exposeString('interviewer', {
      nullable: true,
      description: 'Who asked; null: not named.',
    }),
    guest: t.exposeString('guest', { nullable: true, description: 'Who answered; null: not named.' }),
    question: t.exposeString('question', { description: 'What was asked.' }),
    answer: t.exposeString('answer', { description: 'What was answered.' }),
  }),
});

builder.objectType('Section', {
  description: 'A part of a briefing under one heading.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Names it within its briefing, the same in every revision.' }),
    heading: t.exposeString('heading', {
      nullable: true,
      description: 'Its heading; null: the introduction.',
    }),
    kind: t.expose('kind', { type: SectionKind, description: 'What it is about.' }),
    parentId: t.exposeString('parentId', {
      nullable: true,
      description: 'The section it is inside of, which stands before it; null: it stands at the top.',
    }),
    blocks: t.expose('blocks', { type: ['Block'], description: 'Its content in order; may be empty.' }),
    provenance: t.expose('provenance', { type: 'Provenance', description: 'Where it comes from.' }),
    plainText: t.string({
      description: 'Heading and blocks without any markup, separated by empty lines.',
      resolve: sectionText,
    }),
  }),
});

builder.interfaceFields('BriefingContent', (t) => ({
  sections: t.field({
    type: ['Section'],
    description: 'Its parts in reading order; a section inside another stands after it.',
    resolve: ({ document }) => document.sections,
  }),
  section: t.field({
    type: 'Section',
    nullable: true,
    description: 'One section; null: it has none with this id.',
    args: {
      id: t.arg.string({
        required: true,
        ...textOptions(MAX_PIECE_ID_LENGTH, 'The id of the section.'),
      }),
    },
    resolve: ({ document }, { id }) => document.sections.find((section) => section.id === id),
  }),
}));

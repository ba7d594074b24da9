import { communityOf } from '../access/viewer.ts';
import { findBriefingsByIds, type PublishedBriefing } from '../briefings/find-briefings.ts';
import type { Claim, Section } from '../briefings/readable-document.ts';
import { NotFoundError } from '../domain-errors.ts';
import { findEntriesByIds, type FaqEntry } from '../faq/find-entries.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { checkPageSize } from '../graphql/connections.ts';
import { NEVER_CHANGED } from '../graphql/content-marks.ts';
import { MAX_PAGE_SIZE, pageCost } from '../graphql/limits.ts';
import { freeText, MAX_QUERY_LENGTH, textOptions } from '../graphql/text-limits.ts';
import { chooseAlias } from './choose-alias.ts';
import { findHighlights, type TextRange } from './find-highlights.ts';
import type { TextExcerpt } from './make-excerpt.ts';
import { completeTitle, searchContent, type SearchHit } from './search-content.ts';
import type { IndexedDocument } from './search-shard.ts';
import type { SearchKind } from './table.ts';

const SearchKindType = builder.enumType('SearchKind', {
  description: 'What can be searched.',
  values: {
    BRIEFING: { description: 'Briefings, by title, summary and sections.' },
    SECTION: { description: 'Sections of briefings, by heading and text.' },
    CLAIM: { description: 'Claims and quotations in briefings, by text and speaker.' },
    FAQ_ENTRY: { description: 'FAQ entries, by question, aliases and answer.' },
  } satisfies Record<SearchKind, { description: string }>,
});

const TextRangeType = builder.objectRef<TextRange>('TextRange').implement({
  description: 'A stretch of a text.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Its first UTF-16 unit, from 0.' }),
    end: t.exposeInt('end', { description: 'The UTF-16 unit after its last one.' }),
  }),
});

const HighlightedTextType = builder.objectRef<TextExcerpt>('HighlightedText').implement({
  description: 'A text, with the words that were searched for.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The whole of it.' }),
    highlights: t.expose('highlights', {
      type: [TextRangeType],
      description: 'Where the words stand in `text`, in order.',
    }),
  }),
});

const TextExcerptType = builder.objectRef<TextExcerpt>('TextExcerpt').implement({
  description: 'A piece of a text, with the words that were searched for.',
  fields: (t) => ({
    text: t.exposeString('text', {
      description: 'About 240 characters of plain text, "…" where something was left out.',
    }),
    highlights: t.expose('highlights', {
      type: [TextRangeType],
      description:
        'Where the words stand in `text`, in order; empty: they stand elsewhere, in the title or an alias for example.',
    }),
  }),
});

const SearchNode = builder.unionType('SearchNode', {
  description: 'What was found.',
  types: ['Briefing', 'Section', 'Claim', 'FaqEntry'],
  resolveType: (node) => {
    if ('document' in node) return 'Briefing';
    if ('blocks' in node) return 'Section';
    return 'verbatim' in node ? 'Claim' : 'FaqEntry';
  },
});

const briefingOf = batched<string, PublishedBriefing>((ids, { db, viewer }) =>
  findBriefingsByIds(db, communityOf(viewer), ids),
);
const entryOf = batched<string, FaqEntry>((ids, { db, viewer }) =>
  findEntriesByIds(db, communityOf(viewer), ids),
);

const SearchHitType = builder.objectRef<SearchHit>('SearchHit').implement({
  description: 'Something that was found.',
  fields: (t) => ({
    kind: t.expose('kind', { type: SearchKindType, description: 'What it is.' }),
    slug: t.expose('slug', {
      type: 'Slug',
      description: 'Slug of the FAQ entry, or of the briefing it is or stands in.',
    }),
    title: t.exposeString('title', {
      description:
        'Title of the briefing, heading of the section (of one without: the briefing’s title), text of the claim, or question of the FAQ entry.',
    }),
    titleHighlights: t.field({
      type: [TextRangeType],
      description: 'Where the words stand in `title`, in order; empty: they stand elsewhere.',
      resolve: ({ title, wanted }) => findHighlights(title, wanted),
    }),
    alias: t.field({
      type: HighlightedTextType,
      nullable: true,
      description:
        'Of an FAQ entry the alias that it was found by, where that says more of what was searched for than the question; null: none does.',
      resolve: ({ aliases, title, wanted }) => {
        const text = chooseAlias(aliases, title, wanted);
        return text === null ? null : { text, highlights: findHighlights(text, wanted) };
      },
    }),
    excerpt: t.expose('excerpt', { type: TextExcerptType, description: 'The passage that speaks of it.' }),
    node: t.field({
      type: SearchNode,
      description: 'The thing itself.',
      resolve: async (hit, _args, context) => {
        const node =
          hit.kind === 'FAQ_ENTRY'
            ? await entryOf(hit.ownerId, context)
            : pieceOf(await briefingOf(hit.ownerId, context), hit);
        if (node === null) throw new NotFoundError(`"${hit.slug}" was changed or withdrawn a moment ago`);
        return node;
      },
    }),
    briefing: t.field({
      type: 'Briefing',
      nullable: true,
      description: 'The briefing it is or stands in; null for an FAQ entry.',
      resolve: ({ kind, ownerId }, _args, context) =>
        kind === 'FAQ_ENTRY' ? null : briefingOf(ownerId, context),
    }),
  }),
});

function pieceOf(briefing: PublishedBriefing | null, { kind, subjectId }: SearchHit) {
  if (kind === 'BRIEFING' || briefing === null) return briefing;
  const { sections, claims } = briefing.document;
  const pieces: readonly (Section | Claim)[] = kind === 'SECTION' ? sections : claims;
  return pieces.find(({ id }) => id === subjectId) ?? null;
}

builder.queryField('search', (t) =>
  t.field({
    type: [SearchHitType],
    description:
      'What speaks of all the words, best first: exact title or question, exact alias, their beginning, their words, then the text. Case and accents do not count, and the last word may be unfinished. Where nothing has the words, each may have one typo. Without a word: what is pinned, then the FAQ entries that helped most, then what is newest; votes change that order at once.',
    complexity: pageCost,
    args: {
      query: t.arg.string({
        required: true,
        ...freeText(textOptions(MAX_QUERY_LENGTH, 'Any text; its first 16 words count.')),
      }),
      kinds: t.arg({
        type: [SearchKindType],
        required: true,
        defaultValue: ['BRIEFING', 'FAQ_ENTRY'],
        description: 'What to search.',
      }),
      first: t.arg.int({ required: true, description: `How many at most, 1–${MAX_PAGE_SIZE}.` }),
    },
    resolve: (_root, { query, kinds, first }, { db, viewer }) => {
      checkPageSize(first);
      return searchContent(db, communityOf(viewer), { query, kinds, limit: first });
    },
  }),
);

const CompletionType = builder.objectRef<IndexedDocument>('Completion').implement({
  description: 'What somebody who is still typing may mean.',
  extensions: NEVER_CHANGED,
  fields: (t) => ({
    kind: t.expose('kind', { type: SearchKindType, description: 'What it is.' }),
    slug: t.expose('slug', {
      type: 'Slug',
      description: 'Slug of the FAQ entry, or of the briefing it is or stands in.',
    }),
    title: t.exposeString('title', { description: 'Title, heading, text of the claim, or question.' }),
  }),
});

builder.queryField('complete', (t) =>
  t.field({
    type: [CompletionType],
    description:
      'For autocomplete: what is called so as far as it is typed, by title, then what has the words in its title, best first. With nothing typed: what is pinned, then what helped most, then what is newest.',
    complexity: pageCost,
    args: {
      prefix: t.arg.string({
        required: true,
        ...freeText(textOptions(MAX_QUERY_LENGTH, 'What was typed so far; may be empty.')),
      }),
      kind: t.arg({ type: SearchKindType, required: true, description: 'What is to be completed.' }),
      first: t.arg.int({ required: true, description: `How many at most, 1–${MAX_PAGE_SIZE}.` }),
    },
    resolve: (_root, { prefix, kind, first }, { db, viewer }) => {
      checkPageSize(first);
      return completeTitle(db, communityOf(viewer), { beginning: prefix, kind, limit: first });
    },
  }),
);

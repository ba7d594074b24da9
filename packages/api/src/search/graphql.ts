import { communityOf } from '../access/viewer.ts';
import { findBriefingsByIds, type PublishedBriefing } from '../briefings/find-briefings.ts';
import { InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { findEntriesByIds, type FaqEntry } from '../faq/find-entries.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { FROM_CONTENT } from '../graphql/content-marks.ts';
import { MAX_PAGE_SIZE, pageCost } from '../graphql/limits.ts';
import type { TextExcerpt, TextRange } from './make-excerpt.ts';
import { searchContent, type SearchHit } from './search-content.ts';
import type { SearchKind } from './table.ts';

const SearchKindType = builder.enumType('SearchKind', {
  description: 'What can be searched.',
  values: {
    BRIEFING: { description: 'Briefings, by title, summary and sections.' },
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

const TextExcerptType = builder.objectRef<TextExcerpt>('TextExcerpt').implement({
  description: 'A piece of a text, with the words that were searched for.',
  fields: (t) => ({
    text: t.exposeString('text', {
      description: 'About 240 characters of plain text, "…" where something was left out.',
    }),
    highlights: t.expose('highlights', {
      type: [TextRangeType],
      description: 'Where the words stand in `text`, in order; empty: they stand elsewhere.',
    }),
  }),
});

const SearchNode = builder.unionType('SearchNode', {
  description: 'What was found.',
  types: ['Briefing', 'FaqEntry'],
  resolveType: (node) => ('document' in node ? 'Briefing' : 'FaqEntry'),
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
    slug: t.exposeString('slug', { description: 'Its slug.' }),
    title: t.exposeString('title', { description: 'Title of the briefing, or question of the FAQ entry.' }),
    excerpt: t.expose('excerpt', { type: TextExcerptType, description: 'The passage that speaks of it.' }),
    node: t.field({
      type: SearchNode,
      description: 'The thing itself.',
      resolve: async ({ kind, subjectId, slug }, _args, context) => {
        const load = kind === 'BRIEFING' ? briefingOf : entryOf;
        const node = await load(subjectId, context);
        if (node === null) throw new NotFoundError(`"${slug}" was withdrawn a moment ago`);
        return node;
      },
    }),
  }),
});

builder.queryField('search', (t) =>
  t.field({
    type: [SearchHitType],
    extensions: FROM_CONTENT,
    description:
      'What speaks of all the words, best first: exact question, title or alias, then its beginning, then its words, then the text. The last word may be unfinished. Without a word: what is pinned, then what is newest.',
    complexity: pageCost,
    args: {
      query: t.arg.string({ required: true, description: 'Any text; its first 16 words count.' }),
      kinds: t.arg({
        type: [SearchKindType],
        required: true,
        defaultValue: ['BRIEFING', 'FAQ_ENTRY'],
        description: 'What to search.',
      }),
      first: t.arg.int({ required: true, description: `How many at most, 1–${MAX_PAGE_SIZE}.` }),
    },
    resolve: (_root, { query, kinds, first }, { db, viewer }) => {
      if (first < 1 || first > MAX_PAGE_SIZE) {
        throw new InvalidInputError(`"first" must be from 1 to ${MAX_PAGE_SIZE}, not ${first}`, ['first']);
      }
      return searchContent(db, communityOf(viewer), { query, kinds, limit: first });
    },
  }),
);

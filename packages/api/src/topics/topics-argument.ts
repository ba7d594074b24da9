/** The filter by topics that every list of content has. */
import { InvalidInputError } from '../domain-errors.ts';
import { builder } from '../graphql/builder.ts';

const MAX_TOPICS = 10;

export const topicsArgument = builder.args((t) => ({
  topics: t.field({
    type: ['Slug'],
    description: `Slugs of up to ${MAX_TOPICS} topics: only what is about at least one of them; null or empty: all. An unknown one is a NOT_FOUND error.`,
  }),
}));

/** Where drafts are listed: they may be about topics that readers have nothing of yet. */
export const editorialTopicsArgument = builder.args((t) => ({
  topics: t.field({
    type: ['Slug'],
    description: `Slugs of up to ${MAX_TOPICS} topics: only what is about at least one of them; null or empty: all.`,
  }),
}));

export function readTopics(topics: readonly string[] | null | undefined): readonly string[] {
  const slugs = topics ?? [];
  if (slugs.length <= MAX_TOPICS) return slugs;
  throw new InvalidInputError(`"topics" may name at most ${MAX_TOPICS} topics, not ${slugs.length}`, [
    'topics',
  ]);
}

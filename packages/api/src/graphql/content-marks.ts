import type { GraphQLObjectType } from 'graphql';

/**
 * For a root field's `extensions`: its answer changes only when a write set raises a content version, or at one of the timed changes
 * of `changes/find-content-state.ts`.
 */
export const FROM_CONTENT = { fromContent: true } as const;

/** For a field inside such an answer that changes without either: a count of votes, who is asking, the time of day. */
export const NOT_FROM_CONTENT = { fromContent: false } as const;

/**
 * For a type whose objects are kept in memory and never change: what is read of one of them by resolvers that take nothing but their source
 * is written once (`compile-query.ts`). So no such resolver, on it or below it, may look at anything else.
 */
export const NEVER_CHANGED = { neverChanged: true } as const;

export function isNeverChanged({ extensions }: GraphQLObjectType): boolean {
  return extensions['neverChanged'] === true;
}

import type { Dated } from '../briefings/document.ts';
import type { Source } from '../briefings/readable-document.ts';

/** A claim in one of its sources. */
export interface Appearance {
  source: Source;
  /** When that was published; null: not known. */
  on: Dated | null;
}

/** The earliest first, what is not dated last; of a month or year it is not known how early in it, so an exact date in it comes first. */
export function appearances(sources: readonly Source[]): Appearance[] {
  return sources
    .map((source) => ({ source, on: source.publishedOn }))
    .toSorted((one, other) => {
      const [a, b] = [sortKey(one), sortKey(other)];
      return a === b ? 0 : a < b ? -1 : 1;
    });
}

/** Null: none of its sources is dated. */
export function firstAppearance(sources: readonly Source[]): Source | null {
  const [first] = appearances(sources);
  return first === undefined || first.on === null ? null : first.source;
}

function sortKey({ on }: Appearance): string {
  return `${on?.value ?? ''}~`;
}

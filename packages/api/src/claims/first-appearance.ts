import type { Source } from '../briefings/readable-document.ts';

/** The earliest dated one; of a month or year it is not known how early in it, so an exact date in it comes first. */
export function firstAppearance(sources: readonly Source[]): Source | null {
  const dated = sources.filter(({ publishedOn }) => publishedOn !== null);
  const [first] = dated.toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
  return first ?? null;
}

function sortKey({ publishedOn }: Source): string {
  return `${publishedOn?.value ?? ''}~`;
}

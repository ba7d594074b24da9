/** Dates as precise as their sources, never more. */
import type { DatedFragment } from '../api/generated/graphql.ts';
import { escapeLine } from './markdown.ts';

const SHAPES = {
  DAY: { day: 'numeric', month: 'long', year: 'numeric' },
  MONTH: { month: 'long', year: 'numeric' },
  YEAR: { year: 'numeric' },
} as const;

/** "18 February 2025", "February 2025" or "2025": a calendar date, the same in every zone. */
export function formatDated(dated: DatedFragment): string {
  const date = new Date(`${`${dated.value}-01-01`.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return escapeLine(dated.value);
  return new Intl.DateTimeFormat('en-GB', { ...SHAPES[dated.precision], timeZone: 'UTC' }).format(date);
}

/** The date, the words of the source where nothing dates it, or both where a day is the first of several. */
export function formatWhen(dated: DatedFragment | null, words: string | null): string | null {
  if (words === null) return dated === null ? null : formatDated(dated);
  const quoted = `“${escapeLine(words)}”`;
  // "spring 1998" says the year, too.
  return dated?.precision === 'DAY' ? `${formatDated(dated)} (${quoted})` : quoted;
}

/** "Tuesday, 18 February 2025" in the given zone. */
export function formatLocalDay(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone }).format(new Date(instant));
}

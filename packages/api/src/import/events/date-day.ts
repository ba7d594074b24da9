/** Of which year a day is that the text names without one: the nearest to the day of the article, on the side that the sentence tells. */
import type { Dated } from '../../briefings/document.ts';
import { toDated } from '../library/library-front-matter.ts';
import type { DayOfMonth } from './find-days.ts';

export type Direction = 'PAST' | 'FUTURE' | 'UNKNOWN';

const DAY_MS = 86_400_000;
/** Further away, nobody knows which year a sentence means that tells no direction: in the present one tells rather what will be. */
const MAX_PRESENT = { ahead: 120, back: 60 };
/** Whoever means a day still further away writes its year, or means another side than the verb tells. */
const MAX_ONE_WAY = 240;

/** Null where no year is sure, and where the text names a weekday that it was not. */
export function dateDay(
  { month, day, weekday }: DayOfMonth,
  { publishedOn, direction }: { publishedOn: Dated | null; direction: Direction },
): Dated | null {
  if (publishedOn?.precision !== 'DAY') return null;
  const year = Number(publishedOn.value.slice(0, 4));
  const candidates = [year - 1, year, year + 1].flatMap((each) => {
    const dated = toDated([each, pad(month), pad(day)].join('-'));
    const isOther = weekday !== null && new Date(`${dated?.value}T00:00:00Z`).getUTCDay() !== weekday;
    return dated === null || isOther ? [] : [{ dated, days: daysBetween(publishedOn.value, dated.value) }];
  });
  const [nearest] = candidates
    .filter(({ days }) => direction !== (days < 0 ? 'FUTURE' : days > 0 ? 'PAST' : null))
    .sort((a, b) => Math.abs(a.days) - Math.abs(b.days));
  if (nearest === undefined) return null;
  const present = nearest.days < 0 ? MAX_PRESENT.back : MAX_PRESENT.ahead;
  return Math.abs(nearest.days) <= (direction === 'UNKNOWN' ? present : MAX_ONE_WAY) ? nearest.dated : null;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function daysBetween(one: string, other: string): number {
  return Math.round((Date.parse(other) - Date.parse(one)) / DAY_MS);
}

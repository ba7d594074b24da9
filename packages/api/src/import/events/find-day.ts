/** A day without its year that a sentence tells something about: "on 12 May" in an article of March. */
import { cutClause } from './cut-clause.ts';
import { dateDay } from './date-day.ts';
import type { Direction } from './date-day.ts';
import type { EventContext } from './extract-events.ts';
import { findDays, readDayOfMonth } from './find-days.ts';
import type { DayOfMonth } from './find-days.ts';
import type { FoundTime } from './find-rough-dates.ts';
import { isDayOfSpeech } from './is-day-of-speech.ts';
import { isToCome } from './read-event-state.ts';
import { isOver, isUnsure, tellsOfSpeech } from './read-tense.ts';

const MARKS = /[“”"«»„]/u;
// "8 May last year", "12 мая прошлого года": the text knows another year than the nearest.
const OTHER_YEAR =
  /^,?\s*(?:(?:of\s+)?(?:last|next|the\s+(?:following|next|previous))\s+year|(?:letzten|vergangenen|nächsten|kommenden)\s+jahres|(?:de\s+l[’']an|dernier|prochain)|(?:pasado|del\s+(?:próximo\s+)?año)|прошлого|следующего|того)/iu;
const CHINESE_OTHER_YEAR = /(?:去年|明年|前年|次年)$/u;
// "from 12 May until 3 June", "nicht vor dem 3. Mai": how long, and not when.
const OF_A_SPAN =
  /(?<!\p{L})(?:since|until|till|by|before|after|seit|bis|vor|nach|depuis|avant|après|jusqu[’']au|desde|hasta|antes\s+del?|с|до|после|к|по|з|після)\s+(?:the\s+|zum\s+|dem\s+|el\s+|le\s+|dia\s+)?$/iu;
/** What somebody would do is told of another day than that of the article. */
const WOULD = /(?<!\p{L})(?:would|sollten?|würden?)(?!\p{L})/iu;

/** Null for what is said or written on that day, what is unsure, and where nothing tells whether it has been. */
export function findDay(text: string, context: EventContext): FoundTime | null {
  if (MARKS.test(text)) return null;
  const found = findDays(text).find(({ start, end }) => !isDayOfSpeech(text, { start, end }));
  if (found === undefined) return null;
  const { start, end, day } = found;
  if (OF_A_SPAN.test(text.slice(Math.max(0, start - 30), start))) return null;
  const clause = cutClause(text, found).replace(text.slice(start, end), '');
  const direction = directionOf(clause);
  if (isUnsure(clause) || (direction !== 'FUTURE' && tellsOfSpeech(clause))) return null;
  const isOther = OTHER_YEAR.test(text.slice(end, end + 30)) || CHINESE_OTHER_YEAR.test(text.slice(0, start));
  const dated = isOther ? null : dateIn(day, direction, { ...context, isToBe: !WOULD.test(clause) });
  // Against what the verb tells, or of a direction that nobody knows.
  if (dated === null && (direction === 'UNKNOWN' || isContrary(context, direction))) return null;
  return { ...found, dated };
}

function directionOf(clause: string): Direction {
  const [toCome, over] = [isToCome(clause), isOver(clause)];
  return toCome === over ? 'UNKNOWN' : toCome ? 'FUTURE' : 'PAST';
}

function isContrary({ publishedOn, lastYear }: EventContext, direction: Direction): boolean {
  const isOfArticlesYear = lastYear === null || publishedOn?.value.startsWith(lastYear) === true;
  return direction === 'PAST' && publishedOn?.precision === 'DAY' && isOfArticlesYear;
}

/** A text that has just told of another year goes on with it, except about what will be. */
function dateIn(
  day: DayOfMonth,
  direction: Direction,
  { publishedOn, lastYear, isToBe }: EventContext & { isToBe: boolean },
): FoundTime['dated'] {
  const dated = dateDay(day, { publishedOn, direction });
  const goesOn = direction === 'FUTURE' && isToBe;
  return dated === null || goesOn || lastYear === null || dated.value.startsWith(lastYear) ? dated : null;
}

/** Of a time that is nothing but such a day, with its date: "12–20 April", "11 April: Hearing". `clause` tells the direction. */
export function dateWords<Time extends Pick<FoundTime, 'words' | 'dated'>>(
  time: Time,
  clause: string,
  context: EventContext,
): Time {
  const day = dayIn(time);
  if (day === null) return time;
  return { ...time, dated: dateIn(day, directionOf(clause), { ...context, isToBe: false }) };
}

function dayIn({ words, dated }: Pick<FoundTime, 'words' | 'dated'>): DayOfMonth | null {
  return dated === null && words !== null ? readDayOfMonth(words) : null;
}

/** "She plays in London, 12–20 April", in a text without a date: it may be over, or still to come. */
export function isOfAnyYear(time: FoundTime, clause: string, { publishedOn }: EventContext): boolean {
  return publishedOn === null && dayIn(time) !== null && directionOf(clause) === 'UNKNOWN';
}

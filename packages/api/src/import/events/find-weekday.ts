/** "on Tuesday" in an article whose day is known: the Tuesday before it, or, of what is still to come, the one after it. */
import type { Dated } from '../../briefings/document.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import type { FoundTime } from './find-rough-dates.ts';
import { isDayOfSpeech } from './is-day-of-speech.ts';
import { cutClause } from './cut-clause.ts';
import { isToCome } from './read-event-state.ts';
import { isOver, isUnsure, tellsOfSpeech } from './read-tense.ts';

/** From Sunday on, with what stands before a single one of them. */
const DAYS: readonly string[] = [
  'on sunday|am sonntag|el domingo|в воскресенье',
  'on monday|am montag|el lunes|в понедельник',
  'on tuesday|am dienstag|el martes|во вторник',
  'on wednesday|am mittwoch|el miércoles|в среду',
  'on thursday|am donnerstag|el jueves|в четверг',
  'on friday|am freitag|el viernes|в пятницу',
  'on saturday|am samstag|am sonnabend|el sábado|в субботу',
];
const DAY = compilePattern(`(?<!\\p{L})(?:${DAYS.join('|')})(?![\\p{L}-])`, 'giu');
const SIGN =
  /day|tag|mittwoch|sonnabend|lunes|martes|miércoles|jueves|viernes|sábado|domingo|понед|вторник|сред|четв|пятниц|суббот|воскр/i;
/** Whose it was, or which one: no other day is meant than the text says, and it says more. */
const OTHER_DAY =
  /^(?:,?\s*(?:the |den |dem |el )?\(?\d|,?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|of\b|before\b|after\b|vor\b|nach\b|und\b|and\b|oder\b|or\b|y\b|santo\b|vergangener|next\b|nights|de(?:l)?\s))/i;
/** What was only settled for that day. */
const FOR_A_DAY = /(?<!\p{L})(?:para|for|für|на)\s+$/iu;
const MARKS = /[“”"«»„]/u;
const DAY_MS = 86_400_000;

/** Null where the article has no day, where two are named, where nothing tells whether it is over, and for the day somebody spoke. */
export function findWeekday(text: string, publishedOn: Dated | null): FoundTime | null {
  if (publishedOn?.precision !== 'DAY' || !SIGN.test(text) || MARKS.test(text)) return null;
  const [match, second] = text.matchAll(DAY);
  if (match === undefined || second !== undefined) return null;
  const [start, end] = [match.index, match.index + match[0].length];
  if (OTHER_DAY.test(text.slice(end)) || isDayOfSpeech(text, { start, end })) return null;
  if (FOR_A_DAY.test(text.slice(0, start))) return null;
  const clause = cutClause(text, { start, end });
  const [toCome, over] = [isToCome(clause), isOver(clause)];
  if (toCome === over || isUnsure(clause) || tellsOfSpeech(clause)) return null;
  const weekday = DAYS.findIndex((names) => names.split('|').includes(match[0].toLowerCase()));
  const value = dateOf(weekday, publishedOn.value, toCome);
  return { dated: { value, precision: 'DAY' }, words: match[0], start, end };
}

function dateOf(weekday: number, published: string, toCome: boolean): string {
  const day = new Date(`${published}T00:00:00Z`);
  const ahead = (weekday - day.getUTCDay() + 7) % 7;
  const days = toCome || ahead === 0 ? ahead : ahead - 7;
  return new Date(day.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

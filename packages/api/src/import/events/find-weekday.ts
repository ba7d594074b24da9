/** "on Tuesday" in an article whose day is known: the Tuesday before it, or, of what is still to come, the one after it. */
import type { Dated } from '../../briefings/document.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import type { FoundTime } from './find-rough-dates.ts';
import { isDayOfSpeech } from './is-day-of-speech.ts';
import { cutClause } from './cut-clause.ts';
import { isToCome } from './read-event-state.ts';
import { SPEECH_VERBS, VERBS_OF_SAYING } from '../speech/speech-verbs.ts';

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
/** A day between others, one of many, or one on which something only may have been. */
const UNSURE =
  /(?<!\p{L})(?:every|each|(?:was|were|had been) (?:set|slated|due|scheduled|supposed|expected|planned|meant)|always|usually|if|unless|could|might|may|before|after|since|until|till|jeden?|jedes|immer|wenn|falls|könnten?|käme|ob|whether|hieß es|vor|nach|seit|bis|cada|siempre|si|podría|desde|hasta|antes|если|каждый|после|до)(?!\p{L})/iu;
/** What was only settled for that day. */
const FOR_A_DAY = /(?<!\p{L})(?:para|for|für|на)\s+$/iu;
const SAYS = new RegExp(
  `(?<!\\p{L})(?:${SPEECH_VERBS}|${VERBS_OF_SAYING.join('|')}|shared|ankündigte|mitteilte|sagten|informó|reported|reports)(?!\\p{L})`,
  'iu',
);
// By its words over: the forms of verbs, as far as one can tell them from other words.
const OVER = compilePattern(
  '(?<!\\p{L})(?:was|were|had|\\p{L}{3,14}ed|met|won|lost|held|broke|began|went|came|took|fell|found|left|fled|struck|shot|cut|hit|put|made|gave|war|waren|wurden?|hatten?|kam(?:en)?|ging(?:en)?|gab(?:en)?|fand(?:en)?|lief(?:en)?|wies(?:en)?|traf(?:en)?|fiel(?:en)?|starb(?:en)?|begann(?:en)?|schloss(?:en)?|beschloss(?:en)?|stimm(?:te|ten)|hat|haben|ist|sind|\\p{L}{2,14}ó|\\p{L}{2,14}(?:aron|ieron)|\\p{L}{2,14}[аеиоуыя]л(?:а|о|и)?(?:с[ья])?)(?![\\p{L}-])',
  'iu',
);
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
  const [toCome, over] = [isToCome(clause), OVER.test(clause)];
  if (toCome === over || UNSURE.test(clause) || SAYS.test(clause)) return null;
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

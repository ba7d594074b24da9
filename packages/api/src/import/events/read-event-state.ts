import type { BriefingEvent, Dated } from '../../briefings/document.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import type { EventContext } from './extract-events.ts';

const CANCELLED = /\b(?:cancell?ed|called off|scrapped|postponed)\b|отмен|abgesagt|annulé|cancelad/i;
// "the plan", "the next", "within the town" tell of no time to come.
const SPANS =
  '(?:\\d|an?\\b|one|two|three|four|five|six|several|a few|days?|weeks?|months?|years?|the (?:next|coming))';
const PLANNED = compilePattern(
  `\\b(?:will|would|intends?|aims? to|wird|werden|sollt?e?n?|plant(?=\\s+(?:die|der|das|den|ein|eine|einen|für|im|am|ab)\\b)|scheduled|planned (?:for|to)|(?:is|are) planned|plans? (?:to|for)|upcoming|is set to|are set to|expected to|is due to|is expected|are expected|within ${SPANS}|next (?:week|month|year|spring|summer|autumn|fall|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|tomorrow|(?:is|are) planning|sera|seront|aur(?:a|ont) lieu|débuter(?:a|ont)|commencer(?:a|ont)|ouvrir(?:a|ont)|devrai(?:t|ent)|será|serán|tendrán? lugar|se celebrará|comenzará)(?![\\p{L}])|будет|будут|продлится|начн[её]тся|пройд[её]т|состоится|запланирован|将于|将在|将举行|定于|计划于|geplant|prévu|prevista`,
  'iu',
);
// "The ban starts on 1 May": what is told in the present with its day was still to come.
const STARTS =
  /\b(?:starts?|begins?|opens?|arrives?|ends?|closes?|expires?|reopens?|resumes?|takes? (?:effect|place)|(?:comes?|enters?|goes|go) into (?:force|effect)|beginnt|beginnen|startet|starten|öffnet|schließt|endet|tritt)\b/i;
const PAST =
  /\b(?:was|were|had|has been|rejected|voted|met|signed|began|started|opened|resigned|approved|announced|adopted|failed|won|lost|died|wurden?|hatten?|lehnten? ab|lehnte|stimmten?|beschloss(?:en)?|trafen?)\b/i;

export function isCancelled(text: string): boolean {
  return CANCELLED.test(text);
}

/** By its words alone. */
export function isToCome(text: string): boolean {
  return PLANNED.test(text) || (STARTS.test(text) && !PAST.test(text));
}

/** A day after the article's is still to come, whatever the verb; one before it has been. Else the words tell. */
export function readState(
  text: string,
  date: Dated | null,
  { publishedOn, now, isSentence }: EventContext & { isSentence: boolean },
): BriefingEvent['state'] {
  if (isCancelled(text)) return 'CANCELLED';
  const today = publishedOn?.value ?? now.toISOString().slice(0, 10);
  const day = date?.value ?? today;
  // "2026-06" and "2026-06-14": neither is before the other.
  const isSame = day.startsWith(today) || today.startsWith(day);
  if (!isSame && day > today) return 'PLANNED';
  if (!isSame && publishedOn !== null) return 'HAPPENED';
  if (PLANNED.test(text)) return 'PLANNED';
  // A list of dates tells in the present what has been.
  return isSentence && date !== null && STARTS.test(text) && !PAST.test(text) ? 'PLANNED' : 'HAPPENED';
}

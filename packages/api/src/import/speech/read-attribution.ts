import type { People, Person } from './extract-people.ts';
import { listenerLength, withoutListener } from './listeners.ts';
import { readPerson } from './read-person.ts';
import { languageOfVerb, SPEECH_VERBS, VERBS_OF_SAYING } from './speech-verbs.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import { cleanText } from '../text/tree-text.ts';

export interface SaidBy {
  speaker: Person;
  statedOnText: string | null;
}

const VERB = `(?:${SPEECH_VERBS}|${VERBS_OF_SAYING.join('|')})`;
const VERB_FIRST = new RegExp(`^(?<verb>${VERB})\\s+(\\S.{1,200})$`, 'i');
const VERB_LAST = new RegExp(`^(\\S.{1,200}?)\\s+(?<verb>${VERB})(?:\\s+(?:reporters|journalists))?$`, 'i');
const DAYS =
  /(?:on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|am\s+(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)|(?:ce\s+)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|(?:el|este)\s+(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|во?\s+(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|on\s+\d{1,2}\s+\p{L}{3,10}(?:\s+\d{4})?|on\s+\p{L}{3,10}\s+\d{1,2}(?:,\s+\d{4})?|am\s+\d{1,2}\.\s+\p{L}{3,10}(?:\s+\d{4})?)/u
    .source;
const DAY = compilePattern(`\\s+(${DAYS})$`, 'iu');

/** "said Mayor Clara Holm on Tuesday", "Clara Holm, mayor, said": all that stands around a quotation; null for anything else. */
export function readAttribution(text: string, people: People): SaidBy | null {
  // Any longer, it says more than who spoke.
  if (text.length > 250) return null;
  const plain = cleanText(text).replace(/^[\s,;:—–-]+|[\s,;:—–.-]+$/g, '');
  const { rest, day } = withoutCircumstances(plain);
  const first = VERB_FIRST.exec(rest);
  const match = first ?? VERB_LAST.exec(rest);
  const named = first?.[2] ?? match?.[1];
  const lead = named === undefined ? null : skipCircumstances(named);
  const who = named?.slice(lead?.length);
  const language = languageOfVerb(match?.groups?.['verb'] ?? '');
  const speaker = who === undefined ? null : readPerson(who.replace(/,$/, ''), people, language);
  return speaker === null ? null : { speaker, statedOnText: day ?? lead?.day ?? null };
}

// "in Berlin", "à Paris", "en Buenos Aires", "в Москве"
const PLACE = compilePattern(
  /\s+(?:in|at|à|en|em|в)\s+\p{Lu}[\p{L}'’-]{1,30}(?:\s+\p{Lu}[\p{L}'’-]{1,30})?$/u,
);
const LISTENERS =
  /\s+(?:to (?:reporters|journalists)|(?:vor|gegenüber) journalisten|aux journalistes|à la presse|a los periodistas|a la prensa|журналистам|en (?:una )?(?:rueda|conferencia) de prensa|lors d[’']une conférence de presse|(?:auf|bei) einer pressekonferenz|(?:at|during) a (?:press|news) conference|на (?:пресс-конференции|брифинге))$/i;
// "told the BBC"
const TOLD_WHOM = compilePattern(
  /(?<=\stold)\s+(?:the\s+)?\p{Lu}[\p{L}'’-]{1,30}(?:\s+\p{Lu}[\p{L}'’-]{1,30}){0,3}$/u,
);

/** Without when, where and to whom it was said, in whatever order they stand at the end. */
function withoutCircumstances(text: string): { rest: string; day: string | null } {
  let rest = text;
  let day: string | null = null;
  for (let round = 0; round < 3; round += 1) {
    const match = DAY.exec(rest);
    day ??= match?.[1] ?? null;
    rest = match === null ? rest : rest.slice(0, match.index);
    for (const pattern of [PLACE, LISTENERS, TOLD_WHOM]) rest = rest.replace(pattern, '');
    rest = withoutListener(rest);
  }
  return { rest, day };
}

const DAY_NEAR = compilePattern(`\\s+(${DAYS})(?![\\p{L}\\p{N}])`, 'iu');

const DAY_FIRST = compilePattern(`^\\s*(${DAYS})\\s+`, 'iu');

const ADVERB_FIRST = /^\s*(?:auch|dazu|ebenfalls|daraufhin|también|además|aussi|également|также)\s+/iu;

/** "dijo el martes a Reuters la alcaldesa": what stands between the verb and who speaks, spaces included. */
export function skipCircumstances(text: string): { length: number; day: string | null } {
  let length = 0;
  let day: string | null = null;
  for (let round = 0; round < 2; round += 1) {
    const match = DAY_FIRST.exec(text.slice(length, length + 60));
    day ??= match?.[1] ?? null;
    length += match?.[0].length ?? 0;
    length += ADVERB_FIRST.exec(text.slice(length, length + 60))?.[0].length ?? 0;
    length += listenerLength(text.slice(length, length + 100));
  }
  return { length, day };
}

/** "sagte Anna Berg am Montag": the day between the verb and the next mark. */
export function findDayOfSaying(text: string): string | null {
  return DAY_NEAR.exec(/^[^,;:.!?“”"„«»]{0,150}/u.exec(text)?.[0] ?? '')?.[1] ?? null;
}

/** Whether it begins with a verb of speech, not with a name. */
export function beginsWithVerb(text: string): boolean {
  return VERB_FIRST.test(text.slice(0, 200));
}

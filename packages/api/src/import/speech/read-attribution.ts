import type { People, Person } from './extract-people.ts';
import { listenerLength, withoutListener } from './listeners.ts';
import { readPerson } from './read-person.ts';
import { countVerbWords, languageOfVerb } from './speech-verbs.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import { cleanText } from '../text/tree-text.ts';

export interface SaidBy {
  speaker: Person;
  statedOnText: string | null;
}

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
  const words = rest.split(' ');
  const said = splitVerbFirst(words) ?? splitVerbLast(words);
  if (said === null) return null;
  const lead = skipCircumstances(said.who);
  const who = said.who.slice(lead?.length);
  const speaker = readPerson(who.replace(/,$/, ''), people, languageOfVerb(said.verb));
  return speaker === null ? null : { speaker, statedOnText: day ?? lead?.day ?? null };
}

interface Split {
  verb: string;
  who: string;
}

function splitVerbFirst(words: readonly string[]): Split | null {
  const count = countVerbWords(words);
  const [verb, who] = [words.slice(0, count).join(' '), words.slice(count).join(' ')];
  return count > 0 && mayName(who) ? { verb, who } : null;
}

function splitVerbLast(all: readonly string[]): Split | null {
  const words = /^(?:reporters|journalists)$/i.test(all.at(-1) ?? '') ? all.slice(0, -1) : all;
  const count = [2, 1].find((length) => countVerbWords(words.slice(-length)) === length);
  if (count === undefined) return null;
  const who = words.slice(0, -count).join(' ');
  return mayName(who) ? { verb: words.slice(-count).join(' '), who } : null;
}

function mayName(who: string): boolean {
  return who.length > 1 && who.length <= LONGEST_NAME;
}

const LONGEST_NAME = 201;

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

const ADVERB_FIRST = /^\s*(?:auch|dazu|ebenfalls|daraufhin|también|además|aussi|également|также)\s+/i;

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
  const words = text.slice(0, 200).split(/\s+/);
  const count = countVerbWords(words);
  return count > 0 && words.slice(count).join(' ').length > 1;
}

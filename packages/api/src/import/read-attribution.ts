import type { People, Person } from './extract-people.ts';
import { OFFICES_OF_LANGUAGES, VERBS_OF_SAYING } from './languages-of-speech.ts';
import { SPEECH_VERBS } from './speech-verbs.ts';
import { cleanText } from './tree-text.ts';

export interface SaidBy {
  speaker: Person;
  statedOnText: string | null;
}

const VERB = `(?:${SPEECH_VERBS}|${VERBS_OF_SAYING.join('|')})`;
const VERB_FIRST = new RegExp(`^${VERB}\\s+(\\S.{1,200})$`, 'iu');
const VERB_LAST = new RegExp(`^(\\S.{1,200}?)\\s+${VERB}(?:\\s+(?:reporters|journalists))?$`, 'iu');
const DAY =
  /\s+((?:on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|am\s+(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|el\s+(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|во?\s+(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)))$/iu;

/** "said Mayor Clara Holm on Tuesday", "Clara Holm, mayor, said": all that stands around a quotation; null for anything else. */
export function readAttribution(text: string, people: People): SaidBy | null {
  // Any longer, it says more than who spoke.
  if (text.length > 250) return null;
  const plain = cleanText(text).replace(/^[\s,;:—–-]+|[\s,;:—–.-]+$/g, '');
  const day = DAY.exec(plain);
  const rest = day === null ? plain : plain.slice(0, day.index);
  const who = VERB_FIRST.exec(rest)?.[1] ?? VERB_LAST.exec(rest)?.[1];
  const speaker = who === undefined ? null : readPerson(who.replace(/,$/, ''), people);
  return speaker === null ? null : { speaker, statedOnText: day?.[1] ?? null };
}

/** Whether it begins with a verb of speech, not with a name. */
export function beginsWithVerb(text: string): boolean {
  return VERB_FIRST.test(text.slice(0, 200));
}

const OFFICE = new RegExp(
  `^(?:president|premier|minister|chancellor|secretary|ambassador|senator|governor|mayor|general|admiral|colonel|spokes(?:man|woman|person)|director|commissioner|envoy|advis[eo]r|negotiator|professor|analyst|chair(?:man|woman)?|leader|chief|king|queen|pope|captain|dr|prof|mr|mrs|ms)\\.?$|(?:minister|präsident|kanzler|meister|sprecher|direktor|senator|botschafter|leiter|rat|kommissar|landrat|chef|politiker|anwalt|rechtler|forscher|experte|wissenschaftler|ökonom|historiker|soziologe|analyst|geschäftsführer|trainer|bischof|professor)(?:in)?$|vorsitzende[rn]?$|^(?:${OFFICES_OF_LANGUAGES})$`,
  'iu',
);
const ARTICLE = /^(?:the|der|die|das|le|la|el)$/i;
const TITLE_ONLY = /^(?:dr|prof|mr|mrs|ms)\.?$/i;
const NAME_WORD = /^\p{Lu}[\p{L}.'’-]*$|^(?:de|van|von|der|bin|al|del|la)$/u;
const CLAUSE = /^(?:who|which|and|but|while|when|as|der|die|das|und|aber|который|которая)\b/iu;

/** Null unless it is a name with, perhaps, an office before it or after a comma. */
function readPerson(who: string, people: People): Person | null {
  const [first = '', ...after] = who.split(/,\s+/);
  const role = cleanText(after.join(', '));
  if (CLAUSE.test(role) || /[;:!?]/.test(who)) return null;
  const words = first.split(/\s+/).filter((word, index) => index > 0 || !ARTICLE.test(word));
  const officeAt = words.findLastIndex((word) => OFFICE.test(word));
  const office = words.slice(0, officeAt + 1).join(' ');
  const name = words.slice(officeAt + 1);
  const known = people.namedIn(first).find(({ end }) => end === first.length)?.person;
  const ownRole = role || (TITLE_ONLY.test(office) ? '' : office) || null;
  if (known !== undefined) {
    return known.role === null && ownRole !== null ? { name: known.name, role: ownRole } : known;
  }
  const isName = name.length >= 2 && name.length <= 4 && name.every((word) => NAME_WORD.test(word));
  return isName ? { name: name.join(' '), role: ownRole } : null;
}

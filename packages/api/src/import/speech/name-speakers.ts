/** Whom the words beside a quotation mean: somebody the text introduces anywhere, or somebody it only names there. */
import type { RootContent } from 'mdast';
import { compilePattern } from '../text/compile-pattern.ts';
import { isHuman, isOrganization, lastNameOf } from './extract-people.ts';
import type { People, Person } from './extract-people.ts';
import { isOffice } from './read-person.ts';
import type { Saying } from './read-saying.ts';
import { textOf } from '../text/tree-text.ts';
import { HONORIFIC, opensSentence } from './words-beside-names.ts';
import type { Pronoun } from './words-beside-names.ts';

export interface Speaking {
  speaker: Person | null;
  /** What somebody is whom nobody names: "mayor". */
  office: string | null;
}

export interface Speakers {
  /** `lastSpeaker`: whom "he" means. */
  meantBy(saying: Saying, lastSpeaker: Person | null): Speaking;
  /** The person that all the text means by a name. */
  named(person: Person): Person;
  /** Whom a sentence is about: "Peter Hahn runs the bakery." */
  subjectOf(text: string): Person | null;
  /** Whether a sentence names anybody else by a surname that the text writes out somewhere. */
  namesOther(text: string, person: Person): boolean;
}

const NOBODY: Speaking = { speaker: null, office: null };

/** `passages`: where names are written out that a sentence shortens. */
export function nameSpeakers(passages: readonly (readonly RootContent[])[], people: People): Speakers {
  const named = new Map<string, Person>();
  const pronouns = new Map<Person, Pronoun>();
  /** Null: two have it. */
  const byRole = new Map<string, Person | null>();
  let fullNames: ReadonlyMap<string, string> | null = null;
  const fullNameOf = (surname: string): string | null => {
    fullNames ??= findFullNames(passages.flat().map(textOf).join('\n'));
    return fullNames.get(surname) ?? null;
  };
  const byName = (name: string, role: string | null): Person => {
    const known = people.byLastName(lastNameOf(name));
    if (known !== null && isSame(known.name, name)) return withRole(known, role, byRole);
    const full = name.includes(' ') ? name : (fullNameOf(name) ?? name);
    const person = named.get(full) ?? { name: full, role: null };
    named.set(full, person);
    return withRole(person, role, byRole);
  };
  return {
    named: ({ name, role }) => byName(name, role),
    subjectOf(text) {
      const name = SUBJECT.exec(text)?.[1];
      const words = name === undefined ? null : toFullName(name.split(' '));
      if (words === null || words.join(' ') !== name || words.some((word) => NO_PERSON.test(word)))
        return null;
      return isOrganization(name) ? null : byName(name, null);
    },
    namesOther: (text, { name }) =>
      (text.match(CAPITALIZED) ?? []).some((word) => {
        const full = fullNameOf(word);
        return full !== null && !name.includes(word) && !full.includes(name);
      }),
    meantBy({ who, apposition }, lastSpeaker) {
      if (who.pronoun !== null)
        return { speaker: byPronoun(who.pronoun, lastSpeaker, pronouns), office: null };
      if (who.name !== null) return { speaker: byName(who.name, who.role ?? apposition), office: null };
      if (who.role === null) return NOBODY;
      const person = people.byOffice(who.role) ?? byRole.get(who.role.toLowerCase()) ?? null;
      return person === null ? { speaker: null, office: who.role } : { speaker: person, office: null };
    },
  };
}

/** "She" is nobody whom the text has called "he". */
function byPronoun(pronoun: Pronoun, person: Person | null, known: Map<Person, Pronoun>): Person | null {
  if (person === null || pronoun === 'they' || !isHuman(person)) return null;
  const before = known.get(person) ?? pronoun;
  known.set(person, before);
  return before === pronoun ? person : null;
}

/** The first role that the text gives somebody stays. */
function withRole(person: Person, role: string | null, byRole: Map<string, Person | null>): Person {
  person.role ??= role;
  const key = person.role?.toLowerCase();
  if (key !== undefined) byRole.set(key, (byRole.get(key) ?? person) === person ? person : null);
  return person;
}

/** "Lee" is "Anna Lee", who is not "Peter Lee". */
function isSame(known: string, name: string): boolean {
  if (!known.includes(' ') || !name.includes(' ')) return true;
  return known.split(' ')[0] === name.split(' ')[0];
}

const NAMES = compilePattern(
  /(?<![\p{L}\p{N}.’'-])(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]{1,30})(?: (?:(?:von|van|de|del|di|da|der|den|la|bin|al) ){0,2}\p{Lu}[\p{L}’'-]{1,30}){1,2}(?![\p{L}-])/gu,
);
const NO_FIRST_NAME = new RegExp(
  '^(?:first|second|third|last|next|another|ah|oh|hey|hi|hello|dear|poor|little|young|yes|ok|okay|well|now|just|even|only|still|about|both|with|the|this|that|in|on|at|as|but|and|if|when|while|after|before|for|with|from|by|to|of|or|so|then|it|we|fort|port|mount|lake|saint|san|santa|new|north|south|east|west|old|great|university|bank|institute|team|republic|judge|president|premier|minister|senator|mayor|chief|der|die|das|le|la|el|los|laut|wie|für|und|bei|selon|según|по|как|и|но|в)$',
  'iu',
);

const SUBJECT = compilePattern(
  /^(\p{Lu}[\p{L}’'-]{1,30}(?: (?:(?:von|van|de|del|di|da|der|den|la|bin|al) ){0,2}\p{Lu}[\p{L}’'-]{1,30}){1,2})(?:,|\s+\p{Ll})/u,
);
const NO_PERSON =
  /^(?:hong|kong|wall|street|supreme|court|white|house|united|states|nations|kingdom|los|las|el|saudi|arabia|sri|costa|puerto|europe|european|america|american|british|french|german|russian|chinese|wall|city|town|council|union|act|law|day|year|week|cup|prize|award|park|road|river|bridge|station|airport|press|news|times|post|parliament|congress|senate|minister|ministry)$/iu;
const CAPITALIZED = compilePattern(/(?<![\p{L}’'-])\p{Lu}[\p{L}’-]{1,30}(?<!’s)/gu);
const SMALL_WORD = compilePattern(/(?<![\p{L}’'])\p{Ll}{2,20}(?![\p{L}’'])/gu);
const BEGINS_SENTENCE = /(?:^|[.!?…:“”"«»„\n–—-])\s*$/u;

/** Surnames that stand behind one first name only. */
function findFullNames(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>();
  const words = new Set(text.match(SMALL_WORD));
  for (const { 0: match, index } of text.matchAll(NAMES)) {
    const name = toFullName(match.split(' '));
    if (name === null) continue;
    const [first = ''] = name;
    // "Haunted Izuku": a word that the text has in small letters, too, only begins the sentence.
    const isFirst =
      match.startsWith(first) && BEGINS_SENTENCE.test(text.slice(Math.max(0, index - 3), index));
    if (isFirst && (words.has(first.toLowerCase()) || /(?:ly|ed|ing)$/u.test(first))) continue;
    const surname = name.at(-1) ?? '';
    const full = name.join(' ');
    const known = found.get(surname);
    found.set(
      surname,
      known === undefined || (known !== null && isSame(known, full)) ? longer(known, full) : null,
    );
  }
  return new Map([...found].flatMap(([surname, full]) => (full === null ? [] : [[surname, full]])));
}

/** Without offices and words that only stand before it; null where less than two words are left. */
function toFullName(all: readonly string[]): string[] | null {
  const words = all.filter((word) => !HONORIFIC.test(word));
  words.splice(0, words.findLastIndex((word, at) => isOffice(word) && at < words.length - 1) + 1);
  while (words.length > 1 && beginsNoName(words[0] ?? '')) words.shift();
  const surname = (words.at(-1) ?? '').replace(/['’]s$/u, '');
  return words.length < 2 ? null : [...words.slice(0, -1), surname];
}

function beginsNoName(word: string): boolean {
  return NO_FIRST_NAME.test(word) || /['’]s$/u.test(word) || opensSentence(word);
}

function longer(known: string | null | undefined, full: string): string {
  return known !== null && known !== undefined && known.length <= full.length ? known : full;
}

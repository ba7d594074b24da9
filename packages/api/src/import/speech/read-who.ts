/** Who speaks, as the words after or before a verb of saying tell: a pronoun, a name, what somebody is, or both. */
import { isTrade } from './is-trade.ts';
import { isOrganization } from './extract-people.ts';
import type { People } from './extract-people.ts';
import { findPublishers } from '../reporting/known-publishers.ts';
import { NAME_WORD } from './name-particles.ts';
import { isOffice, readPerson } from './read-person.ts';
import { isVerbOfSaying } from './speech-verbs.ts';
import {
  BOUND_ARTICLE,
  DAY_OR_MONTH,
  HONORIFIC,
  ONE_OF_MANY,
  OPEN_WORD,
  pronounOf,
} from './words-beside-names.ts';
import type { Pronoun } from './words-beside-names.ts';
import { takeNamingWords } from './take-naming-words.ts';
import type { NamingWords } from './take-naming-words.ts';

export interface Who {
  name: string | null;
  /** "mayor", "spokesman for the port": as the text has it, without an article. */
  role: string | null;
  pronoun: Pronoun | null;
  /** How much of the text it takes. */
  length: number;
}

interface Reading {
  people: People;
  /** Of the verb beside it. */
  language: string;
}

/** Who is named at the beginning of a text; null where it begins with anything else. */
export function readWho(text: string, { people, language }: Reading): Who | null {
  const [first = ''] = /^[\p{L}’']+(?![\p{L}-])/u.exec(text) ?? [];
  const pronoun = pronounOf(first, language);
  if (pronoun !== null) return { name: null, role: null, pronoun, length: first.length };
  const taken = takeNamingWords(text, language);
  if (taken === null) return null;
  const { words, length } = taken;
  const person = isBound(words) && !isOfKnown(taken) ? readPerson(words.join(' '), people, language) : null;
  const who = person ?? tellApart(taken, language);
  if (who === null || (who.name === null && who.role === null)) return null;
  if (who.name !== null && !isSpeaker(who.name)) return null;
  return { name: who.name, role: who.role, pronoun: null, length };
}

type Told = Pick<Who, 'name' | 'role'> | null;

/** "mayor of" needs more than its words to tell where the office ends. */
function isBound(words: readonly string[]): boolean {
  return words.length >= 2 && words.length <= 12;
}

/** "a member of the Justice League": whatever the text tells of the League, it is not who speaks. */
function isOfKnown({ words, nameAt }: NamingWords): boolean {
  return /^(?:of|for|the|at)$/u.test(words[nameAt - 1] ?? '') && !words.slice(0, nameAt).some(isOffice);
}

function isSpeaker(name: string): boolean {
  return findPublishers(name).every(({ start, end }) => end - start < name.length * 0.6);
}

/** Names are what stands last in capital letters; before them stands what somebody is. */
function tellApart({ words, nameAt, article }: NamingWords, language: string): Told {
  const before = words.slice(0, nameAt).filter((word) => !HONORIFIC.test(word));
  const { office, name } = withoutOffice(words.slice(nameAt), { language, article, before });
  const role = [...before, ...office];
  if (name.length === 0) return toRole(role, words, article);
  if (role.length === 0) return toName(name, article);
  // "un proche d’Edouard Philippe"
  if (/^d['’]/u.test(name[0] ?? '')) return toRole([...role, ...name], words, article);
  if (OPEN_WORD.test(role.at(-1) ?? '')) {
    // "spokesman for Google": of whose name more than two words were, nothing tells.
    return name.length <= 2 || isOrganization(name.join(' '))
      ? toRole([...role, ...name], words, article)
      : null;
  }
  if (!isRole(role)) return null;
  const named = toName(name, null);
  return named === null ? null : { name: named.name, role: role.join(' ').replace(BOUND_ARTICLE, '') };
}

const SURNAMES =
  /^(?:King|Pope|Chief|Bishop|Judge|Justice|Cardinal|Dean|Marshal|Coach|Sheriff|Deputy|Father)$/u;

interface Circumstances {
  language: string;
  article: string | null;
  before: readonly string[];
}

/** "Patrol Chief James Hall", "Historiker Karl Schlögel", "Mr. Lee": the name alone, and the office. */
function withoutOffice(
  words: readonly string[],
  { language, article, before }: Circumstances,
): { office: string[]; name: string[] } {
  const capitalized = cutName(words);
  const office = capitalized.findLastIndex((word) => isOffice(word) && !HONORIFIC.test(word)) + 1;
  // "Stephen King": of nobody's office.
  const isSurname =
    office === capitalized.length &&
    article === null &&
    before.length === 0 &&
    SURNAMES.test(capitalized.at(-1) ?? '');
  if (isSurname && capitalized.length === 2) return { office: [], name: capitalized };
  const end = office > 0 || language !== 'de' ? office : germanOffice(capitalized, { article, before });
  return {
    office: capitalized.slice(0, end),
    name: capitalized.slice(end).filter((word) => !HONORIFIC.test(word)),
  };
}

function germanOffice(
  words: readonly string[],
  { article, before }: Omit<Circumstances, 'language'>,
): number {
  const isAged = before.some((word) => /jährige[rn]?$/u.test(word));
  // "die Polizei", "der zuständige Dezernent": a noun, and nobody's name.
  if (words.length === 1) return article !== null && !isAged ? 1 : 0;
  if (!isTrade(words[0] ?? '')) return 0;
  // "Peter Müller" has the form of "Bäcker Müller"; only the article tells that a noun comes first.
  return words.length >= 3 || article !== null ? 1 : 0;
}

/** Without a day or a listener behind it: "Lee Tuesday", "Иван Петров РИА Новости". */
function cutName(words: readonly string[]): string[] {
  const isRussian = /^\p{Script=Cyrillic}/u.test(words[0] ?? '');
  const end = words.findIndex(
    (word, index) =>
      DAY_OR_MONTH.test(word) ||
      (index > 0 &&
        isRussian &&
        (/^\p{Lu}{2,}$/u.test(word) ||
          !/^\p{Script=Cyrillic}/u.test(word) ||
          (index === 2 && !PATRONYMIC.test(words[1] ?? '')))),
  );
  return end === -1 ? [...words] : words.slice(0, end);
}

const PATRONYMIC = /(?:вич|вна|ична|оглы|кызы)$/u;

const MAX_ROLE_WORDS = 10;
/** "says a lot" */
const NO_ROLE =
  /^(?:lot|word|thing|way|day|time|week|month|year|bit|number|half|statement|interview|more|nothing|something|anything|everything|much|story|dit|mismo|truth|lie|joke|goodbye|hello|yes|no)$/u;
const GROUP = /(?:[a-z]{3}s|police|people|staff|management|polizei|policía|prosecution)$/iu;

/** "the mayor", "one resident", "officials": who they are, nobody says. */
function toRole(all: readonly string[], words: readonly string[], article: string | null): Told {
  // "the head of “…”"
  const role = all.slice(0, all.findLastIndex((word) => !OPEN_WORD.test(word)) + 1);
  const text = role.join(' ').replace(BOUND_ARTICLE, '');
  if (!isRole(role)) return null;
  const hasArticle = article !== null || BOUND_ARTICLE.test(words[0] ?? '');
  if (NO_ROLE.test(role.at(-1) ?? '')) return null;
  const isTold =
    hasArticle ||
    /['’]s?(?:\s|$)/u.test(text) ||
    GROUP.test(role.at(-1) ?? '') ||
    isOffice(role.at(-1) ?? '');
  return isTold ? { name: null, role: text } : null;
}

function isRole(role: readonly string[]): boolean {
  const last = role.at(-1) ?? '';
  if (role.length === 0 || role.length > MAX_ROLE_WORDS || last.length < 2) return false;
  // "In an email Holm": an article that no word before it needs begins something else.
  return role.every(
    (word, index) =>
      !isVerbOfSaying(word) &&
      (word.length < 3 || pronounOf(word, '') === null) &&
      (/^\p{L}[\p{L}.'’&-]*$/u.test(word) || /^\d{1,3}-/u.test(word)) &&
      (index === 0 || !/^(?:an?|the)$/u.test(word) || OPEN_WORD.test(role[index - 1] ?? '')),
  );
}

const LEADS =
  /^(?:apparently|accordingly|finally|recently|eventually|unfortunately|similarly|additionally|meanwhile|however|about|nor|someone|nobody|historical|united|but|and|so|then|the|this|that|these|those|in|on|at|as|if|when|while|after|before|both|many|some|most|no|yes|not|nobody|everyone|everybody|somebody|anybody|people|all|other|others|here|there|for|with|from|by|to|what|how|why)$/iu;

/** "I’ve", "I--" */
const NO_NAME = /--|^(?:I|We|You|They|He|She|It|That|There)['’]/u;

function toName(
  name: readonly string[],
  article: string | null,
): { name: string; role: null } | { name: null; role: string } | null {
  const words = name.filter((word) => NAME_WORD.test(word)).length;
  const longest = article === null ? 5 : 7;
  if (words === 0 || words > longest || LEADS.test(name[0] ?? '')) return null;
  if (name.some((word) => word.length > 40 || NO_NAME.test(word)) || (name[0] ?? '').length < 2) return null;
  const text = name.join(' ').replace(/['’]s$/u, '');
  // "a Democrat"
  return article !== null && ONE_OF_MANY_OR_A.test(article)
    ? { name: null, role: text }
    : { name: text, role: null };
}

const ONE_OF_MANY_OR_A = new RegExp(
  `${ONE_OF_MANY.source.replace('$', '')}$|^(?:an?|un|une|una|uno|um|uma|een|ein|eine)$`,
  'iu',
);

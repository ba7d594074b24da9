import { AFTER_PARTICLE, isParticleIn, NAME_WORD } from './name-particles.ts';
import { isOrganization } from './extract-people.ts';
import { isOffice } from './read-person.ts';
import {
  ARTICLE,
  BOUND_ARTICLE,
  endsName,
  ONE_OF_MANY,
  OPEN_WORD,
  opensSentence,
  SHORTENED,
} from './words-beside-names.ts';

export interface NamingWords {
  /** Without the article before them and marks behind them. */
  words: string[];
  /** From which of them on all are of a name; as many as there are: none is. */
  nameAt: number;
  article: string | null;
  /** How much of the text they take. */
  length: number;
}

const MAX_WORDS = 16;
const LONGEST = 240;

/** The words at the beginning of a text that may name somebody, up to a mark or to a word that goes on with something else. */
export function takeNamingWords(text: string, language: string): NamingWords | null {
  const tokens = [...text.slice(0, LONGEST).matchAll(/\S+/gu)].slice(0, MAX_WORDS + 1);
  const [first] = tokens;
  if (first === undefined || first.index > 0) return null;
  const article = ARTICLE.test(first[0]) || ONE_OF_MANY.test(first[0]) ? first[0] : null;
  const taken: NamingWords = { words: [], nameAt: 0, article, length: 0 };
  for (let at = article === null ? 0 : 1; at < tokens.length; at += 1) {
    const [token = ''] = tokens[at] ?? [];
    const word = coreOf(token);
    const isLast = word.length < token.length;
    const joins = !isLast && isParticle(word, tokens[at + 1]?.[0] ?? '', { taken, language });
    if (word === '' || !(joins || goesOn(word, { taken, language }))) break;
    taken.words.push(word);
    taken.length = (tokens[at]?.index ?? 0) + word.length;
    if (!joins && (!NAME_WORD.test(word) || POSSESSIVE.test(word))) taken.nameAt = taken.words.length;
    if (isLast) break;
  }
  return taken.words.length === 0 ? null : withoutTail(taken);
}

/** "Stevens’ mother": whose, and no name of who speaks. */
const POSSESSIVE = /(?:['’]s|s['’])$/u;

interface Taking {
  taken: NamingWords;
  language: string;
}

/** Empty where no word of a name can begin so. */
function coreOf(token: string): string {
  if (SHORTENED.test(token)) return token;
  const word = token.replace(/[,;:.!?)…—–]+$/u, '');
  return /^[\p{L}\d]/u.test(word) && !/["“”„«»(]/u.test(word) ? word : '';
}

function goesOn(word: string, { taken, language }: Taking): boolean {
  const isFirst = taken.words.length === 0;
  if (endsName(word) || (isFirst && taken.article === null && opensSentence(word))) return false;
  const name = taken.words.slice(taken.nameAt);
  if (name.length === 0 || !OPEN_WORD.test(word)) return true;
  // "Ministry of Transport", "Mayor of London" go on, "Karl Schlögel der" and "Lee at" do not.
  const isOpen = isOffice(name.at(-1) ?? '') || isOrganization(name.join(' '));
  const isOfMore =
    OPEN_WORD.test(taken.words[taken.nameAt - 1] ?? '') || (taken.nameAt === 0 && language !== 'ru');
  const isShort = name.length === 1 || (taken.article !== null && language !== 'de');
  return isOpen || (isOfMore && isShort && /^(?:of|for|de|du|des|der)$/u.test(word));
}

/** Whether a word in small letters goes on with the name before it. */
function isParticle(word: string, next: string, { taken, language }: Taking): boolean {
  if (!(NAME_WORD.test(next) || AFTER_PARTICLE.test(next))) return false;
  const name = taken.words.slice(taken.nameAt);
  return name.length > 0 && !isOffice(name.at(-1) ?? '') && isParticleIn(language, word, name.at(-1) ?? '');
}

const GROUP = /(?:[a-z]{3}s|police|people|staff)$/u;

/** "Lee bluntly": after a name stands no word of an office; "White House officials" are. */
function withoutTail(all: NamingWords): NamingWords {
  const taken = withoutOpenWords(all);
  const { words, nameAt, article } = taken;
  const last = words.at(-1) ?? '';
  const isPlain = nameAt === words.length && article === null && !BOUND_ARTICLE.test(words[0] ?? '');
  if (!isPlain || GROUP.test(last) || isOffice(last) || words.some((word) => POSSESSIVE.test(word)))
    return taken;
  const names = words.findIndex((word) => !NAME_WORD.test(word));
  if (names < 1) return taken;
  return {
    ...taken,
    words: words.slice(0, names),
    nameAt: 0,
    length: words.slice(0, names).join(' ').length,
  };
}

/** "Karl Schlögel der „Zeit“": what would go on does not. */
function withoutOpenWords(taken: NamingWords): NamingWords {
  const end = taken.words.findLastIndex((word) => !OPEN_WORD.test(word)) + 1;
  if (end === taken.words.length || end === 0) return taken;
  const words = taken.words.slice(0, end);
  return { ...taken, words, nameAt: words.findLastIndex((word) => !NAME_WORD.test(word)) + 1 };
}

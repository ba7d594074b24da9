import { findQuoted } from './find-quoted.ts';
import { joinHalves } from './join-halves.ts';
import type { Quoted } from './join-halves.ts';
import { SPEAKER_WITHIN_MARKS } from './languages-of-speech.ts';
import { cleanText } from '../text/tree-text.ts';

export interface Quotation {
  /** Without its quotation marks; halves that “she said” stands between are joined as they were spoken. */
  text: string;
  /** Indexes of the words within the marks. */
  start: number;
  end: number;
  halves: readonly Quoted[];
  /** So few words that only an attribution right beside them makes them a quotation. */
  isShort: boolean;
}

// “The Room Where it Happened” is a title: words that somebody said make a sentence.
const MIN_WORDS = 4;
/** “the worst of all bridges”: of a part of a sentence, less is somebody's choice of words, not what he said. */
const MIN_WORDS_OF_PART = 8;

/** Sentences within quotation marks; single words and names in them are none. */
export function findQuotations(text: string): Quotation[] {
  return joinHalves(text, findQuoted(text)).flatMap(({ halves, isWhole }) => {
    const words = joinWords(halves.map(({ start, end }) => text.slice(start, end)));
    const isShort = !isSaid(words);
    if (!isWhole || (isShort && !isSaidBriefly(text, halves, words)) || SPEAKER_WITHIN_MARKS.test(words))
      return [];
    const start = halves[0]?.start ?? 0;
    const end = halves.at(-1)?.end ?? start;
    return [{ text: words, start, end, halves, isShort }];
  });
}

/** “We will pay,” she said: the comma belongs to the sentence around the quotation. */
function wordsOf(quoted: string): string {
  return cleanText(quoted).replace(/[,，]$/, '');
}

/** “It is bad,” she said, “but …”: before a word that joins them the comma belongs to what was said. */
function joinWords(halves: readonly string[]): string {
  return halves
    .map((half, index) => {
      const joins = JOINS.test(halves[index + 1] ?? '') && /[,，]\s*$/.test(half);
      return joins ? cleanText(half) : wordsOf(half);
    })
    .join(' ');
}

const JOINS =
  /^\s*(?:and|but|or|so|because|if|when|although|und|aber|oder|weil|mais|et|car|pero|y|porque|но|и|а)\s/u;

function isSaid(words: string): boolean {
  if (!/\s/.test(words))
    return /[\p{Script=Han}\p{Script=Hiragana}]/u.test(words) && charactersOf(words) >= MIN_CHARACTERS;
  const parts = words.split(' ');
  const isPart = /^\p{Ll}/u.test(words) && !/[.!?…]$/u.test(words);
  if (parts.length < (isPart ? MIN_WORDS_OF_PART : MIN_WORDS)) return false;
  // Every telling word capitalized: the name of a thing.
  const capitals = parts.filter((part) => /^\p{Lu}/u.test(part)).length;
  return capitals <= parts.length / 2;
}

const MIN_CHARACTERS = 6;

/** Of Chinese and Japanese, whatever stands between them. */
function charactersOf(words: string): number {
  return words.match(/[\p{Script=Han}\p{Script=Hiragana}]/gu)?.length ?? 0;
}

/** “I refuse,” said Anna Berg.: two words at the beginning of a sentence that goes on; titles have capital letters. */
function isSaidBriefly(text: string, [first, second]: readonly Quoted[], words: string): boolean {
  if (first === undefined || second !== undefined || first.start !== 1) return false;
  const parts = words.split(' ');
  const pauses =
    /[,!?…]$/.test(text.slice(first.start, first.end)) || /^\s*[,—–]/.test(text.slice(first.end + 1));
  return (
    parts.length >= 2 &&
    pauses &&
    !/^\p{Ll}/u.test(words) &&
    !/^\p{Lu}/u.test(parts.at(-1) ?? '') &&
    /\p{L}/u.test(text.slice(first.end + 1))
  );
}

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
}

// “The Room Where it Happened” is a title: words that somebody said make a sentence.
const MIN_WORDS = 4;
/** “the worst of all bridges”: of a part of a sentence, less is somebody's choice of words, not what he said. */
const MIN_WORDS_OF_PART = 8;

/** Sentences within quotation marks; single words and names in them are none. */
export function findQuotations(text: string): Quotation[] {
  return joinHalves(text, findQuoted(text)).flatMap(({ halves, isWhole }) => {
    const parts = halves.map(({ start, end }) => wordsOf(text.slice(start, end)));
    const words = parts.join(' ');
    if (!isWhole || !isSaid(words) || SPEAKER_WITHIN_MARKS.test(words)) return [];
    const start = halves[0]?.start ?? 0;
    const end = halves.at(-1)?.end ?? start;
    return [{ text: words, start, end, halves }];
  });
}

/** “We will pay,” she said: the comma belongs to the sentence around the quotation. */
function wordsOf(quoted: string): string {
  return cleanText(quoted).replace(/[,，]$/, '');
}

function isSaid(words: string): boolean {
  if (!/\s/.test(words)) return /[\p{Script=Han}\p{Script=Hiragana}]{6,}/u.test(words);
  const parts = words.split(' ');
  const isPart = /^\p{Ll}/u.test(words) && !/[.!?…]$/u.test(words);
  if (parts.length < (isPart ? MIN_WORDS_OF_PART : MIN_WORDS)) return false;
  // Every telling word capitalized: the name of a thing.
  const capitals = parts.filter((part) => /^\p{Lu}/u.test(part)).length;
  return capitals <= parts.length / 2;
}

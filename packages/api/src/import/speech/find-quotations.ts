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

/** Which marks close what another opens. */
const CLOSERS: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '"': '"', '「': '」' };
const OPENERS = /[“„«"「]/g;
const LONGEST = 2_000;

/** What stands within quotation marks, nested ones left alone. Linear, also where nothing is ever closed. */
export function findQuoted(text: string): Quoted[] {
  const quoted: Quoted[] = [];
  const nextByMark = new Map<string, number>();
  let after = 0;
  for (const { 0: opener, index } of text.matchAll(OPENERS)) {
    if (index < after) continue;
    const marks = CLOSERS[opener]?.split('') ?? [];
    const end = Math.min(...marks.map((mark) => nextMark(text, mark, { from: index + 1, nextByMark })));
    if (end - index > LONGEST) continue;
    quoted.push({ start: index + 1, end });
    after = end + 1;
  }
  return quoted;
}

/** Index of the mark that closes the one a text begins with, nested ones counted; -1 where there is none. */
export function findClosingMark(text: string): number {
  const opener = text[0] ?? '';
  const closers = CLOSERS[opener] ?? '';
  let depth = 1;
  for (let index = 1; closers !== '' && index < text.length; index += 1) {
    const mark = text[index] ?? '';
    if (closers.includes(mark)) depth -= 1;
    else if (mark === opener) depth += 1;
    if (depth === 0) return index;
  }
  return -1;
}

interface MarkSearch {
  from: number;
  /** Where each mark comes next, as far as looked for. */
  nextByMark: Map<string, number>;
}

function nextMark(text: string, mark: string, { from, nextByMark }: MarkSearch): number {
  const known = nextByMark.get(mark) ?? -1;
  if (known >= from) return known;
  const found = text.indexOf(mark, from);
  const next = found === -1 ? Number.POSITIVE_INFINITY : found;
  nextByMark.set(mark, next);
  return next;
}

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

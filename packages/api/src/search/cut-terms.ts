/** Cuts text into the terms it is found by: words, and in scripts that write none apart, pieces that are found wherever a word begins. */
import { normalizeWord, WORD } from './normalize-text.ts';

export interface Term {
  /** Normalized. */
  term: string;
  /** UTF-16 units of the text; `end` is exclusive. */
  start: number;
  end: number;
}

const UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const RUNS =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+)|([\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}]+)|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

// Most texts: in them a word is what is neither space nor sign, and they need no Unicode tables.
const ASCII = /^[\t\n\r\x20-\x7e]*$/;

/** The terms alone, in their order: of all texts there are, when an index is made. */
export function termsOf(text: string): string[] {
  if (ASCII.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const terms: string[] = [];
  for (const { term } of cutTerms(text)) terms.push(term);
  return terms;
}

export function* cutTerms(text: string): Generator<Term> {
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (UNSPACED.test(word)) yield* cutUnspaced(word, index);
    else yield { term: normalizeWord(word), start: index, end: index + word.length };
  }
}

function* cutUnspaced(word: string, offset: number): Generator<Term> {
  for (const { 0: run, 1: ideographs, 2: letters, index } of word.matchAll(RUNS)) {
    const start = offset + index;
    if (ideographs !== undefined) yield* pairs(run, start);
    else if (letters !== undefined) yield* segments(run, start);
    else yield { term: normalizeWord(run), start, end: start + run.length };
  }
}

/**
 * Chinese and Japanese: every two neighbouring characters. A dictionary cuts the same word differently in different sentences, so a part
 * of a compound would not be found. The last character stands alone too, so that each can be found by itself.
 */
function* pairs(run: string, offset: number): Generator<Term> {
  const characters = run.match(/./gsu) ?? [];
  let start = offset;
  for (const [at, character] of characters.entries()) {
    const next = characters[at + 1] ?? '';
    yield { term: normalizeWord(character + next), start, end: start + character.length + next.length };
    start += character.length;
  }
}

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

function* segments(run: string, offset: number): Generator<Term> {
  for (const { segment, index } of segmenter.segment(run)) {
    const start = offset + index;
    yield { term: normalizeWord(segment), start, end: start + segment.length };
  }
}

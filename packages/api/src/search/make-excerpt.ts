/** A short piece of a text around the first word that was searched for. */
import { normalizeWord, WORD } from './normalize-text.ts';

export interface TextRange {
  /** UTF-16 units; `end` is exclusive. */
  start: number;
  end: number;
}

export interface TextExcerpt {
  text: string;
  highlights: TextRange[];
}

const LENGTH = 240;
/** Of that, what is shown of the text before the first match. */
const LEAD = 60;

/** `words` are normalized; the last one matches the beginning of a word. No match: the beginning of the text. */
export function makeExcerpt(text: string, words: readonly string[]): TextExcerpt {
  const line = text.replace(/\s+/g, ' ').trim();
  const first = firstMatch(line, words);
  const start = first <= LEAD ? 0 : wordStart(line, first - LEAD);
  const end = start + LENGTH >= line.length ? line.length : wordEnd(line, start + LENGTH);
  const shown = `${start > 0 ? '…' : ''}${line.slice(start, end).trim()}${end < line.length ? '…' : ''}`;
  return { text: shown, highlights: [...matches(shown, words)] };
}

function firstMatch(line: string, words: readonly string[]): number {
  for (const { start } of matches(line, words)) return start;
  return 0;
}

function* matches(line: string, words: readonly string[]): Generator<TextRange> {
  const last = words.at(-1);
  if (last === undefined) return;
  const wanted = new Set(words);
  for (const { 0: written, index } of line.matchAll(WORD)) {
    const word = normalizeWord(written);
    if (wanted.has(word) || word.startsWith(last)) yield { start: index, end: index + written.length };
  }
}

/** The beginning of the word after a position. */
function wordStart(line: string, position: number): number {
  const space = line.indexOf(' ', position);
  return space === -1 || space > position + 30 ? unitStart(line, position) : space + 1;
}

/** The end of the word before a position. */
function wordEnd(line: string, position: number): number {
  const space = line.lastIndexOf(' ', position);
  return space === -1 || space < position - 30 ? unitStart(line, position) : space;
}

/** Never inside a surrogate pair. */
function unitStart(line: string, position: number): number {
  return /[\uDC00-\uDFFF]/.test(line.charAt(position)) ? position - 1 : position;
}

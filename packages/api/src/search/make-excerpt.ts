/** A short piece of a text around the first word that was searched for. */
import { findHighlights, findMatches, type TextRange, type Wanted } from './find-highlights.ts';

export interface TextExcerpt {
  text: string;
  highlights: TextRange[];
}

const LENGTH = 240;
/** Of that, what is shown of the text before the first match. */
const LEAD = 60;

/** No match, or no query: the beginning of the text. */
export function makeExcerpt(text: string, wanted: Wanted): TextExcerpt {
  const line = text.replace(/\s+/g, ' ').trim();
  const first = firstMatch(line, wanted);
  const start = first <= LEAD ? 0 : wordStart(line, first - LEAD);
  const end = start + LENGTH >= line.length ? line.length : wordEnd(line, start + LENGTH);
  const shown = `${start > 0 ? '…' : ''}${line.slice(start, end).trim()}${end < line.length ? '…' : ''}`;
  return { text: shown, highlights: findHighlights(shown, wanted) };
}

function firstMatch(line: string, wanted: Wanted): number {
  for (const { start } of findMatches(line, wanted)) return start;
  return 0;
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

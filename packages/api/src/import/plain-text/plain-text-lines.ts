/** Plain text, line by line: what each line is by its first characters alone. */
import { findDates } from '../events/find-dates.ts';
import { joinSpacedLetters } from './join-spaced-letters.ts';

export interface Line {
  /** 1-based, as mdast counts. */
  number: number;
  /** Range in the article of what is printed: without indentation and trailing space. */
  start: number;
  end: number;
  text: string;
  indent: number;
  /** Of a point: the number it begins with is not the one its place in the list gives it. */
  keepsNumber?: true;
}

export type LineKind = 'BLANK' | 'RULE' | 'MARKED_HEADING' | 'BULLET' | 'QUOTED' | 'TEXT';

/** More empty lines in a row say nothing more, and a file may be nothing else. */
const MAX_BLANK = 4;

export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let blank = 0;
  let start = 0;
  for (let number = 1; start <= text.length; number += 1) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    blank = end === start ? blank + 1 : 0;
    if (blank <= MAX_BLANK) lines.push(toLine(text, { start, end, number }));
    start = end + 1;
  }
  return lines;
}

function toLine(
  source: string,
  { start, end, number }: { start: number; end: number; number: number },
): Line {
  const raw = source.slice(start, end);
  const content = raw.trim();
  const before = content === '' ? 0 : raw.length - raw.trimStart().length;
  const indent = raw.slice(0, before).replaceAll('\t', '    ').length;
  const line = { number, start: start + before, end: start + before + content.length, text: content, indent };
  const text = joinSpacedLetters(content);
  return text === content ? undecorate(line) : { ...line, text };
}

// "---- Questions ----", "*** Questions ***": signs that only fill the line.
const DECORATION = /^([-=~*#_])\1{2,}\s+(?=\S)/;

/** Without the signs around it, where they stand on both sides. */
function undecorate(line: Line): Line {
  const mark = line.text.length > MAX_DECORATED ? null : DECORATION.exec(line.text);
  const sign = mark?.[1];
  if (mark === null || sign === undefined || !line.text.endsWith(sign.repeat(3))) return line;
  let length = line.text.length;
  while (line.text[length - 1] === sign) length -= 1;
  const text = line.text.slice(mark[0].length, length).trim();
  const start = line.start + mark[0].length;
  return /\p{L}/u.test(text) ? { ...line, start, end: start + text.length, text } : line;
}

const MAX_DECORATED = 200;

/** "## Heading", as in Markdown; a hashtag has no space. */
const MARKED_HEADING = /^(#{1,6})\s+(?=\S)/;
// A line of signs only: "---", "* * *", "=====".
const RULE = /^(?:[-_*=~–—#]\s?){3,}$/;
const QUOTED = /^>\s?/;
/** "• point", "- point", "1. point", "a) point", "ii. point". */
const BULLET = /^(?:[•◦▪‣●○■□·∙⁃✓✔→➔►▶▸*+–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})[.)])\s+(?=\S)/;

export function kindOfLine({ text, indent }: Line): LineKind {
  if (text === '') return 'BLANK';
  // A rule as long as an article is hostile text, and slow to match.
  if (text.length <= 200 && RULE.test(text)) return 'RULE';
  // Indented as far, "# make install" is what somebody types, not a heading.
  if (indent < 4 && MARKED_HEADING.test(text)) return 'MARKED_HEADING';
  if (QUOTED.test(text)) return 'QUOTED';
  return BULLET.test(text) && !isDate(text) ? 'BULLET' : 'TEXT';
}

/** "12. März 2025", "12. März 2025, 14:30 Uhr": the day of a month, and no number of a list. */
function isDate(text: string): boolean {
  if (text.length > 50 || !/^\d{1,2}\.\s+\p{L}/u.test(text)) return false;
  const [date] = findDates(text);
  return date?.start === 0 && /^(?:,?\s*(?:um\s+)?\d{1,2}[:.]\d{2}(?:\s*Uhr)?)?$/u.test(text.slice(date.end));
}

/** How many "#" begin the line, and where its text begins. */
export function readHeadingMark(line: Line): { depth: 1 | 2 | 3 | 4 | 5 | 6; line: Line } {
  const mark = MARKED_HEADING.exec(line.text) ?? ['# ', '#'];
  const rest = skip(line, mark[0].length);
  const text = rest.text.slice(0, 1_000).replace(/\s+#+$/, '') + rest.text.slice(1_000);
  return {
    depth: DEPTHS[(mark[1]?.length ?? 1) - 1] ?? 6,
    line: { ...rest, text, end: rest.start + text.length },
  };
}

const DEPTHS = [1, 2, 3, 4, 5, 6] as const;

export interface Bullet {
  /** "1.", "•" … */
  mark: string;
  ordered: boolean;
  line: Line;
}

export function readBullet(line: Line): Bullet {
  const [mark = ''] = BULLET.exec(line.text) ?? [];
  const sign = mark.trim();
  return { mark: sign, ordered: /[\da-z]/.test(sign), line: skip(line, mark.length) };
}

export function readQuoted(line: Line): Line {
  const [mark = ''] = QUOTED.exec(line.text) ?? [];
  return skip(line, mark.length);
}

function skip(line: Line, length: number): Line {
  return { ...line, start: line.start + length, text: line.text.slice(length) };
}

// Where German quotations end, English ones begin; French ones have a space before their sign.
const SENTENCE_END = /[.!?…。！？](?:\s?[»›]|["'“”‘’»«›)\]]{0,3})$/u;

export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-6));
}

/** The first letter is lower case (after quotation marks and brackets): the line goes on with a sentence. */
export function startsInLowerCase(text: string): boolean {
  return /^["'“„«‘([]{0,3}\p{Ll}/u.test(text);
}

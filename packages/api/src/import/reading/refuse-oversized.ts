/**
 * What no briefing can hold is refused before a tree is made of it: the tree of a hundred thousand rows takes seconds and half a gigabyte, counting
 * them a few milliseconds. Counts here only what is beyond doubt; how much a briefing holds, its schema says.
 */
import type { Root } from 'mdast';
import { UnusableDocumentError } from '../errors.ts';

/** Rows that one table of a briefing can have. */
const MAX_ROWS = 5_000;
/** More than all tables of an article have. */
const MAX_ALL_ROWS = 20_000;
/** A briefing can have 500, but some headings of a document are none of its draft: questions, menus, empty ones. */
const MAX_HEADINGS = 5_000;

/** Paragraphs, points, questions and answers: more than a long book has. */
const MAX_PIECES = 50_000;
/** Shorter lines are none that a paragraph was broken into. */
const SHORT_LINE = 40;

export function refuseOversizedHtml(html: string, path: string): void {
  let rows = 0;
  let rowsOfTable = 0;
  let headings = 0;
  for (const [tag] of html.matchAll(/<(?:tr|h[1-6])(?=[\s>])|<\/?table(?=[\s>])/gi)) {
    if (/table/i.test(tag)) rowsOfTable = 0;
    else if (/tr/i.test(tag)) {
      rows += 1;
      rowsOfTable += 1;
      if (rowsOfTable > MAX_ROWS) throw tooManyRows(path);
      if (rows > MAX_ALL_ROWS) throw tooMany(path, `its tables have more than ${format(MAX_ALL_ROWS)} rows`);
    } else {
      headings += 1;
      if (headings > MAX_HEADINGS) throw tooManyHeadings(path);
    }
  }
}

export function refuseOversizedText(text: string, path: string): void {
  refuseRows(text, path);
  let headings = 0;
  for (const _match of text.matchAll(/^#{1,6} \S/gm)) {
    headings += 1;
    if (headings > MAX_HEADINGS) throw tooManyHeadings(path);
  }
  refuseShortLines(text, path);
}

/** Lines in a row with cells between "|" or tabs; an empty line between two of them is the scraper's. */
function refuseRows(text: string, path: string): void {
  let rows = 0;
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const line = text.slice(start, Math.min(end, start + 1_000)).trim();
    if (line !== '') rows = ROW.test(line) ? rows + 1 : 0;
    if (rows > MAX_ROWS + 2) throw tooManyRows(path);
    start = end + 1;
  }
}

/** Each is a piece of its own, in Markdown and in plain text. */
function refuseShortLines(text: string, path: string): void {
  if (text.length <= MAX_PIECES * 2) return;
  let lines = 0;
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    if (end > start && end - start < SHORT_LINE && /\S/.test(text.slice(start, end))) lines += 1;
    if (lines > MAX_PIECES) throw tooManyPieces(path);
    start = end + 1;
  }
}

const ROW = /^\||\S\t+\S|\S\s*\|\s*\S/;

/** Of plain text it is only known now which of its lines are headings. */
export function refuseOversizedTree({ children }: Root, path: string): void {
  const headings = children.filter(({ type }) => type === 'heading').length;
  if (headings > MAX_HEADINGS) throw tooManyHeadings(path);
  if (children.length > MAX_PIECES) throw tooManyPieces(path);
}

function tooManyPieces(path: string): UnusableDocumentError {
  return tooMany(path, `it has more than ${format(MAX_PIECES)} paragraphs and points`);
}

function tooManyRows(path: string): UnusableDocumentError {
  return tooMany(path, `one of its tables has more than ${format(MAX_ROWS)} rows`);
}

function tooManyHeadings(path: string): UnusableDocumentError {
  return tooMany(path, `it has more than ${format(MAX_HEADINGS)} headings`);
}

function tooMany(path: string, what: string): UnusableDocumentError {
  return new UnusableDocumentError(
    path,
    `${what}, which no briefing can hold. Import the part of it that matters.`,
  );
}

function format(count: number): string {
  return count.toLocaleString('en');
}

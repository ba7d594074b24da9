/** Cuts Markdown where one part cannot depend on the other, so that each can be parsed alone. */
import { measureFrontMatter } from '../front-matter/measure-front-matter.ts';

export interface MarkdownChunk {
  kind: 'FRONT_MATTER' | 'MARKDOWN' | 'PLAIN';
  text: string;
  /** Place of its first character in the document. */
  offset: number;
  line: number;
  /** It was cut between two points of one list. */
  goesOnInList: boolean;
  /** What "[text][name]" in the chunk may point at: the link definitions of the whole document. */
  definitions: string;
}

/** Big enough to be few, small enough for a parser whose time grows with the square. */
const CHUNK_SIZE = 4_000;
/** A list that is longer is read in parts. */
const SOFT_CHUNK_SIZE = 20_000;
/** Without a place to cut (one table, one list) a chunk grows; beyond this it is read line by line instead. */
const MAX_CHUNK_SIZE = 40_000;

/** A book's length: what comes after it is read line by line, which takes a tenth of the time. */
const MAX_MARKDOWN = 1_500_000;

export function cutMarkdown(text: string): MarkdownChunk[] {
  const { length: front } = measureFrontMatter(text);
  const definitions = collectDefinitions(text);
  const chunks: MarkdownChunk[] = [];
  let line = 1;
  let goesOnInList = false;
  const push = (kind: MarkdownChunk['kind'], start: number, end: number): void => {
    const part = text.slice(start, end);
    const isReferring = kind === 'MARKDOWN' && part.includes(']');
    const refersTo = isReferring ? definitions : '';
    chunks.push({ kind, text: part, offset: start, line, goesOnInList, definitions: refersTo });
    line += countFeeds(part);
  };
  if (front > 0) push('FRONT_MATTER', 0, front);
  let start = front;
  for (const { at: cut, isSoft } of [...findCuts(text, front), { at: text.length, isSoft: false }]) {
    if (cut - start < (isSoft ? SOFT_CHUNK_SIZE : CHUNK_SIZE) && cut < text.length) continue;
    const part = text.slice(start, cut);
    if (part.trim() === '') line += countFeeds(part);
    else push(start > MAX_MARKDOWN || isCostly(part) ? 'PLAIN' : 'MARKDOWN', start, cut);
    start = cut;
    goesOnInList = isSoft;
  }
  return chunks;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** A paragraph at the left edge ends every list and quote above it: no bullet, number, quote, table or HTML; words in bold are one. */
const FRESH_START = /^(?:[^\s>|<`~*+\d-]|\*\*(?=[^\s*]))/;
const FRESH_FENCE = /^(?:```|~~~)/;
const HTML_OPEN = /<!--|<(?:script|pre|style|textarea)\b/i;
const HTML_CLOSE = /-->|<\/(?:script|pre|style|textarea)>/i;

/** A point at the left edge is within no other. */
const TOP_BULLET = /^(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;

interface Cut {
  at: number;
  /** Between two points of one list. */
  isSoft: boolean;
}

/** Indexes of lines that begin something new: a heading, or a paragraph after a blank line. */
function findCuts(text: string, from: number): Cut[] {
  const cuts: Cut[] = [];
  let fence: string | null = null;
  let isInHtml = false;
  let isAfterBlank = true;
  for (let start = from; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    // What a line is, its beginning tells.
    const line = text.slice(start, Math.min(end, start + 1_000));
    const mark: string | undefined = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true) fence = null;
    } else if (isInHtml) {
      isInHtml = !HTML_CLOSE.test(line);
    } else {
      const isFresh =
        /^#{1,6}\s/.test(line) || (isAfterBlank && (FRESH_START.test(line) || FRESH_FENCE.test(line)));
      const isSoft = !isFresh && TOP_BULLET.test(line);
      if ((isFresh || isSoft) && start > from) cuts.push({ at: start, isSoft });
      if (mark !== undefined) fence = mark;
      else isInHtml = HTML_OPEN.test(line) && !HTML_CLOSE.test(line);
    }
    isAfterBlank = line.trim() === '';
    start = end + 1;
  }
  return cuts;
}

/** Container marks in a row: "> - > -" nests four deep. Bounded: a line may be as long as the document. */
const NESTING = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){12}/m;
const MAX_CLOSING_BRACKETS = 400;

function isCostly(whole: string): boolean {
  const part = whole.replaceAll(FENCED, '');
  if (part.length > MAX_CHUNK_SIZE || NESTING.test(part)) return true;
  const closing = countMatches(part, /\]/g);
  const signs = countMatches(part, /[*_`[\]<>&~\\|]/g);
  const isSmall = part.length < 1_000;
  return (
    closing > MAX_CLOSING_BRACKETS ||
    (!isSmall && signs > part.length / 4) ||
    // Many lines of one paragraph or list; those with nothing on them cost nothing.
    (!isSmall && countMatches(part, /\n(?!\n)/g) > part.length / 10)
  );
}

/** Lines of code, which the parser only counts. */
const FENCED = /^(```+|~~~+)[^\n]*\n(?:(?!\1)[^\n]*\n)*\1[`~]*[ \t]*(?:\n|$)/gm;

const MAX_DEFINITIONS = 100;

/** "[name]: https://…" and "[^1]: …", from all over the document. */
function collectDefinitions(text: string): string {
  const lines: string[] = [];
  for (const [line] of text.matchAll(/^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S[^\n]{0,500}$/gm)) {
    lines.push(line.trim().startsWith('[^') ? `${line.slice(0, line.indexOf(':'))}: note` : line);
    if (lines.length === MAX_DEFINITIONS) break;
  }
  return lines.join('\n\n');
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function countFeeds(text: string): number {
  return countMatches(text, /\n/g);
}

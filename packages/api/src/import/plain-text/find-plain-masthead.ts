/** What stands between the title of a plain text and its first words, and looks like headings. */
import { readTopicLine } from '../page/extract-hashtags.ts';
import { isPublisherName } from '../page/extract-publisher.ts';
import { headingShape } from './heading-shape.ts';
import { readBareByline } from '../page/extract-byline.ts';
import { isLoneMark, isMailField, readMastheadLine, readMastheadName } from '../page/masthead-lines.ts';
import { isMenuWord, isPageChrome } from '../page/page-chrome.ts';
import type { Piece } from './tidy-plain-text.ts';

const MAX_LINES = 8;

interface HeadLine {
  index: number;
  text: string;
}

/** Indexes of the standfirst and of names, above or below a byline or a date. */
export function findPlainMasthead(pieces: readonly Piece[]): ReadonlySet<number> {
  const [title, ...below] = headLines(pieces);
  const found = new Set<number>();
  if (title === undefined || headingShape(title.text) === null) return found;
  // "The Northern Post", above the title.
  const lines = isPublisherName(title.text) ? below.slice(1) : below;
  const marked = new Set(lines.filter(({ text }) => readMastheadLine(text) !== null));
  if (marked.size === 0) return found;
  const isMasthead = (line: HeadLine | undefined): boolean =>
    line !== undefined && (found.has(line.index) || marked.has(line));
  for (const [place, line] of lines.entries()) {
    const [before, after] = [lines[place - 1], lines[place + 1]];
    if (isMasthead(line)) continue;
    const isName =
      ((isMasthead(before) || isMasthead(after)) && readMastheadName(line.text) !== null) ||
      (before !== undefined && isLoneMark(before.text) && readBareByline(line.text) !== null);
    const isStandfirst = place === 0 && isLedToMasthead(line, after);
    if (!isName && !isStandfirst) break;
    found.add(line.index);
  }
  return found;
}

function isLedToMasthead(line: HeadLine, after: HeadLine | undefined): boolean {
  return (
    after !== undefined &&
    !/[?？]$/.test(line.text) &&
    (readMastheadLine(after.text) !== null || readMastheadName(after.text)?.byline !== undefined)
  );
}

/** The first lines of the text, without what the page put above them. */
function headLines(pieces: readonly Piece[]): HeadLine[] {
  const lines: HeadLine[] = [];
  let isBelowTitle = false;
  for (const [index, { kind, line }] of pieces.entries()) {
    if (kind === 'BLANK' || kind === 'RULE') continue;
    if (kind !== 'TEXT' || lines.length > MAX_LINES) return lines;
    const { text } = line;
    const isAround =
      isPageChrome(text) || isMenuWord(text) || isMailField(text) || readTopicLine(text).length > 0;
    if (isAround || (!isBelowTitle && readMastheadLine(text) !== null)) continue;
    isBelowTitle = true;
    lines.push({ index, text });
  }
  return lines;
}

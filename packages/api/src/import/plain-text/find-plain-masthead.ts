/** What stands between the title of a plain text and its first words, and looks like headings. */
import { readTopicLine } from '../page/extract-hashtags.ts';
import { headingShape } from './heading-shape.ts';
import { readBareByline, readBareBylines } from '../page/extract-byline.ts';
import { beginsBio } from '../page/author-boxes.ts';
import { isKicker } from '../page/kickers.ts';
import { isLoneMark, isMailField, readMastheadLine, readMastheadName } from '../page/masthead-lines.ts';
import { isMenuWord, isPageChrome } from '../page/page-chrome.ts';
import { endsSentence } from './plain-text-lines.ts';
import type { Piece } from './tidy-plain-text.ts';

const MAX_LINES = 8;

interface HeadLine {
  index: number;
  text: string;
}

/** Indexes of the standfirst and of names, above or below a byline or a date. `first`: index of the title. */
export function findPlainMasthead(pieces: readonly Piece[], first: number): ReadonlySet<number> {
  const [title, ...lines] = headLines(pieces, first);
  const found = new Set<number>();
  if (title === undefined || !mayHaveMasthead(title.text)) return found;
  const marked = new Set(lines.filter(({ text }) => readMastheadLine(text) !== null));
  if (marked.size === 0) return found;
  const isMasthead = (line: HeadLine | undefined): boolean =>
    line !== undefined && (found.has(line.index) || marked.has(line));
  for (const [place, line] of lines.entries()) {
    if (isMasthead(line)) continue;
    const belongs =
      isNameThere(lines, place, isMasthead) ||
      (place === 0 && isKindOrStandfirst(line, lines[1], isMasthead)) ||
      isWithinHead(lines, place, marked);
    if (!belongs) break;
    found.add(line.index);
  }
  return found;
}

type IsMasthead = (line: HeadLine | undefined) => boolean;

/** Beside a byline or a day: who wrote the text, for whom, and what the author is. */
function isNameThere(lines: readonly HeadLine[], place: number, isMasthead: IsMasthead): boolean {
  const [before, line, after] = [lines[place - 1], lines[place], lines[place + 1]];
  if (line === undefined) return false;
  const isBeside = isMasthead(before) || isMasthead(after);
  const touches =
    (isMasthead(before) && before?.index === line.index - 1) ||
    (isMasthead(after) && after?.index === line.index + 1);
  return (
    (isBeside && readMastheadName(line.text) !== null) ||
    isBio(line, after) ||
    (touches && (readBareBylines(line.text) !== null || isNote(line, lines, isMasthead))) ||
    (before !== undefined && isLoneMark(before.text) && readBareByline(line.text) !== null)
  );
}

/** "Explainer", or one line that sums up, right below the title and right above the byline or the day. */
function isKindOrStandfirst(line: HeadLine, after: HeadLine | undefined, isMasthead: IsMasthead): boolean {
  return (isKicker(line.text) && isMasthead(after)) || isLedToMasthead(line, after);
}

function mayHaveMasthead(title: string): boolean {
  return headingShape(title) !== null || !endsSentence(title);
}

/** "Ann Lee", and below "Ann Lee is a writer." */
function isBio({ text }: HeadLine, after: HeadLine | undefined): boolean {
  return after !== undefined && beginsBio(after.text, text);
}

/** "Urbaniste", "Madrid": a word or two between the author and the day. */
function isNote(line: HeadLine, lines: readonly HeadLine[], isMasthead: IsMasthead): boolean {
  const place = lines.indexOf(line);
  const isBetween = isMasthead(lines[place - 1]) && lines.slice(place + 1).some(isMasthead);
  return isBetween && line.text.length <= 40 && !endsSentence(line.text);
}

/** A name, and what the article says in one line: neither is a heading where the day stands below them, and nothing is a sentence. */
function isWithinHead(lines: readonly HeadLine[], place: number, marked: ReadonlySet<HeadLine>): boolean {
  const end = lines.findIndex((line, index) => index > place && marked.has(line));
  if (end === -1 || end > MAX_WITHIN) return false;
  const between = lines.slice(0, end).filter((line) => !marked.has(line));
  const names = between.filter(({ text }) => readBareBylines(text) !== null);
  const others = between.filter(({ text }) => readBareBylines(text) === null);
  const marksAuthor = (readMastheadLine(lines[end]?.text ?? '')?.byline ?? null) !== null;
  return (names.length === 1 || marksAuthor) && others.every(isShortNote) && others.length <= 2;
}

const MAX_WITHIN = 4;

function isShortNote({ text }: HeadLine): boolean {
  return text.length <= 160 && !endsSentence(text) && !/[:：]$/.test(text);
}

function isLedToMasthead(line: HeadLine, after: HeadLine | undefined): boolean {
  return (
    after !== undefined &&
    !/[?？]$/.test(line.text) &&
    (readMastheadLine(after.text) !== null || readMastheadName(after.text)?.byline !== undefined)
  );
}

/** The first lines of the text, without what the page put among them. */
function headLines(pieces: readonly Piece[], first: number): HeadLine[] {
  const lines: HeadLine[] = [];
  for (let index = Math.max(first, 0); index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece === undefined || piece.kind === 'BLANK' || piece.kind === 'RULE') continue;
    if (piece.kind !== 'TEXT' || lines.length > MAX_LINES) return lines;
    const { text } = piece.line;
    const isMenu = isMenuWord(text) && !isKicker(text);
    const isAround = isPageChrome(text) || isMenu || isMailField(text) || readTopicLine(text).length > 0;
    if (!isAround) lines.push({ index, text });
  }
  return lines;
}

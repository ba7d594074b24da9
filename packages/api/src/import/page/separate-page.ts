import type { List, Nodes, RootContent } from 'mdast';
import { beginsAuthorBox, beginsBio, isAuthorHeading } from './author-boxes.ts';
import { comparableText } from '../text/comparable-text.ts';
import type { DroppedNode } from '../left-out/explain-left-out.ts';
import type { LeftOutReason } from '../left-out/left-out-reasons.ts';
import {
  isContentsHeading,
  isMenuWord,
  isPageChrome,
  isRelatedHeading,
  kindOfChrome,
} from './page-chrome.ts';
import { endOfBox, isHeadline } from './related-box.ts';
import { isMarked } from '../faq/faq-marks.ts';
import { lineOf, textOf } from '../text/tree-text.ts';

/** The article, and what its page put around it. */
export interface SeparatedPage {
  article: RootContent[];
  chrome: DroppedNode[];
}

/**
 * Takes navigation, the table of contents, related news and comment lines away from the article. In a document
 * that is nothing but questions "See also" leads to no other article: it belongs to an answer.
 */
export function separatePage(
  nodes: readonly RootContent[],
  { isFaqDocument }: { isFaqDocument: boolean },
): SeparatedPage {
  const pieces = nodes.map((node) => ({ node, text: shortText(node) }));
  const dropped = new Map<number, LeftOutReason>();
  for (const mark of [
    markChrome,
    markMenus,
    markContents,
    markUnannouncedContents,
    markRelated,
    markAuthors,
    markEnd,
  ]) {
    if (isFaqDocument && mark === markRelated) continue;
    mark(pieces, dropped);
  }
  if (isFaqDocument) for (const [index, reason] of dropped) if (reason === 'RELATED') dropped.delete(index);
  return {
    article: nodes.filter((_, index) => !dropped.has(index)),
    chrome: nodes.flatMap((node, index) => {
      const reason = dropped.get(index);
      return reason === undefined ? [] : [{ node, reason }];
    }),
  };
}

export interface PagePiece {
  node: RootContent;
  /** Empty for what is no short line. */
  text: string;
}

type Mark = (pieces: readonly PagePiece[], dropped: Map<number, LeftOutReason>) => void;

const MAX_SHORT = 300;

function shortText(node: RootContent): string {
  if ((node.type !== 'paragraph' && node.type !== 'heading') || isMarked(node)) return '';
  const { start, end } = node.position ?? {};
  if ((end?.offset ?? 0) - (start?.offset ?? 0) > MAX_SHORT * 4) return '';
  const text = textOf(node);
  return text.length <= MAX_SHORT ? text : '';
}

const markChrome: Mark = (pieces, dropped) => {
  for (const [index, { node, text }] of pieces.entries()) {
    if (node.data?.isOfMail === true) dropped.set(index, 'MAIL_HEADER');
    const kind = text !== '' ? kindOfChrome(text) : isMenuList(node) ? 'NAVIGATION' : null;
    const reason = node.data?.leftOut ?? kind;
    if (reason !== null) dropped.set(index, reason);
  }
};

function isMenuList(node: RootContent): boolean {
  if (node.type !== 'list' || node.children.length > 60) return false;
  return node.children.every((item) => {
    const text = textOf(item);
    return isMenuWord(text) || isPageChrome(text);
  });
}

/** Menu words count where they stand together, or at the very beginning or end. */
const markMenus: Mark = (pieces, dropped) => {
  const isMenu = (index: number): boolean => {
    const piece = pieces[index];
    return piece !== undefined && (dropped.has(index) || isMenuWord(piece.text));
  };
  const tops = pieces.filter(({ node }) => node.type === 'heading' && node.depth === 1);
  for (const [index, { node, text }] of pieces.entries()) {
    if (!isMenuWord(text)) continue;
    // "# X": the only title of a document is no menu, whatever it says.
    if (tops.length === 1 && tops[0]?.node === node && !isMenu(index + 1)) continue;
    const isEdge = index === 0 || index === pieces.length - 1;
    if (isEdge || isMenu(index - 1) || isMenu(index + 1)) dropped.set(index, 'NAVIGATION');
  }
};

/** "Table of Contents", the list below it, or the lines below it that come again as headings. */
const markContents: Mark = (pieces, dropped) => {
  if (!pieces.some(({ text }) => isContentsHeading(text))) return;
  const lastPlace = new Map(pieces.map(({ text }, index) => [comparableText(text), index]));
  for (const [index, { text }] of pieces.entries()) {
    if (dropped.has(index) || !isContentsHeading(text)) continue;
    let next = index + 1;
    while (isContentsPiece(pieces[next], next, lastPlace)) next += 1;
    next = Math.max(next, endOfRepeated(pieces, index + 1, lastPlace));
    // A section that is only called "Contents" lists nothing.
    if (next === index + 1) continue;
    for (let place = index; place < next; place += 1) dropped.set(place, 'TABLE_OF_CONTENTS');
  }
};

const MAX_CONTENTS = 300;

/** Contents as long as a page of their own: they end where their first heading comes again, and so do the others. */
function endOfRepeated(
  pieces: readonly PagePiece[],
  first: number,
  lastPlace: ReadonlyMap<string, number>,
): number {
  const [heading, ...below] = pieces.slice(first, first + MAX_CONTENTS).map(headingOf);
  const length = typeof heading !== 'string' ? -1 : below.indexOf(heading);
  if (length === -1) return first;
  const end = first + 1 + length;
  const named = [heading, ...below.slice(0, length)].filter((text) => typeof text === 'string');
  const repeated = named.filter((text) => (lastPlace.get(text) ?? 0) >= end);
  return named.length > 1 && repeated.length >= named.length * 0.75 ? end : first;
}

function headingOf({ node, text }: PagePiece): string | null {
  return node.type === 'heading' ? comparableText(text) : null;
}

function isContentsPiece(
  piece: PagePiece | undefined,
  index: number,
  lastPlace: ReadonlyMap<string, number>,
): boolean {
  if (piece === undefined) return false;
  if (piece.node.type === 'list') return true;
  return piece.text !== '' && (lastPlace.get(comparableText(piece.text)) ?? 0) > index;
}

/** A list before the first section that names the headings below. */
const markUnannouncedContents: Mark = (pieces, dropped) => {
  const headings = new Set(
    pieces.filter(({ node }) => node.type === 'heading').map(({ text }) => comparableText(text)),
  );
  for (const [index, { node }] of pieces.entries()) {
    if (index > 12) return;
    if (node.type === 'list' && namesHeadings(node, headings)) dropped.set(index, 'TABLE_OF_CONTENTS');
  }
};

function namesHeadings(list: List, headings: ReadonlySet<string>): boolean {
  if (list.children.length < 2 || list.children.length > 100) return false;
  const named = list.children.filter((item) => {
    const [first] = item.children;
    return first !== undefined && headings.has(comparableText(textOf(first)));
  });
  return named.length >= list.children.length * 0.75;
}

/** "Related articles" and the links below it. Where nothing below it is one, it heads a section. */
const markRelated: Mark = (pieces, dropped) => {
  const hasLinks = pieces.some(({ node }) => holdsLink(node));
  for (const [index, { text }] of pieces.entries()) {
    if (dropped.has(index) || !isRelatedHeading(text)) continue;
    let next = hasLinks ? index + 1 : endOfBox(pieces, index);
    while (isRelated(pieces, next, hasLinks)) next += 1;
    const following = pieces[next]?.node.type ?? 'heading';
    if (next === index + 1 && following !== 'heading') continue;
    for (let place = index; place < next; place += 1) dropped.set(place, 'RELATED');
  }
};

/** In a document with links only links lead to other articles; in a text without markup headlines do. */
function isRelated(pieces: readonly PagePiece[], index: number, hasLinks: boolean): boolean {
  const piece = pieces[index];
  if (piece === undefined) return false;
  const { node, text } = piece;
  // In a text without markup a headline may look like a heading; what heads sentences is one.
  if (node.type === 'heading' && !hasLinks && isHeadline(text)) {
    const next = pieces[index + 1];
    return next === undefined || (next.text !== '' && isHeadline(next.text));
  }
  if (node.type === 'list')
    return node.children.every((item) => (hasLinks ? holdsLink(item) : isHeadline(textOf(item))));
  return node.type === 'paragraph' && (hasLinks ? holdsLink(node) && isHeadline(text) : isHeadline(text));
}

function holdsLink(root: Nodes): boolean {
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'link' || node.type === 'linkReference') return true;
    if ('children' in node) for (const child of node.children) open.push(child);
  }
  return false;
}

const MAX_BOX = 4;
/** Title, kind of text, author: more stands above no words about the author. */
const MAX_HEAD = 12;

/** "About the author", and the few lines below it, at the end of everything or before a heading. */
const markAuthors: Mark = (pieces, dropped) => {
  for (const [index, { node, text }] of pieces.entries()) {
    if (index < MAX_HEAD && beginsBio(text, pieces[index - 1]?.text ?? ''))
      dropped.set(index, 'ABOUT_AUTHOR');
    if (index < 2 || !beginsAuthorBox(text)) continue;
    let next = index + 1;
    if (isAuthorHeading(text)) while (isOfBox(pieces[next], node) && !dropped.has(next)) next += 1;
    const isEnd = pieces[next] === undefined || pieces[next]?.node.type === 'heading' || dropped.has(next);
    if (!isEnd || next - index > MAX_BOX) continue;
    for (let place = index; place < next; place += 1) dropped.set(place, 'ABOUT_AUTHOR');
  }
};

function isOfBox(piece: PagePiece | undefined, head: RootContent): boolean {
  if (piece === undefined) return false;
  // A deeper heading names one of several authors.
  if (piece.node.type === 'heading') return head.type === 'heading' && piece.node.depth > head.depth;
  return true;
}

/** What is left at the end of a page: headings that head nothing, and short lines that are no sentence. */
const markEnd: Mark = (pieces, dropped) => {
  for (let index = pieces.length - 1; index > 0; index -= 1) {
    if (dropped.has(index)) continue;
    const piece = pieces[index];
    if (piece === undefined || !isLeftover(piece) || isAnswer(piece, pieces[index - 1])) return;
    if (isVerse(pieces, index)) return;
    dropped.set(index, piece.node.type === 'heading' ? 'EMPTY_HEADING' : 'END_OF_PAGE');
  }
};

const MIN_VERSE = 3;

/** The last of several lines that touch each other, each of a few words: a verse, results, an address. */
function isVerse(pieces: readonly PagePiece[], last: number): boolean {
  const lines = pieces.slice(Math.max(last - MIN_VERSE + 1, 0), last + 1);
  return (
    lines.length === MIN_VERSE &&
    lines.every(
      ({ node, text }, index) =>
        node.type === 'paragraph' &&
        text.trim().includes(' ') &&
        (index === 0 || lineOf(node) === (lines[index - 1]?.node.position?.end.line ?? 0) + 1),
    )
  );
}

/** "No", after a question; "A: No", wherever it stands; "Nothing yet", all that a heading heads: short, and all the same what the document says. */
function isAnswer({ node, text }: PagePiece, before: PagePiece | undefined): boolean {
  if (node.type !== 'paragraph') return false;
  if (before?.node.type === 'heading' && before.node.depth > 1 && !isMenuWord(text) && /\s/.test(text))
    return true;
  return /^\p{L}{1,12} ?\d{0,3}[.:：)]\s*\S/u.test(text) || /[?？:：]["'”’»)]?$/.test(before?.text ?? '');
}

// Three long words; where words have no spaces between them, a sentence.
const MAX_LEFTOVER = 50;

function isLeftover({ node, text }: PagePiece): boolean {
  if (node.type === 'heading') return true;
  const isSentence = /[\p{P}]$/u.test(text) || /^#|https?:/.test(text) || text.length > MAX_LEFTOVER;
  return node.type === 'paragraph' && text !== '' && !isSentence && text.split(/\s+/).length <= 3;
}

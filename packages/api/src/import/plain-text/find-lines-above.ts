/** What stands above the title of a plain text: the kind of text, whom to ask about it, the menu of the page. */
import type { LeftOutReason } from '../left-out/left-out-reasons.ts';
import { readTopicLine } from '../page/extract-hashtags.ts';
import { isPublisherName } from '../page/extract-publisher.ts';
import { isKicker } from '../page/kickers.ts';
import { isMailField, readMastheadLine } from '../page/masthead-lines.ts';
import { isHomeMenu, isMenuWord, isPageChrome } from '../page/page-chrome.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import { headingShape } from './heading-shape.ts';
import { endsSentence } from './plain-text-lines.ts';
import type { Piece } from './tidy-plain-text.ts';

export interface LinesAbove {
  /** Index of the first line that says something; -1: none does. */
  first: number;
  /** Lines above it that are no part of the text, by index. */
  dropped: ReadonlyMap<number, LeftOutReason>;
}

const MAX_ABOVE = 30;
const CAPITALIZED = compilePattern(/^\p{Lu}\p{L}/u);

export function findLinesAbove(pieces: readonly Piece[]): LinesAbove {
  const dropped = new Map<number, LeftOutReason>();
  const texts = pieces.slice(0, MAX_ABOVE * 2);
  const top = texts.findIndex(({ kind }) => kind !== 'BLANK' && kind !== 'RULE');
  for (let index = top; index !== -1 && index < texts.length; index += 1) {
    const piece = texts[index];
    if (piece === undefined || piece.kind === 'BLANK' || piece.kind === 'RULE') continue;
    if (piece.kind !== 'TEXT') return { first: index, dropped };
    const { text } = piece.line;
    const contact = endOfContact(texts, index);
    if (contact > index) {
      for (let at = index; at < contact; at += 1) dropped.set(at, 'AROUND_ARTICLE');
      index = contact - 1;
    } else if (isHomeMenu(text) || (isRubric(texts, index) && isAboveHeadline(texts, index))) {
      dropped.set(index, 'NAVIGATION');
    } else if (!isAround(text) && !(isPublisherName(text) && isAboveHeadline(texts, index))) {
      return { first: index, dropped };
    }
  }
  return { first: top, dropped };
}

function isAround(text: string): boolean {
  return (
    isPageChrome(text) ||
    isMenuWord(text) ||
    isMailField(text) ||
    readTopicLine(text).length > 0 ||
    readMastheadLine(text) !== null
  );
}

/** A word for the kind of text; or one or two words that touch the headline, and below it the author or the day. */
function isRubric(pieces: readonly Piece[], index: number): boolean {
  const text = textAt(pieces, index);
  if (isKicker(text) || isMenuWord(text)) return true;
  const title = textAt(pieces, index + 1);
  const isShort = text.length <= 25 && text.split(/\s+/).length <= 2 && CAPITALIZED.test(text);
  if (!isShort || /\p{P}$/u.test(text) || title.split(/\s+/).length < 4) return false;
  const below = nextText(pieces, index + 2);
  return below !== null && readMastheadLine(textAt(pieces, below)) !== null;
}

/** The next line that says something may be a title. */
function isAboveHeadline(pieces: readonly Piece[], index: number): boolean {
  let below = nextText(pieces, index + 1);
  while (below !== null && (isAround(textAt(pieces, below)) || isRubric(pieces, below)))
    below = nextText(pieces, below + 1);
  if (below === null) return false;
  const text = textAt(pieces, below);
  return nextText(pieces, below + 1) !== null && mayBeTitle(text);
}

function mayBeTitle(text: string): boolean {
  return headingShape(text) !== null || (text.length <= 160 && !endsSentence(text) && !/[,;:：]$/.test(text));
}

const CONTACT =
  /^(?:(?:media|press|news) )?contacts?(?: person)?\s*[:：]|^(?:presse|medien|presse-|medien-)?(?:kontakt|ansprechpartner(?:in)?)\s*[:：]|^contacts? presse\s*[:：]|^contacto(?: de prensa)?\s*[:：]|^контакты?(?: для (?:прессы|сми))?\s*[:：]|^(?:媒体)?联系人\s*[:：]/iu;
const MAX_CONTACT = 6;
const ADDRESS = /@\S+\.\S|\d{3}[-.\s)]*\d{3,4}|^\+?[\d\s().-]{6,}$|^(?:tel|phone|e-?mail|fax|mobile)\b/i;

/** "Media contact: Ann Lee", her telephone and address below: the index after them. */
function endOfContact(pieces: readonly Piece[], index: number): number {
  const text = textAt(pieces, index);
  if (!CONTACT.test(text) || text.length > 120) return index;
  let next = index + 1;
  // "Contact:", and the name on the line below.
  if (/[:：]$/.test(text) && textAt(pieces, next).length <= 80) next += 1;
  while (next < index + MAX_CONTACT && isAddress(pieces[next])) next += 1;
  return next;
}

function isAddress(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.line.text.length <= 100 && ADDRESS.test(piece.line.text);
}

function textAt(pieces: readonly Piece[], index: number): string {
  const piece = pieces[index];
  return piece?.kind === 'TEXT' ? piece.line.text : '';
}

/** Index of the next line of text. */
function nextText(pieces: readonly Piece[], index: number): number | null {
  for (let next = index; next < pieces.length; next += 1) {
    const kind = pieces[next]?.kind;
    if (kind === 'TEXT') return next;
    if (kind !== 'BLANK' && kind !== 'RULE') return null;
  }
  return null;
}

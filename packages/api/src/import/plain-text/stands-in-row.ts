import { compilePattern } from '../text/compile-pattern.ts';
import { findDates } from '../events/find-dates.ts';
import { readMastheadLine } from '../page/masthead-lines.ts';
import { isPageChrome } from '../page/page-chrome.ts';
import { endsSentence } from './plain-text-lines.ts';
import type { Piece } from './tidy-plain-text.ts';

const MAX_LINE = 160;
const MAX_WORD = 40;
const LABELLED = compilePattern(/^(?=[^:：]{0,60}\p{L})[^:：.!?]{1,60}[:：]\s?\S/u);
const AMOUNT = /^[$€£¥]?\d/;
// "Yes 12": a word or two, and how many.
const ENDS_IN_NUMBER = compilePattern(/^\p{L}\S*(?: \S+){0,2} [-+$€£]?\d[\d.,]{0,12} ?%?$/u);
// "2.1 The agenda" heads a section.
const SECTION_NUMBER = compilePattern(/^\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[^\p{Ll}\d]/u);

/** "Up to 500 cc: 6%" above "Up to 1000 cc: 40%": of lines written in one form none heads the other. */
export function standsInRow(pieces: readonly Piece[], index: number): boolean {
  const text = pieces[index]?.line.text ?? '';
  return [textBeside(pieces, index, -1), textBeside(pieces, index, 1)].some(
    (other) => other !== null && other !== text && isOfOneForm(text, other),
  );
}

/** The nearest line above or below. */
function textBeside(pieces: readonly Piece[], index: number, step: 1 | -1): string | null {
  let beside = index + step;
  while (pieces[beside]?.kind === 'BLANK') beside += step;
  const piece = pieces[beside];
  return piece?.kind === 'TEXT' ? piece.line.text : null;
}

export function isOfOneForm(text: string, other: string): boolean {
  if (other.length > MAX_LINE) return false;
  if (LABELLED.test(text) && LABELLED.test(other) && !isAround(other))
    return !endsSentence(other) || firstWord(text) === firstWord(other);
  if (endsSentence(other) || !/\d/.test(text) || !/\d/.test(other)) return false;
  if (beginsWithDate(text)) return beginsWithDate(other);
  const areAmounts = isAmount(text) && isAmount(other);
  return (areAmounts || (ENDS_IN_NUMBER.test(text) && ENDS_IN_NUMBER.test(other))) && !isAround(other);
}

/** A line of the page or of the masthead: of any form. */
function isAround(line: string): boolean {
  return isPageChrome(line) || readMastheadLine(line) !== null;
}

function firstWord(text: string): string {
  return text.slice(0, MAX_WORD).split(/\s/, 1)[0] ?? '';
}

function isAmount(text: string): boolean {
  return AMOUNT.test(text) && !SECTION_NUMBER.test(text);
}

function beginsWithDate(text: string): boolean {
  return findDates(text.slice(0, MAX_WORD))[0]?.start === 0;
}

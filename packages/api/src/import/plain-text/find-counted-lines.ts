import { compilePattern } from '../text/compile-pattern.ts';
import { beginsWithDay } from '../events/month-names.ts';
import { headingShape } from './heading-shape.ts';
import type { Piece } from './tidy-plain-text.ts';

const NUMBERED = compilePattern(/^(\d{1,2})\s+(?=[\p{Lu}\p{Lo}])/u);
const MIN_COUNTED = 2;

/**
 * Indexes of lines like "1 Introduction" that stand alone and count from 1 on: the number is no word of such a heading.
 * "10 Downing Street" is one of nobody's count.
 */
export function findCountedLines(pieces: readonly Piece[]): ReadonlySet<number> {
  const counted: number[] = [];
  for (const [index, { kind, line }] of pieces.entries()) {
    const number = kind === 'TEXT' ? NUMBERED.exec(line.text.slice(0, 20))?.[1] : undefined;
    if (number === undefined || Number(number) !== counted.length + 1) continue;
    const standsAlone = [pieces[index - 1], pieces[index + 1]].every(
      (beside) => beside === undefined || beside.kind === 'BLANK' || beside.kind === 'RULE',
    );
    if (standsAlone && headingShape(line.text) !== null && !beginsWithDay(line.text)) counted.push(index);
  }
  return new Set(counted.length >= MIN_COUNTED ? counted : []);
}

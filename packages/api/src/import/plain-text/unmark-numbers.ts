/** Numbers that begin a line of plain text and count no points. */
import { beginsWithDay } from '../events/month-names.ts';
import { isListOfNumbers } from './is-list-of-numbers.ts';
import { readSectionNumber } from './section-numbers.ts';
import type { Piece } from './tidy-plain-text.ts';

/** Days and numbers that belong to their sentence make no point; numbers that leave some out stay in the text of theirs. */
export function unmarkNumbers(pieces: readonly Piece[]): Piece[] {
  const unmarked = [...pieces];
  const counted = new Set<number>();
  for (let index = 0; index < pieces.length; index += 1) {
    const run = numberedFrom(pieces, index);
    const numbers = run.map((at) => numberOf(pieces[at]));
    for (const at of run) {
      const piece = pieces[at];
      if (piece !== undefined) unmarked[at] = judge(piece, numbers, counted);
    }
    for (const number of numbers) counted.add(number);
    const number = run.length === 0 ? readSectionNumber(pieces[index]?.line.text ?? '')?.path[0] : undefined;
    if (number !== undefined) counted.add(number);
    index = run.at(-1) ?? index;
  }
  return unmarked;
}

/** `numbers`: of the lines that follow each other; `counted`: all before them. */
function judge(piece: Piece, numbers: readonly number[], counted: ReadonlySet<number>): Piece {
  const { line } = piece;
  if (piece.kind !== 'BULLET') return piece;
  // "12. März 2025: …" among lines that do not count.
  if (beginsWithDay(line.text) && !isListOfNumbers(numbers)) return { kind: 'TEXT', line };
  const [first = 1, ...others] = numbers;
  // "2. Bundesliga is a league.", "(555) 555-0199": nothing was number 1 or 554.
  if (others.length === 0 && first > 1 && !counted.has(first - 1)) return { kind: 'TEXT', line };
  return countsOn(numbers) ? piece : { kind: 'BULLET', line: { ...line, keepsNumber: true } };
}

/** Each is one more than the one before it, or begins a list; some writers number all points alike. */
function countsOn(numbers: readonly number[]): boolean {
  return (
    numbers.every((number) => number === numbers[0]) ||
    numbers.every((number, index) => index === 0 || number === 1 || number === (numbers[index - 1] ?? 0) + 1)
  );
}

/** Indexes of the numbered lines that follow each other, with or without blank lines between them. */
function numberedFrom(pieces: readonly Piece[], start: number): number[] {
  const run: number[] = [];
  for (let index = start; ; index += 1) {
    const piece = pieces[index];
    const isNumber = piece?.kind === 'BULLET' && /^\(?\d/.test(piece.line.text);
    if (isNumber) run.push(index);
    else if (run.length === 0 || piece?.kind !== 'BLANK') return run;
  }
}

function numberOf(piece: Piece | undefined): number {
  return Number.parseInt(piece?.line.text.replace('(', '') ?? '', 10);
}

/** Dashes that begin a line of plain text because somebody speaks. */
import { endsInQuestionMark } from '../faq/faq-headings.ts';
import type { Piece } from './tidy-plain-text.ts';

/** "– Nobody knows, she said.": a dash opens direct speech in many languages; in a list dashes come in rows. */
export function unmarkDashes(pieces: readonly Piece[]): Piece[] {
  const unmarked = [...pieces];
  for (let index = 0; index < pieces.length; index += 1) {
    const run = dashesFrom(pieces, index);
    const [first] = run;
    const isAlone = run.length === 1 && pieces[index - 1]?.kind !== 'BULLET';
    if (first !== undefined && (isAlone || takesTurns(run))) {
      for (const [place, { line }] of run.entries()) unmarked[index + place] = { kind: 'TEXT', line };
    }
    index += Math.max(run.length - 1, 0);
  }
  return unmarked;
}

function dashesFrom(pieces: readonly Piece[], start: number): Piece[] {
  const run: Piece[] = [];
  for (let piece = pieces[start]; piece?.kind === 'BULLET'; piece = pieces[start + run.length]) {
    if (!/^[–—]/.test(piece.line.text)) break;
    run.push(piece);
  }
  return run;
}

/** Every second line asks, and the one below it answers. */
function takesTurns(run: readonly Piece[]): boolean {
  return (
    run.length % 2 === 0 &&
    run.every(({ line }, place) => endsInQuestionMark(line.text) === (place % 2 === 0))
  );
}

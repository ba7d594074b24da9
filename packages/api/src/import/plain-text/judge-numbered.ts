/** Which numbered lines of a plain text are headings, and which are points. */
import { headingShape } from './heading-shape.ts';
import type { JudgedHeading } from './judge-heading.ts';
import { readBullet } from './plain-text-lines.ts';
import { readSectionNumber } from './section-numbers.ts';
import type { Piece } from './tidy-plain-text.ts';

const MAX_WORDS = 14;
const COUNTED = /^\d+[.)]$/;

/** The next piece that is part of the text. */
type NextPiece = (pieces: readonly Piece[], index: number) => Piece | null;

/** "2. The talks" with prose below it is a heading; a numbered line among numbered lines is a point. */
export function judgeNumbered(
  pieces: readonly Piece[],
  index: number,
  nextPiece: NextPiece,
): JudgedHeading | null {
  const piece = pieces[index];
  if (piece === undefined || !looksLikeHeading(pieces, index)) return null;
  const { mark, line } = readBullet(piece.line);
  const heads =
    headsText(pieces, index, nextPiece) ||
    (headsOtherList(pieces, index, nextPiece) && hasSibling(pieces, index, nextPiece));
  return heads ? { lines: [line], depth: 2, pieces: 1, data: { number: Number.parseInt(mark, 10) } } : null;
}

function looksLikeHeading(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  if (piece?.kind !== 'BULLET') return false;
  const { mark, line } = readBullet(piece.line);
  if (!COUNTED.test(mark) || line.text.split(/\s+/, MAX_WORDS + 1).length > MAX_WORDS) return false;
  return headingShape(line.text) !== null;
}

/** A longer text below it, or "3.1 …" below "3. …". */
function headsText(pieces: readonly Piece[], index: number, nextPiece: NextPiece): boolean {
  const [above, piece, below] = [pieces[index - 1], pieces[index], pieces[index + 1]];
  const following = nextPiece(pieces, index);
  if (piece === undefined || following?.kind !== 'TEXT') return false;
  if (isFirstWithin(piece, following)) return true;
  if (above?.kind === 'BULLET' || below?.kind === 'BULLET') return false;
  return following.line.text.length > readBullet(piece.line).line.text.length;
}

function isFirstWithin(outer: Piece, inner: Piece): boolean {
  const [whole, part] = [readSectionNumber(outer.line.text), readSectionNumber(inner.line.text)];
  return part?.path.length === 2 && part.path[0] === whole?.path[0] && part.path[1] === 1;
}

/** "(a) …" or "- …" below "2. …". */
function headsOtherList(pieces: readonly Piece[], index: number, nextPiece: NextPiece): boolean {
  const above = pieces[index - 1];
  if (above?.kind === 'BULLET' && isCounted(above)) return false;
  const following = nextPiece(pieces, index);
  return following?.kind === 'BULLET' && !isCounted(following);
}

function isCounted({ line }: Piece): boolean {
  return COUNTED.test(readBullet(line).mark);
}

const NEAR = 3;
const MAX_PIECES = 300;

/** Of the lines that count with this one, another heads a text: so they are headings, and no list of lists. */
function hasSibling(pieces: readonly Piece[], index: number, nextPiece: NextPiece): boolean {
  const number = numberOf(pieces[index]);
  const isSibling = (at: number): boolean => {
    const other = numberOf(pieces[at]);
    if (number === null || other === null || other === number || Math.abs(other - number) > NEAR)
      return false;
    return other < number === at < index && looksLikeHeading(pieces, at) && headsText(pieces, at, nextPiece);
  };
  for (let away = 1; away <= MAX_PIECES; away += 1) {
    if (isSibling(index - away) || isSibling(index + away)) return true;
  }
  return false;
}

function numberOf(piece: Piece | undefined): number | null {
  return piece?.kind === 'BULLET' && isCounted(piece) ? Number.parseInt(piece.line.text, 10) : null;
}

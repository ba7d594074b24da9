import { endsSentence } from './plain-text-lines.ts';
import type { Piece } from './tidy-plain-text.ts';

// Mail, RFCs and Project Gutenberg wrap at 65–80 characters.
const MAX_WRAPPED_LENGTH = 100;
/** Shorter lines break off because somebody wanted them to. */
export const MIN_WRAPPED_LENGTH = 40;

/**
 * Whether a paragraph is several lines, ended by a blank one. Told by lines that break off within a
 * sentence, all about as long as a page is wide. In text with a paragraph per line such lines are headings,
 * and what they head is far longer.
 */
export function isHardWrapped(pieces: readonly Piece[]): boolean {
  let broken = 0;
  let adjacent = 0;
  let overlong = 0;
  for (const [index, piece] of pieces.entries()) {
    const { length } = piece.line.text;
    if (piece.kind === 'TEXT' && length > MAX_WRAPPED_LENGTH) overlong += 1;
    if (piece.kind !== 'TEXT' || pieces[index + 1]?.kind !== 'TEXT') continue;
    adjacent += 1;
    const fits = length >= MIN_WRAPPED_LENGTH && length <= MAX_WRAPPED_LENGTH;
    if (fits && !endsSentence(piece.line.text)) broken += 1;
  }
  return broken >= 3 && broken > adjacent / 2 && broken > overlong * 5;
}

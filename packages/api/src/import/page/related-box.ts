/** Headlines of other articles below "You may also like", in a text without links. */
import type { PagePiece } from './separate-page.ts';
import { lineOf, textOf } from '../text/tree-text.ts';

/** Headlines that touch the line above them, and nothing but a blank line below: none of them heads what follows. */
export function endOfBox(pieces: readonly PagePiece[], index: number): number {
  let next = index + 1;
  while (next <= index + MAX_RELATED && touches(pieces, next)) next += 1;
  const box = pieces.slice(index + 1, next);
  const isBox = box.every(({ node, text }) =>
    node.type === 'list' ? node.children.every((item) => isHeadline(textOf(item))) : isHeadline(text),
  );
  return isBox ? next : index + 1;
}

const MAX_RELATED = 12;

function touches(pieces: readonly PagePiece[], index: number): boolean {
  const [above, below] = [pieces[index - 1], pieces[index]];
  if (above === undefined || below === undefined) return false;
  return lineOf(below.node) === (above.node.position?.end.line ?? 0) + 1;
}

const MAX_HEADLINE = 140;

/** A sentence belongs to the article again; a headline has no full stop. */
export function isHeadline(text: string): boolean {
  return text !== '' && text.length <= MAX_HEADLINE && !/[.!:：。！]["'”’»)]?$/.test(text);
}

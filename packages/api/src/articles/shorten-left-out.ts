import { truncate } from '@communique/shared/text';

/** What of a document is not in its draft, as far as an answer has room for it. */
export interface LeftOut {
  total: number;
  passages: string[];
}

export const MAX_PASSAGES = 100;
export const MAX_PASSAGE_LENGTH = 500;

export function shortenLeftOut(leftOut: readonly string[]): LeftOut {
  const passages = leftOut.slice(0, MAX_PASSAGES).map((text) => truncate(text, MAX_PASSAGE_LENGTH));
  return { total: leftOut.length, passages };
}

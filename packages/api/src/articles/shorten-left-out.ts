import { truncate } from '@communique/shared/text';
import type { LeftOutPassage } from '../import/left-out/left-out-reasons.ts';

/** What of a document is not in its draft, as far as an answer has room for it. */
export interface LeftOut {
  total: number;
  passages: string[];
  /** The same passages, each with the reason. */
  details: LeftOutPassage[];
}

export const MAX_PASSAGES = 100;
export const MAX_PASSAGE_LENGTH = 500;

export function shortenLeftOut(leftOut: readonly LeftOutPassage[]): LeftOut {
  const details = leftOut
    .slice(0, MAX_PASSAGES)
    .map(({ text, reason }) => ({ text: truncate(text, MAX_PASSAGE_LENGTH), reason }));
  return { total: leftOut.length, passages: details.map(({ text }) => text), details };
}

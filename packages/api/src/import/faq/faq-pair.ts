import type { Origin } from '../../briefings/document.ts';

export interface FaqPair {
  question: string;
  /** Markdown. */
  answer: string;
  origin: Origin;
}

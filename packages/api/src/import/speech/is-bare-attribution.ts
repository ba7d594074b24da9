import type { Attribution } from './extract-claims.ts';
import { findQuotations } from './find-quotations.ts';
import type { Quotation } from './find-quotations.ts';

const ATTRIBUTION_WORDS = new Set(
  'according to he she him her as it the a was is has also then said says told stated states announced declared claimed added adds noted warned wrote explained insisted stressed emphasized emphasised argued replied remarked in words own his with by put way'.split(
    ' ',
  ),
);

/** Whether a sentence does nothing but say who said the words quoted in it: nothing is lost when the quote stands alone. */
export function isBareAttribution(
  sentence: string,
  { text, speaker, office, statedOnText }: Attribution,
): boolean {
  // Before it is taken apart: a sentence may hold thousands of quotations.
  if (sentence.length > text.length + MAX_AROUND) return false;
  const quotations = findQuotations(sentence);
  if (quotations.length !== 1 || quotations[0]?.text !== text) return false;
  const around = aroundHalves(sentence, quotations[0].halves);
  const known = new Set(
    words(`${speaker?.name ?? ''} ${speaker?.role ?? office ?? ''} ${statedOnText ?? ''}`),
  );
  return words(around).every((word) => ATTRIBUTION_WORDS.has(word) || known.has(word));
}

const MAX_AROUND = 500;

function aroundHalves(sentence: string, halves: Quotation['halves']): string {
  const ends = [0, ...halves.map(({ end }) => end)];
  return ends.map((end, index) => sentence.slice(end, halves[index]?.start)).join(' ');
}

function words(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

import type { People } from './extract-people.ts';
import type { Quotation } from './find-quotations.ts';
import { readAttribution } from './read-attribution.ts';
import type { SaidBy } from './read-attribution.ts';
import { readJapaneseAttribution } from './read-japanese-attribution.ts';
import { readChineseAttribution, readChineseOffice } from './read-chinese-attribution.ts';

/** Who said the one quotation of a sentence, as all the rest of the sentence says; null where it says anything else. */
export function readSaidAround(text: string, quotation: Quotation, people: People): SaidBy | null {
  const part = onlyPartAround(text, quotation);
  return (
    (part === null ? null : (readAttribution(part, people) ?? readChineseAttribution(part))) ??
    readJapaneseAround(text, quotation)
  );
}

function readJapaneseAround(text: string, { halves: [only, second] }: Quotation): SaidBy | null {
  if (only === undefined || second !== undefined || text[only.end] !== '」') return null;
  return readJapaneseAttribution(text.slice(0, only.start - 1), text.slice(only.end + 1));
}

/** What the speaker is whom Chinese words around a quotation do not name. */
export function readOfficeAround(text: string, quotation: Quotation): string | null {
  const part = onlyPartAround(text, quotation);
  return part === null ? null : readChineseOffice(part);
}

function onlyPartAround(text: string, { halves }: Quotation): string | null {
  const ends = [0, ...halves.map(({ end }) => end + 1)];
  const parts = ends
    .map((end, index) => text.slice(end, (halves[index]?.start ?? text.length + 1) - 1))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.length === 1 ? (parts[0] ?? null) : null;
}

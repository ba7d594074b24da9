import type { People } from './extract-people.ts';
import { findPublishers } from './known-publishers.ts';
import type { Quotation } from './find-quotations.ts';
import { readAttribution } from './read-attribution.ts';
import type { SaidBy } from './read-attribution.ts';
import { readChineseAttribution } from './read-chinese-attribution.ts';
import { compilePattern } from './compile-pattern.ts';

/** Who said the one quotation of a sentence, as all the rest of the sentence says; null where it says anything else. */
export function readSaidAround(text: string, quotation: Quotation, people: People): SaidBy | null {
  const parts = aroundOf(text, quotation).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const [part = ''] = parts;
  if (parts.length !== 1) return null;
  return readAttribution(part, people) ?? readChineseAttribution(part) ?? readSurname(part);
}

function aroundOf(text: string, { halves }: Quotation): string[] {
  const ends = [0, ...halves.map(({ end }) => end + 1)];
  return ends.map((end, index) => text.slice(end, (halves[index]?.start ?? text.length + 1) - 1));
}

const SURNAME_ONLY = compilePattern(
  /^[\s,–—-]*(?:sagte|erklärte|betonte|meinte|schrieb|dijo|afirmó|declaró|a déclaré|a dit|a affirmé|заявила?|сказала?)\s+(\p{Lu}\p{Ll}[\p{L}'’-]{1,30})[\s.]*$/u,
);

/** “…”, sagte Holm.: a name after the verb, without an article, is one also where nobody introduced it. */
function readSurname(text: string): SaidBy | null {
  const name = SURNAME_ONLY.exec(text.slice(0, 120))?.[1];
  if (name === undefined || findPublishers(name).length > 0) return null;
  return { speaker: { name, role: null }, statedOnText: null };
}

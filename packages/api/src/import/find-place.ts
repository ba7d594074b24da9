import type { People } from './extract-people.ts';
import { findPublishers } from './known-publishers.ts';

/** Languages that write only names with a capital letter, and what stands before the name of a place in them. */
const PREPOSITIONS: Readonly<Record<string, string>> = { en: 'in', es: 'en', fr: 'à', it: 'a', pt: 'em' };
const NAME = "\\p{Lu}[\\p{L}'’-]{1,40}(?:\\s+(?:(?:de|del|la|of|sur)\\s+)?\\p{Lu}[\\p{L}'’-]{1,40}){0,3}";
const PATTERNS = new Map(
  Object.entries(PREPOSITIONS).map(([language, word]) => [
    language,
    new RegExp(
      `(?<![\\p{L}])(?<before>\\p{L}+\\s+)?${word}\\s+(?<name>${NAME})(?!['’]s)(?=[\\s,.;:!?)]|$)`,
      'gu',
    ),
  ]),
);
// "interest in Brent", "believes in Europe": what stands after them is no place where something happened.
const OF_SOMETHING =
  /^(?:interests?|trust|confidence|faith|belie(?:f|ves?|ved)|invest(?:s|ed|ing|ments?)?|shares?|stakes?|results?|resulted|engaged?|role|part|changes?|written|wrote|speaking|spoke)\s+$/iu;
const NO_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Spring|Summer|Autumn|Winter|Easter|Christmas|Ramadan|Lent|English|Russian|German|French|Spanish|Chinese|Arabic|Ukrainian|Parliament|Congress|Court|Council|President|Minister|Mayor|Dr|Mr|Mrs|Ms|Article|Chapter|Section|Part|Phase|Act|AI|IT|I)\b/u;

/** Where a sentence says that it happened; null where it names two places, or perhaps none. */
export function findPlace(text: string, people: People, language: string): string | null {
  const pattern = PATTERNS.get(language.slice(0, 2).toLowerCase());
  if (pattern === undefined) return null;
  const places = new Set<string>();
  for (const { groups } of text.matchAll(pattern)) {
    const name = groups?.['name'] ?? '';
    if (NO_PLACE.test(name) || OF_SOMETHING.test(groups?.['before'] ?? '')) continue;
    if (people.namedIn(name).length > 0 || findPublishers(name).length > 0) continue;
    places.add(name);
  }
  const [place] = places;
  return places.size === 1 && place !== undefined ? place : null;
}

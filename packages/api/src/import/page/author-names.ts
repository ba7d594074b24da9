/** Names as they stand in a line about the author. */
import { compilePattern } from '../text/compile-pattern.ts';

const PARTICLES: ReadonlySet<string> = new Set(
  'de da di del della van von der den la le al bin ibn and & und et y и'.split(' '),
);
const NAME_WORD = compilePattern(/^\p{Lu}[\p{L}'’.-]*,?$/u);
const NAME_OR_INITIAL = compilePattern(/^\p{Lu}[\p{L}'’-]*\p{Ll}\.?$|^\p{Lu}\.$/u);
const CJK_NAME = /^[\p{Script=Han}·]{2,6}$/u;
const CONJUNCTION = /\s+(?:and|&|und|et|y|и|та)\s+/u;

export function isNameList(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (CJK_NAME.test(text.trim())) return true;
  return (
    words.length <= 10 && words.every((word) => NAME_WORD.test(word) || PARTICLES.has(word.toLowerCase()))
  );
}

/** "Emily Carter": two to four capitalized words that are neither those of a rubric nor of a place. */
export function isBareName(text: string): boolean {
  const words = text.split(/\s+/);
  if (text.length > 50 || words.length < 2 || words.length > 4) return false;
  const isName = words.every((word) => NAME_OR_INITIAL.test(word) || PARTICLES.has(word));
  // "Boats & Quays" is a rubric; of two people more is said.
  const isPair = words.length === 3 && words[1] === '&';
  return (
    isName && !isPair && !words.some(isRubricWord) && !PLACE_BEGINNINGS.has(words[0]?.toLowerCase() ?? '')
  );
}

/** "Ann Lee, Bo Chen and Carl Orff": how many of the parts between commas are names, the last with its "and". */
export function countNames(parts: readonly string[]): number {
  const last = parts.findIndex((part) => CONJUNCTION.test(part));
  const listed = parts.slice(0, last + 1);
  return listed.every((part) => part.split(CONJUNCTION).every(isBareName)) ? listed.length : 0;
}

/** "Jane Doe and John Smith" */
export function areBareNames(text: string): boolean {
  const parts = text.split(CONJUNCTION);
  return parts.length <= 3 && parts.every(isBareName);
}

/** "New York", "Hong Kong": places of two words begin like this, and few people. */
const PLACE_BEGINNINGS: ReadonlySet<string> = new Set(
  'new los las san santa são saint st. hong port cape fort lake mount north south east west northern southern eastern western united saudi tel abu kuala buenos rio bad nizhny нижний великий санкт новый'.split(
    ' ',
  ),
);

const RUBRIC_WORDS = new Set(
  'news opinion world politics report reports review special exclusive feature features editorial breaking update updates story stories insight insights briefing guide overview introduction background conclusion summary latest key final deep dive long read market markets daily weekly global foreign affairs top home the this that what why how our your'.split(
    ' ',
  ),
);
// "Analytical Breakdown": endings of adjectives and abstract nouns are no endings of names.
const RUBRIC_ENDING = /(?:ical|tions?|sions?|ments?|ness|ity|ing|ings|ics|ysis|ism|down|views?)$/;

function isRubricWord(word: string): boolean {
  const lower = word.toLowerCase();
  return RUBRIC_WORDS.has(lower) || (lower.length > 5 && RUBRIC_ENDING.test(lower));
}

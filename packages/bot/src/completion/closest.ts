/** What somebody may have meant who mistyped a word: compared word by word, because people remember one word of a title. */
import { distance } from 'fastest-levenshtein';
import { fold } from './choices.ts';

/** Shorter words are mostly articles and the like, and everything is close to them. */
const LETTERS_THAT_MEAN_SOMETHING = 4;
/** One slip in a short word, two in a longer one. */
const LONG_WORD = 6;

/** Those that share a word with what was typed, give or take a slip; the closest first, in their order where equal. */
export function closest<Item>(typed: string, items: readonly Item[], textOf: (item: Item) => string): Item[] {
  const wanted = wordsOf(typed).filter((word) => word.length >= LETTERS_THAT_MEAN_SOMETHING);
  return items
    .map((item) => ({ item, ...compare(wanted, wordsOf(textOf(item))) }))
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared || a.slips - b.slips)
    .map(({ item }) => item);
}

function compare(wanted: readonly string[], words: readonly string[]): { shared: number; slips: number } {
  let shared = 0;
  let slips = 0;
  for (const word of wanted) {
    const nearest = Math.min(...words.map((each) => distance(word, each)));
    if (nearest > (word.length < LONG_WORD ? 1 : 2)) continue;
    shared += 1;
    slips += nearest;
  }
  return { shared, slips };
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

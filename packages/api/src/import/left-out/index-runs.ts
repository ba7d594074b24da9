/** Runs of four words, as numbers: a book has a million of them, and as texts they would take more room than the book. */
export interface RunIndex {
  /** For each word whether it is part of a run that is known. */
  wordsIn: (words: readonly string[]) => boolean[];
}

export const RUN = 4;

export function indexRuns(known: readonly string[]): RunIndex {
  const words = createNumbers<string>();
  const pairs = createNumbers<number>();
  const runs = new Set<number>();
  let last = 0;
  /** The pairs that end with the last word, with the one before it, and with the one before that. */
  let [pair, before, twoBefore] = [0, 0, 0];
  for (const word of known) {
    const number = words.add(word);
    [pair, before, twoBefore] = [last === 0 ? 0 : pairs.add(joined(last, number)), pair, before];
    if (twoBefore > 0) runs.add(joined(twoBefore, pair));
    last = number;
  }
  return {
    wordsIn(block) {
      const own = block.map((word) => words.find(word));
      const ownPairs = own.slice(1).map((number, index) => pairs.find(joined(own[index] ?? 0, number)));
      const kept = block.map(() => false);
      for (const [index, ownPair] of ownPairs.slice(2).entries()) {
        if (runs.has(joined(ownPairs[index] ?? 0, ownPair))) kept.fill(true, index, index + RUN);
      }
      return kept;
    },
  };
}

/** More than a document has words: two numbers below it fit into one, exactly. */
const MAX_NUMBERS = 2 ** 26;

function joined(first: number, second: number): number {
  return first * MAX_NUMBERS + second;
}

/** Numbers for things, from 1 in the order they are added; 0 is what was not. */
function createNumbers<Thing>() {
  const numbers = new Map<Thing, number>();
  const find = (thing: Thing): number => numbers.get(thing) ?? 0;
  return {
    find,
    add(thing: Thing): number {
      const number = find(thing) || numbers.size + 1;
      numbers.set(thing, number);
      return number;
    },
  };
}

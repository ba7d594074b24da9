/** Runs of four words, as numbers: a book has a million of them, and as texts they would take more room than the book. */
export interface RunIndex {
  /** For each word whether it is part of a run that is known. */
  wordsIn: (words: readonly string[]) => boolean[];
}

export const RUN = 4;

export function indexRuns(known: readonly string[]): RunIndex {
  const words = createNumbers<string>();
  const pairs = createNumbers<number>();
  const numbers = known.map((word) => words.add(word));
  const firsts = numbers.slice(1).map((number, index) => pairs.add(joined(numbers[index] ?? 0, number)));
  const runs = new Set(firsts.slice(2).map((pair, index) => joined(firsts[index] ?? 0, pair)));
  return {
    wordsIn(block) {
      const own = block.map((word) => words.find(word));
      const ownPairs = own.slice(1).map((number, index) => pairs.find(joined(own[index] ?? 0, number)));
      const kept = block.map(() => false);
      for (const [index, pair] of ownPairs.slice(2).entries()) {
        if (runs.has(joined(ownPairs[index] ?? 0, pair))) kept.fill(true, index, index + RUN);
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

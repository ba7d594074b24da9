/** The terms of an index and where each stands. Terms that begin so, or that are one slip away, are found without looking at all of them. */
import { isOneEdit } from './one-edit.ts';
import { createPostings, type Postings } from './postings.ts';
import { createSortedNames, type SortedNames } from './sorted-names.ts';

/** Terms are numbered in the order they are met. */
export interface TermList {
  /** The number of a term, which it is given if it has none. */
  numberOf(term: string): number;
  find(term: string): number | undefined;
  /** All terms that begin so. */
  startingWith(beginning: string): number[];
  /** All terms one slip away. */
  oneEditFrom(term: string): number[];
  /** Where they stand. */
  postings: Postings;
}

/** In shorter words a slip makes another word too easily. */
export const SHORTEST_FORGIVEN = 4;

export function createTermList(): TermList {
  const all = new Map<string, number>();
  const forward = createSortedNames<number>();
  // Made when somebody mistypes for the first time: it would be a tenth of the index.
  let backward: SortedNames<number> | null = null;
  return {
    postings: createPostings(),
    numberOf(term) {
      const known = all.get(term);
      if (known !== undefined) return known;
      const number = all.size;
      const own = copied(term);
      all.set(own, number);
      forward.add(own, number);
      backward?.add(reversed(own), number);
      return number;
    },
    find: (term) => all.get(term),
    startingWith(beginning) {
      const found: number[] = [];
      forward.visitStartingWith(beginning, (_name, number) => found.push(number) > 0);
      return found;
    },
    oneEditFrom(term) {
      const found = new Set<number>();
      if (term.length < SHORTEST_FORGIVEN) return [];
      // One slip leaves the first half or the second half as it was.
      const half = term.length >>> 1;
      forward.visitStartingWith(term.slice(0, half - 1), (name, number) => {
        if (isOneEdit(name, term)) found.add(number);
        return true;
      });
      const wanted = reversed(term);
      backward ??= backwards(all);
      backward.visitStartingWith(wanted.slice(0, term.length - half - 1), (name, number) => {
        if (isOneEdit(name, wanted)) found.add(number);
        return true;
      });
      return [...found];
    },
  };
}

function backwards(all: ReadonlyMap<string, number>): SortedNames<number> {
  const names = createSortedNames<number>();
  for (const [term, number] of all) names.add(reversed(term), number);
  return names;
}

/** A word that was cut out of a text keeps the whole text in memory. */
function copied(term: string): string {
  return Buffer.from(term).toString();
}

// By UTF-16 units, as the words are compared.
function reversed(term: string): string {
  let result = '';
  for (let at = term.length - 1; at >= 0; at -= 1) result += term[at];
  return result;
}

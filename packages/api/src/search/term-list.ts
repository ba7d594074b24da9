/** The terms of an index and where each stands. Terms that begin so, or that are one slip away, are found without looking at all of them. */
import { isOneEdit } from './one-edit.ts';
import { createSortedNames, type SortedNames } from './sorted-names.ts';

/** Where a term stands: per document one number, `slot * 256 + weight`, in order of slots. */
export interface Postings {
  entries: Uint32Array;
  length: number;
}

export interface TermList {
  add(term: string, entry: number): void;
  find(term: string): Postings | undefined;
  /** Of all terms that begin so. */
  startingWith(beginning: string): Postings[];
  /** Of all terms one slip away. */
  oneEditFrom(term: string): Postings[];
  /** Gives back the room that was kept for more. */
  trim(): void;
}

/** In shorter words a slip makes another word too easily. */
export const SHORTEST_FORGIVEN = 4;

export function createTermList(): TermList {
  const all = new Map<string, Postings>();
  const forward = createSortedNames<Postings>();
  // Made when somebody mistypes for the first time: it would be a tenth of the index.
  let backward: SortedNames<Postings> | null = null;
  return {
    add(term, entry) {
      let postings = all.get(term);
      if (postings === undefined) {
        postings = { entries: new Uint32Array(2), length: 0 };
        all.set(term, postings);
        forward.add(term, postings);
        backward?.add(reversed(term), postings);
      }
      append(postings, entry);
    },
    find: (term) => all.get(term),
    startingWith(beginning) {
      const found: Postings[] = [];
      forward.visitStartingWith(beginning, (_name, value) => found.push(value) > 0);
      return found;
    },
    oneEditFrom(term) {
      const found = new Set<Postings>();
      if (term.length < SHORTEST_FORGIVEN) return [];
      // One slip leaves the first half or the second half as it was.
      const half = term.length >>> 1;
      forward.visitStartingWith(term.slice(0, half - 1), (name, value) => {
        if (isOneEdit(name, term)) found.add(value);
        return true;
      });
      const wanted = reversed(term);
      backward ??= backwards(all);
      backward.visitStartingWith(wanted.slice(0, term.length - half - 1), (name, value) => {
        if (isOneEdit(name, wanted)) found.add(value);
        return true;
      });
      return [...found];
    },
    trim() {
      for (const postings of all.values()) {
        if (postings.length < postings.entries.length) {
          postings.entries = postings.entries.slice(0, postings.length);
        }
      }
    },
  };
}

function backwards(all: ReadonlyMap<string, Postings>): SortedNames<Postings> {
  const names = createSortedNames<Postings>();
  for (const [term, postings] of all) names.add(reversed(term), postings);
  return names;
}

function append(postings: Postings, entry: number): void {
  if (postings.length === postings.entries.length) {
    const larger = new Uint32Array(Math.ceil(postings.length * 1.5));
    larger.set(postings.entries);
    postings.entries = larger;
  }
  postings.entries[postings.length] = entry;
  postings.length += 1;
}

// By UTF-16 units, as the words are compared.
function reversed(term: string): string {
  let result = '';
  for (let at = term.length - 1; at >= 0; at -= 1) result += term[at];
  return result;
}

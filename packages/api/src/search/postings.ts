/**
 * Where terms stand: per term and document one number, `slot * 256 + weight`, in order of slots. What is there from the beginning lies in
 * one array, term after term: an array for each term would take several times as much memory. What comes later gathers beside it.
 */

/** A part of an array. */
export interface Run {
  entries: Uint32Array;
  start: number;
  /** Exclusive. */
  end: number;
}

export interface Postings {
  /** Term by number; documents come in the order of their slots. */
  add(term: number, slot: number, weight: number): void;
  /** All there is of a term; no slot is in two of them. */
  runsOf(term: number): Run[];
  /** What was added so far is all there is from the beginning. Left out, it is done when somebody asks. */
  settle(): void;
}

export function createPostings(): Postings {
  let log: PostingLog | null = createLog();
  let settled: Settled = { entries: new Uint32Array(0), starts: new Uint32Array(1) };
  const later = new Map<number, Run>();
  const settle = () => {
    if (log !== null) settled = sortedByTerm(log);
    log = null;
  };
  return {
    add(term, slot, weight) {
      if (log === null) append(later, term, slot * 256 + weight);
      else write(log, term, slot, weight);
    },
    runsOf(term) {
      settle();
      const runs: Run[] = [];
      const { entries, starts } = settled;
      const [start = 0, end = 0] = [starts[term], starts[term + 1]];
      if (start < end) runs.push({ entries, start, end });
      const added = later.get(term);
      if (added !== undefined) runs.push(added);
      return runs;
    },
    settle,
  };
}

interface Settled {
  entries: Uint32Array;
  /** By term; where the next one starts this one ends. */
  starts: Uint32Array;
}

/** In the order they came: `term * 256 + weight`, in pieces that are never moved. */
interface PostingLog {
  pieces: Uint32Array[];
  length: number;
  /** Of each document, in turn: its slot and where in the log it begins. */
  documents: number[];
  lastSlot: number;
  /** How many there are of each term. */
  counts: number[];
}

const PIECE_BITS = 16;
const PIECE = 1 << PIECE_BITS;

function createLog(): PostingLog {
  return { pieces: [], length: 0, documents: [], lastSlot: -1, counts: [] };
}

function write(log: PostingLog, term: number, slot: number, weight: number): void {
  if (slot !== log.lastSlot) {
    log.documents.push(slot, log.length);
    log.lastSlot = slot;
  }
  const at = log.length & (PIECE - 1);
  if (at === 0) log.pieces.push(new Uint32Array(PIECE));
  const piece = log.pieces[log.pieces.length - 1];
  if (piece !== undefined) piece[at] = term * 256 + weight;
  log.length += 1;
  while (log.counts.length <= term) log.counts.push(0);
  log.counts[term] = (log.counts[term] ?? 0) + 1;
}

function sortedByTerm({ pieces, length, documents, counts }: PostingLog): Settled {
  const starts = new Uint32Array(counts.length + 1);
  for (const [term, count] of counts.entries()) starts[term + 1] = (starts[term] ?? 0) + count;
  const entries = new Uint32Array(length);
  const places = starts.slice();
  for (let at = 0; at < documents.length; at += 2) {
    const slot = documents[at] ?? 0;
    const end = documents[at + 3] ?? length;
    for (let place = documents[at + 1] ?? 0; place < end; place += 1) {
      const written = pieces[place >>> PIECE_BITS]?.[place & (PIECE - 1)] ?? 0;
      const term = written >>> 8;
      const to = places[term] ?? 0;
      entries[to] = slot * 256 + (written & 0xff);
      places[term] = to + 1;
    }
  }
  return { entries, starts };
}

function append(later: Map<number, Run>, term: number, entry: number): void {
  const run = later.get(term) ?? { entries: new Uint32Array(2), start: 0, end: 0 };
  later.set(term, run);
  if (run.end === run.entries.length) {
    const larger = new Uint32Array(Math.ceil(run.end * 1.5));
    larger.set(run.entries);
    run.entries = larger;
  }
  run.entries[run.end] = entry;
  run.end += 1;
}

/** Documents that hold every term of a query, with how well they do (BM25). The inner loop of the search: plain numbers, no objects. */
import type { SearchQuery } from './read-search-query.ts';
import type { Run } from './postings.ts';
import type { TermList } from './term-list.ts';

/** A posting keeps its slot in 24 bits. */
export const MAX_SLOT = 0xff_ffff;

/** One place per slot, kept between queries and all zero between them. */
export interface Scratch {
  /** How many terms were found so far. */
  matched: Uint16Array;
  /** How many of them stand in a name. */
  named: Uint16Array;
  scores: Float32Array;
}

export interface Matchable {
  terms: TermList;
  lengths: readonly number[];
  /** Of all lengths together. */
  totalLength: number;
  scratch: Scratch;
  isAlive: (slot: number) => boolean;
}

export interface MatchOptions {
  forgiving: boolean;
  /** The best so many with all terms in a name and the best so many others. */
  limit: number;
}

export interface TermMatch {
  slot: number;
  /** All terms stand in its title or aliases. */
  named: boolean;
  score: number;
}

interface Member {
  run: Run;
  factor: number;
}

/** One term of the query: all postings that count as it. */
interface Group {
  size: number;
  members: Member[];
}

// The usual constants of BM25.
const K1 = 1.2;
const B = 0.75;
// A beginning or a slip says less than the word itself.
const BEGINNING = 0.7;
const SLIP = 0.5;

export function matchTerms(matchable: Matchable, query: SearchQuery, options: MatchOptions): TermMatch[] {
  const groups = query.terms.map((term) => groupOf(matchable.terms, term, query, options));
  if (groups.some(({ size }) => size === 0)) return [];
  groups.sort((a, b) => a.size - b.size);
  grow(matchable.scratch, matchable.lengths.length);
  const slots = firstSlots(matchable, groups);
  const found = best(matchable, slots, groups.length, options.limit);
  clear(matchable.scratch, slots);
  return found;
}

function groupOf(
  terms: TermList,
  term: string,
  { unfinished }: SearchQuery,
  { forgiving }: MatchOptions,
): Group {
  const members: Member[] = [];
  let size = 0;
  const take = (number: number, factor: number) => {
    for (const run of terms.postings.runsOf(number)) {
      members.push({ run, factor });
      size += run.end - run.start;
    }
  };
  const exact = terms.find(term);
  if (exact !== undefined) take(exact, 1);
  if (unfinished.has(term)) {
    for (const number of terms.startingWith(term)) if (number !== exact) take(number, BEGINNING);
  }
  if (forgiving) for (const number of terms.oneEditFrom(term)) take(number, SLIP);
  return { members, size };
}

/** Goes through the groups, rarest first; what it returns are the slots that were touched. */
function firstSlots(matchable: Matchable, groups: readonly Group[]): number[] {
  const { lengths, totalLength } = matchable;
  const average = Math.max(1, totalLength / Math.max(1, lengths.length));
  const slots: number[] = [];
  for (const [at, { members, size }] of groups.entries()) {
    const rarity = Math.log(1 + (lengths.length - size + 0.5) / (Math.min(size, lengths.length) + 0.5));
    for (const { run, factor } of members) {
      const weight = Math.max(rarity, 0.01) * factor;
      if (at === 0) takeAll(matchable, run, { at, weight, average }, slots);
      else if (slots.length * 32 < run.end - run.start)
        lookUp(matchable, run, { at, weight, average }, slots);
      else takeAll(matchable, run, { at, weight, average }, null);
    }
  }
  return slots;
}

interface Step {
  at: number;
  weight: number;
  average: number;
}

function takeAll(
  { scratch, lengths }: Matchable,
  { entries, start, end }: Run,
  step: Step,
  slots: number[] | null,
): void {
  const { matched, named, scores } = scratch;
  const { at, weight, average } = step;
  for (let i = start; i < end; i += 1) {
    const entry = entries[i] ?? 0;
    const slot = entry >>> 8;
    // Not in all groups before, or in this one by another member already.
    if (matched[slot] !== at) continue;
    matched[slot] = at + 1;
    named[slot] = (named[slot] ?? 0) + ((entry & 0x80) >>> 7);
    scores[slot] = (scores[slot] ?? 0) + weight * relevance(entry & 0x7f, (lengths[slot] ?? 0) / average);
    if (slots !== null) slots.push(slot);
  }
}

/** For a few slots in long postings. */
function lookUp(
  { scratch, lengths }: Matchable,
  { entries, start, end }: Run,
  step: Step,
  slots: readonly number[],
): void {
  const { matched, named, scores } = scratch;
  const { at, weight, average } = step;
  for (const slot of slots) {
    if (matched[slot] !== at) continue;
    let [low, high] = [start, end];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((entries[middle] ?? 0) >>> 8 < slot) low = middle + 1;
      else high = middle;
    }
    const entry = low < end ? (entries[low] ?? 0) : 0;
    if (low === end || entry >>> 8 !== slot) continue;
    matched[slot] = at + 1;
    named[slot] = (named[slot] ?? 0) + ((entry & 0x80) >>> 7);
    scores[slot] = (scores[slot] ?? 0) + weight * relevance(entry & 0x7f, (lengths[slot] ?? 0) / average);
  }
}

function relevance(frequency: number, relativeLength: number): number {
  return (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * relativeLength));
}

function best(
  { scratch, isAlive }: Matchable,
  slots: readonly number[],
  terms: number,
  limit: number,
): TermMatch[] {
  const named: number[] = [];
  const others: number[] = [];
  for (const slot of slots) {
    if (scratch.matched[slot] !== terms || !isAlive(slot)) continue;
    keepBest(scratch.named[slot] === terms ? named : others, slot, scratch.scores, limit);
  }
  const found: TermMatch[] = [];
  for (const slot of named) found.push({ slot, named: true, score: scratch.scores[slot] ?? 0 });
  for (const slot of others) found.push({ slot, named: false, score: scratch.scores[slot] ?? 0 });
  return found;
}

/** `kept` stays in order, best first; of equals the newest, which has the higher slot. */
function keepBest(kept: number[], slot: number, scores: Float32Array, limit: number): void {
  const score = scores[slot] ?? 0;
  const worst = kept[kept.length - 1];
  if (kept.length >= limit && worst !== undefined && (scores[worst] ?? 0) > score) return;
  let place = kept.length;
  while (place > 0 && (scores[kept[place - 1] ?? 0] ?? 0) <= score) place -= 1;
  // Most often it is the last one.
  if (place === kept.length) kept.push(slot);
  else kept.splice(place, 0, slot);
  if (kept.length > limit) kept.pop();
}

function grow(scratch: Scratch, slots: number): void {
  if (scratch.matched.length >= slots) return;
  const size = Math.max(1_024, slots * 2);
  scratch.matched = new Uint16Array(size);
  scratch.named = new Uint16Array(size);
  scratch.scores = new Float32Array(size);
}

function clear({ matched, named, scores }: Scratch, slots: readonly number[]): void {
  for (const slot of slots) {
    matched[slot] = 0;
    named[slot] = 0;
    scores[slot] = 0;
  }
}

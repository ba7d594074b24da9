/** What one community has of one kind, in memory and ready to be asked. A shard knows nothing of others, so nothing can leak out of it. */
import { termsOf } from './cut-terms.ts';
import { matchTerms, MAX_SLOT, type MatchOptions, type Scratch } from './match-terms.ts';
import { normalizeText } from './normalize-text.ts';
import type { SearchQuery } from './read-search-query.ts';
import { createSortedNames, type SortedNames } from './sorted-names.ts';
import type { SearchKind } from './table.ts';
import { createTermList, type TermList } from './term-list.ts';

/** What stays in memory of a document; its text is read when it is shown. */
export interface IndexedDocument {
  id: number;
  kind: SearchKind;
  subjectId: string;
  ownerId: string;
  slug: string;
  title: string;
  pinned: boolean;
  publishedAt: number;
}

export interface SearchText {
  aliases: readonly string[];
  body: string;
}

/** How a document answers a query; the lower comes first. */
export const TIERS = {
  TITLE_IS: 0,
  ALIAS_IS: 1,
  NAME_BEGINS: 2,
  IN_NAME: 3,
  IN_TEXT: 4,
  TYPO_IN_NAME: 5,
  TYPO_IN_TEXT: 6,
} as const;
export type Tier = (typeof TIERS)[keyof typeof TIERS];

export interface Match {
  document: IndexedDocument;
  tier: Tier;
  score: number;
}

export interface FindOptions extends MatchOptions {
  /** Whether what has this slug counts. */
  isWanted: (slug: string) => boolean;
}

export interface SearchShard {
  add(document: IndexedDocument, text: SearchText): void;
  /** When many were added: puts them in the order they are asked for. */
  settle(): void;
  /** Everything of one briefing or entry; how many documents that were. */
  removeOwner(ownerId: string): number;
  hasSlug(slug: string): boolean;
  /** In no order. With `forgiving` words may have a typo. */
  find(query: SearchQuery, options: FindOptions): Match[];
  /** Documents with all words in their title or aliases. In no order. */
  findNamed(query: SearchQuery, options: FindOptions): Match[];
  /** Documents whose title or alias begins so, in the order of those names. */
  named(
    beginning: string,
    limit: number,
    isWanted: (document: IndexedDocument) => boolean,
  ): IndexedDocument[];
  /** Pinned first, then newest first. */
  newest(): readonly IndexedDocument[];
}

// A match in a title says as much as four in a text, one in an alias as much as three.
const WEIGHTS = { title: 4, alias: 3, body: 1 };
const IN_NAME = 0x80;
const MOST_WEIGHT = 0x7f;
/** Of the names that begin as the query does, how many are looked at: enough to fill any page. */
const MANY_NAMES = 400;

export function createSearchShard(): SearchShard {
  const shard: ShardState = {
    documents: [],
    lengths: [],
    totalLength: 0,
    terms: createTermList(),
    nameTerms: createTermList(),
    names: createSortedNames<number>(),
    slotsOf: new Map(),
    slugs: new Map(),
    scratch: { matched: new Uint16Array(0), named: new Uint16Array(0), scores: new Float32Array(0) },
    weights: [],
    order: null,
  };
  return {
    add: (document, text) => addDocument(shard, document, text),
    settle() {
      shard.terms.postings.settle();
      shard.nameTerms.postings.settle();
    },
    removeOwner: (ownerId) => removeOwner(shard, ownerId),
    hasSlug: (slug) => (shard.slugs.get(slug) ?? 0) > 0,
    find(query, options) {
      const byWords = findByWords(shard, shard.terms, query, options);
      if (options.forgiving) return byWords;
      const found = new Map(byWords.map((match) => [match.document, match]));
      addByName(shard, query.key, { found, isWanted: options.isWanted });
      return [...found.values()];
    },
    findNamed(query, options) {
      return findByWords(shard, shard.nameTerms, query, options);
    },
    named(beginning, limit, isWanted) {
      const found = new Set<IndexedDocument>();
      visitNames(shard, beginning, (document) => {
        if (isWanted(document)) found.add(document);
        return found.size < limit;
      });
      return [...found];
    },
    newest() {
      shard.order ??= shard.documents.filter((document) => document !== undefined).sort(byNewest);
      return shard.order;
    },
  };
}

interface ShardState {
  /** By slot; a slot is not used again. */
  documents: (IndexedDocument | undefined)[];
  /** Terms of each document, by slot, and of all together. */
  lengths: number[];
  totalLength: number;
  terms: TermList;
  /** Of titles and aliases alone: what somebody types is looked up here with every letter. */
  nameTerms: TermList;
  /** Of titles twice the slot, of aliases one more: a number takes less room than an object. */
  names: SortedNames<number>;
  /** Of each owner; most have one. */
  slotsOf: Map<string, number | number[]>;
  /** How many documents have a slug. */
  slugs: Map<string, number>;
  scratch: Scratch;
  /** By term, of the document that is added: all zero between two of them. */
  weights: number[];
  order: IndexedDocument[] | null;
}

function addDocument(shard: ShardState, document: IndexedDocument, text: SearchText): void {
  const slot = shard.documents.length;
  if (slot > MAX_SLOT) throw new RangeError('A search index holds at most 16 million documents of a kind');
  shard.documents.push(document);
  const length = addTerms(shard, slot, document.title, text);
  shard.lengths.push(length);
  shard.totalLength += length;
  shard.names.add(normalizeText(document.title), slot * 2);
  for (const alias of text.aliases) shard.names.add(normalizeText(alias), slot * 2 + 1);
  const slots = shard.slotsOf.get(document.ownerId);
  if (slots === undefined) shard.slotsOf.set(document.ownerId, slot);
  else if (typeof slots === 'number') shard.slotsOf.set(document.ownerId, [slots, slot]);
  else slots.push(slot);
  shard.slugs.set(document.slug, (shard.slugs.get(document.slug) ?? 0) + 1);
  shard.order = null;
}

function removeOwner(shard: ShardState, ownerId: string): number {
  const known = shard.slotsOf.get(ownerId) ?? [];
  const slots = typeof known === 'number' ? [known] : known;
  for (const slot of slots) {
    const slug = shard.documents[slot]?.slug ?? '';
    shard.slugs.set(slug, (shard.slugs.get(slug) ?? 1) - 1);
    shard.documents[slot] = undefined;
  }
  shard.slotsOf.delete(ownerId);
  if (slots.length > 0) shard.order = null;
  return slots.length;
}

function findByWords(
  { documents, lengths, totalLength, scratch }: ShardState,
  terms: TermList,
  query: SearchQuery,
  { isWanted, forgiving, limit }: FindOptions,
): Match[] {
  const found: Match[] = [];
  const isAlive = (slot: number) => {
    const document = documents[slot];
    return document !== undefined && isWanted(document.slug);
  };
  const matchable = { terms, lengths, totalLength, scratch, isAlive };
  for (const { slot, named, score } of matchTerms(matchable, query, { forgiving, limit })) {
    const document = documents[slot];
    const exactly = named ? TIERS.IN_NAME : TIERS.IN_TEXT;
    const mistyped = named ? TIERS.TYPO_IN_NAME : TIERS.TYPO_IN_TEXT;
    if (document !== undefined) found.push({ document, tier: forgiving ? mistyped : exactly, score });
  }
  return found;
}

/** Relevance by words alone would bury an exact title in a large collection, so names are looked up on their own. */
function addByName(
  shard: ShardState,
  key: string,
  { found, isWanted }: { found: Map<IndexedDocument, Match>; isWanted: FindOptions['isWanted'] },
): void {
  let looked = 0;
  visitNames(shard, key, (document, name, alias) => {
    if (!isWanted(document.slug)) return true;
    const known = found.get(document);
    const exactly = alias ? TIERS.ALIAS_IS : TIERS.TITLE_IS;
    const tier = name === key ? exactly : TIERS.NAME_BEGINS;
    if (known === undefined || tier < known.tier) {
      found.set(document, { document, tier, score: known?.score ?? 0 });
    }
    looked += 1;
    return looked < MANY_NAMES;
  });
}

function visitNames(
  { documents, names }: ShardState,
  beginning: string,
  visit: (document: IndexedDocument, name: string, alias: boolean) => boolean,
): void {
  names.visitStartingWith(beginning, (name, value) => {
    const document = documents[value >>> 1];
    return document === undefined || visit(document, name, (value & 1) === 1);
  });
}

export function byNewest(a: IndexedDocument, b: IndexedDocument): number {
  return Number(b.pinned) - Number(a.pinned) || b.publishedAt - a.publishedAt || b.id - a.id;
}

/** How many terms the document has. */
function addTerms(
  { terms, nameTerms, weights }: ShardState,
  slot: number,
  title: string,
  { aliases, body }: SearchText,
): number {
  const names = new Set<string>();
  const found: number[] = [];
  let length = 0;
  const count = (text: string, weight: number, isName: boolean) => {
    for (const term of termsOf(text)) {
      length += 1;
      if (isName) names.add(term);
      const number = terms.numberOf(term);
      const before = weights[number] ?? 0;
      if (before === 0) found.push(number);
      const sum = Math.min((before & MOST_WEIGHT) + weight, MOST_WEIGHT);
      weights[number] = sum | (before & IN_NAME) | (isName ? IN_NAME : 0);
    }
  };
  count(title, WEIGHTS.title, true);
  for (const alias of aliases) count(alias, WEIGHTS.alias, true);
  count(body, WEIGHTS.body, false);
  for (const name of names) {
    nameTerms.postings.add(nameTerms.numberOf(name), slot, weights[terms.numberOf(name)] ?? 0);
  }
  for (const number of found) {
    terms.postings.add(number, slot, weights[number] ?? 0);
    weights[number] = 0;
  }
  return length;
}

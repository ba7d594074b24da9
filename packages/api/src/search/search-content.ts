/** Finds published briefings, sections, claims and FAQ entries by words, as somebody of a community (null: of none) sees them. */
import type { Database } from '../database/client.ts';
import type { Wanted } from './find-highlights.ts';
import { makeExcerpt, type TextExcerpt } from './make-excerpt.ts';
import { listPopular, type PopularDocument } from './list-popular.ts';
import { nearness } from './rank-mistyped.ts';
import { readSearchQuery, type SearchQuery } from './read-search-query.ts';
import { readSearchTexts, visibleShards, type VisibleShard } from './search-index.ts';
import {
  byNewest,
  TIERS,
  type FindOptions,
  type IndexedDocument,
  type Match,
  type SearchShard,
} from './search-shard.ts';
import type { SearchKind } from './table.ts';

export interface SearchHit {
  kind: SearchKind;
  /** Of the briefing or entry; of the section or claim within its briefing. */
  subjectId: string;
  /** Of the briefing or entry it is part of, and its slug. */
  ownerId: string;
  slug: string;
  title: string;
  /** Of an FAQ entry: other wordings of its question. */
  aliases: readonly string[];
  excerpt: TextExcerpt;
  /** What it was found by. */
  wanted: Wanted;
}

/** Text without a word in it finds what is pinned, then what helped most, then what is newest. */
export async function searchContent(
  db: Database,
  communityId: string | null,
  { query: text, kinds, limit }: { query: string; kinds: readonly SearchKind[]; limit: number },
): Promise<SearchHit[]> {
  const query = readSearchQuery(text);
  if (query === null) {
    const found = await unaskedFor(db, communityId, { kinds, limit });
    return hitsOf(found, await textsOf(db, found), { query, mistyped: false });
  }
  const matches = bestMatches(await visibleShards(db, communityId, kinds), query, limit);
  const mistyped = matches.some(({ tier }) => tier >= TIERS.TYPO_IN_NAME);
  const found = matches.map(({ document }) => document).slice(0, mistyped ? MOST_MISTYPED : limit);
  const texts = await textsOf(db, found);
  const ranked = mistyped ? byNearness(found, texts, query).slice(0, limit) : found;
  return hitsOf(ranked, texts, { query, mistyped });
}

/** Of what was found by words with a slip, so many are looked at for whole names: enough to fill any page. */
const MOST_MISTYPED = 100;

type Texts = Awaited<ReturnType<typeof readSearchTexts>>;

async function textsOf(db: Database, found: readonly IndexedDocument[]): Promise<Texts> {
  return readSearchTexts(
    db,
    found.map(({ id }) => id),
  );
}

/** Those as near stay in the order they are in. */
function byNearness(
  found: readonly IndexedDocument[],
  texts: Texts,
  { key }: SearchQuery,
): IndexedDocument[] {
  const near = new Map(
    found.map(({ id, title }) => [id, nearness(key, { title, aliases: texts.get(id)?.aliases ?? [] })]),
  );
  return found.toSorted((a, b) => (near.get(a.id) ?? 0) - (near.get(b.id) ?? 0));
}

function hitsOf(found: readonly IndexedDocument[], texts: Texts, wanted: Wanted): SearchHit[] {
  return found.flatMap(({ id, kind, subjectId, ownerId, slug, title }) => {
    const text = texts.get(id);
    // Published anew between the two looks.
    if (text === undefined) return [];
    const { body, aliases } = text;
    const excerpt = makeExcerpt(body, wanted);
    return [{ kind, subjectId, ownerId, slug, title, aliases, excerpt, wanted }];
  });
}

/** Titles that begin so, in their order; then whatever has the words in its title. While nothing is typed: pinned, then what helped most, then newest. */
export async function completeTitle(
  db: Database,
  communityId: string | null,
  { beginning, kind, limit }: { beginning: string; kind: SearchKind; limit: number },
): Promise<IndexedDocument[]> {
  const query = readSearchQuery(beginning);
  if (query === null) return unaskedFor(db, communityId, { kinds: [kind], limit });
  const visible = await visibleShards(db, communityId, [kind]);
  const named = visible.flatMap(({ shard, isWanted }) =>
    shard.named(query.key, limit, ({ slug }) => isWanted(slug)),
  );
  if (named.length >= limit) return named.slice(0, limit);
  const found = new Set(named);
  for (const { document } of forgivingly(visible, (shard, { forgiving, isWanted }) =>
    shard.findNamed(query, { forgiving, isWanted, limit }),
  )) {
    if (found.size >= limit) break;
    found.add(document);
  }
  return [...found];
}

interface RankedMatch extends Match {
  /** Of the community that asks, beside the library. */
  own: boolean;
}

function bestMatches(visible: readonly VisibleShard[], query: SearchQuery, limit: number): Match[] {
  return forgivingly(visible, (shard, options) =>
    shard.find(query, { ...options, limit: options.forgiving ? MOST_MISTYPED : limit }),
  );
}

/** Best first. Words with a typo count only where nothing has them as they are. */
function forgivingly(
  visible: readonly VisibleShard[],
  find: (shard: SearchShard, options: Pick<FindOptions, 'forgiving' | 'isWanted'>) => Match[],
): RankedMatch[] {
  const matches = (forgiving: boolean) => {
    const found: RankedMatch[] = [];
    for (const { shard, isOwn: own, isWanted } of visible) {
      for (const { document, tier, score } of find(shard, { forgiving, isWanted })) {
        found.push({ document, tier, score, own });
      }
    }
    return found;
  };
  const exact = matches(false);
  return (exact.length > 0 ? exact : matches(true)).sort(byRank);
}

/** A community's own wins over the library's of the same name, whether that is a title or an alias. */
function byRank(a: RankedMatch, b: RankedMatch): number {
  const [aNamed, bNamed] = [a.tier <= TIERS.ALIAS_IS, b.tier <= TIERS.ALIAS_IS];
  if (aNamed && bNamed && a.own !== b.own) return a.own ? -1 : 1;
  return a.tier - b.tier || b.score - a.score || byNewest(a.document, b.document);
}

/** Briefings are not voted on: they stand between what helped and what did not. */
async function unaskedFor(
  db: Database,
  communityId: string | null,
  { kinds, limit }: { kinds: readonly SearchKind[]; limit: number },
): Promise<IndexedDocument[]> {
  const others = kinds.filter((kind) => kind !== 'FAQ_ENTRY');
  const entries = kinds.includes('FAQ_ENTRY') ? await listPopular(db, communityId, limit) : [];
  const visible = others.length === 0 ? [] : await visibleShards(db, communityId, others);
  return [
    ...entries,
    ...visible
      .flatMap(({ shard, isWanted }) => firstVisible(shard.newest(), isWanted, limit))
      .map((document) => ({ ...document, popularity: 0 })),
  ]
    .toSorted(byPopularity)
    .slice(0, limit);
}

function byPopularity(a: PopularDocument, b: PopularDocument): number {
  return Number(b.pinned) - Number(a.pinned) || b.popularity - a.popularity || byNewest(a, b);
}

function firstVisible(
  documents: readonly IndexedDocument[],
  isWanted: (slug: string) => boolean,
  limit: number,
): IndexedDocument[] {
  const found: IndexedDocument[] = [];
  for (const document of documents) {
    if (found.length >= limit) break;
    if (isWanted(document.slug)) found.push(document);
  }
  return found;
}

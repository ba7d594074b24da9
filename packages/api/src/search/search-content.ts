/** Finds published briefings and FAQ entries by words, as somebody of a community (null: of none) sees them. */
import { and, asc, desc, eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm';
import { LIBRARY_ID, visibleCommunities } from '../communities/library.ts';
import type { Database } from '../database/client.ts';
import { faqAliases } from '../faq/table.ts';
import { makeExcerpt, type TextExcerpt } from './make-excerpt.ts';
import { readSearchQuery, type SearchQuery } from './match-query.ts';
import { rankHits, type Rankable } from './rank-hits.ts';
import { searchDocuments, type SearchKind } from './table.ts';

export interface SearchHit {
  kind: SearchKind;
  /** Of the briefing or entry. */
  subjectId: string;
  slug: string;
  title: string;
  excerpt: TextExcerpt;
}

type Candidate = Rankable & Omit<SearchHit, 'excerpt'> & { body: string };

/** Text without a word in it finds what is pinned, then what is newest. */
export async function searchContent(
  db: Database,
  communityId: string | null,
  { query: text, kinds, limit }: { query: string; kinds: readonly SearchKind[]; limit: number },
): Promise<SearchHit[]> {
  if (kinds.length === 0) return [];
  const visible = visibleDocuments(visibleCommunities(communityId), kinds);
  const query = readSearchQuery(text);
  const found = query === null ? await newest(db, visible, limit) : await best(db, visible, query, limit);
  return found.map(({ kind, subjectId, slug, title, body }) => ({
    kind,
    subjectId,
    slug,
    title,
    excerpt: makeExcerpt(body, query?.words ?? []),
  }));
}

/** Relevance by words alone would bury an exact title in a large collection, so titles and aliases are looked up on their own. */
async function best(
  db: Database,
  visible: SQL | undefined,
  query: SearchQuery,
  limit: number,
): Promise<Candidate[]> {
  const found = [
    ...(await byTitle(db, visible, query, limit)),
    ...(await byAlias(db, visible, query, limit)),
    ...(await byWords(db, visible, query, Math.max(50, limit))),
  ];
  return rankHits(found, query).slice(0, limit);
}

const columns = {
  id: searchDocuments.id,
  kind: searchDocuments.kind,
  subjectId: searchDocuments.subjectId,
  slug: searchDocuments.slug,
  title: searchDocuments.title,
  titleKey: searchDocuments.titleKey,
  aliases: searchDocuments.aliases,
  body: searchDocuments.body,
  pinned: searchDocuments.pinned,
  publishedAt: searchDocuments.publishedAt,
  bm25: sql<number | null>`null`,
};

// The last character of Unicode: no key that begins with the query sorts after it.
const END = '\u{10FFFF}';

function byTitle(
  db: Database,
  visible: SQL | undefined,
  { key }: SearchQuery,
  limit: number,
): Promise<Candidate[]> {
  return db.orm
    .select(columns)
    .from(searchDocuments)
    .where(and(visible, gte(searchDocuments.titleKey, key), lt(searchDocuments.titleKey, `${key}${END}`)))
    .orderBy(asc(searchDocuments.titleKey), asc(searchDocuments.id))
    .limit(limit);
}

function byAlias(
  db: Database,
  visible: SQL | undefined,
  { key }: SearchQuery,
  limit: number,
): Promise<Candidate[]> {
  return db.orm
    .select(columns)
    .from(faqAliases)
    .innerJoin(
      searchDocuments,
      and(eq(searchDocuments.kind, 'FAQ_ENTRY'), eq(searchDocuments.subjectId, faqAliases.entryId)),
    )
    .where(and(visible, gte(faqAliases.aliasKey, key), lt(faqAliases.aliasKey, `${key}${END}`)))
    .orderBy(asc(faqAliases.aliasKey))
    .limit(limit);
}

function byWords(
  db: Database,
  visible: SQL | undefined,
  { match }: SearchQuery,
  limit: number,
): Promise<Candidate[]> {
  // A word in the title weighs ten times one in the body.
  const bm25 = sql<number>`bm25(search_index, 10, 8, 1)`;
  return db.orm
    .select({ ...columns, bm25 })
    .from(searchDocuments)
    .innerJoin(sql`search_index`, sql`search_index.rowid = ${searchDocuments.id}`)
    .where(and(sql`search_index match ${match}`, visible))
    .orderBy(bm25, asc(searchDocuments.id))
    .limit(limit);
}

function newest(db: Database, visible: SQL | undefined, limit: number): Promise<Candidate[]> {
  return db.orm
    .select(columns)
    .from(searchDocuments)
    .where(visible)
    .orderBy(desc(searchDocuments.pinned), desc(searchDocuments.publishedAt), desc(searchDocuments.id))
    .limit(limit);
}

function visibleDocuments(communities: readonly string[], kinds: readonly SearchKind[]): SQL | undefined {
  const own = communities.find((community) => community !== LIBRARY_ID);
  return and(
    inArray(searchDocuments.communityId, [...communities]),
    inArray(searchDocuments.kind, [...kinds]),
    own === undefined
      ? undefined
      : sql`not (${searchDocuments.communityId} = ${LIBRARY_ID} and exists (
          select 1 from ${searchDocuments} as own
          where own.community_id = ${own} and own.kind = ${searchDocuments.kind} and own.slug = ${searchDocuments.slug}))`,
  );
}

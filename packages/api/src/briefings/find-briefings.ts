/** Published briefings, as somebody of a community (null: of none) sees them: the library's and their own. */
import { and, desc, eq, exists, inArray, lte, notInArray, sql } from 'drizzle-orm';
import { visibleCommunities } from '../communities/library.ts';
import type { Database, Orm } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import { topics } from '../topics/table.ts';
import type { Provenance } from './compose-draft.ts';
import type { ReadableRevision } from './document-cache.ts';
import { loadRevisions } from './load-revisions.ts';
import { briefingNotHidden } from '../communities/not-hidden.ts';
import { notShadowed } from '../communities/not-shadowed.ts';
import type { ReadableDocument } from './readable-document.ts';
import { availabilityOf } from './status.ts';
import { readBySlug } from './read-by-slug.ts';
import { briefings, briefingTopics, revisions } from './table.ts';

export interface PublishedBriefing {
  id: string;
  communityId: string;
  slug: string;
  revisionId: string;
  revision: number;
  /** First publication of the briefing, and publication of this revision. */
  publishedAt: Date;
  updatedAt: Date;
  document: ReadableDocument;
  wordCount: number;
  provenance: Provenance;
}

export type FoundBriefing =
  | { availability: 'READY'; briefing: PublishedBriefing }
  | { availability: 'COMPOSING'; slug: string }
  | {
      availability: 'WITHDRAWN';
      slug: string;
      reason: string;
      withdrawnAt: Date;
      /** The last revision that readers had. */
      revisionId: string | null;
    };

/** The columns that find a published briefing and its place in lists. */
export interface BriefingPointer {
  publishedAt: Date | null;
  publishedRevisionId: string | null;
}

export const pointerColumns = {
  publishedAt: briefings.publishedAt,
  publishedRevisionId: briefings.publishedRevisionId,
};

/** An earlier revision that readers were given: by its number, or the one they had at an instant. */
export type EarlierRevision = { number: number } | { at: Date };

/** What is to be had under a slug: published wins over withdrawn, withdrawn over being written; the community's own over the library's. */
export async function findBriefing(
  db: Database,
  communityId: string | null,
  slug: string,
  earlier: EarlierRevision | null = null,
): Promise<FoundBriefing> {
  const communities = visibleCommunities(communityId);
  const rows = await readBySlug(db, communities, slug);
  const withAvailability = rows.map((row) => ({ row, availability: availabilityOf(row.status) }));
  const order = ['READY', 'WITHDRAWN', 'COMPOSING'] as const;
  const [found] = order.flatMap((wanted) =>
    withAvailability.filter(({ availability }) => availability === wanted),
  );
  if (found === undefined)
    throw new NotFoundError(
      `There is no briefing "${slug.slice(0, 100)}": "briefings" lists them, "search" finds one by its words`,
      ['slug'],
    );
  const { row, availability } = found;
  if (availability === 'READY') {
    const [briefing] = await loadPublished(db, [earlier === null ? row : await atRevision(db, row, earlier)]);
    if (briefing !== undefined) return { availability, briefing };
    if (earlier !== null) throw noSuchRevision(row.slug, earlier);
  }
  return availability === 'WITHDRAWN'
    ? {
        availability,
        slug: row.slug,
        reason: row.withdrawnReason ?? '',
        withdrawnAt: row.withdrawnAt ?? new Date(0),
        revisionId: row.publishedRevisionId,
      }
    : { availability: 'COMPOSING', slug: row.slug };
}

/** A permalink opens what readers were given once, nothing else: drafts and redacted revisions are not there for them. */
async function atRevision(
  db: Database,
  row: BriefingPointer & { id: string },
  earlier: EarlierRevision,
): Promise<BriefingPointer> {
  const which =
    'number' in earlier ? eq(revisions.number, earlier.number) : lte(revisions.publishedAt, earlier.at);
  const [found] = await db.orm
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.briefingId, row.id), which))
    .orderBy(desc(revisions.publishedAt), desc(revisions.number))
    .limit(1);
  return { ...row, publishedRevisionId: found?.id ?? null };
}

function noSuchRevision(slug: string, earlier: EarlierRevision): NotFoundError {
  return 'number' in earlier
    ? new NotFoundError(`Readers have no revision ${earlier.number} of "${slug}"`, ['revision'])
    : new NotFoundError(`Readers had nothing of "${slug}" at ${earlier.at.toISOString()}`, ['at']);
}

export async function findBriefingById(
  db: Database,
  communityId: string | null,
  id: string,
): Promise<PublishedBriefing | null> {
  return (await findBriefingsByIds(db, communityId, [id])).get(id) ?? null;
}

/** Those of these that are published and visible. */
export async function findBriefingsByIds(
  db: Database,
  communityId: string | null,
  ids: readonly string[],
): Promise<Map<string, PublishedBriefing>> {
  if (ids.length === 0) return new Map();
  const rows = await db.orm
    .select(pointerColumns)
    .from(briefings)
    .where(
      and(
        inArray(briefings.id, [...ids]),
        eq(briefings.status, 'PUBLISHED'),
        inArray(briefings.communityId, visibleCommunities(communityId)),
        communityId === null ? undefined : briefingNotHidden(briefings, communityId),
      ),
    );
  return new Map((await loadPublished(db, rows)).map((briefing) => [briefing.id, briefing]));
}

/**
 * Frozen revisions, as editions hold them, each for the community that is to read it, in the order asked. Null: nobody there is to read it
 * any more, because the briefing was withdrawn, or is hidden there. A later revision is no reason.
 */
export async function findFrozen(
  db: Database,
  asked: readonly { communityId: string; revisionId: string }[],
): Promise<(PublishedBriefing | null)[]> {
  if (asked.length === 0) return [];
  const item = sql`json_each(${JSON.stringify(asked)}) as asked`;
  const rows = await db.orm
    .select({ ...pointerColumns, publishedRevisionId: revisions.id, at: sql<number>`asked.key` })
    .from(item)
    .innerJoin(revisions, eq(revisions.id, sql`asked.value ->> '$.revisionId'`))
    .innerJoin(briefings, eq(briefings.id, revisions.briefingId))
    .where(
      and(
        eq(briefings.status, 'PUBLISHED'),
        briefingNotHidden(briefings, sql`asked.value ->> '$.communityId'`),
      ),
    );
  const loaded = new Map((await loadPublished(db, rows)).map((briefing) => [briefing.revisionId, briefing]));
  const readable = new Set(rows.map(({ at }) => at));
  return asked.map(({ revisionId }, at) => (readable.has(at) ? (loaded.get(revisionId) ?? null) : null));
}

/**
 * The newest published briefings of a community's digest: with one of the topics (slugs; none: any), without revisions it has had.
 */
export async function newestPublished(
  db: Database,
  options: {
    communityId: string;
    topics: readonly string[];
    excludeRevisionIds: readonly string[];
    limit: number;
  },
): Promise<PublishedBriefing[]> {
  const communities = visibleCommunities(options.communityId);
  const { topics: slugs, excludeRevisionIds } = options;
  const rows = await db.orm
    .select(pointerColumns)
    .from(briefings)
    .where(
      and(
        inArray(briefings.communityId, communities),
        eq(briefings.status, 'PUBLISHED'),
        notShadowed(briefings, communities),
        briefingNotHidden(briefings, options.communityId),
        slugs.length === 0 ? undefined : exists(withTopic(db.orm, communities, slugs)),
        excludeRevisionIds.length === 0
          ? undefined
          : notInArray(briefings.publishedRevisionId, [...excludeRevisionIds]),
      ),
    )
    .orderBy(desc(briefings.publishedAt), desc(briefings.id))
    .limit(options.limit);
  return loadPublished(db, rows);
}

/** For `exists`: the topic of one of these slugs on the briefing of the outer query. */
export function withTopic(orm: Orm, communities: readonly string[], slugs: readonly string[]) {
  return orm
    .select({ one: sql`1` })
    .from(briefingTopics)
    .innerJoin(topics, eq(topics.id, briefingTopics.topicId))
    .where(
      and(
        eq(briefingTopics.briefingId, briefings.id),
        inArray(topics.slug, [...slugs]),
        inArray(topics.communityId, [...communities]),
      ),
    );
}

/** The briefings of these rows in their order, with the documents they point at. */
export async function loadPublished(
  db: Database,
  rows: readonly BriefingPointer[],
): Promise<PublishedBriefing[]> {
  const loaded = await loadRevisions(
    db,
    rows.flatMap(({ publishedRevisionId }) => publishedRevisionId ?? []),
  );
  return rows.flatMap((row) => {
    const revision = row.publishedRevisionId === null ? undefined : loaded.get(row.publishedRevisionId);
    return revision === undefined ? [] : [publishedBriefing(row, revision)];
  });
}

const known = new WeakMap<ReadableRevision, PublishedBriefing>();

/** Made once per revision: what is asked again is the same object. */
function publishedBriefing({ publishedAt }: BriefingPointer, revision: ReadableRevision): PublishedBriefing {
  const earlier = known.get(revision);
  if (earlier !== undefined && earlier.publishedAt.getTime() === publishedAt?.getTime()) return earlier;
  const briefing = {
    id: revision.briefingId,
    communityId: revision.communityId,
    slug: revision.slug,
    revisionId: revision.revisionId,
    revision: revision.number,
    publishedAt: publishedAt ?? revision.publishedAt,
    updatedAt: revision.publishedAt,
    document: revision.document,
    wordCount: revision.wordCount,
    provenance: revision.provenance,
  };
  known.set(revision, briefing);
  return briefing;
}

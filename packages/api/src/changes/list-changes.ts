/** The change feed, as somebody of a community (null: of none) sees it: the library's changes and their own. */
import { and, asc, desc, eq, gt, inArray, type SQL } from 'drizzle-orm';
import { visibleCommunities } from '../communities/library.ts';
import { briefingNotHidden, entryNotHidden } from '../communities/not-hidden.ts';
import type { Database } from '../database/client.ts';
import { changes, type ChangeKind } from './table.ts';

export type Change = typeof changes.$inferSelect;

/** What a cursor of the feed holds: the id of the last change that was seen; 0 before the first. */
export type ChangeKey = readonly [id: number];
export const BEFORE_EVERYTHING: ChangeKey = [0];

export interface ChangePage {
  /** None: every kind. */
  kinds: readonly ChangeKind[];
  after: ChangeKey;
  limit: number;
}

/** Up to `limit` changes after a place in the feed, the oldest first. */
export async function listChanges(
  db: Database,
  communityId: string | null,
  { kinds, after, limit }: ChangePage,
): Promise<Change[]> {
  // One query each: in one for both the index could not keep the order.
  const lists = await Promise.all(
    visibleCommunities(communityId).map((community) =>
      db.orm
        .select()
        .from(changes)
        .where(
          and(
            eq(changes.communityId, community),
            gt(changes.id, after[0]),
            kinds.length === 0 ? undefined : inArray(changes.kind, [...kinds]),
            communityId === null || community === communityId ? undefined : notHidden(communityId),
          ),
        )
        .orderBy(asc(changes.id))
        .limit(limit),
    ),
  );
  return lists
    .flat()
    .toSorted((one, other) => one.id - other.id)
    .slice(0, limit);
}

/** A community is not told of what it does not show. What is withdrawn has no topics any more, and is told. */
function notHidden(own: string): SQL | undefined {
  const subject = { id: changes.subjectId, communityId: changes.communityId };
  return and(briefingNotHidden(subject, own), entryNotHidden(subject, own));
}

/** Null: it is about no single piece of content. */
export function subjectOf({ kind, subjectId, slug }: Change): ChangeSubject | null {
  if (kind === 'VISIBILITY_CHANGED') return null;
  return { type: kind.startsWith('BRIEFING_') ? 'Briefing' : 'FaqEntry', id: subjectId, slug };
}

export interface ChangeSubject {
  type: 'Briefing' | 'FaqEntry';
  id: string;
  slug: string;
}

/** Where the feed ends now for this community. */
export async function findFeedEnd(db: Database, communityId: string | null): Promise<ChangeKey> {
  const ends = await Promise.all(
    visibleCommunities(communityId).map((community) =>
      db.orm
        .select({ id: changes.id })
        .from(changes)
        .where(eq(changes.communityId, community))
        .orderBy(desc(changes.id))
        .limit(1),
    ),
  );
  return [Math.max(0, ...ends.flat().map(({ id }) => id))];
}

export function changeKey({ id }: Change): ChangeKey {
  return [id];
}

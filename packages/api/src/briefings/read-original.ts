/** What a translation translates, as a translator refers to it. */
import { and, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database } from '../database/client.ts';
import { InvalidInputError, NotFoundError } from '../domain-errors.ts';
import type { BriefingName } from './read-head.ts';
import { briefings, revisions } from './table.ts';

interface Original {
  id: string;
  /** Number of its latest revision, and of the one that readers have; null: they have none. */
  latest: number;
  published: number | null;
}

/** A translation of a translation translates the original. */
export async function readOriginal(db: Database, { communityId, slug }: BriefingName): Promise<Original> {
  const [named] = await db.orm
    .select({ id: briefings.id, translationOf: briefings.translationOf })
    .from(briefings)
    .where(and(eq(briefings.communityId, communityId), eq(briefings.slug, slug)));
  if (named === undefined) {
    throw new NotFoundError(`There is no briefing "${slug.slice(0, 100)}" to translate`, ['translationOf']);
  }
  return readOriginalById(db, named.translationOf ?? named.id);
}

const publishedRevision = alias(revisions, 'published_revision');

export async function readOriginalById(db: Database, id: string): Promise<Original> {
  const [original] = await db.orm
    .select({ id: briefings.id, latest: revisions.number, published: publishedRevision.number })
    .from(briefings)
    .innerJoin(revisions, eq(revisions.id, briefings.headRevisionId))
    .leftJoin(publishedRevision, eq(publishedRevision.id, briefings.publishedRevisionId))
    .where(eq(briefings.id, id));
  if (original === undefined) throw new NotFoundError('What it translates is gone', ['translationOf']);
  return original;
}

/** Which revision was translated: the one that is named, else what readers have, else the latest draft. */
export function translatedRevisionOf({ latest, published }: Original, wanted: number | null): number {
  if (wanted === null) return published ?? latest;
  if (wanted >= 1 && wanted <= latest) return wanted;
  throw new InvalidInputError(
    `"translatedRevision" must be a revision of the original, 1 to ${latest}, not ${wanted}`,
    ['translatedRevision'],
  );
}

/** The briefing an FAQ entry is bound to, with the document its section is found in. */
import { and, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { BriefingDocument } from '../briefings/document.ts';
import { availabilityOf } from '../briefings/status.ts';
import { briefings, revisions } from '../briefings/table.ts';
import type { Database, WriteStatement } from '../database/client.ts';
import { assertThat } from '../database/write-set.ts';
import { ConflictError, NotFoundError } from '../domain-errors.ts';

export interface Binding {
  id: string;
  document: BriefingDocument;
  /** The revision of `document`. */
  revisionId: string;
  status: 'PUBLISHED' | 'HEAD';
}

const published = alias(revisions, 'published_revision');

/** For a draft what editors work on; for what readers have only what they have of the briefing too. */
export async function readBinding(
  db: Database,
  name: { id: string } | { communityId: string; slug: string },
  status: Binding['status'],
): Promise<Binding> {
  const [found] = await db.orm
    .select({ briefing: briefings, head: revisions, published })
    .from(briefings)
    .innerJoin(revisions, eq(revisions.id, briefings.headRevisionId))
    .leftJoin(published, eq(published.id, briefings.publishedRevisionId))
    .where(
      'id' in name
        ? eq(briefings.id, name.id)
        : and(eq(briefings.communityId, name.communityId), eq(briefings.slug, name.slug)),
    );
  if (found === undefined) {
    const asked = 'slug' in name ? ` "${name.slug.slice(0, 100)}"` : '';
    throw new NotFoundError(`There is no briefing${asked} to bind the entry to`, ['briefing']);
  }
  const { briefing, head } = found;
  const revision = status === 'HEAD' ? head : found.published;
  if (revision === null || (status === 'PUBLISHED' && briefing.status !== 'PUBLISHED')) {
    const advice =
      availabilityOf(briefing.status) === 'WITHDRAWN'
        ? 'was withdrawn: bind the entry to another one, or to none'
        : 'is not published: publish that, and the entry with it';
    throw new ConflictError(`The briefing "${briefing.slug}" that the FAQ entry is bound to ${advice}`, [
      'briefing',
    ]);
  }
  return { id: briefing.id, document: revision.document, revisionId: revision.id, status };
}

/** Readers of an entry are led to its briefing, and its section is compared with what is published: both must be so still. */
export function assertBinding(binding: Binding | null): WriteStatement[] {
  if (binding === null || binding.status === 'HEAD') return [];
  const { id, revisionId } = binding;
  return [
    assertThat(
      'briefing is published',
      sql`exists (select 1 from ${briefings} where ${briefings.id} = ${id} and ${briefings.status} = 'PUBLISHED'
        and ${briefings.publishedRevisionId} = ${revisionId})`,
    ),
  ];
}

import { sql } from 'drizzle-orm';
import { briefingNotHidden } from '../communities/not-hidden.ts';
import type { Database, Orm } from '../database/client.ts';
import type { BriefingStatus } from './status.ts';

export interface FoundRow {
  id: string;
  slug: string;
  status: BriefingStatus;
  publishedAt: Date | null;
  publishedRevisionId: string | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
}

type Tuple = [
  id: string,
  status: BriefingStatus,
  publishedAt: number | null,
  publishedRevisionId: string | null,
  withdrawnAt: number | null,
  withdrawnReason: string | null,
];

/** What these communities (one or two) have under a slug, in their order; of the second what the first does not hide. */
export async function readBySlug(
  db: Database,
  communities: readonly string[],
  slug: string,
): Promise<FoundRow[]> {
  const [first = '', second] = communities;
  const rows =
    second === undefined
      ? await db.once(ofOne)({ slug, first })
      : await db.once(ofTwo)({ slug, first, second });
  return rows.map(([id, status, publishedAt, publishedRevisionId, withdrawnAt, withdrawnReason]) => ({
    id,
    slug,
    status,
    publishedAt: instant(publishedAt),
    publishedRevisionId,
    withdrawnAt: instant(withdrawnAt),
    withdrawnReason,
  }));
}

function ofOne(_orm: Orm, db: Database) {
  return db.tuples<Tuple>(arm('first'));
}

/** One arm each: for several communities in one condition SQLite takes five times as long. */
function ofTwo(_orm: Orm, db: Database) {
  const notHidden = briefingNotHidden(
    { id: sql`briefings.id`, communityId: sql`briefings.community_id` },
    sql.placeholder('first'),
  );
  return db.tuples<Tuple>(sql`${arm('first')} union all ${arm('second')} and ${notHidden}`);
}

function arm(community: string) {
  return sql`select id, status, published_at, published_revision_id, withdrawn_at, withdrawn_reason from briefings
    where community_id = ${sql.placeholder(community)} and slug = ${sql.placeholder('slug')}`;
}

function instant(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}

/** Published FAQ entries, as somebody of a community (null: of none) sees them: the library's and their own. */
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { LIBRARY_ID, visibleCommunities } from '../communities/library.ts';
import { entryNotHidden } from '../communities/not-hidden.ts';
import type { Database } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import { ObsoleteEntryError } from './errors.ts';
import { faqEntries } from './table.ts';

export type FaqEntry = typeof faqEntries.$inferSelect & {
  /** When it was, or is to be, as it is said here; missing: now. */
  asOf?: Date;
};

export async function findEntry(db: Database, communityId: string | null, slug: string): Promise<FaqEntry> {
  const communities = visibleCommunities(communityId);
  const rows = await db.orm
    .select()
    .from(faqEntries)
    .where(
      and(
        eq(faqEntries.slug, slug),
        eq(faqEntries.status, 'PUBLISHED'),
        inArray(faqEntries.communityId, communities),
        communityId === null ? undefined : entryNotHidden(faqEntries, communityId),
      ),
    );
  const entry = rows.find((row) => row.communityId !== LIBRARY_ID) ?? rows[0];
  if (entry !== undefined) return entry;
  throw (
    (await findObsolete(db, communityId, slug)) ??
    new NotFoundError(
      `There is no FAQ entry "${slug.slice(0, 100)}": "faqEntries" lists them, "search" finds one by its words`,
      ['slug'],
    )
  );
}

/** What readers had under this slug once. What replaced it may have been replaced since: the last one counts. */
async function findObsolete(
  db: Database,
  communityId: string | null,
  slug: string,
): Promise<ObsoleteEntryError | null> {
  const rows = await db.orm
    .select()
    .from(faqEntries)
    .where(
      and(
        eq(faqEntries.slug, slug),
        eq(faqEntries.status, 'OBSOLETE'),
        isNotNull(faqEntries.publishedAt),
        inArray(faqEntries.communityId, visibleCommunities(communityId)),
        communityId === null ? undefined : entryNotHidden(faqEntries, communityId),
      ),
    );
  const entry = rows.find((row) => row.communityId !== LIBRARY_ID) ?? rows[0];
  if (entry === undefined) return null;
  const answers = sql`(with recursive answers (id, status, next, step) as (
      select id, status, replaced_by_id, 1 from faq_entries where id = ${entry.replacedById}
      union all
      select e.id, e.status, e.replaced_by_id, step + 1 from answers join faq_entries e on e.id = answers.next
      where step < ${MOST_REPLACEMENTS}
    ) select id, status from answers order by step desc limit 1)`;
  const [last] = await db.orm.select({ id: sql<string>`id`, status: sql<string>`status` }).from(answers);
  return new ObsoleteEntryError(slug, last?.status === 'PUBLISHED' ? last.id : null);
}

const MOST_REPLACEMENTS = 100;

/** Of any status and community: for those whom an act on it has shown it already. */
export async function findEntriesForEditors(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, FaqEntry>> {
  const rows = await db.orm
    .select()
    .from(faqEntries)
    .where(inArray(faqEntries.id, [...ids]));
  return new Map(rows.map((entry) => [entry.id, entry]));
}

/** Those of these that are published and visible, in the order asked for. */
export async function findEntriesByIds(
  db: Database,
  communityId: string | null,
  ids: readonly string[],
): Promise<Map<string, FaqEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await db.orm
    .select()
    .from(faqEntries)
    .where(
      and(
        inArray(faqEntries.id, [...ids]),
        eq(faqEntries.status, 'PUBLISHED'),
        inArray(faqEntries.communityId, visibleCommunities(communityId)),
        communityId === null ? undefined : entryNotHidden(faqEntries, communityId),
      ),
    );
  return new Map(rows.map((entry) => [entry.id, entry]));
}

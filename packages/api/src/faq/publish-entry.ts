import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { briefings, revisions } from '../briefings/table.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertThat, type Guard } from '../database/write-set.ts';
import { ConflictError, NotFoundError } from '../domain-errors.ts';
import { normalizeText } from '../search/normalize-text.ts';
import { composeEntryPublication, type EntryRow } from './compose-entry.ts';
import { faqAliases, faqEntries } from './table.ts';

/** Makes an entry visible to readers. One that is visible stays as it is. */
export async function publishEntry(
  db: Database,
  { communityId, slug }: { communityId: string; slug: string },
  act: Act,
): Promise<{ entryId: string; slug: string }> {
  const [found] = await db.orm
    .select({ entry: faqEntries, document: revisions.document })
    .from(faqEntries)
    .leftJoin(briefings, and(eq(briefings.id, faqEntries.briefingId), eq(briefings.status, 'PUBLISHED')))
    .leftJoin(revisions, eq(revisions.id, briefings.publishedRevisionId))
    .where(and(eq(faqEntries.communityId, communityId), eq(faqEntries.slug, slug)));
  if (!found) throw new NotFoundError(`There is no FAQ entry "${slug}"`, ['slug']);
  const { entry, document } = found;
  if (entry.status === 'OBSOLETE') throw new ConflictError(`The FAQ entry "${slug}" is obsolete`, ['slug']);
  if (entry.briefingId !== null && document === null) {
    throw new ConflictError(
      `The briefing that the FAQ entry "${slug}" is bound to is not published: publish that, and the entry with it`,
      ['slug'],
    );
  }
  if (entry.status === 'DRAFT') {
    await write(db, entry, [
      assertBriefing(entry),
      ...composeEntryPublication(db.orm, entry, { document, aliasTaken: 'conflict' }, act),
    ]);
  }
  return { entryId: entry.id, slug };
}

/** Readers of an entry are led to its briefing, so that must be there. */
function assertBriefing({ briefingId }: EntryRow): Guard {
  return assertThat(
    'briefing is published',
    sql`${briefingId} is null or exists (select 1 from ${briefings} where ${briefings.id} = ${briefingId} and ${briefings.status} = 'PUBLISHED')`,
  );
}

async function write(
  db: Database,
  entry: EntryRow,
  statements: Parameters<Database['write']>[0],
): Promise<void> {
  try {
    await db.write(statements);
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    throw await conflictOf(db, entry, error);
  }
}

async function conflictOf(db: Database, entry: EntryRow, cause: WriteConflictError): Promise<ConflictError> {
  const [taken] = await db.orm
    .select({ aliasKey: faqAliases.aliasKey, slug: faqEntries.slug })
    .from(faqAliases)
    .innerJoin(faqEntries, eq(faqEntries.id, faqAliases.entryId))
    .where(
      and(
        eq(faqAliases.communityId, entry.communityId),
        inArray(faqAliases.aliasKey, entry.aliases.map(normalizeText)),
      ),
    );
  return taken
    ? new ConflictError(
        `"${taken.aliasKey}" is already an alias of the FAQ entry "${taken.slug}"`,
        ['aliases'],
        { cause },
      )
    : new ConflictError(
        `The FAQ entry "${entry.slug}" was changed by somebody else: look at it again`,
        ['slug'],
        { cause },
      );
}

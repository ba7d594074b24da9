/** Makes what FAQ entries are found by anew: their names, topics and search. */
import { and, asc, gt, ne } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { raiseContentVersion } from '../database/raise-content-version.ts';
import { assertEntryUnchanged, composeEntryView, type EntryRow } from './compose-entry.ts';
import { claimNames } from './entry-names.ts';
import { faqEntries } from './table.ts';

const AT_ONCE = 100;

/** Each in a write set of its own; how many there were. One that is changed meanwhile is right by that change. */
export async function rebuildEntries(db: Database): Promise<number> {
  let count = 0;
  for (let after = ''; ;) {
    const page = await db.orm
      .select()
      .from(faqEntries)
      .where(and(ne(faqEntries.status, 'OBSOLETE'), gt(faqEntries.id, after)))
      .orderBy(asc(faqEntries.id))
      .limit(AT_ONCE);
    for (const entry of page) count += (await rebuildEntry(db, entry)) ? 1 : 0;
    const last = page.at(-1);
    if (last === undefined) return count;
    after = last.id;
  }
}

async function rebuildEntry(db: Database, entry: EntryRow): Promise<boolean> {
  const { orm } = db;
  const { publishedAt } = entry;
  const view =
    entry.status === 'PUBLISHED' && publishedAt !== null
      ? [...composeEntryView(orm, { ...entry, publishedAt }), raiseContentVersion(orm, entry.communityId)]
      : [];
  try {
    await db.write([assertEntryUnchanged(entry), ...claimNames(orm, entry, 'leave'), ...view]);
    return true;
  } catch (error) {
    if (error instanceof WriteConflictError && error.constraint === 'GUARD') return false;
    throw error;
  }
}

/** Which entry of a community has a wording already. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { normalizeText } from '../search/normalize-text.ts';
import type { EntryRow } from './compose-entry.ts';
import { nameKeys, type Named } from './entry-names.ts';
import { DuplicateEntryError } from './errors.ts';
import { faqEntries, faqNames } from './table.ts';

/** The error that names the entry with the same question or alias; null: there is none. */
export async function findDuplicate(
  db: Database,
  entry: Named,
  options?: ErrorOptions,
): Promise<DuplicateEntryError | null> {
  const names = await db.orm
    .select({ nameKey: faqNames.nameKey, id: faqEntries.id, slug: faqEntries.slug })
    .from(faqNames)
    .innerJoin(faqEntries, eq(faqEntries.id, faqNames.entryId))
    .where(and(eq(faqNames.communityId, entry.communityId), inArray(faqNames.nameKey, nameKeys(entry))));
  const others = new Map(names.filter(({ id }) => id !== entry.id).map((name) => [name.nameKey, name]));
  for (const [at, wording] of [entry.question, ...entry.aliases].entries()) {
    const other = others.get(normalizeText(wording));
    const path = at === 0 ? ['question'] : ['aliases', String(at - 1)];
    if (other !== undefined) return new DuplicateEntryError(wording, other, path, options);
  }
  return null;
}

/** Without the drafts that ask what another entry, or an earlier one of these, asks already: readers are not given them. */
export async function withoutDuplicates(db: Database, entries: readonly EntryRow[]): Promise<EntryRow[]> {
  const [first] = entries;
  const drafts = entries.filter(({ status }) => status === 'DRAFT');
  if (first === undefined || drafts.length === 0) return [...entries];
  const keys = drafts.map(({ question }) => normalizeText(question));
  const names = await db.orm
    .select({ nameKey: faqNames.nameKey, entryId: faqNames.entryId })
    .from(faqNames)
    .where(and(eq(faqNames.communityId, first.communityId), inArray(faqNames.nameKey, keys)));
  const holders = new Map(names.map(({ nameKey, entryId }) => [nameKey, entryId]));
  return entries.filter(({ id, status, question }) => {
    if (status !== 'DRAFT') return true;
    const key = normalizeText(question);
    if (!holders.has(key)) holders.set(key, id);
    return holders.get(key) === id;
  });
}

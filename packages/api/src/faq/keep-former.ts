/** What an entry is before it is changed: part of the write set that changes it. */
import type { WriteStatement } from '../database/client.ts';
import { insertRow } from '../database/insert-row.ts';
import type { EntryRow } from './compose-entry.ts';
import { faqRevisions } from './table.ts';

export function keepFormer(entry: EntryRow): WriteStatement {
  return insertRow(faqRevisions, { ...entry, entryId: entry.id, number: entry.revision });
}

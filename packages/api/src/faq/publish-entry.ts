import type { Act } from '../audit/actor.ts';
import type { Database } from '../database/client.ts';
import { commit } from '../idempotency/commit.ts';
import { composeEntryPublication } from './compose-entry.ts';
import { assertBinding, readBinding } from './read-binding.ts';
import { readLivingEntry, type EntryName } from './read-entry.ts';
import { leaveEntry, whyNotWritten, type ChangedEntry } from './write-entry.ts';

/** Makes an entry visible to readers. One that is visible stays as it is. */
export async function publishEntry(db: Database, name: EntryName, act: Act): Promise<ChangedEntry> {
  const entry = await readLivingEntry(db, name);
  if (entry.status === 'PUBLISHED') return leaveEntry(db, entry, act);
  const binding =
    entry.briefingId === null ? null : await readBinding(db, { id: entry.briefingId }, 'PUBLISHED');
  const document = binding?.document ?? null;
  try {
    return await commit(db, act, {
      statements: [
        ...assertBinding(binding),
        ...composeEntryPublication(db.orm, entry, { document, taken: 'conflict' }, act),
      ],
      result: {
        entryId: entry.id,
        slug: entry.slug,
        revision: entry.revision + 1,
        at: act.now.getTime(),
      },
    });
  } catch (error) {
    throw await whyNotWritten(db, entry, error);
  }
}

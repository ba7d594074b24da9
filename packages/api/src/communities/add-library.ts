import type { Database } from '../database/client.ts';
import { LIBRARY_ID } from './library.ts';
import { communities } from './table.ts';

/** The library is a community like any other, so that content always belongs to one; it is there from the first start. */
export async function addLibrary(db: Database, now: Date): Promise<void> {
  await db.write([
    db.orm
      .insert(communities)
      .values({
        id: LIBRARY_ID,
        name: 'Library',
        locale: 'en',
        timeZone: 'UTC',
        moderatorRoleIds: [],
        createdAt: now,
      })
      .onConflictDoNothing(),
  ]);
}

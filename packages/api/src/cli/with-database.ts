import { openDatabase } from '../database/client.ts';
import type { Database } from '../database/client.ts';
import { migrateDatabase } from '../database/migrate.ts';

/** The file may be in use by a running API: every act here is one short write. */
export async function withDatabase<Result>(
  url: string,
  now: Date,
  use: (db: Database) => Promise<Result>,
): Promise<Result> {
  const db = await openDatabase(url);
  try {
    await migrateDatabase(db, now);
    return await use(db);
  } finally {
    db.close();
  }
}

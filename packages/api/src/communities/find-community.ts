import { eq } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { communities } from './table.ts';

export type Community = typeof communities.$inferSelect;

export async function findCommunity(db: Database, id: string): Promise<Community | null> {
  const [community] = await db.orm.select().from(communities).where(eq(communities.id, id));
  return community ?? null;
}

import { inArray } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { accessTokens } from './table.ts';

/** By id; also of those that were revoked or have expired. */
export async function findTokenNames(
  { orm }: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await orm
    .select({ id: accessTokens.id, name: accessTokens.name })
    .from(accessTokens)
    .where(inArray(accessTokens.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

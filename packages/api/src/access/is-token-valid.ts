import { eq } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { accessTokens } from './table.ts';
import type { Viewer } from './viewer.ts';

/**
 * Whether the token that somebody came with holds still, for what goes on after the request. Who came with none of the table's: always.
 * @param now the machine's time, as in `resolveViewer`.
 */
export async function isTokenValid(db: Database, viewer: Viewer, now: Date): Promise<boolean> {
  if (viewer.kind === 'anonymous' || viewer.tokenId === undefined) return true;
  const [token] = await db.orm.select().from(accessTokens).where(eq(accessTokens.id, viewer.tokenId));
  return (
    token !== undefined && token.revokedAt === null && (token.expiresAt === null || token.expiresAt > now)
  );
}

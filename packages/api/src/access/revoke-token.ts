import { eq, sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertThat } from '../database/write-set.ts';
import { NotFoundError } from '../domain-errors.ts';
import { accessTokens } from './table.ts';

/** From the next request on it opens nothing. Revoking it again answers the same. */
export async function revokeToken(db: Database, id: string, act: Act): Promise<{ id: string; name: string }> {
  const [token] = await db.orm.select().from(accessTokens).where(eq(accessTokens.id, id));
  if (token === undefined) throw new NotFoundError(`There is no token "${id}"`, ['id']);
  const { name } = token;
  if (token.revokedAt !== null) return { id, name };
  try {
    await db.write([
      assertThat(
        'is valid',
        sql`exists (select 1 from ${accessTokens} where ${accessTokens.id} = ${id} and ${accessTokens.revokedAt} is null)`,
      ),
      db.orm.update(accessTokens).set({ revokedAt: act.now }).where(eq(accessTokens.id, id)),
      recordAct(act, {
        communityId: token.communityId ?? LIBRARY_ID,
        action: 'token.revoke',
        subjectId: id,
        details: { name },
        before: { revokedAt: null },
        after: { revokedAt: act.now },
      }),
    ]);
  } catch (error) {
    // Somebody else revoked it at the same time.
    if (!(error instanceof WriteConflictError && error.isGuard('is valid'))) throw error;
  }
  return { id, name };
}

/** Who edits the library from Discord: the mapping is kept here, Discord cannot grant it. */
import { eq, sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import { isSnowflake } from '../communities/snowflake.ts';
import type { Database } from '../database/client.ts';
import { InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { assertChanged } from '../database/write-set.ts';
import { WriteConflictError } from '../database/errors.ts';
import { editors } from './table.ts';

/** Adding somebody again only changes the name. */
export async function addEditor(
  db: Database,
  { userId, name }: { userId: string; name: string },
  act: Act,
): Promise<void> {
  if (!isSnowflake(userId)) {
    throw new InvalidInputError(
      'A Discord user id is a number such as "1336000000000000041": turn on Developer Mode in Discord, then "Copy User ID"',
      ['userId'],
    );
  }
  const signature = name.trim();
  if (signature === '' || signature.length > 100 || !signature.isWellFormed()) {
    throw new InvalidInputError('Name the editor in 1 to 100 characters: what they do is signed so', [
      'name',
    ]);
  }
  const known = await nameOf(db, userId);
  await db.write([
    db.orm
      .insert(editors)
      .values({ userId, name: signature, addedAt: act.now })
      .onConflictDoUpdate({ target: editors.userId, set: { name: sql`excluded.name` } }),
    recordAct(act, {
      communityId: LIBRARY_ID,
      action: 'editor.add',
      subjectId: userId,
      ...(known !== null && { before: { name: known } }),
      after: { name: signature },
    }),
  ]);
}

export async function removeEditor(db: Database, userId: string, act: Act): Promise<void> {
  const before = { name: await nameOf(db, userId) };
  try {
    await db.write([
      db.orm.delete(editors).where(eq(editors.userId, userId)),
      assertChanged('is an editor'),
      recordAct(act, { communityId: LIBRARY_ID, action: 'editor.remove', subjectId: userId, before }),
    ]);
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    throw new NotFoundError(`"${userId}" is no editor`, ['userId'], { cause: error });
  }
}

async function nameOf(db: Database, userId: string): Promise<string | null> {
  const [known] = await db.orm.select({ name: editors.name }).from(editors).where(eq(editors.userId, userId));
  return known?.name ?? null;
}

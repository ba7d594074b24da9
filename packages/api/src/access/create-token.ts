import { randomBytes, randomUUID } from 'node:crypto';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { findCommunity } from '../communities/find-community.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import type { Database } from '../database/client.ts';
import { InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { hashToken } from './hash-token.ts';
import { accessTokens, type TokenRole } from './table.ts';

export interface TokenWish {
  name: string;
  role: TokenRole;
  communityId: string | null;
  expiresAt: Date | null;
}

// 32 bytes: nobody guesses them, so a plain hash is enough to keep.
const TOKEN_BYTES = 32;

/** The answer is the only place where the token ever stands. */
export async function createToken(
  db: Database,
  { name, role, communityId, expiresAt }: TokenWish,
  act: Act,
): Promise<{ id: string; token: string }> {
  const signature = name.trim();
  if (signature === '' || signature.length > 100 || !signature.isWellFormed()) {
    throw new InvalidInputError('Name the token in 1 to 100 characters: what is done with it is signed so', [
      'name',
    ]);
  }
  if (communityId !== null && role !== 'READER' && role !== 'EDITOR') {
    throw new InvalidInputError('Only readers and editors can be limited to one community', ['community']);
  }
  if (expiresAt !== null && expiresAt <= act.now) {
    throw new InvalidInputError('The token would have expired already', ['expires']);
  }
  if (communityId !== null && (await findCommunity(db, communityId)) === null) {
    throw new NotFoundError(`There is no community "${communityId}"`, ['community']);
  }
  const id = randomUUID();
  const token = `cmq_${randomBytes(TOKEN_BYTES).toString('base64url')}`;
  const row = { id, name: signature, role, communityId, expiresAt, createdAt: act.now };
  await db.write([
    db.orm.insert(accessTokens).values({ ...row, hash: hashToken(token) }),
    recordAct(act, {
      communityId: communityId ?? LIBRARY_ID,
      action: 'token.create',
      subjectId: id,
      details: { name: signature, role, expiresAt },
      after: { name: signature, role, communityId, expiresAt },
    }),
  ]);
  return { id, token };
}

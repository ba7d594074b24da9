import type { Database } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import { findCommunity } from './find-community.ts';

/** Operators may name any community: whether there is one, only the database knows. */
export async function requireCommunity(db: Database, id: string, path: string[]): Promise<void> {
  if ((await findCommunity(db, id)) !== null) return;
  throw new NotFoundError(
    `"${path.at(-1) ?? 'communityId'}" must be the id of a Discord server the bot is in, or "library": there is no community "${id.slice(0, 50)}"`,
    path,
  );
}

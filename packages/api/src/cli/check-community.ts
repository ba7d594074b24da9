import { findCommunity } from '../communities/find-community.ts';
import type { Database } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';

/** A community is registered by the bot when it joins the server; the library is always there. */
export async function checkCommunity(db: Database, id: string): Promise<void> {
  if ((await findCommunity(db, id)) !== null) return;
  throw new NotFoundError(
    `There is no community "${id}". Take the id of a Discord server the bot is in, or leave --community out for the library.`,
    ['community'],
  );
}

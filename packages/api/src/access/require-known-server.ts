import { findCommunity } from '../communities/find-community.ts';
import type { Database } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import type { Viewer } from './viewer.ts';

/**
 * The bot may bring people of a server before it has registered it: they read the library, and nothing they do can be kept. Tokens are
 * limited to communities that are there.
 */
export async function requireKnownServer(db: Database, viewer: Viewer): Promise<void> {
  if (!('userId' in viewer) || (await findCommunity(db, viewer.communityId)) !== null) return;
  throw new NotFoundError(
    'Communiqué does not know this server yet. The bot registers it when it joins: remove and invite it again, or restart it',
  );
}

import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../database/client.ts';
import { requireCommunity } from './require-community.ts';

/** All of them at once, where that can be asked for. */
const ALL = '*';

/** For lists: only operators may name any community, and a server that is not there has no empty list but none. */
export async function requireNamed(
  db: Database,
  viewer: Viewer,
  wanted: string | null | undefined,
): Promise<void> {
  if (viewer.kind !== 'operator' || typeof wanted !== 'string' || wanted === ALL) return;
  await requireCommunity(db, wanted, ['communityId']);
}

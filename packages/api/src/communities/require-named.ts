import type { Database } from '../database/client.ts';
import { requireCommunity } from './require-community.ts';

/** All of them at once, where that can be asked for. */
const ALL = '*';

interface Naming {
  /** The others can name no community but those they were found to belong to. */
  isOperator: boolean;
  wanted: string | null | undefined;
}

/** A community that is not there has no empty lists, and nothing is written into it. */
export async function requireNamed(db: Database, { isOperator, wanted }: Naming): Promise<void> {
  if (!isOperator || typeof wanted !== 'string' || wanted === ALL) return;
  await requireCommunity(db, wanted, ['communityId']);
}

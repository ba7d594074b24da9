import { sql } from 'drizzle-orm';
import type { Orm, WriteStatement } from './client.ts';
import { contentVersions } from './content-versions-table.ts';

/** Part of every write set after which a reader of this community (or of the library) can see something else. */
export function raiseContentVersion(orm: Orm, communityId: string): WriteStatement {
  return orm
    .insert(contentVersions)
    .values({ communityId, version: 1 })
    .onConflictDoUpdate({
      target: contentVersions.communityId,
      set: { version: sql`${contentVersions.version} + 1` },
    });
}

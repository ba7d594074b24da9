import type { Orm, WriteStatement } from '../database/client.ts';
import { raiseContentVersion } from '../database/raise-content-version.ts';
import { changes, type ChangeKind } from './table.ts';

export interface ReaderChange {
  kind: ChangeKind;
  communityId: string;
  /** Of the briefing, the FAQ entry or, with an empty slug, the community. */
  subjectId: string;
  slug: string;
  /** The revision that readers get from now on. */
  revision?: number;
  /** Readers are shown it. */
  reason?: string;
}

/** Part of every write set after which readers see something else: a row of the change feed, and the content version raised. */
export function recordChange(orm: Orm, change: ReaderChange, at: Date): WriteStatement[] {
  const { revision = null, reason = null, ...rest } = change;
  return [
    orm.insert(changes).values({ ...rest, revision, reason, at }),
    raiseContentVersion(orm, change.communityId),
  ];
}

/** A community as it was when a request was answered: what whoever repeats it is shown. */
import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import type { AsThen } from '../idempotency/answer-once.ts';
import { captureRow, restoreRow, type RowState } from '../idempotency/row-state.ts';
import { topics } from '../topics/table.ts';
import { findCommunity, type Community } from './find-community.ts';
import type { Hidden } from './find-hidden.ts';
import { hiddenTopics, hiddenWarnings } from './hidden-table.ts';
import { communities } from './table.ts';

const NAMES = ['name', 'locale', 'ownLocale', 'timeZone', 'moderatorRoleIds', 'logChannelId'] as const;

export interface CommunityName {
  communityId: string;
}

export type CommunityThen = AsThen<CommunityName, { community: RowState | null; hidden: Hidden }>;

export function captureCommunity({ communityId }: CommunityName) {
  return {
    community: captureRow(communities, NAMES, sql`${communities.id} = ${communityId}`),
    hidden: captureHidden(communityId),
  };
}

export async function openCommunity(
  db: Database,
  { communityId, state }: CommunityThen,
): Promise<(Community & { hidden: Hidden }) | null> {
  const community = await findCommunity(db, communityId);
  if (community === null) return null;
  return { ...restoreRow(communities, community, state.community), hidden: state.hidden };
}

/** As `findHidden` finds it. */
function captureHidden(communityId: string): SQL<Hidden> {
  return sql`json_object(
    'topics', json((select json_group_array(${topics.slug} order by ${hiddenTopics.topicId}) from ${hiddenTopics}
      join ${topics} on ${topics.id} = ${hiddenTopics.topicId} where ${hiddenTopics.communityId} = ${communityId})),
    'warnings', json((select json_group_array(${hiddenWarnings.warning} order by ${hiddenWarnings.warningKey})
      from ${hiddenWarnings} where ${hiddenWarnings.communityId} = ${communityId})))`;
}

/** For statements about briefings `b` of the library, asked by a community that is the placeholder `community0`. */
import { sql, type SQL } from 'drizzle-orm';
import { aboutSomethingShown, briefingNotHidden } from '../communities/not-hidden.ts';

/** Leaves out those under a slug that the community has published itself, and what it hides. */
export function seenByOwn(): SQL[] {
  return [notShadowedByOwn(), notHiddenByOwn()];
}

/** Of a briefing that was withdrawn, which is filed under no topic any more, the record is: one about hidden topics only is left out. */
export function recordSeenByOwn(): SQL {
  const topics = sql`(select lead as topic_id, briefing_id from corrections) its where its.briefing_id = b.id and its.topic_id <> b.community_id`;
  return sql`(b.status = 'PUBLISHED' or ${aboutSomethingShown(topics, sql.placeholder('community0'))})`;
}

function notShadowedByOwn(): SQL {
  return sql`not exists (select 1 from briefings own where own.community_id = ${sql.placeholder('community0')}
    and own.slug = b.slug and own.status = 'PUBLISHED')`;
}

function notHiddenByOwn(): SQL {
  const briefing = { id: sql`b.id`, communityId: sql`b.community_id` };
  return briefingNotHidden(briefing, sql.placeholder('community0'));
}

/** What a community hides of the library. Its own content is never hidden: whoever does not want that takes it back. */
import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

interface Owned {
  id: SQLWrapper;
  communityId: SQLWrapper;
}

/** A briefing about at least one topic that is not hidden, or about none, and without a warning that is. `own`: the community that asks. */
export function briefingNotHidden({ id, communityId }: Owned, own: SQLWrapper | string): SQL {
  return sql`(${communityId} <> 'library' or (${aboutSomethingShown(sql`briefing_topics its where its.briefing_id = ${id}`, own)}
    and ${aboutSomethingShown(lastTopics(id), own, LAST_TOPIC)}
    and not exists (select 1 from hidden_warnings hidden where hidden.community_id = ${own}
      and hidden.warning_key in (select its.warning_key from briefing_warnings its where its.briefing_id = ${id}))))`;
}

const LAST_TOPIC = sql`gone.community_id || '/' || json_extract(item.value, '$.slug')`;

/** The lists of topics do not know a withdrawn briefing any more: what it was about stands in its last revision. */
function lastTopics(briefingId: SQLWrapper): SQL {
  return sql`briefings gone cross join revisions last on last.id = gone.published_revision_id
    cross join json_each(last.document, '$.topics') item where gone.id = ${briefingId} and gone.status <> 'PUBLISHED'`;
}

/** An FAQ entry about at least one topic that is not hidden, or about none. */
export function entryNotHidden({ id, communityId }: Owned, own: SQLWrapper | string): SQL {
  return sql`(${communityId} <> 'library' or ${aboutSomethingShown(sql`faq_topics its where its.entry_id = ${id}`, own)})`;
}

/** The first condition is looked at once per statement, and holds for every community that hides nothing. */
export function aboutSomethingShown(
  itsTopics: SQL,
  own: SQLWrapper | string,
  topicId = sql`its.topic_id`,
): SQL {
  return sql`(not exists (select 1 from hidden_topics some where some.community_id = ${own})
    or not exists (select 1 from ${itsTopics})
    or exists (select 1 from ${itsTopics} and not exists (
      select 1 from hidden_topics hidden where hidden.community_id = ${own} and hidden.topic_id = ${topicId})))`;
}

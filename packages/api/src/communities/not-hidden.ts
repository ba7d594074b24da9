/** What a community hides of the library. Its own content is never hidden: whoever does not want that takes it back. */
import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

interface Owned {
  id: SQLWrapper;
  communityId: SQLWrapper;
}

/** A briefing about at least one topic that is not hidden, or about none, and without a warning that is. `own`: the community that asks. */
export function briefingNotHidden({ id, communityId }: Owned, own: SQLWrapper | string): SQL {
  return sql`(${communityId} <> 'library' or (${aboutSomethingShown(sql`briefing_topics its where its.briefing_id = ${id}`, own)}
    and not exists (select 1 from hidden_warnings hidden where hidden.community_id = ${own}
      and hidden.warning_key in (select its.warning_key from briefing_warnings its where its.briefing_id = ${id}))))`;
}

/** An FAQ entry about at least one topic that is not hidden, or about none. */
export function entryNotHidden({ id, communityId }: Owned, own: SQLWrapper | string): SQL {
  return sql`(${communityId} <> 'library' or ${aboutSomethingShown(sql`faq_topics its where its.entry_id = ${id}`, own)})`;
}

/** The first condition is looked at once per statement, and holds for every community that hides nothing. */
export function aboutSomethingShown(itsTopics: SQL, own: SQLWrapper | string): SQL {
  return sql`(not exists (select 1 from hidden_topics some where some.community_id = ${own})
    or not exists (select 1 from ${itsTopics})
    or exists (select 1 from ${itsTopics} and not exists (
      select 1 from hidden_topics hidden where hidden.community_id = ${own} and hidden.topic_id = its.topic_id)))`;
}

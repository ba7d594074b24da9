import type { Topic } from '../topics/find-topics.ts';
import type { Provenance } from './compose-draft.ts';
import { topicId } from '../topics/table.ts';
import type { ReadableDocument } from './readable-document.ts';

/** With who put the briefing under it. */
export interface TopicOfBriefing extends Topic {
  provenance: Provenance;
}

const known = new WeakMap<ReadableDocument, TopicOfBriefing[]>();

/** The topics of a briefing of this community, made once per document. */
export function topicsOfDocument(communityId: string, document: ReadableDocument): TopicOfBriefing[] {
  const earlier = known.get(document);
  if (earlier !== undefined) return earlier;
  const topics = document.topics.map((topic) => ({
    ...topic,
    communityId,
    id: topicId(communityId, topic.slug),
  }));
  known.set(document, topics);
  return topics;
}

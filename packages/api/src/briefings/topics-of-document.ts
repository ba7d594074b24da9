import type { Topic } from '../topics/find-topics.ts';
import { topicId } from '../topics/table.ts';
import type { ReadableDocument } from './readable-document.ts';

const known = new WeakMap<ReadableDocument, Topic[]>();

/** The topics of a briefing of this community, made once per document. */
export function topicsOfDocument(communityId: string, document: ReadableDocument): Topic[] {
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

import { LatestBriefingsDocument, SuggestTopicsDocument } from '../../api/generated/graphql.ts';
import { briefingList } from '../../messages/briefing-list.ts';
import { findTopic, type Topic } from '../../completion/find-topic.ts';
import { escapeLine } from '../../messages/markdown.ts';
import { problemMessage } from '../../messages/problem-message.ts';
import { topicNames } from '../../messages/topic-names.ts';
import type { CommandContext, Reply } from '../command.ts';

const SHOWN = 5;

export async function latestBriefings(topic: string | null, context: CommandContext): Promise<Reply> {
  const topics = topic === null ? [] : await listTopics(context);
  const known = topic === null ? null : findTopic(topic, topics);
  if (known === undefined) return unknownTopic(topic ?? '', topics);
  const { briefings } = await context.request(LatestBriefingsDocument, {
    first: SHOWN,
    topics: known === null ? null : [known.slug],
  });
  const found = briefings.edges.map(({ node }) => node);
  const heading = known === null ? 'Latest briefings' : `Latest on ${known.name}`;
  if (found.length === 0)
    return {
      message: problemMessage(['**There is nothing to read here yet.**', nothingYet(known)]),
      ephemeral: true,
    };
  return { message: briefingList(heading, found, briefings.pageInfo.hasNextPage), ephemeral: false };
}

function nothingYet(topic: { name: string } | null): string {
  return topic === null
    ? 'As soon as an editor publishes a briefing, it appears here.'
    : 'Try /briefing latest without a topic.';
}

export async function listTopics({ request }: CommandContext): Promise<Topic[]> {
  const { topics } = await request(SuggestTopicsDocument, {});
  return topics.edges.map(({ node }) => node);
}

function unknownTopic(wanted: string, topics: readonly Topic[]): Reply {
  return {
    message: problemMessage([`**There is no topic called “${escapeLine(wanted)}”.**`, topicNames(topics)]),
    ephemeral: true,
  };
}

import { LatestBriefingsDocument, SuggestTopicsDocument } from '../../api/generated/graphql.ts';
import { briefingList } from '../../messages/briefing-list.ts';
import { escapeLine } from '../../messages/markdown.ts';
import { problemMessage } from '../../messages/problem-message.ts';
import type { CommandContext, Reply } from '../command.ts';

const SHOWN = 5;

export async function latestBriefings(topic: string | null, context: CommandContext): Promise<Reply> {
  const known = topic === null ? null : await findTopic(topic, context);
  if (known === undefined) return unknownTopic(topic ?? '', context);
  const { briefings } = await context.request(LatestBriefingsDocument, {
    first: SHOWN,
    topic: known?.slug ?? null,
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

async function findTopic(
  wanted: string,
  { request }: CommandContext,
): Promise<{ slug: string; name: string } | undefined> {
  const { topics } = await request(SuggestTopicsDocument, {});
  const text = wanted.trim().toLowerCase();
  return topics.edges
    .map(({ node }) => node)
    .find(({ slug, name }) => slug === text || name.toLowerCase() === text);
}

async function unknownTopic(wanted: string, { request }: CommandContext): Promise<Reply> {
  const { topics } = await request(SuggestTopicsDocument, {});
  const names = topics.edges.map(({ node }) => escapeLine(node.name)).slice(0, 20);
  const known = names.length === 0 ? 'There are no topics yet.' : `Topics: ${names.join(', ')}.`;
  return {
    message: problemMessage([`**There is no topic called “${escapeLine(wanted)}”.**`, known]),
    ephemeral: true,
  };
}

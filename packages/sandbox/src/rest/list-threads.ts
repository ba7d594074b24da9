import { ChannelType } from 'discord-api-types/v10';
import { describeThread, describeThreadMember } from '../world/describe-channel.ts';
import { canView } from '../world/permissions.ts';
import type { ThreadChannelRecord } from '../world/records.ts';
import { channelsOf, type World } from '../world/world.ts';
import { compareSnowflakes } from '../world/snowflakes.ts';
import { readBefore, readId, readLimit } from './forms.ts';

/** The newest first; https://docs.discord.com/developers/resources/guild#list-active-guild-threads */
export function activeThreads(world: World, guildId: string) {
  const threads = threadsOf(world, guildId)
    .filter((channel) => !channel.thread.archived && canView(world, channel, world.bot.id))
    .toReversed();
  return { ...describeList(world, threads), has_more: false };
}

/** The one archived last first; https://docs.discord.com/developers/resources/channel#list-public-archived-threads */
export function archivedThreads(
  world: World,
  parentId: string,
  kind: 'public' | 'private',
  query: URLSearchParams,
) {
  const limit = readLimit(query, { min: 2, max: 100, standard: 50 });
  const end = readBefore(query) ?? Infinity;
  const guildId = world.channels.get(parentId)?.guildId ?? '';
  const threads = threadsOf(world, guildId)
    .filter(({ thread }) => thread.parentId === parentId && thread.archived)
    .filter((channel) => (channel.type === ChannelType.PrivateThread) === (kind === 'private'))
    .filter(({ thread }) => Date.parse(thread.archivedAt) < end)
    .toSorted((left, right) => right.thread.archivedAt.localeCompare(left.thread.archivedAt));
  return { ...describeList(world, threads.slice(0, limit)), has_more: threads.length > limit };
}

/** The newest first; https://docs.discord.com/developers/resources/channel#list-joined-private-archived-threads */
export function joinedArchivedThreads(world: World, parentId: string, query: URLSearchParams) {
  const limit = readLimit(query, { min: 2, max: 100, standard: 50 });
  const end = query.get('before') === null ? null : readId(query, 'before');
  const threads = threadsOf(world, world.channels.get(parentId)?.guildId ?? '')
    .filter(({ type, thread }) => type === ChannelType.PrivateThread && thread.parentId === parentId)
    .filter(({ thread }) => thread.archived && thread.members.some(({ userId }) => userId === world.bot.id))
    .filter(({ id }) => end === null || compareSnowflakes(id, end) < 0)
    .toSorted((left, right) => compareSnowflakes(right.id, left.id));
  return { ...describeList(world, threads.slice(0, limit)), has_more: threads.length > limit };
}

function threadsOf(world: World, guildId: string): ThreadChannelRecord[] {
  return channelsOf(world, guildId).filter(
    (channel): channel is ThreadChannelRecord => channel.kind === 'thread',
  );
}

/** With the bot's own memberships. */
function describeList(world: World, threads: readonly ThreadChannelRecord[]) {
  return {
    threads: threads.map(describeThread),
    members: threads.flatMap((channel) =>
      channel.thread.members
        .filter((member) => member.userId === world.bot.id)
        .map((member) => describeThreadMember(channel.id, member)),
    ),
  };
}

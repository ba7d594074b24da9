import type { APIMessage, APIPoll, APIReaction } from 'discord-api-types/v10';
import { describeThread } from './describe-channel.ts';
import type { StoredMessage } from './records.ts';
import type { World } from './world.ts';

/** A message as it is now, in the eyes of the bot or of a member: with its thread, its reactions and the votes. */
export function describeMessage(
  world: World,
  stored: StoredMessage,
  viewerId: string = world.bot.id,
): APIMessage {
  const { message, reactions = [] } = stored;
  // A thread that began at a message has the message's id.
  const thread = world.channels.get(message.id);
  if (thread?.kind !== 'thread' && reactions.length === 0 && message.poll === undefined) return message;
  return {
    ...message,
    ...(thread?.kind === 'thread' && { thread: describeThread(thread) }),
    ...(reactions.length > 0 && {
      reactions: reactions.map(({ emoji, userIds }) => describeReaction(emoji, userIds, viewerId)),
    }),
    ...(message.poll !== undefined && { poll: describePoll(world, stored, message.poll, viewerId) }),
  };
}

function describeReaction(emoji: string, userIds: readonly string[], viewerId: string): APIReaction {
  return {
    emoji: { id: null, name: emoji },
    count: userIds.length,
    count_details: { burst: 0, normal: userIds.length },
    me: userIds.includes(viewerId),
    me_burst: false,
    burst_colors: [],
  };
}

/** A poll is over when its time is; nobody needs to close it. */
function describePoll(world: World, { votes = [] }: StoredMessage, poll: APIPoll, viewerId: string): APIPoll {
  const isOver =
    poll.results?.is_finalized === true ||
    (poll.expiry !== null && new Date(poll.expiry) <= world.clock.now());
  return {
    ...poll,
    results: {
      is_finalized: isOver,
      answer_counts: poll.answers.map(({ answer_id: id }) => {
        const voters = votes.filter((vote) => vote.answerId === id).map((vote) => vote.userId);
        return { id, count: voters.length, me_voted: voters.includes(viewerId) };
      }),
    },
  };
}

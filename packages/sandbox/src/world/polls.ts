import { PollLayoutType } from 'discord-api-types/v10';
import type { APIPoll, APIPollMedia, RESTAPIPoll } from 'discord-api-types/v10';
import { describeMessage } from './describe-message.ts';
import { DiscordError } from './discord-error.ts';
import { discordTimestamp } from './discord-timestamp.ts';
import type { StoredMessage } from './records.ts';
import { withoutNulls } from './without-nulls.ts';
import type { World } from './world.ts';

const HOUR = 3_600_000;

/** A poll as Discord answers it; a day long unless told otherwise. */
export function createPoll(world: World, draft: RESTAPIPoll): APIPoll {
  const expiry = new Date(world.clock.now().getTime() + (draft.duration ?? 24) * HOUR);
  return {
    question: { text: draft.question.text ?? '' },
    answers: withoutNulls(structuredClone(draft.answers)).map(({ poll_media }, index) => ({
      answer_id: index + 1,
      poll_media: withWholeEmoji(poll_media),
    })),
    expiry: discordTimestamp(expiry),
    allow_multiselect: draft.allow_multiselect ?? false,
    layout_type: draft.layout_type ?? PollLayoutType.Default,
    results: { is_finalized: false, answer_counts: [] },
  };
}

/** A Unicode emoji may be sent by its name alone; Discord answers it with an id that is null. */
function withWholeEmoji(media: APIPollMedia): APIPollMedia {
  const { emoji } = media;
  return emoji === undefined
    ? media
    : { ...media, emoji: { ...emoji, id: emoji.id ?? null, name: emoji.name ?? null } };
}

/** Ends a poll before its time. */
export function expirePoll(world: World, stored: StoredMessage): void {
  const { message } = stored;
  if (message.author.id !== world.bot.id) throw new DiscordError('notOwnMessage');
  const { poll } = describeMessage(world, stored);
  if (poll === undefined) throw new DiscordError('notAPoll');
  if (poll.results?.is_finalized === true) throw new DiscordError('pollExpired');
  message.poll = { ...poll, results: { is_finalized: true, answer_counts: [] } };
  world.events.emit({ type: 'message-updated', stored });
}

/** A person's choice replaces the one before; in a poll with several answers it adds to it. */
export function vote(
  world: World,
  stored: StoredMessage,
  userId: string,
  answerIds: readonly number[],
): void {
  const { poll } = describeMessage(world, stored);
  if (poll === undefined) throw new DiscordError('notAPoll');
  if (poll.results?.is_finalized === true) throw new DiscordError('pollExpired');
  const before = (stored.votes ?? []).filter((one) => one.userId === userId).map((one) => one.answerId);
  const wanted = new Set(answerIds);
  stored.votes = [
    ...(stored.votes ?? []).filter((one) => one.userId !== userId),
    ...[...wanted].map((answerId) => ({ answerId, userId })),
  ];
  for (const answerId of before) {
    if (!wanted.has(answerId)) world.events.emit({ type: 'vote-removed', stored, answerId, userId });
  }
  for (const answerId of wanted) {
    if (!before.includes(answerId)) world.events.emit({ type: 'vote-added', stored, answerId, userId });
  }
}

import { DiscordError } from './discord-error.ts';
import type { StoredMessage } from './records.ts';
import type { World } from './world.ts';

/** Different emoji on one message; https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const MAX_REACTIONS = 20;

export function addReaction(world: World, stored: StoredMessage, emoji: string, userId: string): void {
  const reactions = (stored.reactions ??= []);
  let reaction = reactions.find((candidate) => candidate.emoji === emoji);
  if (reaction === undefined) {
    if (reactions.length >= MAX_REACTIONS) throw new DiscordError('tooManyReactions');
    reaction = { emoji, userIds: [] };
    reactions.push(reaction);
  }
  if (reaction.userIds.includes(userId)) return;
  reaction.userIds.push(userId);
  world.events.emit({ type: 'reaction-added', stored, emoji, userId });
}

export function removeReaction(world: World, stored: StoredMessage, emoji: string, userId: string): void {
  const reaction = stored.reactions?.find((candidate) => candidate.emoji === emoji);
  if (reaction === undefined || !reaction.userIds.includes(userId)) return;
  reaction.userIds = reaction.userIds.filter((candidate) => candidate !== userId);
  if (reaction.userIds.length === 0)
    stored.reactions = stored.reactions?.filter((one) => one !== reaction) ?? [];
  world.events.emit({ type: 'reaction-removed', stored, emoji, userId });
}

/** All reactions, or all of one emoji. */
export function clearReactions(world: World, stored: StoredMessage, emoji: string | null): void {
  const before = stored.reactions ?? [];
  const after = emoji === null ? [] : before.filter((reaction) => reaction.emoji !== emoji);
  if (after.length === before.length) return;
  stored.reactions = after;
  world.events.emit({ type: 'reactions-cleared', stored, emoji });
}

/** Emoji of servers do not exist in the sandbox: only Unicode's are known. */
export function readEmoji(text: string): string {
  if (/^\p{RGI_Emoji}$/v.test(text) || /^\p{RGI_Emoji}$/v.test(`${text}\u{FE0F}`)) return text;
  throw new DiscordError('unknownEmoji');
}

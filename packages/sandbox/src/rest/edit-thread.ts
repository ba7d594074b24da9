import { ChannelFlags, ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { THREAD_RULES } from '../validation/channel-rules.ts';
import { breakRules } from '../validation/problem.ts';
import { DiscordError, InvalidFormError } from '../world/discord-error.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import type { ThreadChannelRecord } from '../world/records.ts';
import { changeThread, refuseOneMore, type ThreadChanges } from '../world/threads.ts';
import { channelsOf, type World } from '../world/world.ts';
import { checkOwnTags } from './check-tags.ts';

/** https://docs.discord.com/developers/resources/channel#modify-channel: its owner may rename and archive it, all else needs MANAGE_THREADS. */
export function editThread(world: World, channel: ThreadChannelRecord, changes: ThreadChanges): void {
  const broken = breakRules(THREAD_RULES, changes);
  if (broken.length > 0) throw new InvalidFormError(broken);
  const { thread } = channel;
  const manages = has(channelPermissions(world, channel, world.bot.id), PermissionFlagsBits.ManageThreads);
  const wakesOnly = changes.archived === false && Object.keys(changes).length === 1;
  if (!manages && (thread.locked || isManaging(changes))) throw new DiscordError('missingPermissions');
  if (!manages && !wakesOnly && thread.ownerId !== world.bot.id) throw new DiscordError('missingPermissions');
  if (thread.archived && changes.archived !== false) throw new DiscordError('archivedThread');
  const parent = world.channels.get(thread.parentId);
  if (changes.applied_tags !== undefined && parent?.kind === 'channel') {
    checkOwnTags(world, parent, changes.applied_tags ?? []);
  }
  if (isPinning(changes)) refuseOneMorePin(world, channel);
  if (thread.archived) refuseOneMore(world, channel.guildId, channel.type);
  changeThread(world, channel, changes);
}

function isManaging(changes: ThreadChanges): boolean {
  return (
    (changes.locked ?? null) !== null ||
    (changes.rate_limit_per_user ?? null) !== null ||
    (changes.flags ?? null) !== null
  );
}

function isPinning({ flags }: ThreadChanges): boolean {
  return ((flags ?? 0) & ChannelFlags.Pinned) !== 0;
}

/** A forum has one pinned post; https://docs.discord.com/developers/resources/channel#channel-object-channel-flags */
function refuseOneMorePin(world: World, { id, guildId, thread }: ThreadChannelRecord): void {
  const parent = world.channels.get(thread.parentId);
  if (parent?.type !== ChannelType.GuildForum) throw new DiscordError('wrongChannelType');
  const isTaken = channelsOf(world, guildId).some(
    (other) =>
      other.kind === 'thread' &&
      other.id !== id &&
      other.thread.parentId === thread.parentId &&
      other.thread.pinned === true,
  );
  if (isTaken) throw new DiscordError('tooManyPinnedPosts');
}

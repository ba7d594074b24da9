import { PermissionFlagsBits } from 'discord-api-types/v10';
import { DiscordError } from '../world/discord-error.ts';
import { changeChannel, type ChannelChanges } from '../world/guild-channels.ts';
import { maySetOverwrites } from '../world/may-set-overwrite.ts';
import { channelPermissions, guildPermissions, has } from '../world/permissions.ts';
import type { GuildRecord, TextChannelRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { checkParent } from './check-channel.ts';
import { ownMember } from './guild-permissions.ts';

export interface ChannelMove {
  id?: string | null;
  position?: number | null;
  parent_id?: string | null;
  lock_permissions?: boolean | null;
}

/** All moves or none; https://docs.discord.com/developers/resources/guild#modify-guild-channel-positions */
export function moveChannels(world: World, guild: GuildRecord, moves: readonly ChannelMove[]): void {
  const planned = moves.map((move, index) => planMove(world, guild, move, index));
  if (planned.filter(({ changes }) => changes.parent_id !== undefined).length > 1) {
    throw new DiscordError('oneParentAtATime');
  }
  for (const { channel, changes } of planned) changeChannel(world, channel, changes);
}

interface PlannedMove {
  channel: TextChannelRecord;
  changes: ChannelChanges;
}

function planMove(world: World, guild: GuildRecord, move: ChannelMove, index: number): PlannedMove {
  const channel = world.channels.get(move.id ?? '');
  if (channel?.kind !== 'channel' || channel.guildId !== guild.id) throw new DiscordError('unknownChannel');
  const { parent_id: parentId, position } = move;
  const isMoved = parentId !== undefined && parentId !== channel.parentId;
  if (!isMoved) {
    if (!has(guildPermissions(guild, ownMember(world, guild)), PermissionFlagsBits.ManageChannels)) {
      throw new DiscordError('missingPermissions');
    }
    return { channel, changes: { position: position ?? null } };
  }
  checkParent(world, channel, parentId, [index, 'parent_id']);
  requireMovable(world, guild, channel, parentId);
  const parent = world.channels.get(parentId ?? '');
  const isSynced = move.lock_permissions === true && parent?.kind === 'channel';
  if (isSynced && !maySetOverwrites(world, channel, world.bot.id, parent.overwrites)) {
    throw new DiscordError('missingPermissions');
  }
  const changes = {
    position: position ?? null,
    parent_id: parentId,
    ...(isSynced && { permission_overwrites: structuredClone(parent.overwrites) }),
  };
  return { channel, changes };
}

/** The channel and the place it goes to must be open to the bot. */
function requireMovable(
  world: World,
  guild: GuildRecord,
  channel: TextChannelRecord,
  parentId: string | null,
): void {
  const parent = parentId === null ? undefined : world.channels.get(parentId);
  const there =
    parent === undefined
      ? guildPermissions(guild, ownMember(world, guild))
      : channelPermissions(world, parent, world.bot.id);
  const here = channelPermissions(world, channel, world.bot.id);
  const wanted = PermissionFlagsBits.ManageChannels;
  if (!has(here, wanted | PermissionFlagsBits.ViewChannel) || !has(there, wanted)) {
    throw new DiscordError('missingAccess');
  }
}

import { createDevelopmentClock } from '@communique/shared/clock';
import { createFirstWorld, FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { DISCORD_DEADLINES } from '@communique/sandbox/world/interaction';
import { ALL_PERMISSIONS, channelPermissions } from '@communique/sandbox/world/permissions';
import { createWorld, type World } from '@communique/sandbox/world/world';
import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';

const { forum, mara, ada, noor, sam } = FIRST_WORLD;
const { ViewChannel, SendMessages, EmbedLinks, ManageGuild } = PermissionFlagsBits;

function aWorld(): World {
  return createWorld(createFirstWorld(), createDevelopmentClock(), DISCORD_DEADLINES);
}

function permissions(world: World, userId: string, channelId: string = forum.general): bigint {
  const channel = world.channels.get(channelId);
  if (channel === undefined) throw new Error('No such channel');
  return channelPermissions(world, channel, userId);
}

function overwrite(
  world: World,
  bits: { id: string; type: OverwriteType; allow?: bigint; deny?: bigint },
): void {
  const channel = world.channels.get(forum.general);
  if (channel?.kind !== 'channel') throw new Error('No such channel');
  const { id, type, allow = 0n, deny = 0n } = bits;
  channel.overwrites.push({ id, type, allow: allow.toString(), deny: deny.toString() });
}

describe('permissions', () => {
  test('come from roles; the owner has all and a stranger none', () => {
    const world = aWorld();
    expect(permissions(world, mara) & ManageGuild).toBe(ManageGuild);
    expect(permissions(world, ada) & (ManageGuild | SendMessages)).toBe(SendMessages);
    expect(permissions(world, noor, forum.mods)).toBe(ALL_PERMISSIONS);
    expect(permissions(world, sam)).toBe(0n);
  });

  test('of a channel that cannot be seen are none', () => {
    const world = aWorld();
    expect(permissions(world, ada, forum.mods)).toBe(0n);
    expect(permissions(world, mara, forum.mods) & ViewChannel).toBe(ViewChannel);
  });

  test('are changed by overwrites: everyone, then roles, then the member; within one layer allowing wins', () => {
    const world = aWorld();
    overwrite(world, { id: forum.id, type: OverwriteType.Role, deny: SendMessages });
    expect(permissions(world, mara) & SendMessages).toBe(0n);
    overwrite(world, { id: forum.moderatorRole, type: OverwriteType.Role, allow: SendMessages });
    expect(permissions(world, mara) & SendMessages).toBe(SendMessages);
    expect(permissions(world, ada) & SendMessages).toBe(0n);
    overwrite(world, { id: mara, type: OverwriteType.Member, deny: SendMessages });
    expect(permissions(world, mara) & SendMessages).toBe(0n);
  });

  test('to embed end with the permission to send', () => {
    const world = aWorld();
    expect(permissions(world, ada) & EmbedLinks).toBe(EmbedLinks);
    overwrite(world, { id: ada, type: OverwriteType.Member, deny: SendMessages });
    expect(permissions(world, ada) & EmbedLinks).toBe(0n);
  });
});

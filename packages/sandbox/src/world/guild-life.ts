import { discordTimestamp } from './discord-timestamp.ts';
import type { GuildRecord } from './records.ts';
import { findMember, type World } from './world.ts';

/** The bot is thrown out, or leaves: its role goes, what it wrote stays. */
export function removeBot(world: World, guild: GuildRecord): void {
  if (findMember(world, guild.id, world.bot.id) === undefined) return;
  guild.members = guild.members.filter((member) => member.userId !== world.bot.id);
  world.events.emit({ type: 'guild-left', guild });
}

/** The bot is added again. Discord gives it its own role back. */
export function addBot(world: World, guild: GuildRecord): void {
  if (findMember(world, guild.id, world.bot.id) !== undefined) return;
  const roleIds = guild.roles.filter((role) => role.tags?.bot_id === world.bot.id).map((role) => role.id);
  const joinedAt = discordTimestamp(world.clock.now());
  guild.members.push({ userId: world.bot.id, nick: null, roleIds, joinedAt });
  world.events.emit({ type: 'guild-joined', guild });
}

/** Discord itself cannot reach a server for a while. */
export function setOutage(world: World, guild: GuildRecord, isOut: boolean): void {
  if (world.outages.has(guild.id) === isOut) return;
  if (isOut) world.outages.add(guild.id);
  else world.outages.delete(guild.id);
  world.events.emit({ type: isOut ? 'guild-lost' : 'guild-found', guild });
}

/** What the bot itself may do in a channel. */
import type { Channel, Client } from 'discord.js';

/** As the gateway last said it; null when it did not say enough. */
export function knownPermissions(client: Client, channelId: string): bigint | null {
  const channel = client.channels.cache.get(channelId);
  return channel === undefined ? null : ownPermissions(channel);
}

/** Asked of Discord now: what the gateway says may be late. Throws when it cannot be found out. */
export async function fetchPermissions(client: Client, channelId: string): Promise<bigint> {
  const channel = await client.channels.fetch(channelId, { force: true });
  if (channel !== null && !channel.isDMBased()) {
    await channel.guild.roles.fetch(undefined, { force: true });
    await channel.guild.members.fetchMe({ force: true });
    const permissions = ownPermissions(channel);
    if (permissions !== null) return permissions;
  }
  throw new TypeError('Discord does not say what the bot may do in the channel');
}

function ownPermissions(channel: Channel): bigint | null {
  if (channel.isDMBased()) return null;
  const { me } = channel.guild.members;
  return me === null ? null : (channel.permissionsFor(me)?.bitfield ?? null);
}

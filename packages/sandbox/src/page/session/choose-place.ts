import { ChannelType } from 'discord-api-types/payloads/v10';
import type { SandboxChannel, StateResponse } from '../../people/protocol.ts';
import type { Place } from './session-state.ts';

/** The part of the address after `#`: server/channel/member. */
export function placeToHash(place: Place): string {
  return `#${place.guildId}/${place.channelId}/${place.memberId}`;
}

/** The wished place as far as it exists; where it does not, the first server, ordinary member and channel that member may read. */
export function choosePlace(world: StateResponse, wish: Partial<Place>): Place | null {
  const guild = world.guilds.find(({ id }) => id === wish.guildId) ?? world.guilds[0];
  if (guild === undefined) return null;
  const member =
    guild.members.find(({ id }) => id === wish.memberId) ??
    guild.members.find(({ isModerator }) => !isModerator) ??
    guild.members[0];
  if (member === undefined) return null;
  const visible = guild.channels.filter(({ visibleTo }) => visibleTo.includes(member.id));
  const channel =
    visible.find(({ id }) => id === wish.channelId) ?? visible.find(isReadable) ?? guild.channels[0];
  if (channel === undefined) return null;
  return { guildId: guild.id, channelId: channel.id, memberId: member.id };
}

export function readHash(hash: string): Partial<Place> {
  const [guildId, channelId, memberId] = hash.replace(/^#/, '').split('/');
  return {
    ...(guildId === undefined ? {} : { guildId }),
    ...(channelId === undefined ? {} : { channelId }),
    ...(memberId === undefined ? {} : { memberId }),
  };
}

/** A channel that shows messages; categories and voice channels do not. */
function isReadable(channel: SandboxChannel): boolean {
  return channel.type !== ChannelType.GuildCategory && channel.type !== ChannelType.GuildForum;
}

import { canView } from '../world/permissions.ts';
import type { ChannelRecord } from '../world/records.ts';
import type { Actor } from '../world/start-interaction.ts';
import { findMember, type World } from '../world/world.ts';
import { PeopleError } from './errors.ts';

/** A member in a channel that they can see. */
export function findActor(world: World, where: { memberId: string; channelId: string }): Actor {
  const channel = world.channels.get(where.channelId);
  if (channel === undefined) throw new PeopleError(404, 'There is no such channel.');
  return actorIn(world, channel, where.memberId);
}

/** https://docs.discord.com/developers/topics/threads#active-%26-archived-threads */
export function refuseArchived(channel: ChannelRecord): void {
  if (channel.kind !== 'thread' || !channel.thread.archived) return;
  throw new PeopleError(409, 'The thread is archived. A message in it wakes it.');
}

function actorIn(world: World, channel: ChannelRecord, memberId: string): Actor {
  const person = world.people.get(memberId);
  if (person === undefined) throw new PeopleError(404, 'There is no such member.');
  const name = person.user.global_name ?? person.user.username;
  if (channel.kind === 'direct') {
    if (canView(world, channel, memberId)) return { person, channel, place: null };
    throw new PeopleError(403, `${name} cannot see this channel.`);
  }
  const guild = world.guilds.get(channel.guildId);
  const member = findMember(world, channel.guildId, memberId);
  if (guild === undefined || member === undefined) {
    throw new PeopleError(404, 'There is no such member on this server.');
  }
  if (!canView(world, channel, memberId)) throw new PeopleError(403, `${name} cannot see this channel.`);
  return { person, channel, place: { guild, member } };
}

import type { APIChannel } from 'discord-api-types/v10';
import {
  describeDirectChannel,
  describeTextChannel,
  describeThread,
  describeThreadMember,
} from './describe-channel.ts';
import type { ChannelRecord } from './records.ts';
import { findUser, type World } from './world.ts';

/** A channel of any kind in the eyes of the bot: a thread with the bot's own membership, a direct channel with the other one. */
export function describeAnyChannel(world: World, channel: ChannelRecord): APIChannel {
  if (channel.kind === 'direct') {
    return describeDirectChannel(channel, findUser(world, channel.recipientId) ?? world.bot);
  }
  if (channel.kind === 'channel') return describeTextChannel(channel);
  const described = describeThread(channel);
  const own = channel.thread.members.find((member) => member.userId === world.bot.id);
  return own === undefined ? described : { ...described, member: describeThreadMember(channel.id, own) };
}

import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { openDirectChannel } from '../world/direct-channels.ts';
import { setOverwrite } from '../world/guild-channels.ts';
import { addBot, removeBot, setOutage } from '../world/guild-life.ts';
import { findMessage, isPublic } from '../world/messages.ts';
import { isKnownHolder, maySetOverwrite } from '../world/may-set-overwrite.ts';
import { channelPermissions, guildPermissions, has } from '../world/permissions.ts';
import { vote } from '../world/polls.ts';
import { addReaction, readEmoji, removeReaction } from '../world/reactions.ts';
import type { GuildRecord, StoredMessage } from '../world/records.ts';
import { changeMember, changeRole } from '../world/roles.ts';
import { draftThread, placeThread } from '../world/threads.ts';
import { findMember, type World } from '../world/world.ts';
import { composeMessage, publishMessage } from '../world/write-message.ts';
import { PeopleError } from './errors.ts';
import { findActor, refuseArchived } from './find-actor.ts';
import type {
  OverwriteRequest,
  PostRequest,
  ReactionRequest,
  ServerAct,
  ServerRequest,
  VoteRequest,
} from './protocol.ts';

export function react(world: World, request: ReactionRequest): void {
  const stored = openSeen(world, request);
  refuseArchived(findActor(world, request).channel);
  const emoji = readEmoji(request.emoji);
  if (!request.isSet) {
    removeReaction(world, stored, emoji, request.memberId);
    return;
  }
  const isNew = stored.reactions?.some((reaction) => reaction.emoji === emoji) !== true;
  if (isNew) require(world, request, PermissionFlagsBits.AddReactions);
  addReaction(world, stored, emoji, request.memberId);
}

export function castVote(world: World, request: VoteRequest): void {
  const stored = openSeen(world, request);
  const { poll } = stored.message;
  const known = new Set(poll?.answers.map((answer) => answer.answer_id));
  const isOneTooMany = poll?.allow_multiselect !== true && request.answerIds.length > 1;
  if (isOneTooMany || request.answerIds.some((id) => !known.has(id))) {
    throw new PeopleError(400, 'That is not one of the answers.');
  }
  vote(world, stored, request.memberId, request.answerIds);
}

/** A new post in a forum: thread and first message share one id. */
export function createPost(world: World, request: PostRequest): string {
  const { channel, person } = findActor(world, request);
  if (channel.type !== ChannelType.GuildForum || channel.kind !== 'channel') {
    throw new PeopleError(400, 'Posts are made in forums.');
  }
  require(world, request, PermissionFlagsBits.SendMessages);
  const { tags = [], requireTag = false } = channel.forum ?? {};
  if (!request.tagIds.every((id) => tags.some((tag) => tag.id === id)) || request.tagIds.length > 5) {
    throw new PeopleError(400, 'That is not one of the tags of the forum.');
  }
  if (requireTag && request.tagIds.length === 0) throw new PeopleError(400, 'A post here needs a tag.');
  if (request.name.trim() === '' || request.name.length > 100 || request.content.trim() === '') {
    throw new PeopleError(400, 'A post has a title of 1 to 100 characters and a text.');
  }
  const thread = draftThread(world, channel, {
    name: request.name,
    ownerId: request.memberId,
    type: ChannelType.PublicThread,
    appliedTags: request.tagIds,
  });
  const body = { content: request.content };
  const first = composeMessage(world, { id: thread.id, channel: thread, author: person.user, body });
  placeThread(world, thread);
  publishMessage(world, first);
  return thread.id;
}

/** What a moderator does in the channel's settings. */
export function changeOverwrite(world: World, request: OverwriteRequest): void {
  const { channel } = findActor(world, request);
  require(world, request, PermissionFlagsBits.ManageRoles);
  if (channel.kind !== 'channel') throw new PeopleError(400, 'Threads have no permissions of their own.');
  if (!isKnownHolder(world, channel, request.overwrite)) {
    throw new PeopleError(404, 'There is no such role or member on this server.');
  }
  if (!maySetOverwrite(world, channel, request.memberId, request.overwrite)) {
    throw new PeopleError(403, 'This member may allow or deny only what they may do themselves.');
  }
  setOverwrite(world, channel, request.overwrite);
}

export function changeServer(world: World, request: ServerRequest): void {
  const guild = openGuild(world, request.guildId);
  const member = findMember(world, guild.id, request.memberId);
  if (member === undefined || !has(guildPermissions(guild, member), PermissionFlagsBits.ManageGuild)) {
    throw new PeopleError(403, 'Only moderators may do this.');
  }
  actOnServer(world, guild, request.act);
}

export function actOnServer(world: World, guild: GuildRecord, act: ServerAct): void {
  switch (act) {
    case 'REMOVE_BOT':
      removeBot(world, guild);
      break;
    case 'ADD_BOT':
      addBot(world, guild);
      break;
    case 'BEGIN_OUTAGE':
      setOutage(world, guild, true);
      break;
    case 'END_OUTAGE':
      setOutage(world, guild, false);
      break;
  }
}

/** What an administrator does in the server's settings. */
export function grant(world: World, guildId: string, roleId: string, permissions: bigint): void {
  const guild = openGuild(world, guildId);
  const role = guild.roles.find((candidate) => candidate.id === roleId);
  if (role === undefined) throw new PeopleError(404, 'There is no such role on this server.');
  changeRole(world, guild, role, { permissions: (BigInt(role.permissions) | permissions).toString() });
}

export function setRoles(world: World, guildId: string, memberId: string, roleIds: readonly string[]): void {
  const guild = openGuild(world, guildId);
  const member = findMember(world, guildId, memberId);
  if (member === undefined) throw new PeopleError(404, 'There is no such member on this server.');
  if (!roleIds.every((id) => guild.roles.some((role) => role.id === id))) {
    throw new PeopleError(404, 'There is no such role on this server.');
  }
  changeMember(world, guild, member, { roleIds: [...roleIds] });
}

/** The channel in which a person talks with the bot alone. */
export function directChannel(world: World, memberId: string): string {
  if (!world.people.has(memberId)) throw new PeopleError(404, 'There is no such member.');
  return openDirectChannel(world, memberId).id;
}

export function openGuild(world: World, guildId: string): GuildRecord {
  const guild = world.guilds.get(guildId);
  if (guild === undefined) throw new PeopleError(404, 'There is no such server.');
  return guild;
}

interface Where {
  memberId: string;
  channelId: string;
}

function openSeen(world: World, where: Where & { messageId: string }): StoredMessage {
  const { channel } = findActor(world, where);
  const stored = findMessage(world, channel.id, where.messageId);
  if (stored === undefined || !isPublic(stored)) {
    throw new PeopleError(404, 'There is no such message in this channel.');
  }
  return stored;
}

function require(world: World, where: Where, wanted: bigint): void {
  const { channel } = findActor(world, where);
  if (has(channelPermissions(world, channel, where.memberId), wanted)) return;
  throw new PeopleError(403, 'This member may not do this here.');
}

import {
  CreatedThreadResponseSchema,
  CreateForumThreadRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
  ThreadMemberResponseSchema,
  ThreadResponseSchema,
  ThreadsResponseSchema,
} from 'discord-api-spec/zod';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { RESTPostAPIChannelMessagesThreadsJSONBody } from 'discord-api-types/v10';
import { array, union } from 'zod/mini';
import { THREAD_RULES } from '../validation/channel-rules.ts';
import type { Schema } from '../validation/check-specification.ts';
import { describeThread, describeThreadMember } from '../world/describe-channel.ts';
import { describeMember } from '../world/describe-member.ts';
import { DiscordError } from '../world/discord-error.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import type { ThreadChannelRecord, ThreadMemberRecord } from '../world/records.ts';
import { joinThread, leaveThread, startThread } from '../world/threads.ts';
import { findMember, findUser, type World } from '../world/world.ts';
import { openActive, openChannel, openGuild, openMessage } from './find-visible.ts';
import { activeThreads, archivedThreads, joinedArchivedThreads } from './list-threads.ts';
import { openPost, openThreadIn, type PostBody, type ThreadBody } from './post-thread.ts';
import { bodyOf, route, type ChooseSchema, type Route } from './route.ts';

const MEMBERS = '/channels/{channel_id}/thread-members';
const SELF = '/channels/{channel_id}/thread-members/@me';
const MEMBER = '/channels/{channel_id}/thread-members/{user_id}';
const authorization = 'bot';

export const THREAD_ROUTES: readonly Route[] = [
  route({
    method: 'POST',
    path: '/channels/{channel_id}/messages/{message_id}/threads',
    authorization,
    request: bodyOf<RESTPostAPIChannelMessagesThreadsJSONBody>(
      CreateTextThreadWithMessageRequestSchema,
      THREAD_RULES,
    ),
    responses: { 201: ThreadResponseSchema },
    handle({ world, params, body }) {
      const channel = openChannel(world, params.channel_id, PermissionFlagsBits.CreatePublicThreads);
      if (channel.kind !== 'channel') throw new DiscordError('wrongChannelType');
      const thread = startThread(world, channel, openMessage(world, channel, params.message_id), {
        name: body.name,
        autoArchiveDuration: body.auto_archive_duration,
        slowmode: body.rate_limit_per_user,
        ownerId: world.bot.id,
      });
      return { status: 201, body: describeThread(thread) };
    },
  }),
  route({
    method: 'POST',
    path: '/channels/{channel_id}/threads',
    authorization,
    request: bodyOf<ThreadBody & PostBody>(
      union([CreateForumThreadRequestSchema, CreateTextThreadWithoutMessageRequestSchema]),
      THREAD_RULES,
      threadSchema,
    ),
    responses: { 201: CreatedThreadResponseSchema },
    handle({ world, params, body, files }) {
      const channel = openChannel(world, params.channel_id);
      if (channel.kind !== 'channel') throw new DiscordError('wrongChannelType');
      const created =
        channel.forum === null ? openThreadIn(world, channel, body) : openPost(world, channel, body, files);
      return { status: 201, body: created };
    },
  }),
  ...(['public', 'private'] as const).map((kind) =>
    route({
      method: 'GET',
      path: `/channels/{channel_id}/threads/archived/${kind}`,
      authorization,
      responses: { 200: ThreadsResponseSchema },
      handle({ world, params, query }) {
        const channel = openChannel(world, params.channel_id, PermissionFlagsBits.ReadMessageHistory);
        if (kind === 'private') openChannel(world, channel.id, PermissionFlagsBits.ManageThreads);
        return { status: 200, body: archivedThreads(world, channel.id, kind, query) };
      },
    }),
  ),
  route({
    method: 'GET',
    path: '/channels/{channel_id}/users/@me/threads/archived/private',
    authorization,
    responses: { 200: ThreadsResponseSchema },
    handle({ world, params, query }) {
      const channel = openChannel(world, params.channel_id, PermissionFlagsBits.ReadMessageHistory);
      return { status: 200, body: joinedArchivedThreads(world, channel.id, query) };
    },
  }),
  route({
    method: 'GET',
    path: '/guilds/{guild_id}/threads/active',
    authorization,
    responses: { 200: ThreadsResponseSchema },
    handle: ({ world, params }) => ({
      status: 200,
      body: activeThreads(world, openGuild(world, params.guild_id).id),
    }),
  }),
  route({
    method: 'GET',
    path: MEMBERS,
    authorization,
    responses: { 200: array(ThreadMemberResponseSchema) },
    handle({ world, params, query }) {
      const channel = openThreadChannel(world, params.channel_id);
      const members = channel.thread.members.map((member) => describe(world, channel, member, query));
      return { status: 200, body: members };
    },
  }),
  route({
    method: 'PUT',
    path: SELF,
    authorization,
    responses: { 204: null },
    handle({ world, params }) {
      joinThread(world, openActiveThread(world, params.channel_id), world.bot.id);
      return { status: 204 };
    },
  }),
  route({
    method: 'DELETE',
    path: SELF,
    authorization,
    responses: { 204: null },
    handle({ world, params }) {
      leaveThread(world, openActiveThread(world, params.channel_id), world.bot.id);
      return { status: 204 };
    },
  }),
  route({
    method: 'GET',
    path: MEMBER,
    authorization,
    responses: { 200: ThreadMemberResponseSchema },
    handle({ world, params, query }) {
      const channel = openThreadChannel(world, params.channel_id);
      const userId = params.user_id === '@me' ? world.bot.id : params.user_id;
      const member = channel.thread.members.find((candidate) => candidate.userId === userId);
      if (member === undefined) throw new DiscordError('unknownMember');
      return { status: 200, body: describe(world, channel, member, query) };
    },
  }),
  route({
    method: 'PUT',
    path: MEMBER,
    authorization,
    responses: { 204: null },
    handle({ world, params }) {
      const channel = openActiveThread(world, params.channel_id);
      openChannel(world, channel.id, PermissionFlagsBits.SendMessagesInThreads);
      if (findMember(world, channel.guildId, params.user_id) === undefined) {
        throw new DiscordError('unknownMember');
      }
      joinThread(world, channel, params.user_id);
      return { status: 204 };
    },
  }),
  route({
    method: 'DELETE',
    path: MEMBER,
    authorization,
    responses: { 204: null },
    handle({ world, params }) {
      const channel = openActiveThread(world, params.channel_id);
      const permissions = channelPermissions(world, channel, world.bot.id);
      const mayRemove =
        has(permissions, PermissionFlagsBits.ManageThreads) || channel.thread.ownerId === world.bot.id;
      if (!mayRemove) throw new DiscordError('missingPermissions');
      leaveThread(world, channel, params.user_id);
      return { status: 204 };
    },
  }),
];

function threadSchema({ world, params }: Parameters<ChooseSchema>[0]): Schema {
  const channel = world.channels.get(params['channel_id'] ?? '');
  const isForum = channel?.kind === 'channel' && channel.forum !== null;
  return isForum ? CreateForumThreadRequestSchema : CreateTextThreadWithoutMessageRequestSchema;
}

function openThreadChannel(world: World, channelId: string): ThreadChannelRecord {
  const channel = openChannel(world, channelId);
  if (channel.kind !== 'thread') throw new DiscordError('wrongChannelType');
  return channel;
}

function openActiveThread(world: World, channelId: string): ThreadChannelRecord {
  const channel = openActive(world, channelId);
  if (channel.kind !== 'thread') throw new DiscordError('wrongChannelType');
  return channel;
}

function describe(
  world: World,
  channel: ThreadChannelRecord,
  member: ThreadMemberRecord,
  query: URLSearchParams,
) {
  const described = describeThreadMember(channel.id, member);
  const known = findMember(world, channel.guildId, member.userId);
  const user = findUser(world, member.userId);
  if (query.get('with_member') !== 'true' || known === undefined || user === undefined) return described;
  return { ...described, member: describeMember(known, user) };
}

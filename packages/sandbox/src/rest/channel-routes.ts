import {
  ChannelPermissionOverwritesSchema,
  GuildChannelResponseSchema,
  PrivateChannelResponseSchema,
  PrivateGroupChannelResponseSchema,
  ThreadResponseSchema,
  UpdateDMRequestPartialSchema,
  UpdateGroupDMRequestPartialSchema,
  UpdateGuildChannelRequestPartialSchema,
  UpdateThreadRequestPartialSchema,
} from 'discord-api-spec/zod';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { nullish, number, object, union } from 'zod/mini';
import type { Schema } from '../validation/check-specification.ts';
import { CHANNEL_RULES } from '../validation/channel-rules.ts';
import { breakRules } from '../validation/problem.ts';
import { describeAnyChannel } from '../world/describe-any-channel.ts';
import { DiscordError, InvalidFormError } from '../world/discord-error.ts';
import {
  changeChannel,
  deleteChannel,
  readOverwrite,
  readOverwrites,
  removeOverwrite,
  setOverwrite,
  type ChannelChanges,
  type OverwriteDraft,
} from '../world/guild-channels.ts';
import { isKnownHolder, maySetOverwrite, maySetOverwrites } from '../world/may-set-overwrite.ts';
import { permissionToSend } from '../world/permissions.ts';
import type { TextChannelRecord } from '../world/records.ts';
import { deleteThread, type ThreadChanges } from '../world/threads.ts';
import type { World } from '../world/world.ts';
import { editThread } from './edit-thread.ts';
import { checkChannel, refuseOneMoreOverwrite } from './check-channel.ts';
import { openChannel } from './find-visible.ts';
import { bodyOf, route, type ChooseSchema, type Route } from './route.ts';

export const ANY_CHANNEL = union([
  GuildChannelResponseSchema,
  PrivateChannelResponseSchema,
  PrivateGroupChannelResponseSchema,
  ThreadResponseSchema,
]);

const CHANNEL = '/channels/{channel_id}';
const OVERWRITE = '/channels/{channel_id}/permissions/{overwrite_id}';
const authorization = 'bot';

export const CHANNEL_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: CHANNEL,
    authorization,
    responses: { 200: ANY_CHANNEL },
    handle: ({ world, params }) => ({
      status: 200,
      body: describeAnyChannel(world, openChannel(world, params.channel_id)),
    }),
  }),
  route({
    method: 'PATCH',
    path: CHANNEL,
    authorization,
    request: bodyOf<ChannelChanges & ThreadChanges>(
      union([
        UpdateDMRequestPartialSchema,
        UpdateGroupDMRequestPartialSchema,
        UpdateGuildChannelRequestPartialSchema,
        UpdateThreadRequestPartialSchema,
      ]),
      [],
      changesSchema,
    ),
    responses: { 200: ANY_CHANNEL },
    handle({ world, params, body }) {
      const channel = openChannel(world, params.channel_id);
      if (channel.kind === 'direct') throw new DiscordError('directChannel');
      if (channel.kind === 'thread') editThread(world, channel, body);
      else {
        openChannel(world, channel.id, PermissionFlagsBits.ManageChannels);
        const broken = breakRules(CHANNEL_RULES, { ...body, type: body.type ?? channel.type });
        if (broken.length > 0) throw new InvalidFormError(broken);
        requireOverwrites(world, channel, body);
        checkChannel(world, channel, body);
        changeChannel(world, channel, body);
      }
      return { status: 200, body: describeAnyChannel(world, channel) };
    },
  }),
  route({
    method: 'DELETE',
    path: CHANNEL,
    authorization,
    responses: { 200: ANY_CHANNEL },
    handle({ world, params }) {
      const channel = openChannel(world, params.channel_id);
      const body = describeAnyChannel(world, channel);
      if (channel.kind === 'thread') {
        openChannel(world, channel.id, PermissionFlagsBits.ManageThreads);
        deleteThread(world, channel);
      } else if (channel.kind === 'channel') {
        openChannel(world, channel.id, PermissionFlagsBits.ManageChannels);
        deleteChannel(world, channel);
      }
      return { status: 200, body };
    },
  }),
  route({
    method: 'PUT',
    path: OVERWRITE,
    authorization,
    request: bodyOf<Omit<OverwriteDraft, 'id'>>(
      object({
        type: nullish(ChannelPermissionOverwritesSchema),
        allow: nullish(number()),
        deny: nullish(number()),
      }),
    ),
    responses: { 204: null },
    handle({ world, params, body }) {
      const channel = openRoleSettings(world, params.channel_id);
      const overwrite = readOverwrite({ ...body, id: params.overwrite_id });
      if (!isKnownHolder(world, channel, overwrite)) throw new DiscordError('unknownOverwrite');
      if (!maySetOverwrite(world, channel, world.bot.id, overwrite)) {
        throw new DiscordError('missingPermissions');
      }
      refuseOneMoreOverwrite(channel, overwrite.id);
      setOverwrite(world, channel, overwrite);
      return { status: 204 };
    },
  }),
  route({
    method: 'DELETE',
    path: OVERWRITE,
    authorization,
    responses: { 204: null },
    handle({ world, params }) {
      const channel = openRoleSettings(world, params.channel_id);
      if (!channel.overwrites.some(({ id }) => id === params.overwrite_id)) {
        throw new DiscordError('unknownOverwrite');
      }
      removeOverwrite(world, channel, params.overwrite_id);
      return { status: 204 };
    },
  }),
  route({
    method: 'POST',
    path: '/channels/{channel_id}/typing',
    authorization,
    responses: { 204: null },
    handle({ world, params }) {
      const channel = openChannel(world, params.channel_id);
      openChannel(world, params.channel_id, permissionToSend(channel));
      world.events.emit({ type: 'typing', channel, user: world.bot });
      return { status: 204 };
    },
  }),
];

function requireOverwrites(
  world: World,
  channel: TextChannelRecord,
  { permission_overwrites: drafts }: ChannelChanges,
): void {
  if (drafts === undefined) return;
  if (!maySetOverwrites(world, channel, world.bot.id, readOverwrites(drafts))) {
    throw new DiscordError('missingPermissions');
  }
}

function changesSchema({ world, params }: Parameters<ChooseSchema>[0]): Schema {
  const kind = world.channels.get(params['channel_id'] ?? '')?.kind;
  if (kind === 'direct') return UpdateDMRequestPartialSchema;
  return kind === 'thread' ? UpdateThreadRequestPartialSchema : UpdateGuildChannelRequestPartialSchema;
}

function openRoleSettings(world: World, channelId: string): TextChannelRecord {
  const channel = openChannel(world, channelId, PermissionFlagsBits.ManageRoles);
  if (channel.kind !== 'channel') throw new DiscordError('wrongChannelType');
  return channel;
}

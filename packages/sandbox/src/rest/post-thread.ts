import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import type { UploadedFile } from '../world/attachments.ts';
import { describeThread, describeThreadMember } from '../world/describe-channel.ts';
import { describeMessage } from '../world/describe-message.ts';
import { DiscordError } from '../world/discord-error.ts';
import type { MessageBody } from '../world/message-body.ts';
import type { TextChannelRecord, ThreadChannelRecord } from '../world/records.ts';
import { draftThread, placeThread, startLooseThread } from '../world/threads.ts';
import type { World } from '../world/world.ts';
import { composeMessage, publishMessage } from '../world/write-message.ts';
import { checkMessageBody } from './check-edit.ts';
import { checkOwnTags } from './check-tags.ts';
import { openChannel } from './find-visible.ts';
import { permissionsFor } from './post-message.ts';
import { invalidForm } from './forms.ts';

export interface ThreadBody {
  name: string;
  auto_archive_duration?: ThreadAutoArchiveDuration | null;
  rate_limit_per_user?: number | null;
  type?: ThreadChannelRecord['type'] | null;
  invitable?: boolean | null;
}

export interface PostBody extends ThreadBody {
  applied_tags?: string[] | null;
  message?: MessageBody;
}

/** A thread without a message: private unless it says otherwise; https://docs.discord.com/developers/resources/channel#start-thread-without-message */
export function openThreadIn(world: World, channel: TextChannelRecord, body: ThreadBody) {
  const type = body.type ?? ChannelType.PrivateThread;
  const wanted =
    type === ChannelType.PrivateThread
      ? PermissionFlagsBits.CreatePrivateThreads
      : PermissionFlagsBits.CreatePublicThreads;
  openChannel(world, channel.id, wanted);
  const isNews = channel.type === ChannelType.GuildAnnouncement;
  const fits = isNews === (type === ChannelType.AnnouncementThread);
  if (!fits || channel.type === ChannelType.GuildCategory) throw new DiscordError('wrongChannelType');
  const thread = startLooseThread(world, channel, {
    ...draftOf(world, body),
    type,
    invitable: body.invitable ?? true,
  });
  return describeOwn(world, thread);
}

/** A post of a forum: thread and first message share one id; https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel */
export function openPost(
  world: World,
  forum: TextChannelRecord,
  body: PostBody,
  files: readonly UploadedFile[],
) {
  const { message } = body;
  if (message === undefined)
    throw invalidForm(RULE, ['message'], 'BASE_TYPE_REQUIRED', 'This field is required');
  openChannel(world, forum.id, permissionsFor(forum, message, files));
  checkOwnTags(world, forum, body.applied_tags ?? []);
  checkMessageBody(message, ['message']);
  if (message.poll !== undefined && message.poll !== null) throw new DiscordError('pollChannel');
  const thread = draftThread(world, forum, {
    ...draftOf(world, body),
    type: ChannelType.PublicThread,
    appliedTags: body.applied_tags ?? [],
  });
  const composed = composeMessage(world, {
    id: thread.id,
    channel: thread,
    author: world.bot,
    body: message,
    files,
  });
  placeThread(world, thread);
  const stored = publishMessage(world, composed);
  const { thread: _thread, ...described } = describeMessage(world, stored);
  return { ...describeOwn(world, thread), message: described };
}

const RULE = {
  name: 'forum-post-message',
  source: 'https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel',
};

function draftOf(world: World, body: ThreadBody) {
  return {
    name: body.name,
    ownerId: world.bot.id,
    autoArchiveDuration: body.auto_archive_duration,
    slowmode: body.rate_limit_per_user,
  };
}

function describeOwn(world: World, channel: ThreadChannelRecord) {
  const own = channel.thread.members.find((member) => member.userId === world.bot.id);
  return {
    ...describeThread(channel),
    ...(own !== undefined && { member: describeThreadMember(channel.id, own) }),
  };
}

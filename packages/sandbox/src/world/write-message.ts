import { MessageFlags, MessageType } from 'discord-api-types/v10';
import type {
  AllowedMentionsTypes,
  APIAttachment,
  APIEmbed,
  APIMessage,
  APIUser,
} from 'discord-api-types/v10';
import { completeComponents } from './complete-components.ts';
import { completeEmbeds, embeddedIds } from './complete-embeds.ts';
import { keepUploads, placeAttachments, type UploadedFile } from './attachments.ts';
import { DiscordError, NotImitatedError } from './discord-error.ts';
import { discordTimestamp } from './discord-timestamp.ts';
import type { MessageBody } from './message-body.ts';
import { filesBeside, filesOf, type MessageFiles } from './message-files.ts';
import { countsInThread, messagesIn } from './messages.ts';
import { createPoll } from './polls.ts';
import type { AttachmentRecord, ChannelRecord, InteractionNote, StoredMessage } from './records.ts';
import { MESSAGE_MENTIONS, resolveMentions } from './resolve-mentions.ts';
import type { World } from './world.ts';

export interface MessageDraft {
  /** The first message of a forum's post has the post's id. */
  id?: string;
  channel: ChannelRecord;
  author: APIUser;
  body: MessageBody;
  files?: readonly UploadedFile[];
  /** What is pinged when the body has no `allowed_mentions`. */
  defaultMentions?: readonly AllowedMentionsTypes[];
  /** Fields beside the body: type, reference, interaction metadata; flags are added to those of the body. */
  extra?: Partial<APIMessage>;
  ephemeralFor?: string | null;
  note?: InteractionNote | null;
  nonce?: string | number | null;
}

/** A message that nobody has seen yet. */
export interface ComposedMessage {
  stored: StoredMessage;
  channel: ChannelRecord;
  nonce: string | number | null;
  uploads: AttachmentRecord[];
}

export function createMessage(world: World, draft: MessageDraft): StoredMessage {
  return publishMessage(world, composeMessage(world, draft));
}

/** All that can be refused is refused here, and nothing is written yet. */
export function composeMessage(world: World, draft: MessageDraft): ComposedMessage {
  const { body, channel, extra } = draft;
  refuseUnimitated(body);
  const { flags: extraFlags = 0, ...extraFields } = extra ?? {};
  const { content, files, uploads } = contentOf(world, draft);
  const loading = (extraFlags & MessageFlags.Loading) !== 0;
  const poll = body.poll === undefined || body.poll === null ? undefined : createPoll(world, body.poll);
  const isSystem = extra?.type !== undefined && WORDLESS.has(extra.type);
  if (!loading && !isSystem && poll === undefined && isEmpty(content)) throw new DiscordError('emptyMessage');
  const message: APIMessage = {
    id: draft.id ?? world.snowflakes.next(),
    type: MessageType.Default,
    channel_id: channel.id,
    author: draft.author,
    timestamp: discordTimestamp(world.clock.now()),
    edited_timestamp: null,
    tts: body.tts ?? false,
    pinned: false,
    flags: ((body.flags ?? 0) & SETTABLE) | extraFlags,
    ...content,
    ...(poll !== undefined && { poll }),
    ...extraFields,
  };
  const stored: StoredMessage = {
    message,
    ...withFiles(files, content),
    guildId: channel.guildId,
    ephemeralFor: draft.ephemeralFor ?? null,
    note: draft.note ?? null,
  };
  return { stored, channel, nonce: draft.nonce ?? null, uploads };
}

export function publishMessage(world: World, composed: ComposedMessage): StoredMessage {
  const { stored, channel, nonce, uploads } = composed;
  keepUploads(world, uploads);
  messagesIn(world, channel.id).push(stored);
  if (stored.ephemeralFor === null) noteMessage(channel, stored.message);
  world.events.emit({ type: 'message-created', stored, nonce });
  return stored;
}

/** Lines that Discord writes itself, whose words are the client's. */
const WORDLESS: ReadonlySet<MessageType> = new Set([
  MessageType.ChannelPinnedMessage,
  MessageType.ThreadStarterMessage,
]);

/** Flags that a sender may set; https://docs.discord.com/developers/resources/message#create-message */
const SETTABLE =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

export type Content = Pick<
  APIMessage,
  'content' | 'embeds' | 'components' | 'attachments' | 'mentions' | 'mention_roles' | 'mention_everyone'
>;

interface WrittenContent {
  content: Content;
  files: MessageFiles;
  /** The new ones among the files, which are not stored yet. */
  uploads: AttachmentRecord[];
}

/** What a body says, together with what the message said before. */
export function contentOf(
  world: World,
  draft: Pick<MessageDraft, 'channel' | 'author' | 'body' | 'files' | 'defaultMentions'>,
  before?: StoredMessage,
): WrittenContent {
  const { body } = draft;
  const content = body.content === undefined ? (before?.message.content ?? '') : (body.content ?? '').trim();
  const old = before === undefined ? { attachments: [], embeddedIds: [] } : filesOf(before);
  const { attachments, uploads } = placeAttachments(world, {
    channelId: draft.channel.id,
    drafts: body.attachments,
    files: draft.files ?? [],
    before: old.attachments,
  });
  const components =
    body.components === undefined
      ? (before?.message.components ?? [])
      : completeComponents(body.components ?? [], world.snowflakes, attachments);
  const { embeds, embedded } =
    body.embeds === undefined
      ? { embeds: before?.message.embeds ?? [], embedded: old.embeddedIds }
      : writeEmbeds(body.embeds ?? [], attachments);
  const mentions = resolveMentions(world, {
    channel: draft.channel,
    authorId: draft.author.id,
    content,
    components,
    allowed: body.allowed_mentions ?? { parse: [...(draft.defaultMentions ?? MESSAGE_MENTIONS)] },
  });
  const files = { attachments, embeddedIds: embedded };
  const beside = filesBeside(files, components);
  return { content: { content, embeds, components, attachments: beside, ...mentions }, files, uploads };
}

function writeEmbeds(embeds: readonly APIEmbed[], attachments: readonly APIAttachment[]) {
  return { embeds: completeEmbeds(embeds, attachments), embedded: embeddedIds(embeds, attachments) };
}

/** Only what the list beside the message does not tell is remembered apart from it. */
export function withFiles(files: MessageFiles, { attachments }: Content): Pick<StoredMessage, 'files'> {
  return files.attachments.length === attachments.length ? {} : { files };
}

export function isEmpty({ content, embeds, components, attachments }: Content): boolean {
  // Of an embed that says nothing only its kind is left.
  const shown = embeds.filter((embed) => Object.keys(embed).some((name) => name !== 'type'));
  return [content, shown, components ?? [], attachments].every((part) => part.length === 0);
}

export function refuseUnimitated(body: MessageBody): void {
  if ((body.sticker_ids ?? []).length > 0) throw new NotImitatedError('stickers');
}

function noteMessage(channel: ChannelRecord, message: APIMessage): void {
  channel.lastMessageId = message.id;
  if (channel.kind === 'thread' && countsInThread(message)) channel.thread.messageCount += 1;
}

import { MessageFlags } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { keepUploads, type UploadedFile } from './attachments.ts';
import { DiscordError } from './discord-error.ts';
import { discordTimestamp } from './discord-timestamp.ts';
import type { MessageBody } from './message-body.ts';
import type { MessageFiles } from './message-files.ts';
import { createPoll } from './polls.ts';
import type { AttachmentRecord, StoredMessage } from './records.ts';
import type { World } from './world.ts';
import { contentOf, isEmpty, refuseUnimitated, withFiles, type Content } from './write-message.ts';

/** A change that nobody has seen yet. */
interface ComposedEdit {
  changes: Content & Pick<APIMessage, 'flags' | 'poll'>;
  files: MessageFiles;
  uploads: AttachmentRecord[];
}

/** Only what the body names changes. */
export function editMessage(
  world: World,
  stored: StoredMessage,
  body: MessageBody,
  files: readonly UploadedFile[] = [],
): StoredMessage {
  return publishEdit(world, stored, composeEdit(world, stored, body, files));
}

/** All that can be refused is refused here, and nothing is written yet. */
export function composeEdit(
  world: World,
  stored: StoredMessage,
  body: MessageBody,
  files: readonly UploadedFile[] = [],
): ComposedEdit {
  refuseUnimitated(body);
  const { message } = stored;
  const channel = world.channels.get(message.channel_id);
  if (channel === undefined) throw new DiscordError('unknownChannel');
  // https://docs.discord.com/developers/resources/poll: once it is there, its message stays as it is.
  if (message.poll !== undefined) throw new DiscordError('pollEdited');
  const draft = { channel, author: message.author, body, files };
  const { content, files: kept, uploads } = contentOf(world, draft, stored);
  // Only the answer that was announced may still become a poll; https://github.com/discord/discord-api-docs/pull/7090
  const poll = isAnnounced(message) && body.poll ? createPoll(world, body.poll) : undefined;
  if (poll === undefined && isEmpty(content)) throw new DiscordError('emptyMessage');
  const flags = editedFlags(message.flags ?? 0, body);
  return { changes: { ...content, flags, ...(poll !== undefined && { poll }) }, files: kept, uploads };
}

export function publishEdit(
  world: World,
  stored: StoredMessage,
  { changes, files, uploads }: ComposedEdit,
): StoredMessage {
  keepUploads(world, uploads);
  delete stored.files;
  Object.assign(stored, withFiles(files, changes));
  // The first content of an answer announced before is no edit.
  const isFirst = isAnnounced(stored.message);
  Object.assign(stored.message, changes, {
    ...(!isFirst && { edited_timestamp: discordTimestamp(world.clock.now()) }),
  });
  world.events.emit({ type: 'message-updated', stored });
  return stored;
}

/** What those who manage messages may do to those of others. */
export function suppressEmbeds(world: World, stored: StoredMessage, flags: MessageFlags): StoredMessage {
  const { message } = stored;
  const kept = (message.flags ?? 0) & ~MessageFlags.SuppressEmbeds;
  message.flags = kept | (flags & MessageFlags.SuppressEmbeds);
  world.events.emit({ type: 'message-updated', stored });
  return stored;
}

function isAnnounced(message: APIMessage): boolean {
  return ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
}

/** An edit may show or hide embeds and turn a message into Components V2, never back. */
function editedFlags(before: number, body: MessageBody): number {
  const kept = before & ~MessageFlags.Loading;
  if (body.flags === undefined || body.flags === null) return kept;
  return (
    (kept & ~MessageFlags.SuppressEmbeds) |
    (body.flags & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2))
  );
}

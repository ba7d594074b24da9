import { ComponentType } from 'discord-api-types/v10';
import type { APIAttachment, APIMessageTopLevelComponent, APIUnfurledMediaItem } from 'discord-api-types/v10';
import type { StoredMessage } from './records.ts';
import { walkComponents } from './walk-components.ts';

/** All that came with a message, and which of it its embeds show. */
export interface MessageFiles {
  attachments: APIAttachment[];
  embeddedIds: string[];
}

export function filesOf({ message, files }: StoredMessage): MessageFiles {
  return files ?? { attachments: message.attachments, embeddedIds: [] };
}

/**
 * "Any attached files that are not referenced in embeds or components": the others stay with the message unseen, until
 * an edit keeps them without showing them. https://docs.discord.com/developers/resources/message#message-object-message-structure
 */
export function filesBeside(
  { attachments, embeddedIds }: MessageFiles,
  components: readonly APIMessageTopLevelComponent[],
): APIAttachment[] {
  const shown = new Set([...embeddedIds, ...mediaOf(components).map(({ attachment_id: id }) => id)]);
  return attachments.filter(({ id }) => !shown.has(id));
}

/** Only media that were named by `attachment://` say which file they are: an address that Discord has given is any address. */
function mediaOf(components: readonly APIMessageTopLevelComponent[]): APIUnfurledMediaItem[] {
  return walkComponents(components).flatMap(({ component }) => {
    if (component.type === ComponentType.MediaGallery) return component.items.map(({ media }) => media);
    if (component.type === ComponentType.Thumbnail) return [component.media];
    return component.type === ComponentType.File ? [component.file] : [];
  });
}

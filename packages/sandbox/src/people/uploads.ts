import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { APIAttachment } from 'discord-api-types/v10';
import { keepUploads, placeAttachments, type UploadedFile } from '../world/attachments.ts';
import type { World } from '../world/world.ts';
import { PeopleError } from './errors.ts';
import type { RawOption, SandboxUpload, SubmittedModalComponent } from './protocol.ts';

/** The files of a request, stored; by the ids that the request gave them. */
export type ReceivedUploads = ReadonlyMap<string, APIAttachment>;

export function receiveUploads(
  world: World,
  channelId: string,
  uploads: readonly SandboxUpload[] = [],
): ReceivedUploads {
  const { attachments, uploads: received } = placeAttachments(world, {
    channelId,
    drafts: undefined,
    files: toFiles(uploads),
    before: [],
  });
  keepUploads(world, received);
  return new Map(uploads.map(({ id }, index) => [id, pick(attachments, index)]));
}

export function toFiles(uploads: readonly SandboxUpload[]): UploadedFile[] {
  return uploads.map((upload, index) => ({
    key: String(index),
    name: upload.filename,
    contentType: upload.contentType,
    bytes: Buffer.from(upload.data, 'base64'),
  }));
}

/** Options with the ids of the stored files instead of those of the request. */
export function withStoredFiles(options: readonly RawOption[], uploads: ReceivedUploads): RawOption[] {
  return options.map((option) => {
    if (!('value' in option)) {
      return option.options === undefined
        ? option
        : { ...option, options: withStoredFiles(option.options, uploads) };
    }
    if (option.type !== ApplicationCommandOptionType.Attachment) return option;
    return { ...option, value: uploads.get(String(option.value))?.id ?? option.value };
  });
}

/** The same for the file fields of a modal. */
export function withStoredFields(
  components: readonly SubmittedModalComponent[],
  uploads: ReceivedUploads,
): SubmittedModalComponent[] {
  return components.map((component) => {
    if (!('component' in component) || !('values' in component.component)) return component;
    const { values } = component.component;
    const stored = values.map((id) => uploads.get(id)?.id ?? id);
    return { ...component, component: { ...component.component, values: stored } };
  });
}

function pick(attachments: readonly APIAttachment[], index: number): APIAttachment {
  const attachment = attachments[index];
  if (attachment === undefined) throw new PeopleError(400, 'A file is missing.');
  return attachment;
}

import { AttachmentFlags } from 'discord-api-types/v10';
import type { APIAttachment } from 'discord-api-types/v10';
import { problem } from '../validation/problem.ts';
import { DiscordError, InvalidFormError } from './discord-error.ts';
import type { AttachmentRecord } from './records.ts';
import type { World } from './world.ts';

/** A file as it came with a request: `files[0]` has the key "0". */
export interface UploadedFile {
  key: string;
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

/** What a request says of a file: an upload by its key, or one that the message has already by its id. */
export interface AttachmentDraft {
  id: string | number;
  filename?: string | null | undefined;
  description?: string | null | undefined;
  title?: string | null | undefined;
  is_spoiler?: boolean | null | undefined;
}

/** https://docs.discord.com/developers/reference#uploading-files */
const MAX_FILE = 10 * 1024 * 1024;
export const MAX_FILES = 10;
/** All files together; the oldest are forgotten, so that a long run does not fill the memory. */
const KEPT_BYTES = 256 * 1024 * 1024;

const SPOILER = 'SPOILER_';

interface Upload {
  channelId: string;
  drafts: readonly AttachmentDraft[] | null | undefined;
  files: readonly UploadedFile[];
  before: readonly APIAttachment[];
}

/** Attachments of a message, and the new ones among them, which nobody has stored yet. */
export interface PlacedAttachments {
  attachments: APIAttachment[];
  uploads: AttachmentRecord[];
}

/** The attachments of a message: those it keeps and those that were uploaded. */
export function placeAttachments(world: World, upload: Upload): PlacedAttachments {
  const { files, before } = upload;
  if (files.some((file) => file.bytes.length > MAX_FILE)) throw new DiscordError('bodyTooLarge');
  const drafts = upload.drafts ?? [
    ...before.map(({ id }) => ({ id })),
    ...files.map((file) => ({ id: file.key })),
  ];
  if (Math.max(drafts.length, files.length) > MAX_FILES) throw new DiscordError('tooManyAttachments');
  const uploads: AttachmentRecord[] = [];
  const place = (file: UploadedFile, draft: AttachmentDraft): APIAttachment => {
    const placed = receive(world, upload.channelId, file, draft);
    uploads.push(placed.record);
    return placed.attachment;
  };
  const described = drafts.map((draft, index) => {
    const kept = before.find((attachment) => attachment.id === String(draft.id));
    if (kept !== undefined) return redescribe(kept, draft);
    const file = files.find((candidate) => candidate.key === String(draft.id));
    if (file !== undefined) return place(file, draft);
    const message = `Attachment data for id ${draft.id} was not found`;
    throw invalid([index, 'id'], 'ATTACHMENT_NOT_FOUND', message);
  });
  // A file that the list leaves out is uploaded all the same.
  const listed = new Set(drafts.map((draft) => String(draft.id)));
  const others = files.filter((file) => upload.drafts !== undefined && !listed.has(file.key));
  return { attachments: [...described, ...others.map((file) => place(file, { id: file.key }))], uploads };
}

export function keepUploads(world: World, uploads: readonly AttachmentRecord[]): void {
  for (const record of uploads) world.attachments.set(record.id, record);
  if (uploads.length > 0) forgetOldest(world);
}

/** The address behind `attachment://name`. */
export function findUpload(attachments: readonly APIAttachment[], url: string): APIAttachment | null {
  if (!url.startsWith('attachment://')) return null;
  const name = safeName(url.slice('attachment://'.length));
  const found = attachments.find((attachment) => attachment.filename === name);
  if (found === undefined) {
    throw new InvalidFormError([
      {
        rule: 'attachment-reference',
        source:
          'https://docs.discord.com/developers/reference#editing-message-attachments-using-attachments-within-embeds',
        status: 400,
        problems: [
          problem(
            [],
            'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
            `The referenced attachment ${name} was not found`,
          ),
        ],
      },
    ]);
  }
  return found;
}

function receive(
  world: World,
  channelId: string,
  file: UploadedFile,
  draft: AttachmentDraft,
): { attachment: APIAttachment; record: AttachmentRecord } {
  const id = world.snowflakes.next();
  const name = `${draft.is_spoiler === true ? SPOILER : ''}${safeName(draft.filename ?? file.name)}`;
  const url = `${world.address.url}/attachments/${channelId}/${id}/${encodeURIComponent(name)}`;
  const attachment: APIAttachment = {
    id,
    filename: name,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...optional('description', draft.description),
    ...optional('title', draft.title),
    ...(name.startsWith(SPOILER) && { flags: AttachmentFlags.IsSpoiler }),
  };
  return { attachment, record: { id, name, contentType: file.contentType, bytes: file.bytes } };
}

/** An edit may describe what it keeps anew; https://docs.discord.com/developers/reference#editing-message-attachments */
function redescribe(
  kept: APIAttachment,
  { description, is_spoiler: isSpoiler }: AttachmentDraft,
): APIAttachment {
  const { description: before, flags = 0, ...rest } = kept;
  const text = description === undefined ? before : description;
  const spoiler = isSpoiler ?? (flags & AttachmentFlags.IsSpoiler) !== 0;
  const others = flags & ~AttachmentFlags.IsSpoiler;
  const changed = spoiler ? others | AttachmentFlags.IsSpoiler : others;
  return {
    ...rest,
    ...optional('description', text),
    ...(changed !== 0 && { flags: changed }),
  };
}

/** Discord leaves out what nobody said. */
function optional<Name extends string>(
  name: Name,
  text: string | null | undefined,
): Partial<Record<Name, string>> {
  return text === null || text === undefined ? {} : ({ [name]: text } as Record<Name, string>);
}

function forgetOldest(world: World): void {
  let size = [...world.attachments.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  for (const { id, bytes } of world.attachments.values()) {
    if (size <= KEPT_BYTES) return;
    world.attachments.delete(id);
    size -= bytes.length;
  }
}

/** Discord keeps letters, digits, dots, underscores and hyphens of a name. */
function safeName(name: string): string {
  return name.replaceAll(/[^\w.-]/g, '_').slice(0, 1_024) || 'unknown';
}

function invalid(path: (string | number)[], code: string, message: string): InvalidFormError {
  return new InvalidFormError([
    {
      rule: 'attachments',
      source: 'https://docs.discord.com/developers/reference#uploading-files',
      status: 400,
      problems: [problem(['attachments', ...path], code, message)],
    },
  ]);
}

import {
  array,
  discriminatedUnion,
  literal,
  nullable,
  number,
  object,
  optional,
  regex,
  safeParse,
  string,
  unknown,
} from 'zod/mini';
import type { SavedWorld } from './saved-world.ts';

/** Ids and permissions are reckoned with: words would break off in the middle of a request. */
const digits = string().check(regex(/^\d{1,20}$/));

const user = object({ id: digits, username: string() });

const role = object({ id: digits, name: string(), permissions: digits, position: number() });

const member = object({ userId: digits, roleIds: array(string()), joinedAt: string() });

const channel = discriminatedUnion('kind', [
  object({
    kind: literal('channel'),
    id: digits,
    guildId: digits,
    type: number(),
    name: string(),
    position: number(),
    overwrites: array(object({ id: digits, type: number(), allow: digits, deny: digits })),
  }),
  object({
    kind: literal('thread'),
    id: digits,
    guildId: digits,
    type: number(),
    name: string(),
    thread: object({
      parentId: digits,
      ownerId: digits,
      createdAt: string(),
      archivedAt: string(),
      members: array(object({ userId: digits })),
      appliedTags: array(string()),
    }),
  }),
  object({ kind: literal('direct'), id: digits, type: number(), recipientId: digits }),
]);

/** There may be a hundred thousand: only what everything falls over without. */
const message = object({
  id: digits,
  channel_id: string(),
  author: object({ id: string(), username: string() }),
  content: string(),
  timestamp: string(),
  embeds: array(unknown()),
  attachments: array(unknown()),
});

/** Those of a message that shows some of them in itself. */
const files = object({ attachments: array(object({ id: digits })), embeddedIds: array(digits) });

/** The file is written by this program only, so its outline is enough to recognise it: what the program relies on. */
const outline = object({
  version: literal(1),
  lastSnowflake: digits,
  bot: user,
  people: array(object({ user })),
  guilds: array(
    object({ id: digits, name: string(), ownerId: digits, roles: array(role), members: array(member) }),
  ),
  channels: array(channel),
  messages: array(object({ message, files: optional(files), guildId: nullable(string()) })),
  commands: array(object({ id: digits, name: string() })),
  webhooks: optional(array(object({ id: digits, channelId: digits, token: string() }))),
  attachments: optional(
    array(object({ id: digits, name: string(), contentType: string(), base64: string() })),
  ),
});

export function isSavedWorld(value: unknown): value is SavedWorld {
  return safeParse(outline, value).success;
}

/** The first place where something is not a saved world: "channels.0.name", or nothing when it is something else altogether. */
export function findWrongPart(value: unknown): string {
  const [issue] = safeParse(outline, value).error?.issues ?? [];
  return issue?.path.map(String).join('.') ?? '';
}

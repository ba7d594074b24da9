import type { APIApplicationCommand, APIUser } from 'discord-api-types/v10';
import type {
  AttachmentRecord,
  ChannelRecord,
  GuildRecord,
  PersonRecord,
  StoredMessage,
  WebhookRecord,
} from './records.ts';
import type { World } from './world.ts';

/** What is kept between two starts. Interactions and answers that only one member saw are not: in Discord they end with the client, too. */
export interface SavedWorld {
  version: 1;
  lastSnowflake: string;
  bot: APIUser;
  people: PersonRecord[];
  guilds: GuildRecord[];
  channels: ChannelRecord[];
  messages: StoredMessage[];
  commands: APIApplicationCommand[];
  webhooks?: WebhookRecord[];
  attachments?: SavedAttachment[];
}

/** The bytes as base64. */
export type SavedAttachment = Omit<AttachmentRecord, 'bytes'> & { base64: string };

export interface StateStore {
  /** Null when nothing was saved yet. */
  load(): Promise<SavedWorld | null>;
  save(world: SavedWorld): Promise<void>;
}

export function toSavedWorld(world: World): SavedWorld {
  return {
    version: 1,
    lastSnowflake: world.snowflakes.last(),
    bot: world.bot,
    people: [...world.people.values()],
    guilds: [...world.guilds.values()],
    channels: [...world.channels.values()],
    messages: [...world.messages.values()]
      .flat()
      .filter((stored) => stored.ephemeralFor === null && !isThinking(stored)),
    commands: [...world.commands.values()],
    webhooks: [...world.webhooks.values()],
    attachments: [...world.attachments.values()].map(({ bytes, ...attachment }) => ({
      ...attachment,
      base64: Buffer.from(bytes).toString('base64'),
    })),
  };
}

export function readAttachment({ base64, ...attachment }: SavedAttachment): AttachmentRecord {
  return { ...attachment, bytes: Buffer.from(base64, 'base64') };
}

function isThinking(stored: StoredMessage): boolean {
  return ((stored.message.flags ?? 0) & LOADING) !== 0;
}

/** MessageFlags.Loading */
const LOADING = 1 << 7;

import type { Clock } from '@communique/shared/clock';
import type { APIApplicationCommand, APIUser } from 'discord-api-types/v10';
import { createWorldEvents, type WorldEvents } from './events.ts';
import type { Deadlines, LiveInteraction } from './interaction.ts';
import type { RememberedNonce } from './nonces.ts';
import type {
  AttachmentRecord,
  ChannelRecord,
  GuildChannelRecord,
  GuildRecord,
  MemberRecord,
  PersonRecord,
  StoredMessage,
  WebhookRecord,
} from './records.ts';
import { readAttachment, type SavedWorld } from './saved-world.ts';
import { createSnowflakes, type Snowflakes } from './snowflakes.ts';

/** All that exists in the sandbox. Only the functions beside this file change it. */
export interface World {
  readonly clock: Clock;
  readonly snowflakes: Snowflakes;
  /** Where the sandbox is reached; known once it listens. */
  readonly address: { url: string };
  readonly events: WorldEvents;
  readonly deadlines: Deadlines;
  /** The bot's user; an application and its bot share one id. */
  readonly bot: APIUser;
  readonly people: Map<string, PersonRecord>;
  readonly guilds: Map<string, GuildRecord>;
  readonly channels: Map<string, ChannelRecord>;
  /** By channel, oldest first. */
  readonly messages: Map<string, StoredMessage[]>;
  readonly commands: Map<string, APIApplicationCommand>;
  readonly interactions: Map<string, LiveInteraction>;
  readonly interactionsByToken: Map<string, LiveInteraction>;
  readonly webhooks: Map<string, WebhookRecord>;
  /** Uploaded files, oldest first. */
  readonly attachments: Map<string, AttachmentRecord>;
  /** Privileged intents (bits) that the application has switched on, whatever a bot identifies with. */
  readonly privilegedIntents: number;
  /** Servers that Discord itself cannot reach at the moment. */
  readonly outages: Set<string>;
  /** When messages of a channel were published, in machine time. */
  readonly crossposts: Map<string, number[]>;
  /** When commands were created, by server or for all, in machine time. */
  readonly commandCreations: Map<string | null, number[]>;
  /** When messages were edited that may not be edited often, in machine time. */
  readonly edits: Map<string, number[]>;
  readonly nonces: Map<string, RememberedNonce>;
  /** Running deadlines, cleared when the sandbox closes. */
  readonly timers: Set<NodeJS.Timeout>;
}

export function createWorld(
  saved: SavedWorld,
  clock: Clock,
  deadlines: Deadlines,
  privilegedIntents = 0,
): World {
  return {
    clock,
    deadlines,
    privilegedIntents,
    address: { url: '' },
    snowflakes: createSnowflakes(clock, saved.lastSnowflake),
    events: createWorldEvents(),
    bot: saved.bot,
    people: byId(saved.people, (person) => person.user.id),
    guilds: byId(saved.guilds, (guild) => guild.id),
    channels: byId(saved.channels, (channel) => channel.id),
    messages: groupByChannel(saved.messages),
    commands: byId(saved.commands, (command) => command.id),
    interactions: new Map(),
    interactionsByToken: new Map(),
    webhooks: byId(saved.webhooks ?? [], (webhook) => webhook.id),
    attachments: byId((saved.attachments ?? []).map(readAttachment), (attachment) => attachment.id),
    outages: new Set(),
    crossposts: new Map(),
    commandCreations: new Map(),
    edits: new Map(),
    nonces: new Map(),
    timers: new Set(),
  };
}

export function findMember(world: World, guildId: string | null, userId: string): MemberRecord | undefined {
  return world.guilds.get(guildId ?? '')?.members.find((member) => member.userId === userId);
}

/** The servers that the bot is on. */
export function guildsOfBot(world: World): GuildRecord[] {
  return [...world.guilds.values()].filter((guild) =>
    guild.members.some((member) => member.userId === world.bot.id),
  );
}

/** The user behind an id, the bot's included. */
export function findUser(world: World, userId: string): APIUser | undefined {
  return userId === world.bot.id ? world.bot : world.people.get(userId)?.user;
}

export function channelsOf(world: World, guildId: string): GuildChannelRecord[] {
  return [...world.channels.values()].filter(
    (channel): channel is GuildChannelRecord => channel.guildId === guildId,
  );
}

export function displayName(world: World, guildId: string | null, userId: string): string {
  const user = findUser(world, userId);
  return findMember(world, guildId, userId)?.nick ?? user?.global_name ?? user?.username ?? 'Unknown';
}

/** Runs `act` after real time; closing the sandbox forgets it. */
export function schedule(world: World, milliseconds: number, act: () => void): void {
  const timer = setTimeout(() => {
    world.timers.delete(timer);
    act();
  }, milliseconds);
  // A waiting deadline is no reason to keep the process alive.
  timer.unref();
  world.timers.add(timer);
}

function byId<Item>(items: readonly Item[], idOf: (item: Item) => string): Map<string, Item> {
  return new Map(items.map((item) => [idOf(item), item]));
}

function groupByChannel(messages: readonly StoredMessage[]): Map<string, StoredMessage[]> {
  const groups = new Map<string, StoredMessage[]>();
  for (const stored of messages) {
    const group = groups.get(stored.message.channel_id);
    if (group === undefined) groups.set(stored.message.channel_id, [stored]);
    else group.push(stored);
  }
  return groups;
}

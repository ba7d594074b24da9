import { ChannelType } from 'discord-api-types/v10';
import { DiscordError } from '../world/discord-error.ts';
import type { ChannelChanges } from '../world/guild-channels.ts';
import type { TextChannelRecord } from '../world/records.ts';
import { channelsOf, type World } from '../world/world.ts';
import { invalidForm } from './forms.ts';

const CHANNEL_DOCS = 'https://docs.discord.com/developers/resources/channel';
/** Both of https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const MAX_CHANNELS = 500;
const MAX_OVERWRITES = 1_000;
/** https://docs.discord.com/developers/resources/channel#channel-object-channel-structure */
const MAX_IN_CATEGORY = 50;

/** The channel as far as it is known: one that is to be created has no id yet. */
type Subject = Pick<TextChannelRecord, 'guildId' | 'type'> & { id?: string };

/** What no schema can know of a channel that is created or changed, because it depends on what exists. */
export function checkChannel(world: World, channel: Subject, changes: ChannelChanges): void {
  checkConversion(channel, changes);
  checkParent(world, channel, changes.parent_id);
  const names = (changes.available_tags ?? []).flatMap((tag) => (tag === null ? [] : [tag.name]));
  if (new Set(names).size < names.length) throw new DiscordError('tagsNotUnique');
  if ((changes.permission_overwrites ?? []).length > MAX_OVERWRITES) {
    throw new DiscordError('tooManyOverwrites');
  }
}

/** Threads do not count. */
export function refuseOneMoreChannel(world: World, guildId: string): void {
  const channels = channelsOf(world, guildId).filter((channel) => channel.kind === 'channel');
  if (channels.length >= MAX_CHANNELS) throw new DiscordError('tooManyChannels');
}

/** One more for whom the channel is to be another. */
export function refuseOneMoreOverwrite({ overwrites }: TextChannelRecord, id: string): void {
  if (overwrites.length >= MAX_OVERWRITES && !overwrites.some((overwrite) => overwrite.id === id)) {
    throw new DiscordError('tooManyOverwrites');
  }
}

/** A category of the same server with room for one more. */
export function checkParent(
  world: World,
  channel: Subject,
  parentId: string | null | undefined,
  /** Where the request says so. */
  path: (string | number)[] = ['parent_id'],
): void {
  if (parentId === undefined || parentId === null) return;
  const rule = { name: 'channel-parent', source: `${CHANNEL_DOCS}#modify-channel` };
  const parent = world.channels.get(parentId);
  if (parent?.guildId !== channel.guildId) {
    throw invalidForm(rule, path, 'CHANNEL_PARENT_INVALID', 'Category does not exist');
  }
  if (parent.type !== ChannelType.GuildCategory || channel.type === ChannelType.GuildCategory) {
    throw invalidForm(rule, path, 'CHANNEL_PARENT_INVALID_TYPE', 'Not a category');
  }
  const others = channelsOf(world, channel.guildId).filter(
    (other) => other.kind === 'channel' && other.parentId === parentId && other.id !== channel.id,
  );
  if (others.length < MAX_IN_CATEGORY) return;
  const message = `Maximum number of channels in category reached (${MAX_IN_CATEGORY})`;
  throw invalidForm(rule, path, 'CHANNEL_PARENT_MAX_CHANNELS', message);
}

/** Text and announcement channels may become one another, all others stay what they are. */
function checkConversion(channel: Subject, { type }: ChannelChanges): void {
  if (type === undefined || type === null || type === channel.type) return;
  if (CONVERTIBLE.has(type) && CONVERTIBLE.has(channel.type)) return;
  const rule = {
    name: 'channel-conversion',
    source: `${CHANNEL_DOCS}#modify-channel-json-params-guild-channel`,
  };
  const message = 'Only conversion between text and announcement channels is supported.';
  throw invalidForm(rule, ['type'], 'BASE_TYPE_CHOICES', message);
}

const CONVERTIBLE: ReadonlySet<ChannelType> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement]);

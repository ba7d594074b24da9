import { PermissionFlagsBits } from 'discord-api-types/v10';
import { DiscordError } from '../world/discord-error.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import type { TextChannelRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { invalidForm } from './forms.ts';

const RULE = {
  name: 'forum-tags',
  source: 'https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel',
};

/** At most five of the forum's own tags, and one where the forum asks for it. */
export function checkTags(world: World, forum: TextChannelRecord, tagIds: readonly string[]): void {
  const { tags = [], requireTag = false } = forum.forum ?? {};
  if (tagIds.length > 5) {
    throw invalidForm(RULE, ['applied_tags'], 'BASE_TYPE_MAX_LENGTH', 'Must be 5 or fewer in length.');
  }
  const chosen = tagIds.map((id) => tags.find((tag) => tag.id === id));
  if (chosen.includes(undefined)) {
    throw invalidForm(RULE, ['applied_tags'], 'FORUM_TAG_UNKNOWN', 'Unknown forum tag');
  }
  if (requireTag && tagIds.length === 0) throw new DiscordError('tagRequired');
  const manages = has(channelPermissions(world, forum, world.bot.id), PermissionFlagsBits.ManageThreads);
  if (!manages && chosen.some((tag) => tag?.moderated === true)) throw new DiscordError('missingPermissions');
}

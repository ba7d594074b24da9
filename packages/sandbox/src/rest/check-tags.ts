import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIGuildForumTag } from 'discord-api-types/v10';
import { DiscordError } from '../world/discord-error.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import type { TextChannelRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { invalidForm } from './forms.ts';

const RULE = {
  name: 'forum-tags',
  source: 'https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel',
};

/** What the bot gives a post; tags for moderators only with their permission. */
export function checkOwnTags(world: World, forum: TextChannelRecord, tagIds: readonly string[]): void {
  const chosen = checkTags(forum, tagIds);
  const manages = has(channelPermissions(world, forum, world.bot.id), PermissionFlagsBits.ManageThreads);
  if (!manages && chosen.some(({ moderated }) => moderated)) throw new DiscordError('missingPermissions');
}

/** At most five of the forum's own tags, and one where the forum asks for it. */
export function checkTags(forum: TextChannelRecord, tagIds: readonly string[]): APIGuildForumTag[] {
  const { tags = [], requireTag = false } = forum.forum ?? {};
  if (tagIds.length > 5) {
    throw invalidForm(RULE, ['applied_tags'], 'BASE_TYPE_MAX_LENGTH', 'Must be 5 or fewer in length.');
  }
  const chosen = tags.filter(({ id }) => tagIds.includes(id));
  if (tagIds.some((id) => chosen.every((tag) => tag.id !== id))) {
    throw invalidForm(RULE, ['applied_tags'], 'FORUM_TAG_UNKNOWN', 'Unknown forum tag');
  }
  if (requireTag && tagIds.length === 0) throw new DiscordError('tagRequired');
  return chosen;
}

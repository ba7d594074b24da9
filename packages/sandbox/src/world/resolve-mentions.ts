import { AllowedMentionsTypes, ComponentType, PermissionFlagsBits } from 'discord-api-types/v10';
import type {
  APIAllowedMentions,
  APIMessage,
  APIMessageTopLevelComponent,
  APIUser,
} from 'discord-api-types/v10';
import { channelPermissions, has } from './permissions.ts';
import type { ChannelRecord } from './records.ts';
import { walkComponents } from './walk-components.ts';
import { findUser, type World } from './world.ts';

export type Mentions = Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'>;

/** What a plain message pings unless it says otherwise; https://docs.discord.com/developers/resources/message#allowed-mentions-object */
export const MESSAGE_MENTIONS: readonly AllowedMentionsTypes[] = [
  AllowedMentionsTypes.User,
  AllowedMentionsTypes.Role,
  AllowedMentionsTypes.Everyone,
];

/** Answers to interactions and webhooks ping users only. */
export const WEBHOOK_MENTIONS: readonly AllowedMentionsTypes[] = [AllowedMentionsTypes.User];

interface Mentioning {
  channel: ChannelRecord;
  authorId: string;
  content: string;
  components: readonly APIMessageTopLevelComponent[];
  allowed: APIAllowedMentions;
}

/** Who is pinged by the text of a message and of its text displays. */
export function resolveMentions(world: World, message: Mentioning): Mentions {
  const text = [message.content, ...displayedTexts(message.components)].join('\n');
  const { allowed } = message;
  const parse = new Set(allowed.parse ?? []);
  const permissions = channelPermissions(world, message.channel, message.authorId);
  const mayPingAll = has(permissions, PermissionFlagsBits.MentionEveryone);
  const guildRoles = world.guilds.get(message.channel.guildId ?? '')?.roles ?? [];
  const roleIds = idsIn(text, /<@&(\d+)>/g).filter((id) => {
    const role = guildRoles.find((candidate) => candidate.id === id);
    if (role === undefined || !(role.mentionable || mayPingAll)) return false;
    return parse.has(AllowedMentionsTypes.Role) || allowed.roles?.includes(id) === true;
  });
  const users = idsIn(text, /<@!?(\d+)>/g)
    .filter((id) => parse.has(AllowedMentionsTypes.User) || allowed.users?.includes(id) === true)
    .map((id) => findUser(world, id))
    .filter((user): user is APIUser => user !== undefined);
  return {
    mentions: users,
    mention_roles: roleIds,
    mention_everyone:
      mayPingAll && parse.has(AllowedMentionsTypes.Everyone) && /@(everyone|here)\b/.test(text),
  };
}

function displayedTexts(components: readonly APIMessageTopLevelComponent[]): string[] {
  return walkComponents(components).flatMap(({ component }) =>
    component.type === ComponentType.TextDisplay ? [component.content] : [],
  );
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
}

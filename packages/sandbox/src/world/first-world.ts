import { ChannelType, Locale, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIGuildForumTag, APIOverwrite, APIRole, APIUser } from 'discord-api-types/v10';
import type { GuildRecord, PersonRecord, TextChannelRecord } from './records.ts';
import type { SavedWorld } from './saved-world.ts';

/** Ids of the world at its first start, the same on every machine; their time part is the first of January 2024. */
export const FIRST_WORLD = {
  bot: '1191200000000000001',
  mara: '1191200000000000011',
  ada: '1191200000000000012',
  jun: '1191200000000000013',
  sam: '1191200000000000014',
  /** Owns both servers, so that the moderators are moderators by their role and nothing else. */
  noor: '1191200000000000015',
  forum: {
    id: '1191200000000000100',
    moderatorRole: '1191200000000000101',
    botRole: '1191200000000000102',
    general: '1191200000000000111',
    briefings: '1191200000000000112',
    digest: '1191200000000000113',
    mods: '1191200000000000114',
    debates: '1191200000000000115',
    questionTag: '1191200000000000121',
    proposalTag: '1191200000000000122',
  },
  second: {
    id: '1191200000000000200',
    moderatorRole: '1191200000000000201',
    botRole: '1191200000000000202',
    lobby: '1191200000000000211',
  },
} as const;

/** Typed as a number because the flag enums have no member for zero. */
const NO_FLAGS: number = 0;

const FOUNDED = '2024-01-01T12:00:00.000000+00:00';

export function createFirstWorld(): SavedWorld {
  const { forum, second } = FIRST_WORLD;
  return {
    version: 1,
    lastSnowflake: '1191200000000009999',
    bot: aUser({ id: FIRST_WORLD.bot, username: 'Communiqué', name: 'Communiqué', bot: true }),
    people: [
      aPerson(FIRST_WORLD.mara, 'Mara'),
      aPerson(FIRST_WORLD.ada, 'Ada'),
      aPerson(FIRST_WORLD.jun, 'Jun', Locale.German),
      aPerson(FIRST_WORLD.sam, 'Sam'),
      aPerson(FIRST_WORLD.noor, 'Noor'),
    ],
    guilds: [
      aGuild({
        ids: forum,
        name: 'Foreign Affairs Forum',
        moderators: [FIRST_WORLD.mara],
        members: [FIRST_WORLD.ada, FIRST_WORLD.jun],
      }),
      aGuild({ ids: second, name: 'Second Server', moderators: [FIRST_WORLD.sam], members: [] }),
    ],
    channels: [
      ...channelsOfForum(),
      aChannel(second.id, { id: second.lobby, name: 'lobby', topic: null, position: 0 }),
    ],
    messages: [],
    commands: [],
  };
}

function channelsOfForum(): TextChannelRecord[] {
  const { forum } = FIRST_WORLD;
  return [
    aChannel(forum.id, { id: forum.general, name: 'general', topic: 'Talk about anything.', position: 0 }),
    aChannel(forum.id, {
      id: forum.briefings,
      name: 'briefings',
      topic: 'Ask for a briefing, discuss it here.',
      position: 1,
    }),
    aChannel(forum.id, {
      id: forum.digest,
      type: ChannelType.GuildAnnouncement,
      name: 'digest',
      topic: 'The daily digest.',
      position: 2,
      overwrites: [
        anOverwrite(forum.id, { deny: PermissionFlagsBits.SendMessages }),
        anOverwrite(forum.botRole, { allow: PermissionFlagsBits.SendMessages }),
      ],
    }),
    aChannel(forum.id, {
      id: forum.mods,
      name: 'mods',
      topic: 'Moderators only.',
      position: 3,
      overwrites: [
        anOverwrite(forum.id, { deny: PermissionFlagsBits.ViewChannel }),
        anOverwrite(forum.moderatorRole, { allow: PermissionFlagsBits.ViewChannel }),
        anOverwrite(forum.botRole, { allow: PermissionFlagsBits.ViewChannel }),
      ],
    }),
    aChannel(forum.id, {
      id: forum.debates,
      type: ChannelType.GuildForum,
      name: 'debates',
      topic: 'One post for each debate.',
      position: 4,
      forum: {
        tags: [aTag(forum.questionTag, 'Question'), aTag(forum.proposalTag, 'Proposal')],
        requireTag: false,
      },
    }),
  ];
}

/** What Discord grants everybody on a new server, as far as the sandbox knows these acts. */
const EVERYONE =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.ChangeNickname;

const MODERATOR =
  PermissionFlagsBits.ManageGuild |
  PermissionFlagsBits.ManageMessages |
  PermissionFlagsBits.ManageThreads |
  PermissionFlagsBits.ManageChannels |
  PermissionFlagsBits.ManageRoles;

const BOT =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory;

interface GuildIds {
  id: string;
  moderatorRole: string;
  botRole: string;
}

function aGuild(plan: { ids: GuildIds; name: string; moderators: string[]; members: string[] }): GuildRecord {
  const { ids } = plan;
  return {
    id: ids.id,
    name: plan.name,
    ownerId: FIRST_WORLD.noor,
    preferredLocale: Locale.EnglishUS,
    roles: [
      aRole({ id: ids.id, name: '@everyone', permissions: EVERYONE, position: 0 }),
      {
        ...aRole({ id: ids.botRole, name: 'Communiqué', permissions: BOT, position: 1 }),
        managed: true,
        tags: { bot_id: FIRST_WORLD.bot },
      },
      aRole({
        id: ids.moderatorRole,
        name: 'Moderators',
        permissions: MODERATOR,
        position: 2,
        color: 0x3b_82_f6,
      }),
    ],
    members: [
      ...plan.moderators.map((userId) => aMember(userId, [ids.moderatorRole])),
      ...plan.members.map((userId) => aMember(userId, [])),
      aMember(FIRST_WORLD.noor, []),
      aMember(FIRST_WORLD.bot, [ids.botRole]),
    ],
  };
}

function aRole(plan: {
  id: string;
  name: string;
  permissions: bigint;
  position: number;
  color?: number;
}): APIRole {
  const color = plan.color ?? 0;
  return {
    id: plan.id,
    name: plan.name,
    permissions: plan.permissions.toString(),
    position: plan.position,
    color,
    colors: { primary_color: color, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: NO_FLAGS,
  };
}

function aMember(userId: string, roleIds: string[]) {
  return { userId, nick: null, roleIds, joinedAt: FOUNDED };
}

function aPerson(id: string, name: string, locale = Locale.EnglishUS): PersonRecord {
  return { user: aUser({ id, username: name.toLowerCase(), name }), locale };
}

function aUser(plan: { id: string; username: string; name: string; bot?: boolean }): APIUser {
  return {
    id: plan.id,
    username: plan.username,
    discriminator: plan.bot === true ? '0001' : '0',
    global_name: plan.bot === true ? null : plan.name,
    avatar: null,
    ...(plan.bot === true && { bot: true }),
    public_flags: NO_FLAGS,
    flags: NO_FLAGS,
    primary_guild: null,
  };
}

function aChannel(
  guildId: string,
  plan: Pick<TextChannelRecord, 'id' | 'name' | 'topic' | 'position'> & Partial<TextChannelRecord>,
): TextChannelRecord {
  return {
    kind: 'channel',
    guildId,
    type: ChannelType.GuildText,
    parentId: null,
    nsfw: false,
    slowmode: 0,
    autoArchiveDuration: null,
    overwrites: [],
    lastMessageId: null,
    lastPin: null,
    forum: null,
    ...plan,
  };
}

function aTag(id: string, name: string): APIGuildForumTag {
  return { id, name, moderated: false, emoji_id: null, emoji_name: null };
}

function anOverwrite(roleId: string, bits: { allow?: bigint; deny?: bigint }): APIOverwrite {
  return {
    id: roleId,
    type: OverwriteType.Role,
    allow: (bits.allow ?? 0n).toString(),
    deny: (bits.deny ?? 0n).toString(),
  };
}

import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import type { GatewayGuildCreateDispatchData } from 'discord-api-types/v10';
import { describeTextChannel, describeThread, describeThreadMember } from '../world/describe-channel.ts';
import { describeGuild } from '../world/describe-guild.ts';
import { describeMember } from '../world/describe-member.ts';
import type { WorldEvent } from '../world/events.ts';
import { canView } from '../world/permissions.ts';
import type { GuildRecord, ThreadChannelRecord } from '../world/records.ts';
import { channelsOf, findMember, findUser, type World } from '../world/world.ts';
import type { Announcement } from './announcement.ts';
import type { Dispatch } from './session.ts';

/** A server as a bot learns of it after READY. Without GUILD_PRESENCES its members are the bot alone; https://docs.discord.com/developers/events/gateway-events#guild-create */
export function describeGuildCreate(
  world: World,
  guild: GuildRecord,
  intents: number,
): GatewayGuildCreateDispatchData {
  const all = (intents & GatewayIntentBits.GuildPresences) !== 0;
  const channels = channelsOf(world, guild.id);
  const members = guild.members.flatMap((member) => {
    const user = all || member.userId === world.bot.id ? findUser(world, member.userId) : undefined;
    return user === undefined ? [] : [describeMember(member, user)];
  });
  return {
    ...describeGuild(guild),
    joined_at: findMember(world, guild.id, world.bot.id)?.joinedAt ?? '',
    large: false,
    unavailable: false,
    member_count: guild.members.length,
    members,
    channels: channels.flatMap((channel) =>
      channel.kind === 'channel' ? [describeTextChannel(channel)] : [],
    ),
    threads: channels
      .filter((channel): channel is ThreadChannelRecord => channel.kind === 'thread')
      .filter((channel) => !channel.thread.archived && canView(world, channel, world.bot.id))
      .map((channel) => describeKnownThread(world, channel)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

type GuildEvent = Extract<
  WorldEvent,
  { type: 'guild-updated' | 'guild-joined' | 'guild-left' | 'guild-lost' | 'guild-found' }
>;

/** `unavailable` tells an outage from a removal; https://docs.discord.com/developers/events/gateway-events#guild-delete */
export function describeGuildEvent(world: World, event: GuildEvent, intents: number): Announcement[] {
  const { guild } = event;
  const announce = (dispatch: Dispatch): Announcement[] => [
    { guildId: guild.id, intent: GatewayIntentBits.Guilds, dispatch },
  ];
  switch (event.type) {
    case 'guild-updated':
      return announce({ t: GatewayDispatchEvents.GuildUpdate, d: describeGuild(guild) });
    case 'guild-joined':
    case 'guild-found':
      return announce({
        t: GatewayDispatchEvents.GuildCreate,
        d: describeGuildCreate(world, guild, intents),
      });
    case 'guild-lost':
      return announce({ t: GatewayDispatchEvents.GuildDelete, d: { id: guild.id, unavailable: true } });
    case 'guild-left':
      return announce({ t: GatewayDispatchEvents.GuildDelete, d: { id: guild.id } });
  }
}

export function describeRoleEvent({
  type,
  guild,
  role,
}: Extract<WorldEvent, { type: 'role-created' | 'role-updated' | 'role-deleted' }>): Announcement[] {
  const announce = (dispatch: Dispatch): Announcement[] => [
    { guildId: guild.id, intent: GatewayIntentBits.Guilds, dispatch },
  ];
  if (type === 'role-deleted') {
    return announce({
      t: GatewayDispatchEvents.GuildRoleDelete,
      d: { guild_id: guild.id, role_id: role.id },
    });
  }
  const d = { guild_id: guild.id, role };
  return type === 'role-created'
    ? announce({ t: GatewayDispatchEvents.GuildRoleCreate, d })
    : announce({ t: GatewayDispatchEvents.GuildRoleUpdate, d });
}

/** A bot hears of changes of its own membership without any intent. */
export function describeMemberEvent(
  world: World,
  { type, guild, member }: Extract<WorldEvent, { type: 'member-joined' | 'member-updated' | 'member-left' }>,
): Announcement[] {
  const user = findUser(world, member.userId);
  if (user === undefined) return [];
  const announce = (dispatch: Dispatch, intent: number = GatewayIntentBits.GuildMembers): Announcement[] => [
    { guildId: guild.id, intent, dispatch },
  ];
  const described = { ...describeMember(member, user), guild_id: guild.id };
  if (type === 'member-joined') return announce({ t: GatewayDispatchEvents.GuildMemberAdd, d: described });
  if (type === 'member-left') {
    return announce({ t: GatewayDispatchEvents.GuildMemberRemove, d: { guild_id: guild.id, user } });
  }
  const own = user.id === world.bot.id ? 0 : GatewayIntentBits.GuildMembers;
  return announce({ t: GatewayDispatchEvents.GuildMemberUpdate, d: described }, own);
}

function describeKnownThread(world: World, channel: ThreadChannelRecord) {
  const own = channel.thread.members.find((member) => member.userId === world.bot.id);
  const thread = describeThread(channel);
  return own === undefined ? thread : { ...thread, member: describeThreadMember(channel.id, own) };
}

import { randomBytes } from 'node:crypto';
import { ApplicationIntegrationType, ChannelType, InteractionContextType } from 'discord-api-types/v10';
import type { APIBaseInteraction, APIInteraction, APIMessage, InteractionType } from 'discord-api-types/v10';
import { describeChannel } from './describe-channel.ts';
import { describeMember } from './describe-member.ts';
import type { LiveInteraction } from './interaction.ts';
import { channelPermissions } from './permissions.ts';
import type { ChannelRecord, GuildRecord, InteractionNote, MemberRecord, PersonRecord } from './records.ts';
import { failInteraction, settleInteraction } from './settle-interaction.ts';
import { schedule, type World } from './world.ts';

/** Who acts, and where: a member in a channel of a server, or a person who talks with the bot alone. */
export interface Actor {
  person: PersonRecord;
  channel: ChannelRecord;
  /** Null between two. */
  place: { guild: GuildRecord; member: MemberRecord } | null;
}

/** The part of an interaction that its kind decides. */
export type Act = APIInteraction extends infer Interaction
  ? Interaction extends { type: InteractionType; data?: unknown }
    ? Pick<Interaction, 'type' | 'data'>
    : never
  : never;

interface Start {
  actor: Actor;
  act: Act;
  note?: InteractionNote;
  /** The message whose component was used. */
  message?: APIMessage;
  opener?: LiveInteraction;
}

/** Sends an act to the bot and starts the clock that Discord starts: 3 s for the first answer, 15 min for the token. */
export function startInteraction(world: World, start: Start): LiveInteraction {
  const { actor, act } = start;
  const id = world.snowflakes.next();
  const token = randomBytes(64).toString('base64url');
  // The common fields are the same for every kind; `act` brings the type and its matching data.
  const payload = {
    ...commonFields(world, actor, { id, token }),
    ...act,
    ...(start.message !== undefined && { message: start.message }),
  } as APIInteraction;
  const interaction: LiveInteraction = {
    id,
    token,
    payload,
    memberId: actor.person.user.id,
    channelId: actor.channel.id,
    guildId: actor.channel.guildId,
    createdAt: world.clock.deadline(),
    note: start.note ?? null,
    sourceMessageId: start.message?.id ?? null,
    opener: start.opener ?? null,
    settled: Promise.withResolvers<void>(),
    state: 'PENDING',
    answer: null,
    responseId: null,
    followUpIds: [],
    ephemeral: false,
    modal: null,
    choices: null,
    error: null,
  };
  world.interactions.set(id, interaction);
  world.interactionsByToken.set(token, interaction);
  schedule(world, world.deadlines.firstAnswerMs, () => {
    if (interaction.answer === null) failInteraction(world, interaction, NO_ANSWER);
  });
  schedule(world, world.deadlines.tokenMs, () => expire(world, interaction));
  world.events.emit({ type: 'interaction-created', interaction });
  return interaction;
}

/** Discord's own words under a command that nobody answered. */
const NO_ANSWER = 'The application did not respond';

/** A deferred answer that never came ends with the token; an acknowledged click was answered all the same. */
function expire(world: World, interaction: LiveInteraction): void {
  if (interaction.state === 'PENDING') failInteraction(world, interaction, NO_ANSWER);
  settleInteraction(interaction);
  world.interactions.delete(interaction.id);
  world.interactionsByToken.delete(interaction.token);
}

function commonFields(
  world: World,
  { person, channel, place }: Actor,
  ids: { id: string; token: string },
): Omit<APIBaseInteraction<InteractionType, unknown>, 'type' | 'data' | 'message'> {
  const permissions = channelPermissions(world, channel, person.user.id);
  const common = {
    ...ids,
    application_id: world.bot.id,
    version: 1 as const,
    channel_id: channel.id,
    locale: person.locale,
    app_permissions: channelPermissions(world, channel, world.bot.id).toString(),
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
  };
  if (channel.kind === 'direct' || place === null) {
    return {
      ...common,
      channel: { id: channel.id, type: ChannelType.DM as const },
      user: person.user,
      // "0": installed on servers, used between two; https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
      authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: '0' },
      context: InteractionContextType.BotDM,
    };
  }
  const { guild, member } = place;
  return {
    ...common,
    guild_id: guild.id,
    guild: { id: guild.id, features: [], locale: guild.preferredLocale },
    guild_locale: guild.preferredLocale,
    channel: { ...describeChannel(channel) },
    member: {
      ...describeMember(member, person.user),
      user: person.user,
      permissions: permissions.toString(),
    },
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: guild.id },
    context: InteractionContextType.Guild,
  };
}

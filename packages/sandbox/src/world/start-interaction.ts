import { randomBytes } from 'node:crypto';
import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10';
import type { APIBaseInteraction, APIInteraction, APIMessage, InteractionType } from 'discord-api-types/v10';
import { describeChannel } from './describe-channel.ts';
import { describeMember } from './describe-member.ts';
import type { LiveInteraction } from './interaction.ts';
import { channelPermissions } from './permissions.ts';
import type { ChannelRecord, GuildRecord, InteractionNote, MemberRecord, PersonRecord } from './records.ts';
import { failInteraction, settleInteraction } from './settle-interaction.ts';
import { schedule, type World } from './world.ts';

/** A member in a channel: who acts, and where. */
export interface Actor {
  person: PersonRecord;
  member: MemberRecord;
  guild: GuildRecord;
  channel: ChannelRecord;
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
    guildId: actor.guild.id,
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
  { person, member, guild, channel }: Actor,
  ids: { id: string; token: string },
): Omit<APIBaseInteraction<InteractionType, unknown>, 'type' | 'data' | 'message'> {
  const permissions = channelPermissions(world, channel, person.user.id);
  return {
    ...ids,
    application_id: world.bot.id,
    version: 1,
    guild_id: guild.id,
    guild: { id: guild.id, features: [], locale: guild.preferredLocale },
    guild_locale: guild.preferredLocale,
    channel_id: channel.id,
    channel: { ...describeChannel(channel) },
    member: {
      ...describeMember(member, person.user),
      user: person.user,
      permissions: permissions.toString(),
    },
    locale: person.locale,
    app_permissions: channelPermissions(world, channel, world.bot.id).toString(),
    entitlements: [],
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: guild.id },
    context: InteractionContextType.Guild,
    attachment_size_limit: 10 * 1024 * 1024,
  };
}

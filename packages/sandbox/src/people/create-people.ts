import type { DevelopmentClock } from '@communique/shared/clock';
import { ApplicationCommandType } from 'discord-api-types/v10';
import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10';
import { commandsIn } from '../world/commands.ts';
import type { LiveInteraction } from '../world/interaction.ts';
import { describeMessage } from '../world/describe-message.ts';
import { deleteMessage, findMessage, isThinking } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { setOverwrite } from '../world/guild-channels.ts';
import {
  actOnServer,
  castVote,
  changeOverwrite,
  changeServer,
  createPost,
  directChannel,
  grant,
  openGuild,
  react,
  setRoles,
} from './act.ts';
import { toRawOptions } from './check-options.ts';
import { describeChannels, describeGuilds, describeMembers } from './describe-people.ts';
import { InteractionFailedError, PeopleError } from './errors.ts';
import { findActor } from './find-actor.ts';
import { messagePage } from './message-page.ts';
import { fillModal } from './modal-fields.ts';
import type { InteractionRecord, NamedCommand, People } from './people.ts';
import type { Choice } from './protocol.ts';
import { say } from './say.ts';
import { listCommands, startAutocomplete, startCommand } from './start-command.ts';
import { keepTranscript } from './transcript.ts';
import { startComponent } from './start-component.ts';
import { openModal, startModal } from './start-modal.ts';

/** The people of the sandbox, for tests in the same process; the HTTP area speaks through this, too. */
export function createPeople(world: World, clock: DevelopmentClock): People {
  const transcript = keepTranscript(world);
  return {
    guilds: () => describeGuilds(world),
    members(guildId) {
      const guild = world.guilds.get(guildId);
      if (guild === undefined) throw new PeopleError(404, 'There is no such server.');
      return describeMembers(world, guild);
    },
    channels: (guildId) => describeChannels(world, guildId),
    commands: (guildId, viewer) =>
      viewer === undefined
        ? [...commandsIn(world, guildId), ...commandsIn(world, null)]
        : listCommands(world, guildId, viewer),
    messages: (where) => messagePage(world, where, { limit: Infinity }).messages,
    messagePage: (where, page) => messagePage(world, where, page),
    say: (speech) => say(world, speech),
    dismiss: (dismissal) => dismiss(world, dismissal),

    async autocomplete(typing) {
      const command = commandByName(world, typing);
      const options = toRawOptions(command, typing, typing.focused);
      return choicesOf(world, startAutocomplete(world, { ...typing, commandId: command.id, options }));
    },
    async runCommand(named) {
      const command = commandByName(world, named);
      const options = toRawOptions(command, named);
      return settled(world, startCommand(world, { ...named, commandId: command.id, options }));
    },
    async useOn(use) {
      const command = commandByName(world, use, [
        ApplicationCommandType.User,
        ApplicationCommandType.Message,
      ]);
      return settled(world, startCommand(world, { ...use, commandId: command.id, options: [] }));
    },
    press: async (use) => settled(world, startComponent(world, use)),
    select: async (use) => settled(world, startComponent(world, use)),
    async submitModal(submission) {
      const { modal } = openModal(world, submission);
      const components = fillModal(modal, submission.values);
      return settled(world, startModal(world, { ...submission, customId: modal.custom_id, components }));
    },
    interaction(interactionId) {
      const interaction = world.interactions.get(interactionId);
      return interaction === undefined ? null : describeInteraction(world, interaction);
    },

    ...createActs(world),
    advanceClock(milliseconds) {
      clock.setOffset(clock.offset() + milliseconds);
      world.events.emit({ type: 'clock' });
    },
    transcript,

    startCommand: (command) => startCommand(world, command).id,
    startAutocomplete: async (typing) => choicesOf(world, startAutocomplete(world, typing)),
    startComponent: (use) => startComponent(world, use).id,
    startModal: (submission) => startModal(world, submission).id,
  };
}

/** What people do beside talking and using commands. */
function createActs(
  world: World,
): Pick<
  People,
  | 'react'
  | 'vote'
  | 'createPost'
  | 'directChannel'
  | 'setDirectMessages'
  | 'setOverwrite'
  | 'changeOverwrite'
  | 'grant'
  | 'setRoles'
  | 'changeServer'
  | 'askForServer'
> {
  return {
    react: (request) => react(world, request),
    vote: (request) => castVote(world, request),
    createPost: (request) => createPost(world, request),
    directChannel: (memberId) => directChannel(world, memberId),
    setDirectMessages(memberId, accepts) {
      const person = world.people.get(memberId);
      if (person === undefined) throw new PeopleError(404, 'There is no such member.');
      person.refusesDirectMessages = !accepts;
    },

    setOverwrite(channelId, overwrite) {
      const channel = world.channels.get(channelId);
      if (channel?.kind !== 'channel') throw new PeopleError(404, 'There is no such channel.');
      setOverwrite(world, channel, overwrite);
    },
    changeOverwrite: (request) => changeOverwrite(world, request),
    grant: (guildId, roleId, permissions) => grant(world, guildId, roleId, permissions),
    setRoles: (guildId, memberId, roleIds) => setRoles(world, guildId, memberId, roleIds),
    changeServer: (guildId, act) => actOnServer(world, openGuild(world, guildId), act),
    askForServer: (request) => changeServer(world, request),
  };
}

/** A server's own command comes before one of the same name for all. */
function commandByName(
  world: World,
  named: NamedCommand,
  types: readonly ApplicationCommandType[] = [ApplicationCommandType.ChatInput],
): APIApplicationCommand {
  const { channel } = findActor(world, named);
  const own = channel.guildId === null ? [] : commandsIn(world, channel.guildId);
  const command = [...own, ...commandsIn(world, null)].find(
    (candidate) => candidate.name === named.command && types.includes(candidate.type),
  );
  if (command === undefined)
    throw new PeopleError(404, `The bot has registered no command /${named.command}.`);
  return command;
}

async function settled(world: World, interaction: LiveInteraction): Promise<InteractionRecord> {
  await interaction.settled.promise;
  const record = describeInteraction(world, interaction);
  if (record.state === 'FAILED') throw new InteractionFailedError(record);
  return record;
}

async function choicesOf(world: World, interaction: LiveInteraction): Promise<Choice[]> {
  await settled(world, interaction);
  return interaction.choices ?? [];
}

function describeInteraction(world: World, interaction: LiveInteraction): InteractionRecord {
  const { id, payload, memberId, channelId, state, ephemeral, modal, error } = interaction;
  const find = (messageId: string | null): APIMessage[] => {
    const stored = messageId === null ? undefined : findMessage(world, channelId, messageId);
    // A copy: what a test holds does not change under its hands.
    return stored === undefined || isThinking(stored)
      ? []
      : [structuredClone(describeMessage(world, stored))];
  };
  return {
    id,
    type: payload.type,
    memberId,
    channelId,
    state,
    message: find(interaction.responseId)[0] ?? null,
    followUps: interaction.followUpIds.flatMap(find),
    ephemeral,
    modal,
    error,
  };
}

/** "Dismiss message" under an answer that only this member sees. */
function dismiss(world: World, dismissal: { memberId: string; messageId: string }): void {
  for (const channelId of world.messages.keys()) {
    const stored = findMessage(world, channelId, dismissal.messageId);
    if (stored === undefined) continue;
    if (stored.ephemeralFor !== dismissal.memberId) {
      throw new PeopleError(403, 'Only messages that nobody else sees can be dismissed.');
    }
    deleteMessage(world, stored);
    return;
  }
  throw new PeopleError(404, 'There is no such message.');
}

/** What discord.js says of an interaction, as the plain data commands work with. */
import {
  ComponentType,
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Actor } from '../api/client.ts';
import { knownPermissions } from './channel-permissions.ts';
import type { ChosenChannel, CommandCall, CompletionCall, Submission } from '../commands/command.ts';
import type { CustomId } from '../messages/custom-ids.ts';

/** Null outside a server: there nobody has a role. */
export function readActor(interaction: BaseInteraction): Actor | null {
  const { guildId, member, memberPermissions } = interaction;
  if (guildId === null || member === null || memberPermissions === null) return null;
  return {
    userId: interaction.user.id,
    guildId,
    roleIds: Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()],
    permissions: memberPermissions.bitfield.toString(),
  };
}

export function readCommandCall(interaction: ChatInputCommandInteraction, actor: Actor): CommandCall {
  const { options } = interaction;
  return {
    id: interaction.id,
    actor,
    subcommand: options.getSubcommand(false),
    text: (name) => options.getString(name),
    integer: (name) => options.getInteger(name),
    channel: (name) => chosenChannel(interaction, options.getChannel(name)),
  };
}

function chosenChannel(
  { client }: ChatInputCommandInteraction,
  channel: CommandInteractionOption['channel'] | null,
): ChosenChannel | null {
  if (channel === null || channel === undefined) return null;
  const { id, type } = channel;
  return { id, type, botPermissions: botPermissions(channel) ?? knownPermissions(client, id) };
}

/** Since July 2026 Discord says of every chosen channel what the bot may do in it. */
function botPermissions(channel: NonNullable<CommandInteractionOption['channel']>): bigint | null {
  if ('appPermissions' in channel) return channel.appPermissions?.bitfield ?? null;
  return 'app_permissions' in channel && typeof channel.app_permissions === 'string'
    ? BigInt(channel.app_permissions)
    : null;
}

export function readCompletionCall(interaction: AutocompleteInteraction, actor: Actor): CompletionCall {
  const { options, guild } = interaction;
  const focused = options.getFocused(true);
  return {
    id: interaction.id,
    actor,
    subcommand: options.getSubcommand(false),
    text: (name) => options.getString(name),
    focused: { option: focused.name, text: String(focused.value) },
    channelName: (channelId) => guild?.channels.cache.get(channelId)?.name ?? null,
  };
}

export function readSubmission(interaction: ModalSubmitInteraction, id: CustomId): Submission {
  const { fields } = interaction.fields;
  return {
    id,
    interactionId: interaction.id,
    text(name) {
      const field = fields.get(name);
      const text = field?.type === ComponentType.TextInput ? field.value.trim() : '';
      return text === '' ? null : text;
    },
    choice(name) {
      const field = fields.get(name);
      return field?.type === ComponentType.StringSelect ? (field.values[0] ?? null) : null;
    },
  };
}

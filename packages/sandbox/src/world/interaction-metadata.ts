import { InteractionType, MessageType } from 'discord-api-types/v10';
import type {
  APIApplicationCommandInteractionMetadata,
  APIMessage,
  APIMessageComponentInteractionMetadata,
  APIMessageInteractionMetadata,
  APIUser,
} from 'discord-api-types/v10';
import type { LiveInteraction } from './interaction.ts';
import { findMessage } from './messages.ts';
import type { World } from './world.ts';

/** What the first answer to an interaction carries beside its content. */
export function answerFields(world: World, interaction: LiveInteraction, user: APIUser): Partial<APIMessage> {
  const { payload, note } = interaction;
  const common = {
    application_id: world.bot.id,
    webhook_id: world.bot.id,
    interaction_metadata: describeMetadata(interaction, user),
  };
  if (payload.type !== InteractionType.ApplicationCommand) {
    return { ...common, ...replyTo(world, interaction.channelId, interaction.sourceMessageId) };
  }
  return {
    ...common,
    type: MessageType.ChatInputCommand,
    interaction: { id: interaction.id, type: payload.type, name: note?.command ?? payload.data.name, user },
  };
}

/** A follow-up is shown as a reply to the first answer. */
export function followUpFields(
  world: World,
  interaction: LiveInteraction,
  user: APIUser,
): Partial<APIMessage> {
  return {
    application_id: world.bot.id,
    webhook_id: world.bot.id,
    interaction_metadata: {
      ...describeMetadata(interaction, user),
      ...(interaction.responseId !== null && { original_response_message_id: interaction.responseId }),
    },
    ...replyTo(world, interaction.channelId, interaction.responseId),
  };
}

/** The fields of a message that answers another one. */
export function replyTo(world: World, channelId: string, messageId: string | null): Partial<APIMessage> {
  const original = messageId === null ? undefined : findMessage(world, channelId, messageId);
  if (original === undefined) return {};
  const { referenced_message: _, ...quoted } = original.message;
  return {
    type: MessageType.Reply,
    message_reference: {
      type: 0,
      message_id: original.message.id,
      channel_id: channelId,
      ...(original.guildId !== null && { guild_id: original.guildId }),
    },
    // An answer for everybody must not quote what only one member sees.
    ...(original.ephemeralFor === null && { referenced_message: quoted }),
  };
}

function describeMetadata(interaction: LiveInteraction, user: APIUser): APIMessageInteractionMetadata {
  const { opener, payload } = interaction;
  if (payload.type === InteractionType.ModalSubmit && opener !== null) {
    return {
      id: interaction.id,
      type: InteractionType.ModalSubmit,
      user,
      authorizing_integration_owners: payload.authorizing_integration_owners,
      triggering_interaction_metadata: describeOpener(opener, user),
    };
  }
  return describeOpener(interaction, user);
}

function describeOpener(
  interaction: LiveInteraction,
  user: APIUser,
): APIApplicationCommandInteractionMetadata | APIMessageComponentInteractionMetadata {
  const common = {
    id: interaction.id,
    user,
    authorizing_integration_owners: interaction.payload.authorizing_integration_owners,
  };
  return interaction.sourceMessageId !== null
    ? {
        ...common,
        type: InteractionType.MessageComponent,
        interacted_message_id: interaction.sourceMessageId,
      }
    : { ...common, type: InteractionType.ApplicationCommand };
}

import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import type { APIInteractionResponse, APIUser } from 'discord-api-types/v10';
import type { UploadedFile } from './attachments.ts';
import { DiscordError } from './discord-error.ts';
import { editMessage } from './edit-message.ts';
import type { LiveInteraction } from './interaction.ts';
import { answerFields, followUpFields } from './interaction-metadata.ts';
import type { MessageBody } from './message-body.ts';
import { deleteMessage, findMessage, isThinking } from './messages.ts';
import type { StoredMessage } from './records.ts';
import { WEBHOOK_MENTIONS } from './resolve-mentions.ts';
import { acknowledgeInteraction, completeInteraction, settleInteraction } from './settle-interaction.ts';
import { findUser, type World } from './world.ts';
import { createMessage } from './write-message.ts';

/** A message on its way and the files that came with it. */
interface Sent {
  body: MessageBody;
  files: readonly UploadedFile[];
}

/** The first answer; there is only one. */
export function answerInteraction(
  world: World,
  interaction: LiveInteraction,
  response: APIInteractionResponse,
  files: readonly UploadedFile[] = [],
): void {
  if (interaction.state === 'FAILED') throw new DiscordError('unknownInteraction');
  if (interaction.answer !== null) throw new DiscordError('alreadyAcknowledged');
  giveAnswer(world, interaction, response, files);
  interaction.answer = response.type;
  if (response.type === InteractionResponseType.DeferredChannelMessageWithSource) {
    world.events.emit({ type: 'interaction-thinking', interaction });
  } else if (response.type === InteractionResponseType.DeferredMessageUpdate) {
    acknowledgeInteraction(world, interaction);
  } else {
    completeInteraction(world, interaction);
  }
}

/** What `@original` is, or Discord's refusal. */
export function originalResponse(world: World, interaction: LiveInteraction): StoredMessage {
  if (interaction.answer === null) throw new DiscordError('unknownWebhook');
  return interactionMessage(world, interaction, interaction.responseId ?? '');
}

/** One of the messages that this interaction's token may touch. */
export function interactionMessage(
  world: World,
  interaction: LiveInteraction,
  messageId: string,
): StoredMessage {
  const known = messageId === interaction.responseId || interaction.followUpIds.includes(messageId);
  const stored = known ? findMessage(world, interaction.channelId, messageId) : undefined;
  if (stored === undefined) throw new DiscordError('unknownMessage');
  return stored;
}

export function editAnswer(
  world: World,
  interaction: LiveInteraction,
  stored: StoredMessage,
  { body, files }: Sent,
): StoredMessage {
  const edited = editMessage(world, stored, body, files);
  completeInteraction(world, interaction);
  return edited;
}

export function deleteAnswer(world: World, interaction: LiveInteraction, stored: StoredMessage): void {
  deleteMessage(world, stored);
  completeInteraction(world, interaction);
}

/** A message after the first answer; right after a deferred one it *is* the answer, and its ephemeral flag is ignored. */
export function followUp(
  world: World,
  interaction: LiveInteraction,
  body: MessageBody,
  files: readonly UploadedFile[] = [],
): StoredMessage {
  if (interaction.answer === null) throw new DiscordError('unknownWebhook');
  const original = findMessage(world, interaction.channelId, interaction.responseId ?? '');
  if (original !== undefined && isThinking(original))
    return editAnswer(world, interaction, original, { body, files });
  const user = userOf(world, interaction);
  const stored = writeAnswer(world, interaction, {
    body,
    files,
    ephemeral: isEphemeral(body),
    extra: followUpFields(world, interaction, user),
  });
  interaction.followUpIds.push(stored.message.id);
  settleInteraction(interaction);
  return stored;
}

function giveAnswer(
  world: World,
  interaction: LiveInteraction,
  response: APIInteractionResponse,
  files: readonly UploadedFile[],
): void {
  switch (response.type) {
    case InteractionResponseType.ChannelMessageWithSource:
      writeFirstAnswer(world, interaction, { body: response.data, files });
      break;
    case InteractionResponseType.DeferredChannelMessageWithSource:
      writeFirstAnswer(world, interaction, { body: response.data ?? {}, files }, MessageFlags.Loading);
      break;
    case InteractionResponseType.DeferredMessageUpdate:
      interaction.responseId = interaction.sourceMessageId;
      break;
    case InteractionResponseType.UpdateMessage:
      editMessage(world, sourceMessage(world, interaction), response.data ?? {}, files);
      interaction.responseId = interaction.sourceMessageId;
      break;
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      interaction.choices = response.data.choices ?? [];
      break;
    case InteractionResponseType.Modal:
      interaction.modal = response.data;
      world.events.emit({ type: 'interaction-modal', interaction });
      break;
    case InteractionResponseType.Pong:
    case InteractionResponseType.PremiumRequired:
    case InteractionResponseType.LaunchActivity:
      break;
  }
}

function writeFirstAnswer(
  world: World,
  interaction: LiveInteraction,
  { body, files }: Sent,
  flags: MessageFlags = NO_FLAGS,
): void {
  const ephemeral = isEphemeral(body);
  const fields = answerFields(world, interaction, userOf(world, interaction));
  const stored = writeAnswer(world, interaction, { body, files, ephemeral, extra: { ...fields, flags } });
  interaction.ephemeral = ephemeral;
  interaction.responseId = stored.message.id;
}

function writeAnswer(
  world: World,
  interaction: LiveInteraction,
  answer: Sent & { ephemeral: boolean; extra: Parameters<typeof createMessage>[1]['extra'] },
): StoredMessage {
  const channel = world.channels.get(interaction.channelId);
  if (channel === undefined) throw new DiscordError('unknownChannel');
  const flags = (answer.extra?.flags ?? 0) | (answer.ephemeral ? MessageFlags.Ephemeral : 0);
  return createMessage(world, {
    channel,
    author: world.bot,
    body: answer.body,
    files: answer.files,
    defaultMentions: WEBHOOK_MENTIONS,
    extra: { ...answer.extra, flags },
    ephemeralFor: answer.ephemeral ? interaction.memberId : null,
    note: interaction.responseId === null ? interaction.note : null,
  });
}

/** What the button that was pressed stands under. */
function sourceMessage(world: World, interaction: LiveInteraction): StoredMessage {
  const stored = findMessage(world, interaction.channelId, interaction.sourceMessageId ?? '');
  if (stored === undefined) throw new DiscordError('unknownMessage');
  return stored;
}

function isEphemeral(body: MessageBody): boolean {
  return ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function userOf(world: World, interaction: LiveInteraction): APIUser {
  const user = findUser(world, interaction.memberId);
  if (user === undefined) throw new DiscordError('unknownUser');
  return user;
}

/** Typed as a number because the flag enum has no member for zero. */
const NO_FLAGS: number = 0;

import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  InteractionCallbackResponseSchema,
  LaunchActivityInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  PongInteractionCallbackRequestSchema,
  SocialLayerSKUPurchaseEligibilityInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { InteractionResponseType, InteractionType, MessageFlags } from 'discord-api-types/v10';
import type {
  APIApplicationCommandInteractionDataOption,
  APIInteractionResponse,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import { literal, object, union } from 'zod/mini';
import { CALLBACK_RULES } from '../validation/callback-rules.ts';
import type { Schema } from '../validation/check-specification.ts';
import { breakRules } from '../validation/problem.ts';
import { answerInteraction } from '../world/answer-interaction.ts';
import { describeMessage } from '../world/describe-message.ts';
import { DiscordError, InvalidFormError } from '../world/discord-error.ts';
import type { LiveInteraction } from '../world/interaction.ts';
import { findMessage } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { checkEdit, checkMessageBody } from './check-edit.ts';
import { invalidForm } from './forms.ts';
import { bodyOf, route, type ChooseSchema, type Route } from './route.ts';

const ANY_CALLBACK = union([
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  LaunchActivityInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  PongInteractionCallbackRequestSchema,
  SocialLayerSKUPurchaseEligibilityInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
]);

const CALLBACK_SCHEMAS = new Map<unknown, Schema>([
  [InteractionResponseType.Pong, PongInteractionCallbackRequestSchema],
  [InteractionResponseType.ChannelMessageWithSource, CreateMessageInteractionCallbackRequestSchema],
  [InteractionResponseType.DeferredChannelMessageWithSource, CreateMessageInteractionCallbackRequestSchema],
  [InteractionResponseType.DeferredMessageUpdate, UpdateMessageInteractionCallbackRequestSchema],
  [InteractionResponseType.UpdateMessage, UpdateMessageInteractionCallbackRequestSchema],
  [
    InteractionResponseType.ApplicationCommandAutocompleteResult,
    ApplicationCommandAutocompleteCallbackRequestSchema,
  ],
  [InteractionResponseType.Modal, ModalInteractionCallbackRequestSchema],
  [
    InteractionResponseType.PremiumRequired,
    object({ type: literal(InteractionResponseType.PremiumRequired) }),
  ],
  [InteractionResponseType.LaunchActivity, LaunchActivityInteractionCallbackRequestSchema],
]);

/** By its type; one without a type that is known is held against all of them. */
function callbackSchema({ body }: Parameters<ChooseSchema>[0]): Schema {
  const type: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'type') : undefined;
  return CALLBACK_SCHEMAS.get(type) ?? ANY_CALLBACK;
}

export const INTERACTION_ROUTES: readonly Route[] = [
  route({
    method: 'POST',
    path: '/interactions/{interaction_id}/{interaction_token}/callback',
    authorization: 'none',
    globallyLimited: false,
    request: bodyOf<APIInteractionResponse>(ANY_CALLBACK, [], callbackSchema),
    responses: { 200: InteractionCallbackResponseSchema, 204: null },
    handle({ world, params, query, body, files }) {
      const interaction = world.interactions.get(params.interaction_id);
      if (interaction === undefined || interaction.token !== params.interaction_token) {
        throw new DiscordError('unknownInteraction');
      }
      checkCallback(world, interaction, body);
      answerInteraction(world, interaction, body, files);
      return query.get('with_response') === 'true'
        ? { status: 200, body: describeCallback(world, interaction, body) }
        : { status: 204 };
    },
  }),
];

/** What these say is their data; the specification lets them go without. */
const NEEDS_DATA = new Set([
  InteractionResponseType.ChannelMessageWithSource,
  InteractionResponseType.ApplicationCommandAutocompleteResult,
]);

const CALLBACK_DATA = {
  name: 'callback-data',
  source:
    'https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-data-structure',
};

function checkCallback(world: World, interaction: LiveInteraction, response: APIInteractionResponse): void {
  if (NEEDS_DATA.has(response.type) && (Reflect.get(response, 'data') ?? null) === null) {
    throw invalidForm(CALLBACK_DATA, ['data'], 'BASE_TYPE_REQUIRED', 'This field is required');
  }
  const broken = breakRules(CALLBACK_RULES, {
    interactionType: interaction.payload.type,
    hasSourceMessage: interaction.sourceMessageId !== null,
    response,
    focusedType: focusedType(interaction),
  });
  if (broken.length > 0) throw new InvalidFormError(broken);
  if (response.type === InteractionResponseType.ChannelMessageWithSource) {
    checkMessageBody(response.data, ['data']);
  }
  if (response.type !== InteractionResponseType.UpdateMessage) return;
  const source = findMessage(world, interaction.channelId, interaction.sourceMessageId ?? '');
  if (source === undefined) throw new DiscordError('unknownMessage');
  checkEdit(source.message, response.data ?? {}, ['data']);
}

function focusedType({ payload }: LiveInteraction): ApplicationCommandOptionType | null {
  if (payload.type !== InteractionType.ApplicationCommandAutocomplete) return null;
  const all = payload.data.options.flatMap(leaves);
  return all.find((option) => 'focused' in option && option.focused === true)?.type ?? null;
}

/** The options that hold values, below subcommands and their groups. */
function leaves(
  option: APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>,
): APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>[] {
  return 'options' in option ? (option.options ?? []).flatMap(leaves) : [option];
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
function describeCallback(world: World, interaction: LiveInteraction, response: APIInteractionResponse) {
  const { id, payload, responseId } = interaction;
  const stored = responseId === null ? undefined : findMessage(world, interaction.channelId, responseId);
  const flags = stored?.message.flags ?? 0;
  const activity = activityOf(interaction, response);
  return {
    interaction: {
      id,
      type: payload.type,
      channel_id: interaction.channelId,
      ...(interaction.guildId !== null && { guild_id: interaction.guildId }),
      ...(activity !== null && { activity_instance_id: activity.id }),
      ...(stored !== undefined && {
        response_message_id: stored.message.id,
        response_message_loading: (flags & MessageFlags.Loading) !== 0,
        response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
      }),
    },
    ...(stored !== undefined &&
      hasResource(response) && {
        resource: { type: resourceType(response), message: describeMessage(world, stored) },
      }),
    ...(activity !== null && {
      resource: { type: InteractionResponseType.LaunchActivity, activity_instance: activity },
    }),
  };
}

/** The name says when and where: a launch, then a channel of a server (gc) or a private one (pc); https://docs.discord.com/developers/resources/application#get-application-activity-instance */
function activityOf(
  { id, guildId, channelId }: LiveInteraction,
  { type }: APIInteractionResponse,
): { id: string } | null {
  if (type !== InteractionResponseType.LaunchActivity) return null;
  return { id: guildId === null ? `i-${id}-pc-${channelId}` : `i-${id}-gc-${guildId}-${channelId}` };
}

/** An acknowledged click changed nothing yet. */
function hasResource(response: APIInteractionResponse): boolean {
  return response.type !== InteractionResponseType.DeferredMessageUpdate;
}

/** The specification knows the result as type 4 or 7 only. */
function resourceType(response: APIInteractionResponse): InteractionResponseType {
  return response.type === InteractionResponseType.UpdateMessage
    ? InteractionResponseType.UpdateMessage
    : InteractionResponseType.ChannelMessageWithSource;
}

import {
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageResponseSchema,
} from 'discord-api-spec/zod';
import { union } from 'zod/mini';
import { MESSAGE_RULES } from '../validation/message-rules.ts';
import {
  deleteAnswer,
  editAnswer,
  followUp,
  interactionMessage,
  originalResponse,
} from '../world/answer-interaction.ts';
import { describeMessage } from '../world/describe-message.ts';
import type { LiveInteraction } from '../world/interaction.ts';
import type { MessageBody } from '../world/message-body.ts';
import type { StoredMessage } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { checkEdit } from './check-edit.ts';
import { openToken } from './find-visible.ts';
import { bodyOf, route, type Route } from './route.ts';

/** `{message_id}` may be `@original`: the first answer. */
const MESSAGE = '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}';
const authorization = 'none';

/** What the token of an interaction allows after the first answer. */
export const WEBHOOK_ROUTES: readonly Route[] = [
  route({
    method: 'POST',
    path: '/webhooks/{webhook_id}/{webhook_token}',
    authorization,
    request: bodyOf<MessageBody>(
      union([IncomingWebhookRequestPartialSchema, IncomingWebhookUpdateRequestPartialSchema]),
      MESSAGE_RULES,
    ),
    responses: { 200: MessageResponseSchema },
    handle({ world, params, body }) {
      const interaction = openToken(world, params.webhook_id, params.webhook_token);
      return { status: 200, body: describeMessage(world, followUp(world, interaction, body)) };
    },
  }),
  route({
    method: 'GET',
    path: MESSAGE,
    authorization,
    responses: { 200: MessageResponseSchema },
    handle({ world, params }) {
      const { stored } = openAnswer(world, params);
      return { status: 200, body: describeMessage(world, stored) };
    },
  }),
  route({
    method: 'PATCH',
    path: MESSAGE,
    authorization,
    request: bodyOf<MessageBody>(IncomingWebhookUpdateRequestPartialSchema),
    responses: { 200: MessageResponseSchema },
    handle({ world, params, body }) {
      const { interaction, stored } = openAnswer(world, params);
      checkEdit(stored.message, body);
      const edited = editAnswer(world, interaction, stored, body);
      return { status: 200, body: describeMessage(world, edited) };
    },
  }),
  route({
    method: 'DELETE',
    path: MESSAGE,
    authorization,
    responses: { 204: null },
    handle({ world, params }) {
      const { interaction, stored } = openAnswer(world, params);
      deleteAnswer(world, interaction, stored);
      return { status: 204 };
    },
  }),
];

function openAnswer(
  world: World,
  params: { webhook_id: string; webhook_token: string; message_id: string },
): { interaction: LiveInteraction; stored: StoredMessage } {
  const interaction = openToken(world, params.webhook_id, params.webhook_token);
  const stored =
    params.message_id === '@original'
      ? originalResponse(world, interaction)
      : interactionMessage(world, interaction, params.message_id);
  return { interaction, stored };
}

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
import { countEdit } from '../world/edit-limits.ts';
import { composeEdit, publishEdit } from '../world/edit-message.ts';
import type { LiveInteraction } from '../world/interaction.ts';
import type { MessageBody } from '../world/message-body.ts';
import type { StoredMessage } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { deleteMessage } from '../world/messages.ts';
import { checkName, openWebhook } from './channel-webhook-routes.ts';
import { findWebhookMessage, runWebhook, type WebhookBody } from './run-webhook.ts';
import { checkEdit } from './check-edit.ts';
import { openToken } from './find-visible.ts';
import { bodyOf, route, type Route } from './route.ts';

/** `{message_id}` may be `@original`: the first answer. */
const MESSAGE = '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}';
const authorization = 'none';

/** What the token of an interaction allows after the first answer, and what a channel's webhook may do. */
export const WEBHOOK_ROUTES: readonly Route[] = [
  route({
    method: 'POST',
    path: '/webhooks/{webhook_id}/{webhook_token}',
    authorization,
    request: bodyOf<WebhookBody>(
      union([IncomingWebhookRequestPartialSchema, IncomingWebhookUpdateRequestPartialSchema]),
      MESSAGE_RULES,
      // The other one is that of changes; here every message is new.
      () => IncomingWebhookRequestPartialSchema,
    ),
    responses: { 200: MessageResponseSchema, 204: null },
    handle({ world, params, query, body, files, leaveOut }) {
      if (!isInteractionToken(world, params)) {
        const threadId = query.get('thread_id');
        if (typeof body.avatar_url === 'string') leaveOut('a picture of the webhook');
        if (typeof body.username === 'string') checkName(body.username, 'username');
        const stored = runWebhook(world, openWebhook(world, params), { body, files, threadId });
        return query.get('wait') === 'true'
          ? { status: 200, body: describeMessage(world, stored) }
          : { status: 204 };
      }
      const interaction = openToken(world, params.webhook_id, params.webhook_token);
      return { status: 200, body: describeMessage(world, followUp(world, interaction, body, files)) };
    },
  }),
  route({
    method: 'GET',
    path: MESSAGE,
    authorization,
    responses: { 200: MessageResponseSchema },
    handle: ({ world, params, query }) => ({
      status: 200,
      body: describeMessage(world, openAnswer(world, params, query).stored),
    }),
  }),
  route({
    method: 'PATCH',
    path: MESSAGE,
    authorization,
    request: bodyOf<MessageBody>(IncomingWebhookUpdateRequestPartialSchema),
    responses: { 200: MessageResponseSchema },
    handle({ world, params, query, body, files }) {
      const { interaction, stored } = openAnswer(world, params, query);
      checkEdit(stored.message, body);
      if (interaction !== null) {
        const edited = editAnswer(world, interaction, stored, { body, files });
        return { status: 200, body: describeMessage(world, edited) };
      }
      const composed = composeEdit(world, stored, body, files);
      // Within the quarter of an hour of its token an answer never gets old; what a webhook said does.
      countEdit(world, stored);
      return { status: 200, body: describeMessage(world, publishEdit(world, stored, composed)) };
    },
  }),
  route({
    method: 'DELETE',
    path: MESSAGE,
    authorization,
    responses: { 204: null },
    handle({ world, params, query }) {
      const { interaction, stored } = openAnswer(world, params, query);
      if (interaction === null) deleteMessage(world, stored);
      else deleteAnswer(world, interaction, stored);
      return { status: 204 };
    },
  }),
];

interface MessageParams {
  webhook_id: string;
  webhook_token: string;
  message_id: string;
}

/** The application's own id stands for its interactions, every other one for a webhook of a channel. */
function isInteractionToken(world: World, params: { webhook_id: string }): boolean {
  return params.webhook_id === world.bot.id;
}

function openAnswer(
  world: World,
  params: MessageParams,
  query: URLSearchParams,
): { interaction: LiveInteraction | null; stored: StoredMessage } {
  if (!isInteractionToken(world, params)) {
    const webhook = openWebhook(world, params);
    const stored = findWebhookMessage(world, webhook, params.message_id, query.get('thread_id'));
    return { interaction: null, stored };
  }
  const interaction = openToken(world, params.webhook_id, params.webhook_token);
  const stored =
    params.message_id === '@original'
      ? originalResponse(world, interaction)
      : interactionMessage(world, interaction, params.message_id);
  return { interaction, stored };
}

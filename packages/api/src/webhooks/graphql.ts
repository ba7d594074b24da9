/** Webhooks, for the moderators of a server: told of its changes and the library's. */
import { z } from 'zod';
import { requireModerator } from '../access/require-role.ts';
import { actorOf } from '../access/viewer.ts';
import type { Act } from '../audit/actor.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { ChangeKindType } from '../changes/kind-graphql.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, pageArguments, readPage } from '../graphql/connections.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { pageCost } from '../graphql/limits.ts';
import { addWebhook } from './add-webhook.ts';
import { changeWebhook, removeWebhook } from './change-webhook.ts';
import { findWebhook, listDeliveries, listWebhooks, webhookKey } from './find-webhooks.ts';
import { redeliverWebhook } from './redeliver-webhook.ts';
import { tryWebhook } from './try-webhook.ts';
import {
  WebhookAddedType,
  WebhookChangedType,
  WebhookDeliveryType,
  WebhookRemovedType,
  WebhookTestType,
  WebhookType,
} from './types-graphql.ts';
import type { WebhookSender } from './webhook-sender.ts';

const WebhookConnection = builder.connectionObject(
  { type: WebhookType, name: 'WebhookConnection', description: 'A page of a list of webhooks.' },
  { name: 'WebhookEdge', description: 'A webhook and its place in the list.' },
);
const WebhookDeliveryConnection = builder.connectionObject(
  {
    type: WebhookDeliveryType,
    name: 'WebhookDeliveryConnection',
    description: 'A page of a list of deliveries to a webhook.',
  },
  { name: 'WebhookDeliveryEdge', description: 'A delivery and its place in the list.' },
);

const WEBHOOKS = { list: 'webhooks', key: z.tuple([z.number().int(), z.string().max(100)]) };
const DELIVERIES = { list: 'webhookDeliveries', key: z.number().int() };

builder.queryFields((t) => ({
  webhooks: t.field({
    type: WebhookConnection,
    description: 'The webhooks of the own server, the newest first. For its moderators.',
    complexity: pageCost,
    args: pageArguments,
    resolve: async (_root, page, context) => {
      const { communityId } = requireWebhookKeeper(context);
      const rows = await listWebhooks(context.db, communityId, readPage(page, WEBHOOKS));
      return connectionOf(page, WEBHOOKS, rows, webhookKey);
    },
  }),
  webhookDeliveries: t.field({
    type: WebhookDeliveryConnection,
    description:
      'What was or is to be sent to a webhook of the own server, the newest change first. For its moderators.',
    complexity: pageCost,
    args: {
      ...pageArguments,
      webhookId: t.arg.id({ required: true, description: 'The `id` of the webhook.' }),
    },
    resolve: async (_root, { webhookId, ...page }, context) => {
      const { communityId } = requireWebhookKeeper(context);
      const webhook = await findWebhook(context.db, communityId, webhookId);
      const rows = await listDeliveries(context.db, webhook, readPage(page, DELIVERIES));
      return connectionOf(page, DELIVERIES, rows, ({ changeId }) => changeId);
    },
  }),
}));

const AddWebhookInput = builder.inputType('AddWebhookInput', {
  description: 'A receiver, and what it wants to be told.',
  fields: (t) => ({
    url: t.field({
      type: 'URL',
      required: true,
      description: 'An http or https URL of at most 2,000 characters, without user name and password.',
    }),
    kinds: t.field({
      type: [ChangeKindType],
      description: 'What it is told of; none or left out: of everything.',
    }),
    idempotencyKey: t.field({
      type: 'UUID',
      required: true,
      description: 'A UUID made for this wish. The same wish with the same key answers the webhook it made.',
    }),
  }),
});

const ChangeWebhookInput = builder.inputType('ChangeWebhookInput', {
  description: 'What is to be different; what is left out stays as it is.',
  fields: (t) => ({
    webhookId: t.id({ required: true, description: 'The `id` of the webhook.' }),
    url: t.field({ type: 'URL', description: 'Where requests are to go.' }),
    kinds: t.field({
      type: [ChangeKindType],
      description: 'What it is to be told of; empty: of everything.',
    }),
    enabled: t.boolean({
      description: 'True: it is sent to again, with everything it missed. False: it is not sent to.',
    }),
    newSecret: t.boolean({ description: 'True: requests are signed with a new secret from now on.' }),
  }),
});

const resultOf = <Type extends typeof WebhookAddedType | typeof WebhookChangedType>(
  name: string,
  type: Type,
) =>
  builder.errorUnion(name, {
    description: 'The webhook, or why nothing was done.',
    types: [type, NotAllowedError, InvalidInputError, NotFoundError, ConflictError],
    resolveType: () => type,
  });

const RemoveWebhookResult = builder.errorUnion('RemoveWebhookResult', {
  description: 'What was removed, or why nothing was.',
  types: [WebhookRemovedType, NotAllowedError, NotFoundError],
  resolveType: () => WebhookRemovedType,
});
const TestWebhookResult = builder.errorUnion('TestWebhookResult', {
  description: 'What was sent and answered, or why nothing was sent.',
  types: [WebhookTestType, NotAllowedError, NotFoundError, ConflictError],
  resolveType: () => WebhookTestType,
});
const RedeliverWebhookResult = builder.errorUnion('RedeliverWebhookResult', {
  description: 'The delivery as it is now, or why it is not sent again.',
  types: [WebhookDeliveryType, NotAllowedError, NotFoundError, ConflictError],
  resolveType: () => WebhookDeliveryType,
});

builder.mutationFields((t) => {
  const webhookArgument = {
    webhookId: t.arg.id({ required: true, description: 'The `id` of the webhook.' }),
  };
  return {
    addWebhook: t.field({
      type: resultOf('AddWebhookResult', WebhookAddedType),
      description: 'Adds a webhook to the own server, at most 10. For moderators.',
      args: { input: t.arg({ type: AddWebhookInput, required: true, description: 'The wish.' }) },
      resolve: (_root, { input }, context) => {
        const { communityId, act } = requireWebhookKeeper(context);
        const { seal } = requireSender(context);
        return addWebhook(context.db, seal, { ...input, kinds: input.kinds ?? [], communityId }, act);
      },
    }),
    changeWebhook: t.field({
      type: resultOf('ChangeWebhookResult', WebhookChangedType),
      description: 'Changes a webhook, enables or disables it, or gives it a new secret. For moderators.',
      args: { input: t.arg({ type: ChangeWebhookInput, required: true, description: 'The wish.' }) },
      resolve: (_root, { input: { webhookId: id, ...input } }, context) => {
        const { communityId, act } = requireWebhookKeeper(context);
        const wish = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
        return changeWebhook(context.db, requireSender(context).seal, { ...wish, communityId, id }, act);
      },
    }),
    removeWebhook: t.field({
      type: RemoveWebhookResult,
      description: 'Removes a webhook for ever. For moderators.',
      args: webhookArgument,
      resolve: async (_root, { webhookId: id }, context) => {
        const { communityId, act } = requireWebhookKeeper(context);
        await removeWebhook(context.db, communityId, id, act);
        return { id };
      },
    }),
    testWebhook: t.field({
      type: TestWebhookResult,
      description:
        'Sends a request that is no event, and shows exactly what was sent and what came back. Nothing is recorded. For moderators.',
      args: webhookArgument,
      resolve: (_root, { webhookId: id }, context) => {
        const { communityId } = requireWebhookKeeper(context);
        return tryWebhook(context.db, requireSender(context), { communityId, id }, context.clock);
      },
    }),
    redeliverWebhook: t.field({
      type: RedeliverWebhookResult,
      description:
        'Sends a delivery once more, under the same id. One that is on its way stays as it is. For moderators.',
      args: { deliveryId: t.arg.id({ required: true, description: 'The `id` of the delivery.' }) },
      resolve: (_root, { deliveryId: id }, context) => {
        const { communityId, act } = requireWebhookKeeper(context);
        return redeliverWebhook(context.db, { communityId, id }, act);
      },
    }),
  };
});

/** Whoever keeps the webhooks of a community: its moderators. */
function requireWebhookKeeper({ viewer, clock }: GraphQLContext): { communityId: string; act: Act } {
  const keeper = requireModerator(viewer);
  // Real time, as everything between a webhook and its receiver.
  return { communityId: keeper.communityId, act: { now: clock.deadline(), actor: actorOf(keeper) } };
}

function requireSender({ webhooks }: GraphQLContext): WebhookSender {
  if (webhooks !== null) return webhooks;
  throw new ConflictError('Webhooks are off here: whoever runs this server has to set WEBHOOK_KEY');
}

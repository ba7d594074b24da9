/** Webhooks, for those who keep them. */
import { z } from 'zod';
import { builder } from '../graphql/builder.ts';
import { connectionOf, listOf, pageArguments, readPage } from '../graphql/connections.ts';
import { pageCost } from '../graphql/limits.ts';
import { findWebhook, listDeliveries, listWebhooks, webhookKey } from './find-webhooks.ts';
import { requireNamed } from '../communities/require-named.ts';
import { requireWebhookKeeper } from './require-webhook-keeper.ts';
import { WebhookDeliveryType, WebhookType } from './types-graphql.ts';
import { communityIdOptions } from '../graphql/text-limits.ts';

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
    description: 'Webhooks, the newest first. For the moderators of their server and for operators.',
    complexity: pageCost,
    args: {
      ...pageArguments,
      communityId: t.arg.string(
        communityIdOptions(
          'The Discord guild, "library", or "*" for those that are told of every community; null: the own server for moderators, else the library.',
          { orAll: true },
        ),
      ),
    },
    resolve: async (_root, { communityId: wanted, ...page }, { db, viewer }) => {
      const { communityId } = requireWebhookKeeper(viewer, wanted);
      await requireNamed(db, { isOperator: viewer.kind === 'operator', wanted });
      const list = listOf(WEBHOOKS, { communityId });
      const rows = await listWebhooks(db, communityId, readPage(page, list));
      return connectionOf(page, list, rows, webhookKey);
    },
  }),
  webhookDeliveries: t.field({
    type: WebhookDeliveryConnection,
    description:
      'What was or is to be sent to a webhook, the newest change first. For the moderators of its server and for operators.',
    complexity: pageCost,
    args: {
      ...pageArguments,
      webhookId: t.arg.id({ required: true, description: 'The `id` of the webhook.' }),
    },
    resolve: async (_root, { webhookId, ...page }, { db, viewer }) => {
      const { scope } = requireWebhookKeeper(viewer, null);
      const webhook = await findWebhook(db, scope, webhookId);
      const list = listOf(DELIVERIES, { webhookId });
      const rows = await listDeliveries(db, webhook, readPage(page, list));
      return connectionOf(page, list, rows, ({ changeId }) => changeId);
    },
  }),
}));

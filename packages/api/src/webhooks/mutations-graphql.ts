/** What the keepers of webhooks do with them. Each begins with the check of who may. */
import type { Act } from '../audit/actor.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { ChangeKindType } from '../changes/kind-graphql.ts';
import { builder } from '../graphql/builder.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { keyField } from '../graphql/mutation-inputs.ts';
import { answerOnce } from '../idempotency/answer-once.ts';
import { addWebhook, type SealedWebhook } from './add-webhook.ts';
import { changeWebhook, removeWebhook } from './change-webhook.ts';
import { findDelivery, findWebhook, type Webhook } from './find-webhooks.ts';
import { SEALED_WITH_ANOTHER_KEY } from './open-secret.ts';
import { redeliverWebhook } from './redeliver-webhook.ts';
import { requireWebhookKeeper, type WebhookKeeper } from './require-webhook-keeper.ts';
import { tryWebhook } from './try-webhook.ts';
import {
  WebhookAddedType,
  WebhookChangedType,
  WebhookDeliveryType,
  WebhookRemovedType,
  WebhookTestType,
} from './types-graphql.ts';
import type { WebhookSender } from './webhook-sender.ts';
import { MAX_COMMUNITY_ID_LENGTH, textOptions } from '../graphql/text-limits.ts';

const FOR_KEEPERS = 'For the moderators of its server and for operators.';

const AddWebhookInput = builder.inputType('AddWebhookInput', {
  description: 'A receiver, and what it wants to be told.',
  fields: (t) => ({
    communityId: t.string(
      textOptions(
        MAX_COMMUNITY_ID_LENGTH,
        'The Discord guild, "library", or "*" for every community; null: the own server for moderators, else the library. Only operators may name another one than their own server.',
      ),
    ),
    url: t.field({
      type: 'URL',
      required: true,
      description: 'An http or https URL of at most 2,000 characters, without user name and password.',
    }),
    kinds: t.field({
      type: [ChangeKindType],
      description: 'What it is told of; none or left out: of everything.',
    }),
    ...keyField(t),
  }),
});

const ChangeWebhookInput = builder.inputType('ChangeWebhookInput', {
  description: 'What is to be different; what is left out stays as it is.',
  fields: (t) => ({
    webhookId: t.id({ required: true, description: 'The `id` of the webhook.' }),
    url: t.field({ type: 'URL', description: 'Where requests are to go; null: where they went.' }),
    kinds: t.field({
      type: [ChangeKindType],
      description: 'What it is to be told of; empty: of everything; null: as it is.',
    }),
    enabled: t.boolean({
      description:
        'True: it is sent to again, with everything it missed. False: it is not sent to. Null: as it is.',
    }),
    newSecret: t.boolean({
      description:
        'True: requests are signed with a new secret from now on. False or null: with the old one.',
    }),
    ...keyField(t),
  }),
});

const oneWebhook = (name: string, description: string) =>
  builder.inputType(name, {
    description,
    fields: (t) => ({
      webhookId: t.id({ required: true, description: 'The `id` of the webhook.' }),
      ...keyField(t),
    }),
  });
const RemoveWebhookInput = oneWebhook('RemoveWebhookInput', 'A webhook to remove.');
const TestWebhookInput = oneWebhook('TestWebhookInput', 'A webhook to try.');

const RedeliverWebhookInput = builder.inputType('RedeliverWebhookInput', {
  description: 'A delivery to send again.',
  fields: (t) => ({
    deliveryId: t.id({ required: true, description: 'The `id` of the delivery.' }),
    ...keyField(t),
  }),
});

const ERRORS = [NotAllowedError, InvalidInputError, NotFoundError, ConflictError];

const AddWebhookResult = builder.errorUnion('AddWebhookResult', {
  description: 'The webhook, or why none was added.',
  types: [WebhookAddedType, ...ERRORS],
  resolveType: () => WebhookAddedType,
});
const ChangeWebhookResult = builder.errorUnion('ChangeWebhookResult', {
  description: 'The webhook, or why nothing was changed.',
  types: [WebhookChangedType, ...ERRORS],
  resolveType: () => WebhookChangedType,
});
const RemoveWebhookResult = builder.errorUnion('RemoveWebhookResult', {
  description: 'What was removed, or why nothing was.',
  types: [WebhookRemovedType, ...ERRORS],
  resolveType: () => WebhookRemovedType,
});
const TestWebhookResult = builder.errorUnion('TestWebhookResult', {
  description: 'What was sent and answered, or why nothing was sent.',
  types: [WebhookTestType, ...ERRORS],
  resolveType: () => WebhookTestType,
});
const RedeliverWebhookResult = builder.errorUnion('RedeliverWebhookResult', {
  description: 'The delivery as it is now, or why it is not sent again.',
  types: [WebhookDeliveryType, ...ERRORS],
  resolveType: () => WebhookDeliveryType,
});

builder.mutationFields((t) => ({
  addWebhook: t.field({
    type: AddWebhookResult,
    description: `Adds a webhook, at most 10 of one community. ${FOR_KEEPERS}`,
    args: { input: t.arg({ type: AddWebhookInput, required: true, description: 'The wish.' }) },
    resolve: async (_root, { input }, context) => {
      const keeper = requireWebhookKeeper(context.viewer, input.communityId);
      const { seal } = requireSender(context);
      const { communityId } = keeper;
      const { url, kinds } = input;
      const added = await once(
        context,
        keeper,
        { name: 'addWebhook', input: { ...input, communityId } },
        (act) => addWebhook(context.db, seal, { url, kinds: kinds ?? [], communityId }, act),
      );
      const { webhook, secret } = await opened(context, added);
      // Sealed a moment ago, or with the key of these days.
      if (secret === null) throw new ConflictError(`The secret cannot be shown: ${SEALED_WITH_ANOTHER_KEY}`);
      return { webhook, secret };
    },
  }),
  changeWebhook: t.field({
    type: ChangeWebhookResult,
    description: `Changes a webhook, enables or disables it, or gives it a new secret. ${FOR_KEEPERS}`,
    args: { input: t.arg({ type: ChangeWebhookInput, required: true, description: 'The wish.' }) },
    resolve: async (_root, { input }, context) => {
      const keeper = requireWebhookKeeper(context.viewer, null);
      const { seal } = requireSender(context);
      const { webhookId: id, idempotencyKey: _key, ...change } = input;
      const wish = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null));
      const changed = await once(context, keeper, { name: 'changeWebhook', input }, (act) =>
        changeWebhook(context.db, seal, { ...wish, scope: keeper.scope, id }, act),
      );
      return opened(context, changed);
    },
  }),
}));

builder.mutationFields((t) => ({
  removeWebhook: t.field({
    type: RemoveWebhookResult,
    description: `Removes a webhook for ever. ${FOR_KEEPERS}`,
    args: { input: t.arg({ type: RemoveWebhookInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => {
      const keeper = requireWebhookKeeper(context.viewer, null);
      const name = { scope: keeper.scope, id: input.webhookId };
      return once(context, keeper, { name: 'removeWebhook', input }, (act) =>
        removeWebhook(context.db, name, act),
      );
    },
  }),
  testWebhook: t.field({
    type: TestWebhookResult,
    description: `Sends a request that is no event, and shows exactly what was sent and what came back. No delivery is recorded. ${FOR_KEEPERS}`,
    args: { input: t.arg({ type: TestWebhookInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => {
      const keeper = requireWebhookKeeper(context.viewer, null);
      const sender = requireSender(context);
      const name = { scope: keeper.scope, id: input.webhookId };
      return once(context, keeper, { name: 'testWebhook', input }, (act) =>
        tryWebhook(context.db, sender, name, act),
      );
    },
  }),
  redeliverWebhook: t.field({
    type: RedeliverWebhookResult,
    description: `Sends a delivery once more, under the same id. One that is on its way stays as it is. ${FOR_KEEPERS}`,
    args: { input: t.arg({ type: RedeliverWebhookInput, required: true, description: 'Which one.' }) },
    resolve: async (_root, { input }, context) => {
      const keeper = requireWebhookKeeper(context.viewer, null);
      const name = { scope: keeper.scope, id: input.deliveryId };
      const { deliveryId } = await once(context, keeper, { name: 'redeliverWebhook', input }, (act) =>
        redeliverWebhook(context.db, name, act),
      );
      return findDelivery(context.db, keeper.scope, deliveryId);
    },
  }),
}));

/** Once for each key, in real time, as everything between a webhook and its receiver. */
function once<Input extends { idempotencyKey: string }, Result extends object>(
  context: GraphQLContext,
  { actor }: WebhookKeeper,
  wish: { name: string; input: Input },
  run: (act: Act) => Promise<Result>,
): Promise<Result> {
  return answerOnce(context, { ...wish, actor }, (act) => run({ ...act, now: context.clock.deadline() }));
}

/** As it is now, with the secret that was made; null: none was. */
async function opened(
  { db, webhooks }: GraphQLContext,
  { webhookId, sealedSecret }: SealedWebhook,
): Promise<{ webhook: Webhook; secret: string | null }> {
  const webhook = await findWebhook(db, null, webhookId);
  const secret = sealedSecret === null ? null : (webhooks?.seal.open(sealedSecret, webhookId) ?? null);
  return { webhook, secret };
}

function requireSender({ webhooks }: GraphQLContext): WebhookSender {
  if (webhooks !== null) return webhooks;
  throw new ConflictError('Webhooks are off here: whoever runs this server has to set WEBHOOK_KEY');
}

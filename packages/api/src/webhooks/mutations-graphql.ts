/** What the keepers of webhooks do with them. Each begins with the check of who may. */
import type { Act } from '../audit/actor.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { ChangeKindType } from '../changes/kind-graphql.ts';
import { builder } from '../graphql/builder.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { keyField } from '../graphql/mutation-inputs.ts';
import { answerAsThen, answerOnce } from '../idempotency/answer-once.ts';
import { addWebhook } from './add-webhook.ts';
import { captureRedelivery, captureWebhook, openRedelivery, openWebhook } from './as-then.ts';
import { changeWebhook, removeWebhook } from './change-webhook.ts';
import { SEALED_WITH_ANOTHER_KEY } from './open-secret.ts';
import { redeliverWebhook } from './redeliver-webhook.ts';
import { requireWebhookKeeper } from './require-webhook-keeper.ts';
import { tryWebhook } from './try-webhook.ts';
import {
  WebhookAddedType,
  WebhookChangedType,
  WebhookDeliveryType,
  WebhookRemovedType,
  WebhookTestType,
} from './types-graphql.ts';
import type { WebhookSender } from './webhook-sender.ts';
import { communityIdOptions } from '../graphql/text-limits.ts';

const FOR_KEEPERS = 'For the moderators of its server and for operators.';

const AddWebhookInput = builder.inputType('AddWebhookInput', {
  description: 'A receiver, and what it wants to be told.',
  fields: (t) => ({
    communityId: t.string(
      communityIdOptions(
        'The Discord guild, "library", or "*" for every community; null: the own server for moderators, else the library. Only operators may name another one than their own server.',
        { orAll: true },
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
  description: 'The delivery as it is then, or why it is not sent again.',
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
      const sender = requireSender(context);
      const { seal } = sender;
      const { communityId } = keeper;
      const { url, kinds } = input;
      const { actor } = keeper;
      const mutation = { name: 'addWebhook', actor, input: { ...input, communityId } };
      const added = await answerAsThen(context, { ...mutation, remember: captureWebhook }, (act) =>
        addWebhook(context.db, sender, { url, kinds: kinds ?? [], communityId }, inRealTime(context, act)),
      );
      const { webhook, secret } = await openWebhook(context.db, seal, added);
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
      const sender = requireSender(context);
      const { seal } = sender;
      const { webhookId: id, idempotencyKey: _key, ...change } = input;
      const wish = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null));
      const mutation = { name: 'changeWebhook', actor: keeper.actor, input, remember: captureWebhook };
      const changed = await answerAsThen(context, mutation, (act) =>
        changeWebhook(context.db, sender, { ...wish, scope: keeper.scope, id }, inRealTime(context, act)),
      );
      return openWebhook(context.db, seal, changed);
    },
  }),
}));

builder.mutationFields((t) => ({
  removeWebhook: t.field({
    type: RemoveWebhookResult,
    description: `Removes a webhook for ever. ${FOR_KEEPERS}`,
    args: { input: t.arg({ type: RemoveWebhookInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => {
      const { actor, scope } = requireWebhookKeeper(context.viewer, null);
      return answerOnce(context, { name: 'removeWebhook', actor, input }, (act) =>
        removeWebhook(context.db, { scope, id: input.webhookId }, inRealTime(context, act)),
      );
    },
  }),
  testWebhook: t.field({
    type: TestWebhookResult,
    description: `Sends a request that is no event, and shows exactly what was sent and what came back. No delivery is recorded. ${FOR_KEEPERS}`,
    args: { input: t.arg({ type: TestWebhookInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => {
      const { actor, scope } = requireWebhookKeeper(context.viewer, null);
      const sender = requireSender(context);
      const name = { scope, id: input.webhookId };
      return answerOnce(context, { name: 'testWebhook', actor, input }, (act) =>
        tryWebhook(context.db, sender, name, inRealTime(context, act)),
      );
    },
  }),
  redeliverWebhook: t.field({
    type: RedeliverWebhookResult,
    description: `Sends a delivery once more, under the same id. One that is on its way stays as it is. ${FOR_KEEPERS}`,
    args: { input: t.arg({ type: RedeliverWebhookInput, required: true, description: 'Which one.' }) },
    resolve: async (_root, { input }, context) => {
      const { actor, scope } = requireWebhookKeeper(context.viewer, null);
      const name = { scope, id: input.deliveryId };
      const mutation = { name: 'redeliverWebhook', actor, input, remember: captureRedelivery };
      const redelivered = await answerAsThen(context, mutation, (act) =>
        redeliverWebhook(context.db, name, inRealTime(context, act)),
      );
      return openRedelivery(context.db, redelivered);
    },
  }),
}));

/** As everything between a webhook and its receiver. */
function inRealTime({ clock }: GraphQLContext, act: Act): Act {
  return { ...act, now: clock.deadline() };
}

function requireSender({ webhooks }: GraphQLContext): WebhookSender {
  if (webhooks !== null) return webhooks;
  throw new ConflictError('Webhooks are off here: whoever runs this server has to set WEBHOOK_KEY');
}

/** Webhooks and what is sent to them, as their keepers see them. Secrets are no field of anything but the answer that makes one. */
import { ChangeKindType } from '../changes/kind-graphql.ts';
import { builder } from '../graphql/builder.ts';
import type { Webhook, WebhookDelivery } from './find-webhooks.ts';
import type { WebhookTrial } from './try-webhook.ts';

const WebhookStateType = builder.enumType('WebhookState', {
  description: 'Whether a webhook is sent to.',
  values: {
    ACTIVE: { description: 'It is sent to.' },
    DISABLED: { description: 'It is not, for the reason in `disabledReason`.' },
  } as const,
});

const WebhookDeliveryStateType = builder.enumType('WebhookDeliveryState', {
  description: 'How far a change has come on its way to a webhook.',
  values: {
    PENDING: { description: 'It is to be sent, perhaps again.' },
    LEASED: { description: 'It is being sent.' },
    DELIVERED: { description: 'The receiver answered with a status from 200 to 299.' },
    FAILED: { description: 'It was given up after too many attempts.' },
  } as const,
});

export const WebhookType = builder.objectRef<Webhook>('Webhook').implement({
  description: 'An address that is told what changes for readers.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names it in mutations.' }),
    communityId: t.exposeString('communityId', {
      description:
        'Whose changes it is told of, beside the library’s: a Discord guild; "library" for those alone; "*" for everybody’s.',
    }),
    url: t.expose('url', { type: 'URL', description: 'Where requests go.' }),
    kinds: t.expose('kinds', {
      type: [ChangeKindType],
      description: 'What it is told of; empty: of everything.',
    }),
    state: t.expose('state', { type: WebhookStateType, description: 'Whether it is sent to.' }),
    disabledReason: t.exposeString('disabledReason', {
      nullable: true,
      description: 'Why it is not sent to; null: it is.',
    }),
    failures: t.exposeInt('failures', { description: 'Attempts in a row that did not get through.' }),
    notBefore: t.expose('notBefore', {
      type: 'DateTime',
      nullable: true,
      description: 'Nothing is sent before; null: at once.',
    }),
    createdBy: t.exposeString('createdBy', {
      description: 'Discord user id of who added it, or the name of their token.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was added.' }),
  }),
});

export const WebhookDeliveryType = builder.objectRef<WebhookDelivery>('WebhookDelivery').implement({
  description: 'One change on its way to one webhook.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Goes with every attempt, in the header Communique-Delivery.' }),
    change: t.expose('change', { type: 'Change', description: 'What it tells of.' }),
    state: t.expose('state', { type: WebhookDeliveryStateType, description: 'How far it has come.' }),
    attempt: t.exposeInt('attempt', { description: 'How often it was sent.' }),
    status: t.exposeInt('status', {
      nullable: true,
      description: 'HTTP status of the last answer; null: there was none.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why the last attempt did not get through; null: it did, or there was none.',
    }),
    attemptedAt: t.expose('attemptedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last sent; null: not yet.',
    }),
  }),
});

export const WebhookAddedType = builder
  .objectRef<{ webhook: Webhook; secret: string }>('WebhookAdded')
  .implement({
    description: 'A new webhook.',
    fields: (t) => ({
      webhook: t.expose('webhook', { type: WebhookType, description: 'The webhook.' }),
      secret: t.exposeString('secret', {
        description:
          'What requests to it are signed with. Shown here, again only for the same key within 24 hours: keep it.',
      }),
    }),
  });

export const WebhookChangedType = builder
  .objectRef<{ webhook: Webhook; secret: string | null }>('WebhookChanged')
  .implement({
    description: 'A webhook as it is then.',
    fields: (t) => ({
      webhook: t.expose('webhook', { type: WebhookType, description: 'The webhook.' }),
      secret: t.exposeString('secret', {
        nullable: true,
        description:
          'The new secret, shown here and again only for the same key within 24 hours; null: it is still the old one.',
      }),
    }),
  });

export const WebhookRemovedType = builder.objectRef<{ id: string }>('WebhookRemoved').implement({
  description: 'A webhook that is sent to no more.',
  fields: (t) => ({ webhookId: t.exposeID('id', { description: 'The `id` it had.' }) }),
});

const HeaderType = builder.objectRef<{ name: string; value: string }>('WebhookHeader').implement({
  description: 'A header of a request.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    value: t.exposeString('value', { description: 'Its value.' }),
  }),
});

export const WebhookTestType = builder.objectRef<WebhookTrial>('WebhookTest').implement({
  description: 'What was sent to try a webhook, and what came back.',
  fields: (t) => ({
    url: t.field({ type: 'URL', description: 'Where it went.', resolve: ({ request }) => request.url }),
    headers: t.field({
      type: [HeaderType],
      description: 'The headers as they were sent, signature included.',
      resolve: ({ request }) => Object.entries(request.headers).map(([name, value]) => ({ name, value })),
    }),
    body: t.string({
      description: 'The body as it was sent: an event "TEST".',
      resolve: ({ request }) => request.body,
    }),
    status: t.int({
      nullable: true,
      description: 'HTTP status of the answer; null: there was none.',
      resolve: ({ outcome }) => (outcome.answered ? outcome.status : null),
    }),
    answer: t.string({
      nullable: true,
      description: 'At most the first 4,096 bytes of the answer’s body; null: there was none.',
      resolve: ({ outcome }) => (outcome.answered ? outcome.body : null),
    }),
    reason: t.string({
      nullable: true,
      description: 'Why there was no answer; null: there was one.',
      resolve: ({ outcome }) => (outcome.answered ? null : outcome.reason),
    }),
  }),
});

import { requireBot } from '../access/require-role.ts';
import { actorOf } from '../access/viewer.ts';
import { seesDelivery, seesSettingsOf } from '../access/visibility.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { builder } from '../graphql/builder.ts';
import { answerAsThen } from '../idempotency/answer-once.ts';
import { captureClaim, captureDelivery, openClaim, openDelivery, type ClaimedDelivery } from './as-then.ts';
import { claimDeliveries } from './claim-deliveries.ts';
import { findDelivery } from './find-deliveries.ts';
import { ClaimDeliveriesInput, RecordDeliveryInput } from './inputs-graphql.ts';
import { EditionType } from './edition-graphql.ts';
import { DeliveryRef, DigestScheduleRef } from './refs-graphql.ts';
import { openFrozen } from './open-edition.ts';
import { recordDelivery } from './record-delivery.ts';

const DeliveryStateType = builder.enumType('DeliveryState', {
  description: 'How far a digest has come on its way into a channel.',
  values: {
    PLANNED: { description: 'Its edition is frozen and it waits for the bot.' },
    LEASED: { description: 'A bot is about to post it.' },
    SENT: { description: 'It stands in the channel.' },
    THREADED: { description: 'It stands in the channel and has its thread.' },
    PUBLISHED: { description: 'It was handed on to the servers that follow the channel.' },
    SKIPPED: { description: 'It was not posted on purpose, as `reason` says.' },
    FAILED: { description: 'It cannot be posted, as `reason` says.' },
    DEAD: { description: 'It was given up after too many attempts, as `reason` says.' },
  } as const,
});

builder.node(DeliveryRef, {
  description: 'One digest on its way into one channel.',
  id: { resolve: ({ id }) => id },
  loadWithoutCache: async (id, { db, viewer }) => {
    const delivery = await findDelivery(db, id);
    return delivery !== null && seesDelivery(viewer, delivery) ? delivery : null;
  },
  fields: (t) => ({
    deliveryId: t.exposeString('id', {
      description: 'The bare id, a UUID: what nonces and custom ids on Discord are made of.',
    }),
    schedule: t.field({
      type: DigestScheduleRef,
      description: 'What it is a run of. For moderators and the bot.',
      resolve: ({ schedule }, _args, { viewer }) => {
        if (seesSettingsOf(viewer, schedule.communityId)) return schedule;
        throw new NotAllowedError('Only moderators of this server may see its digest schedules');
      },
    }),
    channelId: t.expose('channelId', { type: 'Snowflake', description: 'The Discord channel it goes to.' }),
    state: t.expose('state', { type: DeliveryStateType, description: 'How far it has come.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description:
        'Why it was skipped, failed or given up, or why the last attempt did not succeed; null: nothing went wrong.',
    }),
    runAt: t.expose('runAt', { type: 'DateTime', description: 'When it was to be posted.' }),
    postedAt: t.expose('postedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was posted; null: it was not.',
    }),
    messageId: t.expose('messageId', {
      type: 'Snowflake',
      nullable: true,
      description: 'The Discord message that shows it; null: it was not posted.',
    }),
    attempt: t.exposeInt('attempt', { description: 'How often a bot has taken it on.' }),
    edition: t.field({
      type: EditionType,
      description: 'What it carries.',
      resolve: (delivery, _args, { db }) => openFrozen(db, delivery),
    }),
  }),
});

const ClaimedDeliveryType = builder.objectRef<ClaimedDelivery>('ClaimedDelivery').implement({
  description: "A delivery that is the claiming bot's until its lease runs out.",
  fields: (t) => ({
    delivery: t.expose('delivery', { type: DeliveryRef, description: 'What is to be posted, and where.' }),
    leaseToken: t.exposeString('leaseToken', { description: 'To be given back with the report.' }),
    leasedUntil: t.expose('leasedUntil', {
      type: 'DateTime',
      description: 'After this time of the machine another process may be given it.',
    }),
    mayBePosted: t.exposeBoolean('mayBePosted', {
      description:
        'True when an earlier lease ran out or its outcome was unknown: read the channel back before posting anything.',
    }),
  }),
});

const ClaimedDeliveries = builder
  .objectRef<{ deliveries: ClaimedDelivery[] }>('ClaimedDeliveries')
  .implement({
    description: 'What the bot is to post now.',
    fields: (t) => ({
      deliveries: t.expose('deliveries', {
        type: [ClaimedDeliveryType],
        description: 'The oldest run first; may be empty.',
      }),
    }),
  });

const ClaimDeliveriesResult = builder.errorUnion('ClaimDeliveriesResult', {
  description: 'What the bot is to post now, or why it gets nothing.',
  types: [ClaimedDeliveries, NotAllowedError, InvalidInputError, ConflictError],
  resolveType: () => ClaimedDeliveries,
});

const RecordDeliveryResult = builder.errorUnion('RecordDeliveryResult', {
  description: 'The delivery as it is then, or why the report was not written down.',
  types: [DeliveryRef, NotAllowedError, NotFoundError, ConflictError, InvalidInputError],
  resolveType: () => DeliveryRef,
});

builder.mutationFields((t) => ({
  claimDeliveries: t.field({
    type: ClaimDeliveriesResult,
    description:
      'Plans every digest that is due and leases deliveries to the caller for a minute. No two callers get the same one; with the same key the same lease is answered again, and what nobody asks for again is given out when its minute is over. For the bot only.',
    args: { input: t.arg({ type: ClaimDeliveriesInput, required: true, description: 'The wish.' }) },
    resolve: async (_root, { input }, context) => {
      const { db, viewer, clock, logger } = context;
      requireBot(viewer);
      const mutation = { name: 'claimDeliveries', actor: actorOf(viewer), input, remember: captureClaim };
      const claim = await answerAsThen(context, mutation, (act) =>
        claimDeliveries(db, input.limit, { clock, logger }, act),
      );
      return { deliveries: await openClaim(db, claim) };
    },
  }),
  recordDelivery: t.field({
    type: RecordDeliveryResult,
    description:
      'Writes down what came of a claimed delivery; what was written down already stays. A report under a lease that was lost is a `ConflictError`. For the bot only.',
    args: { input: t.arg({ type: RecordDeliveryInput, required: true, description: 'The report.' }) },
    resolve: async (_root, { input }, context) => {
      const { db, viewer, clock } = context;
      requireBot(viewer);
      const { idempotencyKey: _key, messageId = null, errorCode = null, reason = null, ...rest } = input;
      const report = { ...rest, messageId, errorCode, reason };
      const mutation = {
        name: 'recordDelivery',
        actor: actorOf(viewer),
        input,
        remember: captureDelivery,
      };
      const recorded = await answerAsThen(context, mutation, (act) =>
        recordDelivery(db, report, { clock, act }),
      );
      return openDelivery(db, recorded);
    },
  }),
}));

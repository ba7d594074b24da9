/** What the mutations of digests are told. */
import { builder } from '../graphql/builder.ts';
import { keyField } from '../graphql/mutation-inputs.ts';
import { WeekdayType } from './schedule-graphql.ts';

export const CreateDigestScheduleInput = builder.inputType('CreateDigestScheduleInput', {
  description: 'A digest: where, when, of what.',
  fields: (t) => ({
    channelId: t.field({ type: 'Snowflake', required: true, description: 'The Discord channel to post in.' }),
    localTime: t.field({
      type: 'LocalTime',
      required: true,
      description: 'Hours and minutes, 00:00–23:59: "09:00".',
    }),
    timeZone: t.field({
      type: 'TimeZone',
      required: true,
      description: 'IANA name of the zone the time is meant in: "Europe/Berlin".',
    }),
    weekdays: t.field({
      type: [WeekdayType],
      description: 'The days to post on, at least one; null or left out: every day.',
    }),
    topics: t.field({
      type: ['Slug'],
      description: 'Slugs of up to 25 topics; none or left out: every topic.',
    }),
    size: t.int({ required: true, defaultValue: 3, description: 'Briefings in one digest, at most: 1–10.' }),
    ...keyField(t),
  }),
});

export const ChangeDigestScheduleInput = builder.inputType('ChangeDigestScheduleInput', {
  description: 'A digest schedule to pause, to resume or to remove.',
  fields: (t) => ({
    scheduleId: t.id({ required: true, description: 'The `id` of the schedule.' }),
    ...keyField(t),
  }),
});

export const ClaimDeliveriesInput = builder.inputType('ClaimDeliveriesInput', {
  description: 'What the bot can take on now.',
  fields: (t) => ({
    limit: t.int({ required: true, description: 'How many deliveries at most, 1–50.' }),
    ...keyField(t),
  }),
});

const DeliveryOutcomeType = builder.enumType('DeliveryOutcome', {
  description: 'What came of one attempt to post a digest.',
  values: {
    SENT: { description: 'It stands in the channel: posted, or found there by reading the channel back.' },
    UNKNOWN: {
      description:
        'The request may have reached Discord. It can be claimed again at once, with `mayBePosted`.',
    },
    RETRY: {
      description:
        'Certainly nothing was posted. It can be claimed again after a pause; after five of these it is given up.',
    },
    FAILED: {
      description:
        'It will never work. Where `errorCode` says that the channel cannot be posted in, the schedule is disabled with the reason.',
    },
  } as const,
});

export const RecordDeliveryInput = builder.inputType('RecordDeliveryInput', {
  description: 'The report of one attempt.',
  fields: (t) => ({
    deliveryId: t.field({ type: 'UUID', required: true, description: 'The `deliveryId` of the delivery.' }),
    leaseToken: t.field({ type: 'UUID', required: true, description: 'As it was given with the claim.' }),
    outcome: t.field({ type: DeliveryOutcomeType, required: true, description: 'What came of it.' }),
    messageId: t.field({
      type: 'Snowflake',
      description: 'The Discord message; required with `SENT`, ignored otherwise, null then.',
    }),
    errorCode: t.int({ description: "Discord's JSON error code, where it refused; null: it did not." }),
    reason: t.string({
      description:
        'What happened, for moderators to read; null: nothing to speak of. Its first 300 characters are kept.',
    }),
    ...keyField(t),
  }),
});

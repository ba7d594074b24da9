/** ACTIVE runs. PAUSED by a moderator. DISABLED by the program, because the channel cannot be posted in; the reason is kept. */
export const DIGEST_SCHEDULE_STATES = ['ACTIVE', 'PAUSED', 'DISABLED'] as const;
export type DigestScheduleState = (typeof DIGEST_SCHEDULE_STATES)[number];

/** PLANNED → LEASED → SENT → THREADED → PUBLISHED; SKIPPED, FAILED and DEAD are ends, each with a reason. */
export const DELIVERY_STATES = [
  'PLANNED',
  'LEASED',
  'SENT',
  'THREADED',
  'PUBLISHED',
  'SKIPPED',
  'FAILED',
  'DEAD',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What the bot reports of one attempt. */
export const DELIVERY_OUTCOMES = ['SENT', 'UNKNOWN', 'RETRY', 'FAILED'] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

/** What follows an attempt: numbers and words, no data. */
import type { SendOutcome } from './send-request.ts';
import type { webhookDeliveries, webhooks } from './table.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** Longer than any attempt takes; whoever has not recorded by then has died. */
export const LEASE = 60 * SECOND;
/** Of one delivery that the receiver refuses, with the pauses below more than an hour; then the next one is tried. */
const MAX_ATTEMPTS = 10;
const FIRST_PAUSE = 10 * SECOND;
const LONGEST_PAUSE = HOUR;
/** So long nothing has got through: nobody is there any more. */
const PATIENCE = 24 * HOUR;
const GONE = 410;

export interface Attempted {
  attempt: number;
  failures: number;
  failingSince: Date | null;
}

export interface AttemptDecision {
  delivery: Partial<typeof webhookDeliveries.$inferSelect>;
  webhook: Partial<typeof webhooks.$inferSelect>;
}

export function decideAfterAttempt(
  { attempt, failures, failingSince }: Attempted,
  outcome: SendOutcome,
  { at, random }: { at: Date; random: () => number },
): AttemptDecision {
  const status = outcome.answered ? outcome.status : null;
  if (status !== null && status >= 200 && status < 300) {
    return {
      delivery: { state: 'DELIVERED', status, reason: null, attemptedAt: at },
      webhook: { failures: 0, failingSince: null, notBefore: null },
    };
  }
  const reason = outcome.answered ? wordsOf(outcome.status) : outcome.reason;
  const since = failingSince ?? at;
  return {
    delivery: {
      state: attempt >= MAX_ATTEMPTS && isRefusal(status) ? 'FAILED' : 'PENDING',
      status,
      reason,
      attemptedAt: at,
    },
    webhook: {
      failures: failures + 1,
      failingSince: since,
      notBefore: new Date(at.getTime() + pauseAfter(failures + 1, random)),
      ...disabled(status, reason, at.getTime() - since.getTime()),
    },
  };
}

/** It was understood and not wanted; 408 and 429 only ask to come again. A receiver that is away loses nothing. */
function isRefusal(status: number | null): boolean {
  return status !== null && status >= 400 && status < 500 && status !== 408 && status !== 429;
}

/** 10, 20, 40 seconds, … at most an hour; between half of it and all of it, so that many receivers of one host do not come at once. */
function pauseAfter(failures: number, random: () => number): number {
  const pause = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
  return Math.round(pause * (0.5 + random() / 2));
}

function disabled(status: number | null, reason: string, failingFor: number): AttemptDecision['webhook'] {
  if (status === GONE) {
    return { state: 'DISABLED', disabledReason: 'the receiver answered 410: it wants no more' };
  }
  if (failingFor < PATIENCE) return {};
  return { state: 'DISABLED', disabledReason: `nothing got through for 24 hours; at last ${reason}` };
}

function wordsOf(status: number): string {
  const isRedirect = status >= 300 && status < 400;
  return `the receiver answered ${status}${isRedirect ? ', and redirects are not followed' : ''}`;
}

import {
  destinationRefusal,
  MAX_ATTEMPTS,
  MAX_RETRIES,
  pauseAfterRetry,
  pauseAfterUnknown,
} from './delivery-policy.ts';
import type { DeliveryOutcome } from './states.ts';
import type { deliveries } from './table.ts';

/** What the bot says of one attempt. */
export interface Report {
  outcome: DeliveryOutcome;
  /** Of the message, where it was sent. */
  messageId: string | null;
  /** Discord's JSON error code, where it refused. */
  errorCode: number | null;
  reason: string | null;
}

export interface Decision {
  change: Partial<typeof deliveries.$inferSelect>;
  /** Not null: nothing can be posted there, and the schedule is to be disabled for this reason. */
  disabledReason: string | null;
}

/** What becomes of a leased delivery. Content time says when it was posted, the machine's time when it may be tried again. */
export function decideOutcome(
  { attempt, retries }: { attempt: number; retries: number },
  report: Report,
  { now, deadline }: { now: Date; deadline: Date },
): Decision {
  switch (report.outcome) {
    case 'SENT':
      return keep({ state: 'SENT', messageId: report.messageId, postedAt: now, reason: null });
    case 'UNKNOWN':
      return keep(afterUnknown(attempt, report.reason ?? 'Discord did not answer', deadline));
    case 'RETRY':
      return keep(afterRetry(retries + 1, report.reason ?? 'Discord asked to wait', deadline));
    case 'FAILED':
      return afterFailure(report);
  }
}

function keep(change: Decision['change']): Decision {
  return { change, disabledReason: null };
}

function afterUnknown(attempt: number, reason: string, deadline: Date): Decision['change'] {
  if (attempt >= MAX_ATTEMPTS) {
    return {
      state: 'DEAD',
      uncertain: true,
      reason: `given up after ${attempt} attempts, perhaps posted: ${reason}`,
    };
  }
  return {
    state: 'PLANNED',
    uncertain: true,
    reason,
    notBefore: later(deadline, pauseAfterUnknown(attempt)),
  };
}

function afterRetry(retries: number, reason: string, deadline: Date): Decision['change'] {
  if (retries >= MAX_RETRIES)
    return { state: 'DEAD', retries, reason: `given up after ${retries} attempts: ${reason}` };
  return { state: 'PLANNED', retries, reason, notBefore: later(deadline, pauseAfterRetry(retries)) };
}

function afterFailure({ errorCode, reason }: Report): Decision {
  const refusal = destinationRefusal(errorCode);
  const told =
    reason ??
    (errorCode === null ? 'Discord refused the message' : `Discord refused the message (${errorCode})`);
  return { change: { state: 'FAILED', reason: refusal ?? told }, disabledReason: refusal };
}

function later(deadline: Date, pause: number): Date {
  return new Date(deadline.getTime() + pause);
}

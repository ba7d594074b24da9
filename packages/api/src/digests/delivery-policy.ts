/** How long a lease lasts, what follows an attempt, and what Discord's refusals mean: numbers and words, no data. */

const SECOND = 1_000;

/** A bot that has not reported by then has died or lost the network, and the delivery is given out again. */
export const LEASE = 60 * SECOND;
/** Attempts that certainly posted nothing, until the delivery is given up: an outage of some hours is outlived. */
export const MAX_RETRIES = 30;
/** Leases in all, where nobody can find out whether it was posted: with the pauses below about four hours. */
export const MAX_ATTEMPTS = 30;

/** The first reports of an unknown outcome make it claimable at once: reading the channel back usually settles it. */
const ATTEMPTS_WITHOUT_PAUSE = 3;
const FIRST_PAUSE = 30 * SECOND;
const LONGEST_PAUSE = 600 * SECOND;

/** 30 s, 1, 2, 4 minutes, … at most 10. */
export function pauseAfterRetry(retries: number): number {
  return Math.min(FIRST_PAUSE * 2 ** (retries - 1), LONGEST_PAUSE);
}

export function pauseAfterUnknown(attempt: number): number {
  return attempt <= ATTEMPTS_WITHOUT_PAUSE ? 0 : pauseAfterRetry(attempt - ATTEMPTS_WITHOUT_PAUSE);
}

/**
 * Refusals that will come again until a person changes something in Discord: the schedule is disabled with these words.
 * Codes: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
const DESTINATION_REFUSALS: ReadonlyMap<number, string> = new Map([
  [10_003, 'the channel no longer exists: create the digest again for another channel'],
  [10_004, 'the bot is no longer in this server: invite it again, then resume the digest'],
  [50_001, 'the bot cannot see the channel: give it the permission "View Channel", then resume the digest'],
  [
    50_013,
    'the bot may not post in the channel: give it "View Channel" and "Send Messages", then resume the digest',
  ],
  [50_024, 'messages cannot be posted in a channel of this type: create the digest again for a text channel'],
  [40_058, 'the channel is a forum, which takes posts only: create the digest again for a text channel'],
  [40_067, 'the forum asks for a tag on every post: create the digest again for a text channel'],
]);

/** What a person has to do before anything can be posted there; null when the refusal is not about the channel. */
export function destinationRefusal(errorCode: number | null): string | null {
  return errorCode === null ? null : (DESTINATION_REFUSALS.get(errorCode) ?? null);
}

/** Claim what is due, post it, record what came of it. One failure does not stop the next. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import type { REST } from 'discord.js';
import { askTwice } from '../api/ask-twice.ts';
import type { ApiClient } from '../api/client.ts';
import { ClaimDeliveriesDocument, RecordDeliveryDocument } from '../api/generated/graphql.ts';
import type { ClaimedDelivery } from './claimed-delivery.ts';
import type { Outcome } from './outcome.ts';
import { describeError } from '../describe-error.ts';
import { mayReadHistory } from '../discord/permissions.ts';
import { postDigest } from './post-digest.ts';
import { readBack } from './read-back.ts';

export interface ChannelPermissions {
  /** What the bot may do in a channel as far as it knows; null when it does not. */
  known(channelId: string): bigint | null;
  /** The same, asked of Discord now. */
  fetch(channelId: string): Promise<bigint>;
}

export interface DigestRunner {
  api: ApiClient;
  rest: REST;
  /** The bot's own user id. */
  ownId: string;
  permissions: ChannelPermissions;
  clock: Clock;
  logger: Logger;
  /** Aborted when the bot stops: nothing new is begun then. */
  signal: AbortSignal;
}

const BATCH = 10;
const MAX_BATCHES = 20;
/** Time kept to record the outcome before the lease runs out. */
const RECORDING_MS = 10_000;

/** One pass: until nothing is due, or until Discord is in trouble. */
export async function runDigests(runner: DigestRunner): Promise<void> {
  for (let batch = 0; batch < MAX_BATCHES && !runner.signal.aborted; batch += 1) {
    const claimed = await claim(runner);
    let troubled = false;
    for (const delivery of claimed) {
      if (runner.signal.aborted) return;
      troubled = !(await deliver(runner, delivery)) || troubled;
    }
    if (troubled || claimed.length < BATCH) return;
  }
}

async function claim({ api, logger }: DigestRunner): Promise<readonly ClaimedDelivery[]> {
  const input = { limit: BATCH, idempotencyKey: randomUUID() };
  const { claimDeliveries: result } = await askTwice(() => api.request(ClaimDeliveriesDocument, { input }));
  if (result.__typename === 'ClaimedDeliveries') return result.deliveries;
  logger.error({ code: result.code, message: result.message }, 'the API gives out no deliveries');
  return [];
}

/** True when the matter is settled, whichever way. */
async function deliver(runner: DigestRunner, claimed: ClaimedDelivery): Promise<boolean> {
  const { deliveryId } = claimed.delivery;
  const logger = runner.logger.child({ deliveryId, channelId: claimed.delivery.channelId });
  try {
    const outcome = await attempt(runner, claimed);
    if (outcome === null) {
      logger.warn('the lease ran out before the digest could be posted');
      return false;
    }
    logger.info({ ...outcome, readBack: claimed.mayBePosted }, 'attempt at a digest ended');
    await record(runner, claimed, outcome);
    return outcome.outcome === 'SENT' || outcome.outcome === 'FAILED';
  } catch (error) {
    // Not recorded: the lease runs out, and the next claim reads the channel back.
    logger.error({ error: describeError(error) }, 'a digest could not be delivered or recorded');
    return false;
  }
}

/** Null when too little of the lease is left: somebody else may hold it by the time Discord answers. */
async function attempt(runner: DigestRunner, claimed: ClaimedDelivery): Promise<Outcome | null> {
  const { rest, ownId, clock, permissions } = runner;
  const { channelId } = claimed.delivery;
  const left = new Date(claimed.leasedUntil).getTime() - clock.deadline().getTime() - RECORDING_MS;
  if (left <= 0) return null;
  const signal = AbortSignal.timeout(left);
  if (claimed.mayBePosted) {
    const before = await readBack(rest, claimed, {
      ownId,
      signal,
      permissions: () => permissions.fetch(channelId),
    });
    if ('stop' in before) return before.stop;
    if (before.found !== null) return before.found;
  } else {
    warnOfBlindPost(runner, channelId);
  }
  return postDigest(rest, claimed, signal);
}

/** The post itself does no harm; only an answer that gets lost could not be made good. */
function warnOfBlindPost({ permissions, logger }: DigestRunner, channelId: string): void {
  const known = permissions.known(channelId);
  if (known !== null && !mayReadHistory(known))
    logger.warn(
      { channelId },
      'the bot may not read the message history of a digest channel: should the answer to a post get lost, the digest is given up. Give it "View Channel" and "Read Message History"',
    );
}

async function record(
  { api, logger }: DigestRunner,
  claimed: ClaimedDelivery,
  outcome: Outcome,
): Promise<void> {
  const { deliveryId } = claimed.delivery;
  const { leaseToken } = claimed;
  const input = { deliveryId, leaseToken, ...outcome, idempotencyKey: randomUUID() };
  const { recordDelivery: result } = await askTwice(() => api.request(RecordDeliveryDocument, { input }));
  if (result.__typename !== 'Delivery')
    logger.warn({ deliveryId, code: result.code, message: result.message }, 'the outcome was not recorded');
}

/** Looks at a feed once: what is new in it comes into the inbox. */
import type { Clock } from '@communique/shared/clock';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { articleKey } from '../articles/article-key.ts';
import { operator, type Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Database, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertChanged } from '../database/write-set.ts';
import { commit } from '../idempotency/commit.ts';
import type { ImportWork } from '../import-work/import-work.ts';
import type { WebOptions } from '../web/get-resource.ts';
import { bringInItems } from './bring-in-items.ts';
import { decideAfterCheck, type FeedDecision } from './check-policy.ts';
import { fetchFeed, type FeedAnswer } from './fetch-feed.ts';
import { findFeed, type Feed, type FeedName } from './find-feeds.ts';
import { leaseFeed, type LeasedFeed } from './lease-feeds.ts';
import { feeds } from './table.ts';

export interface CheckOptions {
  web: WebOptions;
  importWork: ImportWork;
  clock: Clock;
  random: () => number;
  /** Milliseconds between two looks. */
  interval: number;
  /** Aborted when the program stops: what is under way is left to its lease. */
  stop?: AbortSignal;
}

export interface FeedCheck {
  feedId: string;
  outcome: 'CHANGED' | 'UNCHANGED' | 'FAILED' | 'DISABLED';
  newArticles: number;
  /** Why nothing came; null: it was read. */
  reason: string | null;
}

/** By hand, whether it is due or not. */
export async function checkFeed(
  db: Database,
  name: FeedName,
  options: CheckOptions,
  act: Act,
): Promise<FeedCheck> {
  const feed = await findFeed(db, name);
  const leased = await leaseFeed(db, feed, options.clock.deadline());
  const check = await checkLeasedFeed(db, leased, options, act);
  if (check !== null) return check;
  const result: FeedCheck = { feedId: feed.id, outcome: 'UNCHANGED', newArticles: 0, reason: null };
  return commit(db, act, { statements: [], result });
}

/** Null: the lease was lost, and whoever has it now records what comes of it. `act`: of whoever looks by hand. */
export async function checkLeasedFeed(
  db: Database,
  feed: LeasedFeed,
  { web, importWork, clock, random, interval, stop }: CheckOptions,
  act?: Act,
): Promise<FeedCheck | null> {
  const answer = await fetchFeed(feed, { web, importWork, now: clock.deadline(), stop });
  if (stop?.aborted === true) return null;
  const at = clock.deadline();
  const decision = decideAfterCheck(feed, answer, { at, random, interval });
  const brought =
    answer.kind === 'FEED' ? await bringInItems(db, feed, answer.feed.items, clock.now()) : null;
  const found = brought === null ? null : { at: at.getTime(), ...brought.found };
  const changes = {
    ...decision,
    ...namesOf(feed, answer),
    ...(await newAddress(db, feed, answer)),
    ...(found !== null && { lastFound: found }),
    // What waits is to be sent again, even where nothing has changed.
    ...((found?.waiting ?? 0) > 0 && { etag: null, lastModified: null }),
  };
  const newArticles = found?.newArticles ?? 0;
  const check = { feedId: feed.id, newArticles, ...outcomeOf(decision, answer, newArticles) };
  const statements = [
    ...holdLease(db, feed, changes),
    ...(brought?.statements ?? []),
    ...(act === undefined ? [] : [recordCheck(feed, check, act)]),
    ...disabling(feed, decision, clock.now()),
  ];
  try {
    return await commit(db, act ?? { now: clock.now(), actor: operator }, { statements, result: check });
  } catch (error) {
    if (error instanceof WriteConflictError) return null;
    throw error;
  }
}

function outcomeOf(
  { disabledReason = null }: FeedDecision,
  answer: FeedAnswer,
  newArticles: number,
): Pick<FeedCheck, 'outcome' | 'reason'> {
  if (disabledReason !== null) return { outcome: 'DISABLED', reason: disabledReason };
  if (answer.kind === 'FAILED') return { outcome: 'FAILED', reason: answer.reason };
  return { outcome: newArticles === 0 ? 'UNCHANGED' : 'CHANGED', reason: null };
}

function namesOf(feed: Feed, answer: FeedAnswer): FeedDecision {
  if (answer.kind !== 'FEED') return {};
  return { title: answer.feed.title ?? feed.title, homePage: answer.feed.homePage };
}

/** Where it has moved for good; not where another feed of the community is. */
async function newAddress(db: Database, feed: Feed, answer: FeedAnswer): Promise<FeedDecision> {
  const url = 'movedTo' in answer ? answer.movedTo : null;
  const urlKey = url === null ? null : articleKey(url);
  if (url === null || urlKey === null || url === feed.url) return {};
  const [other] = await db.orm
    .select({ id: feeds.id })
    .from(feeds)
    .where(and(eq(feeds.communityId, feed.communityId), eq(feeds.urlKey, urlKey), isNull(feeds.removedAt)));
  return other === undefined || other.id === feed.id ? { url, urlKey } : {};
}

/** By the program itself, on nobody's wish. */
function disabling(
  { id: subjectId, communityId, state }: Feed,
  { disabledReason = null }: FeedDecision,
  now: Date,
): WriteStatement[] {
  if (disabledReason === null) return [];
  return [
    recordAct(
      { now, actor: operator },
      {
        communityId,
        action: 'feed.disable',
        subjectId,
        details: { reason: disabledReason },
        before: { state },
        after: { state: 'DISABLED' },
      },
    ),
  ];
}

function recordCheck(
  { id: subjectId, communityId, failures }: Feed,
  { outcome, newArticles }: FeedCheck,
  act: Act,
): WriteStatement {
  const isRead = outcome === 'CHANGED' || outcome === 'UNCHANGED';
  return recordAct(act, {
    communityId,
    action: 'feed.check',
    subjectId,
    details: { outcome, newArticles },
    before: { failures },
    after: { failures: isRead ? 0 : failures + 1 },
  });
}

/** What an editor did meanwhile stays: a feed that was disabled or removed brings nothing in. */
function holdLease(
  { orm }: Database,
  { id, leaseToken }: LeasedFeed,
  decision: FeedDecision,
): WriteStatement[] {
  const held = sql`${feeds.id} = ${id} and ${feeds.leaseToken} = ${leaseToken} and ${feeds.state} = 'ACTIVE' and ${feeds.removedAt} is null`;
  return [
    orm
      .update(feeds)
      .set({ ...decision, leaseToken: null, leasedUntil: null })
      .where(held),
    assertChanged('lease held'),
  ];
}

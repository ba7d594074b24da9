/** Follows a feed from now on: what is in it when it is added counts as seen, so that nobody is flooded. */
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { articleKey } from '../articles/article-key.ts';
import { signatureOf, type Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { requireCommunity } from '../communities/require-community.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertThat } from '../database/write-set.ts';
import { ConflictError, InvalidInputError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import type { CheckOptions } from './check-feed.ts';
import { decideAfterCheck } from './check-policy.ts';
import { fetchFeed, type FeedAnswer } from './fetch-feed.ts';
import { baseline } from './findings.ts';
import { rememberItems } from './remember-items.ts';
import { feeds } from './table.ts';

const MAX_FEEDS = 50;
const TOO_MANY = 'not too many feeds';

export interface NewFeed {
  communityId: string;
  url: string;
}

export interface AddedFeed {
  feedId: string;
  /** How many items it had, which do not come in. */
  items: number;
}

export async function addFeed(
  db: Database,
  { communityId, url: typed }: NewFeed,
  options: Omit<CheckOptions, 'stop'>,
  act: Act,
): Promise<AddedFeed> {
  await requireCommunity(db, communityId, ['communityId']);
  const at = options.clock.deadline();
  const { random, interval } = options;
  const answer = await readNewFeed(typed, options, at);
  const url = answer.movedTo ?? new URL(typed).href;
  const { items } = answer.feed;
  const id = randomUUID();
  const row = {
    ...decideAfterCheck({ failures: 0, failingSince: null, freshFor: null }, answer, {
      at,
      random,
      interval,
    }),
    id,
    communityId,
    url,
    urlKey: articleKey(url) ?? url,
    title: answer.feed.title ?? new URL(url).host,
    homePage: answer.feed.homePage,
    state: 'ACTIVE' as const,
    checkedAt: at,
    lastFound: baseline(items.length, at),
    createdBy: signatureOf(act.actor),
    createdAt: act.now,
  };
  const count = sql`(select count(*) from ${feeds} where ${and(eq(feeds.communityId, communityId), isNull(feeds.removedAt))})`;
  try {
    return await commit(db, act, {
      statements: [
        assertThat(TOO_MANY, sql`${count} < ${MAX_FEEDS}`),
        db.orm.insert(feeds).values({ nextCheckAt: at, ...row }),
        ...rememberItems(id, items),
        recordAct(act, {
          communityId,
          action: 'feed.add',
          subjectId: id,
          details: { items: items.length },
          after: { host: new URL(url).host, state: 'ACTIVE' },
        }),
      ],
      result: { feedId: id, items: items.length },
    });
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    throw new ConflictError(
      error.isGuard(TOO_MANY)
        ? `There are ${MAX_FEEDS} feeds already: remove one first`
        : 'This feed is followed already',
      ['url'],
      { cause: error },
    );
  }
}

async function readNewFeed(
  url: string,
  { web, importWork }: Pick<CheckOptions, 'web' | 'importWork'>,
  now: Date,
): Promise<Extract<FeedAnswer, { kind: 'FEED' }>> {
  const answer = await fetchFeed({ url, etag: null, lastModified: null }, { web, importWork, now });
  switch (answer.kind) {
    case 'FEED':
      return answer;
    case 'GONE':
      throw new InvalidInputError('"url" is no feed any more: its server says that it is gone for good', [
        'url',
      ]);
    case 'FAILED':
      throw new InvalidInputError(`"url" cannot be followed: ${answer.reason}`, ['url']);
    case 'UNCHANGED':
      throw new InvalidInputError('"url" cannot be followed: its server sent nothing', ['url']);
  }
}

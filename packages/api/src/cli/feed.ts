import Table from 'cli-table3';
import type { Command } from 'commander';
import { operator } from '../audit/actor.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import type { Database } from '../database/client.ts';
import { addFeed } from '../feeds/add-feed.ts';
import { disableFeed, enableFeed, removeFeed } from '../feeds/change-feed.ts';
import { checkFeed, type CheckOptions, type FeedCheck } from '../feeds/check-feed.ts';
import type { FeedFindings } from '../feeds/findings.ts';
import { findFeed, listFeeds, type Feed, type FeedName } from '../feeds/find-feeds.ts';
import { workInPlace } from '../import-work/work-in-place.ts';
import { checkCommunity } from './check-community.ts';
import type { CommandContext } from './command-context.ts';
import { PLAIN_TABLE } from './plain-table.ts';

interface FeedOptions {
  community: string;
}

/** As many as a community can follow. */
const ALL = 100;

export function addFeedCommand(program: Command, context: CommandContext): void {
  const feed = program
    .command('feed')
    .description('RSS, Atom and JSON feeds whose new items come into the inbox');
  const withFeeds = async (
    { community }: FeedOptions,
    use: (db: Database, communityId: string) => Promise<void>,
  ): Promise<void> =>
    context.withDatabase(async (db) => {
      await checkCommunity(db, community);
      await use(db, community);
    });
  const subcommand = (name: string, description: string) =>
    feed
      .command(name)
      .description(description)
      .option('--community <id>', 'the community it is followed for', LIBRARY_ID);
  const act = () => ({ now: context.clock.now(), actor: operator });

  subcommand('add', 'follow a feed: what is added to it from now on comes in')
    .argument('<url>', 'its address')
    .action(async (url: string, options: FeedOptions) =>
      withFeeds(options, async (db, communityId) => {
        const { feedId, items } = await addFeed(db, { communityId, url }, optionsOf(context), act());
        context.print(
          `Followed from now on (${feedId}). What is in it today does not come in: ${items === 1 ? '1 item' : `${items} items`}.`,
        );
      }),
    );
  subcommand('list', 'list them').action(async (options: FeedOptions) =>
    withFeeds(options, async (db, communityId) => {
      const found = await listFeeds(db, communityId, { limit: ALL, after: null });
      context.print(found.length === 0 ? 'No feed is followed.' : describeFeeds(found));
    }),
  );
  subcommand('check', 'look at one feed, or at all of them, now')
    .argument('[id]', 'as "list" shows it')
    .action(async (id: string | undefined, options: FeedOptions) =>
      withFeeds(options, async (db, communityId) => checkFeeds(db, { communityId, id }, context)),
    );
  const changes = {
    enable: ['look at a feed again', enableWith(act)],
    disable: [
      'look at a feed no more, until it is enabled',
      async (db, name) => disableFeed(db, name, act()),
    ],
    remove: ['forget a feed; what it brought stays', async (db, name) => removeFeed(db, name, act())],
  } satisfies Record<string, [string, (db: Database, name: FeedName) => Promise<unknown>]>;
  for (const [name, [description, change]] of Object.entries(changes)) {
    subcommand(name, description)
      .argument('<id>', 'as "list" shows it')
      .action(async (id: string, options: FeedOptions) =>
        withFeeds(options, async (db, communityId) => {
          await change(db, { communityId, id });
          context.print(`Done: ${name} ${id}`);
        }),
      );
  }
}

function enableWith(act: () => Parameters<typeof disableFeed>[2]) {
  return async (db: Database, name: FeedName) => enableFeed(db, name, { act: act(), at: act().now });
}

function optionsOf({ clock, web }: CommandContext): CheckOptions {
  return { web: web(), importWork: workInPlace, clock, random: Math.random, interval: HALF_AN_HOUR };
}

/** Whoever looks by hand looks at it again when they please; the API's own setting counts from its next look on. */
const HALF_AN_HOUR = 30 * 60_000;

async function checkFeeds(
  db: Database,
  { communityId, id }: { communityId: string; id: string | undefined },
  context: CommandContext,
): Promise<void> {
  const all = await listFeeds(db, communityId, { limit: ALL, after: null });
  const wanted =
    id === undefined ? all.filter(({ state }) => state === 'ACTIVE').map((each) => each.id) : [id];
  if (wanted.length === 0) context.print('No feed is followed.');
  for (const each of wanted) {
    const act = { now: context.clock.now(), actor: operator };
    const check = await checkFeed(db, { communityId, id: each }, optionsOf(context), act);
    const { lastFound, checkedAt } = await findFeed(db, { communityId, id: each });
    const found = lastFound?.at === checkedAt.getTime() ? lastFound : null;
    const line = `${all.find((other) => other.id === each)?.url ?? each}: ${describeCheck(check, found)}`;
    if (check.reason === null) context.print(line);
    else context.complain(line);
  }
}

function describeCheck({ newArticles, reason }: FeedCheck, found: FeedFindings | null): string {
  if (reason !== null) return reason;
  const { withoutText = 0, known = 0, waiting = 0 } = found ?? {};
  const notes = [
    newArticles === 0 ? 'nothing new' : `${newArticles} new in the inbox`,
    ...(withoutText > 0 ? [`${withoutText} of them with a title only`] : []),
    ...(known > 0 ? [`${known} left out that had been imported already`] : []),
    ...(waiting > 0 ? [`${waiting} left for the next look`] : []),
  ];
  return notes.join(', ');
}

function describeFeeds(found: readonly Feed[]): string {
  const table = new Table({ ...PLAIN_TABLE, head: ['id', 'title', 'address', 'state', 'next look'] });
  for (const { id, title, url, state, disabledReason, lastFailure, nextCheckAt } of found) {
    const why = disabledReason ?? lastFailure;
    const isActive = state === 'ACTIVE';
    table.push([
      id,
      title,
      url,
      why === null ? state : `${state}: ${why}`,
      isActive ? nextCheckAt.toISOString().slice(0, 16).replace('T', ' ') : '',
    ]);
  }
  return table.toString();
}

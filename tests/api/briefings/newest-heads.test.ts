/** The newest of each list are kept in memory: they are what the database says, whoever changes it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retractBriefing } from '@communique/api/briefings/retract-briefing';
import { takeNewest } from '@communique/api/briefings/take-newest';
import { changeSettings } from '@communique/api/communities/change-settings';
import { connectionOf, openDatabase } from '@communique/api/database/client';
import { FORUM, forumMember, withApi, type TestApi } from '../../support/api.ts';
import { published } from '../../support/records.ts';

const WAR = { slug: 'war', name: 'War' };
const TRADE = { slug: 'trade', name: 'Trade' };

async function slugs(ask: TestApi['query'], filter = ''): Promise<string[]> {
  const { data, errors } = await ask(`{ briefings(first: 100 ${filter}) { edges { node { slug } } } }`);
  expect(errors).toEqual([]);
  return data.briefings.edges.map(({ node }: { node: { slug: string } }) => node.slug);
}

/** Asked so often that it is in memory. */
async function remembered(ask: TestApi['query'], filter = ''): Promise<string[]> {
  await slugs(ask, filter);
  await slugs(ask, filter);
  return slugs(ask, filter);
}

const ABOUT = 'topics: ["war", "trade"]';

test('what another program publishes or takes back is in the next answer', () =>
  withApi(async (api) => {
    await published(api, 'first', { document: { topics: [WAR, TRADE] } });
    expect(await remembered(api.query)).toEqual(['first']);
    expect(await remembered(api.query, ABOUT)).toEqual(['first']);
    const elsewhere = await openDatabase(connectionOf(api.db).name);
    try {
      api.clock.pass(60_000);
      await published({ ...api, db: elsewhere }, 'second', { document: { topics: [TRADE] } });
      expect(await slugs(api.query)).toEqual(['second', 'first']);
      expect(await remembered(api.query, ABOUT)).toEqual(['second', 'first']);
      await retractBriefing(
        elsewhere,
        { communityId: 'library', slug: 'first', reason: 'Wrong.' },
        api.act(),
      );
      expect(await slugs(api.query)).toEqual(['second']);
      expect(await slugs(api.query, ABOUT)).toEqual(['second']);
    } finally {
      elsewhere.close();
    }
  }));

test('a community has its own list: with what it publishes, without what it replaces and hides', () =>
  withApi(async (api) => {
    await published(api, 'war', { document: { topics: [WAR] } });
    api.clock.pass(60_000);
    await published(api, 'trade', { document: { topics: [TRADE] } });
    const asMember = api.as(forumMember);
    expect(await remembered(api.query)).toEqual(['trade', 'war']);
    expect(await remembered(asMember)).toEqual(['trade', 'war']);
    api.clock.pass(60_000);
    await published(api, 'war', { communityId: FORUM, document: { topics: [TRADE] } });
    expect(await remembered(asMember)).toEqual(['war', 'trade']);
    expect(await remembered(asMember, 'topic: "trade"')).toEqual(['war', 'trade']);
    await changeSettings(api.db, { communityId: FORUM, hiddenTopics: ['trade'] }, api.act());
    expect(await slugs(asMember)).toEqual(['war']);
    expect(await remembered(api.query)).toEqual(['trade', 'war']);
  }));

test('what is in memory is not read again', () =>
  withApi(async (api) => {
    await published(api, 'first');
    await remembered(api.query, 'topic: "diplomacy"');
    api.statements();
    await slugs(api.query, 'topic: "diplomacy"');
    expect(api.statements()).toEqual([expect.stringContaining('content_versions')]);
  }));

type Row = [id: string, revisionId: string, publishedAt: number];

const HEAD = 8;
const time = fc.integer({ min: 0, max: 12 });
const briefings = fc.uniqueArray(fc.tuple(time, fc.subarray([0, 1, 2], { minLength: 1 })), {
  maxLength: 40,
  selector: () => Symbol('each'),
});

test('a page of several lists is what sorting all of them gives, or nothing where memory ends', () => {
  let answered = 0;
  fc.assert(
    fc.property(
      briefings,
      fc.record({
        limit: fc.integer({ min: 1, max: 12 }),
        after: fc.option(fc.tuple(time, fc.integer({ min: 0, max: 40 }).map(String))),
        since: fc.option(time),
        before: fc.option(time),
      }),
      (drawn, stretch) => {
        const all = drawn.map(([at, lists], id): { row: Row; lists: number[] } => ({
          row: [String(id), `revision ${id}`, at],
          lists,
        }));
        all.sort((a, b) => b.row[2] - a.row[2] || (a.row[0] < b.row[0] ? 1 : -1));
        const heads = [0, 1, 2].map((list) => {
          const rows = all.filter(({ lists }) => lists.includes(list)).map(({ row }) => row);
          return { rows: rows.slice(0, HEAD), isWhole: rows.length <= HEAD };
        });
        const { limit, after, since, before } = stretch;
        const isMeant = ([id, , at]: Row) =>
          (since === null || at >= since) &&
          (before === null || at < before) &&
          (after === null || at < after[0] || (at === after[0] && id < after[1]));
        const page = takeNewest(heads, stretch);
        if (page === null) return;
        answered += 1;
        const expected = all.map(({ row }) => row).filter(isMeant);
        expect(page).toEqual(expected.slice(0, limit));
      },
    ),
    { numRuns: 2_000 },
  );
  expect(answered).toBeGreaterThan(1_000);
});

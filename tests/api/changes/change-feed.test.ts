import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findFeedEnd, listChanges } from '@communique/api/changes/list-changes';
import { recordChange } from '@communique/api/changes/record-change';
import { connectionOf } from '@communique/api/database/client';
import { publishBriefing } from '@communique/api/briefings/publish-briefing';
import { retractBriefing } from '@communique/api/briefings/retract-briefing';
import { saveEntry } from '@communique/api/faq/save-entry';
import { assertThat } from '@communique/api/database/write-set';
import { contentVersions } from '@communique/api/database/tables';
import { FORUM, forumMember, otherMember, withApi, type TestApi } from '../../support/api.ts';
import { createAsk, type Asker } from '../../support/ask-api.ts';
import { createDigestWorld } from '../../support/digest-world.ts';
import { anEntry, published, publishedEntry } from '../../support/records.ts';

const FEED = `query ($first: Int!, $after: String, $kinds: [ChangeKind!]) {
  changeFeed(first: $first, after: $after, kinds: $kinds) {
    edges { cursor node { kind slug communityId revision reason at subjectId briefing { id slug } faqEntry { id slug } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

async function feed(api: TestApi, variables: object = {}, asker: Asker = 'anonymous') {
  const { data } = await api.as(asker)(FEED, { first: 100, ...variables });
  const { edges, pageInfo } = data.changeFeed;
  return {
    said: edges.map(({ node }: { node: { kind: string; slug: string } }) => `${node.kind} ${node.slug}`),
    nodes: edges.map(({ node }: { node: unknown }) => node),
    end: String(pageInfo.endCursor),
    hasNext: Boolean(pageInfo.hasNextPage),
  };
}

test('what readers see differently is in the feed, in the order it happened', () =>
  withApi(async (api) => {
    await published(api, 'riyadh');
    const { entryId } = await publishedEntry(api);
    api.clock.pass(1_000);
    await retractBriefing(api.db, { communityId: 'library', slug: 'riyadh', reason: 'Wrong.' }, api.act());
    const { said, nodes } = await feed(api);
    expect(said).toEqual([
      'BRIEFING_PUBLISHED riyadh',
      'FAQ_ENTRY_PUBLISHED who-met-in-riyadh',
      'BRIEFING_WITHDRAWN riyadh',
    ]);
    expect(nodes).toMatchObject([
      { communityId: 'library', revision: 1, reason: null, briefing: null, faqEntry: null },
      { revision: null, briefing: null, faqEntry: { slug: 'who-met-in-riyadh' } },
      { at: '2025-02-18T08:00:01.000Z', reason: 'Wrong.', briefing: null },
    ]);
    const [, entry] = nodes;
    expect(entry.subjectId).toBe(entry.faqEntry.id);
    expect(Buffer.from(entry.subjectId, 'base64').toString()).toBe(`FaqEntry:${entryId}`);
  }));

test('a new revision is an update; publishing what is published is no change', async () => {
  const world = await createDigestWorld();
  const ask = createAsk(world);
  await world.publish('riyadh');
  await world.revise('riyadh', 'Talks, second day');
  await publishBriefing(world.db, { communityId: 'library', slug: 'riyadh' }, world.act());
  const { data } = await ask('anonymous', FEED, { first: 10 });
  expect(data.changeFeed.edges).toMatchObject([
    { node: { kind: 'BRIEFING_PUBLISHED', revision: 1, briefing: { slug: 'riyadh' } } },
    { node: { kind: 'BRIEFING_UPDATED', revision: 2 } },
  ]);
});

test('a new FAQ entry of a published briefing is a change of its own, and an entry whose section changed is one too', async () => {
  const world = await createDigestWorld();
  await world.publish('riyadh');
  const { communityId, ...rest } = anEntry({ briefing: 'riyadh' });
  await saveEntry(world.db, { ...rest, communityId }, world.act());
  await publishBriefing(world.db, { communityId: 'library', slug: 'riyadh' }, world.act());
  // As if the entry had been bound to a section that the next revision no longer has.
  connectionOf(world.db).exec(`update faq_entries set section_id = 'gone', current_section_hash = 'before'`);
  await world.revise('riyadh', 'Without that section');
  const kinds = (await listChanges(world.db, null, { kinds: [], after: [0], limit: 10 })).map(
    ({ kind }) => kind,
  );
  expect(kinds.toSorted()).toEqual([
    'BRIEFING_PUBLISHED',
    'BRIEFING_UPDATED',
    'FAQ_ENTRY_PUBLISHED',
    'FAQ_ENTRY_UPDATED',
  ]);
});

test('drafts are no change', () =>
  withApi(async (api) => {
    await saveEntry(api.db, anEntry(), api.act());
    expect((await feed(api)).said).toEqual([]);
    expect(await api.db.orm.select().from(contentVersions)).toEqual([]);
  }));

test('a client that was away goes on from its cursor and misses nothing, page by page, also from an empty page', () =>
  withApi(async (api) => {
    const { data } = await api.query('{ changeCursor }');
    const empty = await feed(api, { after: data.changeCursor });
    expect(empty).toMatchObject({ said: [], hasNext: false });
    for (const slug of ['one', 'two', 'three']) await published(api, slug);
    const first = await feed(api, { after: empty.end, first: 2 });
    expect(first).toMatchObject({
      said: ['BRIEFING_PUBLISHED one', 'BRIEFING_PUBLISHED two'],
      hasNext: true,
    });
    const second = await feed(api, { after: first.end, first: 2 });
    expect(second).toMatchObject({ said: ['BRIEFING_PUBLISHED three'], hasNext: false });
    expect((await feed(api, { after: second.end })).end).toBe(second.end);
    expect((await api.query('{ changeCursor }')).data.changeCursor).toBe(second.end);
    await published(api, 'four');
    expect((await feed(api, { after: second.end })).said).toEqual(['BRIEFING_PUBLISHED four']);
  }));

test('only kinds that were asked for', () =>
  withApi(async (api) => {
    await published(api, 'riyadh');
    await publishedEntry(api);
    const change = { communityId: 'library', subjectId: 'x', slug: 'riyadh', reason: 'A date was wrong.' };
    await api.db.write(recordChange(api.db.orm, { ...change, kind: 'BRIEFING_CORRECTED' }, api.clock.now()));
    expect((await feed(api, { kinds: ['BRIEFING_CORRECTED', 'FAQ_ENTRY_PUBLISHED'] })).said).toEqual([
      'FAQ_ENTRY_PUBLISHED who-met-in-riyadh',
      'BRIEFING_CORRECTED riyadh',
    ]);
  }));

test("nobody sees another community's changes, nor its cursor", () =>
  withApi(async (api) => {
    await published(api, 'for-all');
    await published(api, 'for-the-forum', { communityId: FORUM });
    const all = ['BRIEFING_PUBLISHED for-all'];
    expect((await feed(api)).said).toEqual(all);
    expect((await feed(api, {}, otherMember)).said).toEqual(all);
    expect((await feed(api, {}, forumMember)).said).toEqual([...all, 'BRIEFING_PUBLISHED for-the-forum']);
    expect(await findFeedEnd(api.db, null)).toEqual([1]);
    expect(await findFeedEnd(api.db, FORUM)).toEqual([2]);
  }));

test('cursors of other lists and broken ones are refused', () =>
  withApi(async (api) => {
    const other = Buffer.from(JSON.stringify(['topics', [1]])).toString('base64url');
    for (const after of [other, '', 'x', Buffer.from('["changes",[-1]]').toString('base64url')]) {
      const { errors } = await api.query(FEED, { first: 1, after });
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path: ['after'] } }]);
    }
  }));

test('a page of the feed takes the same few statements however long it is, and no full scan', () =>
  withApi(async (api) => {
    for (const slug of ['a', 'b', 'c', 'd', 'e']) await published(api, slug);
    api.statements();
    await feed(api, { first: 1 }, forumMember);
    const few = api.statements();
    await feed(api, { first: 5 }, forumMember);
    const many = api.statements();
    expect(many).toHaveLength(few.length);
    for (const sql of many.filter((statement) => statement.includes('"changes"'))) {
      const plan = connectionOf(api.db)
        .prepare(`explain query plan ${sql}`)
        .all(...Array(sql.split('?').length - 1).fill(1));
      expect(JSON.stringify(plan)).toContain('USING INDEX changes_community');
      expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE');
    }
  }));

test('a write set that fails leaves no change behind', () =>
  withApi(async (api) => {
    await published(api, 'riyadh');
    const before = await findFeedEnd(api.db, null);
    const change = { kind: 'BRIEFING_UPDATED', communityId: 'library', subjectId: 'x', slug: 'x' } as const;
    const statements = recordChange(api.db.orm, change, api.clock.now());
    await expect(
      api.db.write([...statements, assertThat('somebody was faster', sql`false`)]),
    ).rejects.toThrow();
    expect(await findFeedEnd(api.db, null)).toEqual(before);
  }));

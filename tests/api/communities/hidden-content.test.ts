import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { rebuildProjections } from '@communique/api/briefings/rebuild-projections';
import { retractBriefing } from '@communique/api/briefings/retract-briefing';
import { findContentState } from '@communique/api/changes/find-content-state';
import { composeEdition } from '@communique/api/digests/compose-edition';
import { FORUM, forumMember, otherMember, withApi, type TestApi } from '../../support/api.ts';
import { mutate, withToken } from '../../support/editing.ts';
import { published, publishedEntry } from '../../support/records.ts';

const moderator = { userId: '1336000000000000051', guildId: FORUM, permissions: '32' };
const WAR = { slug: 'war', name: 'War' };
const TRADE = { slug: 'trade', name: 'Trade' };

async function hide(api: TestApi, settings: { hiddenTopics?: string[]; hiddenWarnings?: string[] }) {
  const fields = '... on ChangedCommunity { community { hiddenTopics } } ... on Error { code message }';
  expect(await mutate(api.as(moderator), 'changeCommunitySettings', settings, fields)).toHaveProperty(
    'community',
  );
}

/** "war" is about nothing but war, "both" about trade too; "none" about nothing; "own" is the server's. */
async function fill(api: TestApi): Promise<void> {
  const about: [string, (typeof WAR)[]][] = [
    ['war', [WAR]],
    ['both', [WAR, TRADE]],
    ['none', []],
  ];
  for (const [slug, topics] of about) {
    await published(api, slug, { document: { topics, title: `Talks: ${slug}` } });
    await publishedEntry(api, { slug, topics, question: `Talks: ${slug}?`, briefing: slug });
  }
  await published(api, 'own', { communityId: FORUM, document: { topics: [WAR], title: 'Talks: own' } });
}

const SEEN = `{
  briefings(first: 9) { edges { node { slug } } }
  about: briefings(first: 9, topic: "trade") { edges { node { slug } } }
  faqEntries(first: 9) { edges { node { slug } } }
  search(query: "talks", first: 9) { kind slug }
  complete(prefix: "ta", kind: BRIEFING, first: 9) { slug }
  unasked: complete(prefix: "", kind: FAQ_ENTRY, first: 9) { slug }
  topics(first: 9) { edges { node { slug } } }
  changeFeed(first: 20) { edges { node { kind slug } } }
}`;

interface Seen {
  [name: string]: string[];
}

async function see(query: TestApi['query']): Promise<Seen> {
  const { data, errors } = await query(SEEN);
  expect(errors).toEqual([]);
  const slugsOf = (list: { edges?: { node: { slug: string | null } }[] } & { slug?: string }[]): string[] =>
    (list.edges?.map(({ node }) => node.slug) ?? list.map(({ slug }) => slug))
      .map((slug) => slug ?? 'what is hidden')
      .toSorted((a, b) => (a < b ? -1 : 1));
  return Object.fromEntries(
    Object.entries<Parameters<typeof slugsOf>[0]>(data).map(([name, list]) => [name, slugsOf(list)]),
  );
}

test('what is about hidden topics only is nowhere any more in that server, and everywhere else as before', () =>
  withApi(async (api) => {
    await fill(api);
    const [library, other] = [await see(api.query), await see(api.as(otherMember))];
    await hide(api, { hiddenTopics: ['war'] });
    expect(await see(api.as(forumMember))).toEqual({
      briefings: ['both', 'none', 'own'],
      about: ['both'],
      faqEntries: ['both', 'none'],
      search: ['both', 'both', 'none', 'none', 'own'],
      complete: ['both', 'none', 'own'],
      unasked: ['both', 'none'],
      // The server's own topic of that slug stays.
      topics: ['trade', 'war'],
      changeFeed: ['both', 'both', 'none', 'none', 'own', 'what is hidden'],
    });
    expect(await see(api.query)).toEqual(library);
    expect(await see(api.as(otherMember))).toEqual(other);
  }));

test('a look under its slug or id finds nothing, as if it had never been there', () =>
  withApi(async (api) => {
    await fill(api);
    const ids = await api.query(
      '{ briefing(slug: "war") { ... on BriefingReady { briefing { id } } } faqEntry(slug: "war") { ... on FaqEntry { id } } }',
    );
    await hide(api, { hiddenTopics: ['war'] });
    const { data } = await api.as(forumMember)(
      `query ($briefing: ID!, $entry: ID!) {
        briefing(slug: "war") { ... on Error { code } }
        faqEntry(slug: "war") { ... on Error { code } }
        byId: node(id: $briefing) { id }
        entryById: node(id: $entry) { id }
        topic: briefings(first: 1, topic: "trade") { edges { node { slug } } }
      }`,
      { briefing: ids.data.briefing.briefing.id, entry: ids.data.faqEntry.id },
    );
    expect(data).toEqual({
      briefing: { code: 'NOT_FOUND' },
      faqEntry: { code: 'NOT_FOUND' },
      byId: null,
      entryById: null,
      topic: { edges: [{ node: { slug: 'both' } }] },
    });
  }));

test('a topic that is hidden cannot be asked for', () =>
  withApi(async (api) => {
    await published(api, 'war', { document: { topics: [WAR] } });
    await hide(api, { hiddenTopics: ['war'] });
    const { errors } = await api.as(forumMember)(
      '{ briefings(first: 1, topic: "war") { edges { node { slug } } } }',
    );
    expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
  }));

test('a briefing with a warning that is hidden is not there, whatever its topics', () =>
  withApi(async (api) => {
    await published(api, 'graphic', {
      document: { contentWarnings: ['Extrême violence'], title: 'Talks', topics: [TRADE] },
    });
    await published(api, 'calm', { document: { title: 'Talks too' } });
    await hide(api, { hiddenWarnings: ['extreme VIOLENCE'] });
    const seen = await see(api.as(forumMember));
    expect([seen['briefings'], seen['search'], seen['complete']]).toEqual([['calm'], ['calm'], ['calm']]);
    await hide(api, { hiddenWarnings: [] });
    expect((await see(api.as(forumMember)))['briefings']).toEqual(['calm', 'graphic']);
  }));

test('a translation that is hidden is not there, whatever its original is about', () =>
  withApi(async (api) => {
    const { briefingId } = await published(api, 'talks', { document: { topics: [TRADE], title: 'Talks' } });
    await published(api, 'gespraeche', { document: { topics: [WAR], title: 'Gespräche', language: 'de' } });
    await api.db.write([sql`update briefings set translation_of = ${briefingId} where slug = 'gespraeche'`]);
    const german =
      '{ briefing(slug: "talks", language: "de") { ... on BriefingReady { briefing { slug } } } }';
    const slug = async () => (await api.as(forumMember)(german)).data.briefing.briefing.slug;
    expect(await slug()).toBe('gespraeche');
    await hide(api, { hiddenTopics: ['war'] });
    expect(await slug()).toBe('talks');
  }));

test('a digest does not carry what is hidden', () =>
  withApi(async (api) => {
    await fill(api);
    await hide(api, { hiddenTopics: ['war'] });
    const schedule = { id: 'none', communityId: FORUM, topicSlugs: [], size: 9 };
    const { items } = await composeEdition(api.db, schedule, api.clock.now());
    expect(items).toHaveLength(3);
  }));

test('hiding something raises the server’s content version and is told in its change feed; nothing else does', () =>
  withApi(async (api) => {
    await fill(api);
    const stamp = async () => (await findContentState(api.db, FORUM, api.clock.now())).stamp;
    const before = await stamp();
    await mutate(
      api.as(moderator),
      'changeCommunitySettings',
      { timeZone: 'UTC', locale: 'de' },
      '__typename',
    );
    expect(await stamp()).toBe(before);
    await hide(api, { hiddenTopics: ['war'] });
    const hidden = await stamp();
    expect(hidden).not.toBe(before);
    await hide(api, { hiddenTopics: ['war'] });
    expect(await stamp()).toBe(hidden);
    const feed = await api.as(forumMember)(
      '{ changeFeed(first: 9, kinds: [VISIBILITY_CHANGED]) { edges { node { communityId slug subjectId briefing { slug } } } } }',
    );
    expect(feed.data.changeFeed.edges).toEqual([
      { node: { communityId: FORUM, slug: null, subjectId: null, briefing: null } },
    ]);
  }));

test('a full page of search results is found although the best ones are hidden', () =>
  withApi(async (api) => {
    for (let number = 0; number < 5; number += 1) {
      const title = `Talks ${number}`;
      await published(api, `shown-${number}`, { document: { topics: [TRADE], title } });
    }
    for (let number = 0; number < 9; number += 1) {
      await published(api, `war-${number}`, { document: { topics: [WAR], title: 'Talks talks' } });
    }
    await hide(api, { hiddenTopics: ['war'] });
    const { data } = await api.as(forumMember)('{ search(query: "talks", first: 5) { slug } }');
    expect(data.search).toHaveLength(5);
  }));

test('what was hidden stays so when it is withdrawn or becomes obsolete, after a rebuild too', () =>
  withApi(async (api) => {
    await fill(api);
    await hide(api, { hiddenTopics: ['war'] });
    await retractBriefing(
      api.db,
      { slug: 'war', communityId: 'library', reason: 'It names somebody.' },
      api.act(),
    );
    const { query } = await withToken(api, 'EDITOR');
    expect(
      await mutate(query, 'markFaqEntryObsolete', { slug: 'war', expectedRevision: 2 }, '__typename'),
    ).toEqual({ __typename: 'ChangedFaqEntry' });
    const question = `{ briefing(slug: "war") { __typename } faqEntry(slug: "war") { __typename }
      changeFeed(first: 20) { edges { node { kind slug } } } }`;
    for (const look of ['at once', 'after a rebuild']) {
      const { data } = await api.as(forumMember)(question);
      expect([look, data.briefing, data.faqEntry]).toEqual([
        look,
        { __typename: 'NotFoundError' },
        { __typename: 'NotFoundError' },
      ]);
      expect(JSON.stringify(data.changeFeed)).not.toContain('war');
      expect((await api.as(otherMember)(question)).data.briefing).toEqual({
        __typename: 'BriefingWithdrawn',
      });
      await rebuildProjections(api.db);
    }
  }));

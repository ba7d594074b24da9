import { expect, test } from 'vitest';
import { findContentState } from '@communique/api/changes/find-content-state';
import { FORUM, forumMember, otherMember, withApi, type TestApi } from '../../support/api.ts';
import { mutate, withToken } from '../../support/editing.ts';
import { publishedEntry, tableCounts } from '../../support/records.ts';

const FIELDS = '... on FaqVote { helpful entry { helpfulVotes unhelpfulVotes } } ... on Error { code path }';

function vote(query: TestApi['query'], helpful: boolean | null, slug = 'who') {
  return mutate(query, 'voteFaqEntry', { slug, helpful }, FIELDS);
}

function counts(helpful: boolean | null, helpfulVotes: number, unhelpfulVotes: number) {
  return { helpful, entry: { helpfulVotes, unhelpfulVotes } };
}

test('a person has one vote, which can be changed and taken back', () =>
  withApi(async (api) => {
    await publishedEntry(api, { slug: 'who' });
    const [one, two] = [api.as(forumMember), api.as(otherMember)];
    expect(await vote(one, true)).toEqual(counts(true, 1, 0));
    expect(await vote(one, true)).toEqual(counts(true, 1, 0));
    expect(await vote(two, false)).toEqual(counts(false, 1, 1));
    expect(await vote(one, false)).toEqual(counts(false, 0, 2));
    expect(await vote(one, null)).toEqual(counts(null, 0, 1));
    expect(await vote((await withToken(api, 'READER')).query, true)).toEqual(counts(true, 1, 1));
  }));

test('a vote changes nothing else for readers', () =>
  withApi(async (api) => {
    await publishedEntry(api, { slug: 'who' });
    const state = () => findContentState(api.db, FORUM, api.clock.now());
    const entry = () => api.query('{ faqEntry(slug: "who") { ... on FaqEntry { revision updatedAt } } }');
    const before = [await state(), await entry()];
    api.clock.pass(1_000);
    await vote(api.as(forumMember), true);
    expect([await state(), await entry()]).toEqual(before);
  }));

test('what cannot be seen cannot be voted on, and nobody unknown votes', () =>
  withApi(async (api) => {
    await publishedEntry(api, { slug: 'who', communityId: FORUM });
    const before = tableCounts(api);
    expect(await vote(api.as(otherMember), true)).toEqual({ code: 'NOT_FOUND', path: ['input', 'slug'] });
    expect(await vote(api.query, true)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await vote(api.as('bot'), true)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(tableCounts(api)).toEqual(before);
  }));

test('while nothing is typed, pinned entries come first, then those that helped most, then the newest', () =>
  withApi(async (api) => {
    await publishedEntry(api, { slug: 'pinned', pinned: true });
    for (const slug of ['helpful', 'unhelpful', 'older', 'newer']) {
      api.clock.pass(1_000);
      await publishedEntry(api, { slug });
    }
    await vote(api.as(forumMember), true, 'helpful');
    await vote(api.as(forumMember), false, 'unhelpful');
    const expected = ['pinned', 'helpful', 'newer', 'older', 'unhelpful'].map((slug) => ({ slug }));
    const { data } = await api.query(
      '{ complete(prefix: "", kind: FAQ_ENTRY, first: 9) { slug } search(query: " ", kinds: [FAQ_ENTRY], first: 9) { slug } }',
    );
    expect(data).toEqual({ complete: expected, search: expected });
  }));

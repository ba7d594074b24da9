import { retractBriefing } from '@communique/api/briefings/retract-briefing';
import { expect, test } from 'vitest';
import { verifyEntry } from '@communique/api/faq/change-entry';
import { publishEntry } from '@communique/api/faq/publish-entry';
import { saveEntry } from '@communique/api/faq/save-entry';
import { ConflictError, InvalidInputError, NotFoundError } from '@communique/api/domain-errors';
import { FORUM, forumMember, withApi } from '../../support/api.ts';
import { mutate } from '../../support/editing.ts';
import { planOf, scansOf } from '../../support/query-plans.ts';
import { anEntry, published, publishedEntry, tableCounts } from '../../support/records.ts';

const ENTRY = /* GraphQL */ `
  query ($slug: Slug!) {
    faqEntry(slug: $slug) {
      __typename
      ... on FaqEntry {
        slug
        communityId
        question
        aliases
        answer
        language
        topics {
          slug
        }
        briefing {
          slug
        }
        sectionId
        pinned
        stale
        verifiedBy
        verifiedAt
        reviewDueAt
        updatedAt
      }
      ... on NotFoundError {
        code
        path
      }
    }
  }
`;

test('a published entry can be read with everything in it', () =>
  withApi(async (api) => {
    await published(api, 'riyadh');
    await publishedEntry(api, {
      aliases: ['riyadh', 'Who was there?'],
      briefing: 'riyadh',
      sectionId: 'background',
      pinned: true,
      verifiedBy: 'An Editor',
      verifiedAt: new Date('2025-02-17T00:00:00Z'),
      reviewIntervalDays: 30,
    });
    const { data } = await api.query(ENTRY, { slug: 'who-met-in-riyadh' });
    expect(data.faqEntry).toEqual({
      __typename: 'FaqEntry',
      slug: 'who-met-in-riyadh',
      communityId: 'library',
      question: 'Who met in Riyadh?',
      aliases: ['riyadh', 'Who was there?'],
      answer: 'Delegations of **two** countries.',
      language: 'en',
      topics: [{ slug: 'diplomacy' }],
      briefing: { slug: 'riyadh' },
      sectionId: 'background',
      pinned: true,
      stale: false,
      verifiedBy: 'An Editor',
      verifiedAt: '2025-02-17T00:00:00.000Z',
      reviewDueAt: '2025-03-19T00:00:00.000Z',
      updatedAt: '2025-02-18T08:00:00.000Z',
    });
  }));

test('an entry goes stale at the moment its review is due', () =>
  withApi(async (api) => {
    await publishedEntry(api, { verifiedAt: new Date('2025-02-17T00:00:00Z'), reviewIntervalDays: 30 });
    const stale = async () => (await api.query(ENTRY, { slug: 'who-met-in-riyadh' })).data.faqEntry.stale;
    api.clock.jumpTo('2025-03-18T23:59:59.999Z');
    expect(await stale()).toBe(false);
    api.clock.jumpTo('2025-03-19T00:00:00Z');
    expect(await stale()).toBe(true);
  }));

test('drafts, unknown slugs and other communities’ entries are not found alike', () =>
  withApi(async (api) => {
    await saveEntry(api.db, anEntry({ slug: 'draft' }), api.act());
    await publishedEntry(api, { slug: 'own', communityId: FORUM });
    for (const slug of ['draft', 'own', 'nope']) {
      const { data } = await api.query(ENTRY, { slug });
      expect(data.faqEntry).toEqual({ __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['slug'] });
    }
    expect((await api.as(forumMember)(ENTRY, { slug: 'own' })).data.faqEntry.communityId).toBe(FORUM);
  }));

test('a community’s own entry stands in for the library’s', () =>
  withApi(async (api) => {
    await publishedEntry(api, { slug: 'who', question: 'Library: who?' });
    await publishedEntry(api, { slug: 'who', question: 'Forum: who?', communityId: FORUM });
    const { data } = await api.as(forumMember)(
      `{ faqEntry(slug: "who") { ... on FaqEntry { question } } faqEntries(first: 5) { edges { node { question } } } }`,
    );
    expect(data).toEqual({
      faqEntry: { question: 'Forum: who?' },
      faqEntries: { edges: [{ node: { question: 'Forum: who?' } }] },
    });
  }));

test('the briefing of an entry is null when it was withdrawn, and the entries of a briefing are listed by it', () =>
  withApi(async (api) => {
    await published(api, 'riyadh');
    await publishedEntry(api, { slug: 'who', briefing: 'riyadh' });
    await retractBriefing(api.db, { communityId: 'library', slug: 'riyadh', reason: 'Wrong.' }, api.act());
    expect((await api.query(ENTRY, { slug: 'who' })).data.faqEntry.briefing).toBeNull();
    await published(api, 'other');
    await publishedEntry(api, { slug: 'what', briefing: 'other' });
    const { data } = await api.query(
      `{ briefing(slug: "other") { ... on BriefingReady { briefing { faq(first: 5) { edges { node { slug } } } } } } }`,
    );
    expect(data.briefing.briefing.faq.edges).toEqual([{ node: { slug: 'what' } }]);
  }));

test('the briefings of a page of entries are read in one statement', () =>
  withApi(async (api) => {
    await published(api, 'riyadh');
    for (let number = 0; number < 10; number += 1)
      await publishedEntry(api, { slug: `e-${number}`, briefing: 'riyadh' });
    api.statements();
    const { data } = await api.query(`{ faqEntries(first: 10) { edges { node { briefing { title } } } } }`);
    expect(data.faqEntries.edges).toHaveLength(10);
    // Entries, pointers, documents.
    expect(api.statements()).toHaveLength(3);
  }));

test('entries can be narrowed to a topic and to pinned ones, and paged', () =>
  withApi(async (api) => {
    await publishedEntry(api, { slug: 'a', pinned: true });
    await publishedEntry(api, { slug: 'b', topics: [{ slug: 'energy', name: 'Energy' }] });
    await publishedEntry(api, { slug: 'c' });
    const list = async (args: string) =>
      (
        await api.query(
          `{ faqEntries(${args}) { edges { node { slug } } pageInfo { endCursor hasNextPage } } }`,
        )
      ).data.faqEntries;
    const slugs = async (args: string) =>
      (await list(args)).edges.map(({ node }: { node: { slug: string } }) => node.slug).toSorted();
    expect(await slugs('first: 5, pinnedOnly: true')).toEqual(['a']);
    expect(await slugs('first: 5, topics: "energy"')).toEqual(['b']);
    const page = await list('first: 2');
    expect(page.pageInfo.hasNextPage).toBe(true);
    const rest = await list(`first: 2, after: "${page.pageInfo.endCursor}"`);
    const seen = [...page.edges, ...rest.edges].map(({ node }) => node.slug);
    expect(new Set(seen)).toEqual(new Set(['a', 'b', 'c']));
    expect(seen).toHaveLength(3);
  }));

test('a community gives one wording one answer', () =>
  withApi(async (api) => {
    await publishedEntry(api, { slug: 'one', aliases: ['Où en est-on ?'] });
    const before = tableCounts(api);
    await expect(
      saveEntry(api.db, anEntry({ slug: 'two', aliases: ['ou en EST on'] }), api.act()),
    ).rejects.toThrow('The FAQ entry "one" has the wording "ou en EST on" already');
    expect(tableCounts(api)).toEqual(before);
    await publishedEntry(api, { slug: 'own', aliases: ['Où en est-on ?'], communityId: FORUM });
  }));

test('what cannot be an entry is refused with the field', () =>
  withApi(async (api) => {
    const save = (changes: Parameters<typeof anEntry>[0]) => saveEntry(api.db, anEntry(changes), api.act());
    await expect(save({ question: '???' })).rejects.toThrow(InvalidInputError);
    await expect(save({ answer: '' })).rejects.toMatchObject({ inputPath: ['answer'] });
    await expect(save({ answer: 'a\u0000b' })).rejects.toMatchObject({ inputPath: ['answer'] });
    await expect(save({ aliases: ['ok', '!'] })).rejects.toMatchObject({ inputPath: ['aliases', '1'] });
    await expect(save({ language: 'English' })).rejects.toMatchObject({ inputPath: ['language'] });
    await expect(save({ sectionId: 'background' })).rejects.toMatchObject({ inputPath: ['sectionId'] });
    await expect(save({ briefing: 'nope' })).rejects.toThrow(NotFoundError);
    await expect(publishEntry(api.db, { communityId: 'library', slug: 'nope' }, api.act())).rejects.toThrow(
      NotFoundError,
    );
    await save({ slug: 'taken' });
    await expect(save({ slug: 'taken', question: 'Who else?' })).rejects.toThrow(ConflictError);
    expect(
      (await saveEntry(api.db, anEntry({ slug: 'taken', question: 'Who?', slugTaken: 'suffix' }), api.act()))
        .slug,
    ).toBe('taken-2');
  }));

test('entries come in the order that is asked for, page by page', () =>
  withApi(async (api) => {
    const topics = [{ slug: 'energy', name: 'Energy' }];
    for (const slug of ['a', 'b', 'c']) {
      await publishedEntry(api, { slug, topics, pinned: slug === 'b' });
      api.clock.pass(1_000);
    }
    const vote = { slug: 'a', helpful: true };
    await mutate(api.as(forumMember), 'voteFaqEntry', vote, '__typename');
    await verifyEntry(api.db, { communityId: 'library', slug: 'a' }, api.act());
    const slugs = async (args: string) => {
      const found: string[] = [];
      let after: string | null = null;
      for (let more = true; more;) {
        const { data, errors }: Awaited<ReturnType<typeof api.query>> = await api.query(
          `query ($after: String) { faqEntries(first: 1, after: $after ${args}) {
            edges { node { slug } } pageInfo { endCursor hasNextPage } } }`,
          { after },
        );
        expect(errors).toEqual([]);
        found.push(...data.faqEntries.edges.map(({ node }: { node: { slug: string } }) => node.slug));
        more = data.faqEntries.pageInfo.hasNextPage;
        after = data.faqEntries.pageInfo.endCursor;
      }
      return found;
    };
    for (const narrowed of ['', 'topics: "energy"']) {
      expect(await slugs(narrowed)).toEqual(['c', 'b', 'a']);
      expect(await slugs(`${narrowed} orderBy: POPULAR`)).toEqual(['b', 'a', 'c']);
      api.statements();
      expect(await slugs(`${narrowed} orderBy: UPDATED`)).toEqual(['a', 'c', 'b']);
      for (const statement of api
        .statements()
        .filter((each) => each.includes('e.updated_at') || each.includes('t.updated_at'))) {
        expect(scansOf(api.db, statement)).toEqual([]);
        // The page itself is put in order at the end, once; what it is taken from is read in order.
        expect(planOf(api.db, statement).filter((step) => /temp b-tree/i.test(step)).length).toBeLessThan(2);
      }
    }
    expect(
      await slugs('publishedSince: "2025-02-18T08:00:01Z", publishedBefore: "2025-02-18T08:00:02Z"'),
    ).toEqual(['b']);
  }));

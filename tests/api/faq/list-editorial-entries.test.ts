import { expect, test } from 'vitest';
import { markEntryObsolete } from '@communique/api/faq/change-entry';
import { saveEntry } from '@communique/api/faq/save-entry';
import { FORUM, forumMember, OTHER_SERVER, withApi, type TestApi } from '../../support/api.ts';
import { withToken } from '../../support/editing.ts';
import { planOf, scansOf } from '../../support/query-plans.ts';
import { anEntry, published, publishedEntry } from '../../support/records.ts';

const moderator = { userId: '1336000000000000051', guildId: FORUM, permissions: '32' };

async function slugs(query: TestApi['query'], args: string): Promise<string[]> {
  const { data, errors } = await query(
    `{ editorialFaqEntries(first: 9${args}) { edges { node { slug } } } }`,
  );
  if (errors[0] !== undefined) return [errors[0].extensions?.code ?? errors[0].message];
  return data.editorialFaqEntries.edges.map(({ node }: { node: { slug: string } }) => node.slug).toSorted();
}

test('editors list what readers do not have, narrowed as they wish', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const energy = [{ slug: 'energy', name: 'Energy' }];
    await saveEntry(api.db, anEntry({ slug: 'draft', topics: energy, language: 'de' }), api.act());
    await publishedEntry(api, { slug: 'old' });
    await markEntryObsolete(api.db, { communityId: 'library', slug: 'old', replacedBy: null }, api.act());
    await publishedEntry(api, { slug: 'stale', verifiedAt: api.clock.now(), reviewIntervalDays: 1 });
    api.clock.pass(24 * 60 * 60 * 1000);
    await publishedEntry(api, { slug: 'new', topics: energy });
    expect(await slugs(query, '')).toEqual(['draft', 'new', 'old', 'stale']);
    expect(await slugs(query, ', status: DRAFT')).toEqual(['draft']);
    expect(await slugs(query, ', status: OBSOLETE')).toEqual(['old']);
    expect(await slugs(query, ', topics: "energy"')).toEqual(['draft', 'new']);
    expect(await slugs(query, ', language: "de"')).toEqual(['draft']);
    expect(await slugs(query, ', staleOnly: true')).toEqual(['stale']);
    expect(await slugs(query, ', updatedSince: "2025-02-19T00:00:00Z"')).toEqual(['new']);
  }));

test('pages go on where they ended, and a cursor of other arguments is refused', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    for (const slug of ['a', 'b', 'c']) await saveEntry(api.db, anEntry({ slug }), api.act());
    const page = (args: string) =>
      query(
        `{ editorialFaqEntries(${args}) { edges { node { slug } } pageInfo { endCursor hasNextPage } } }`,
      );
    const first = (await page('first: 2')).data.editorialFaqEntries;
    const after = `after: "${first.pageInfo.endCursor}"`;
    const second = (await page(`first: 2, ${after}`)).data.editorialFaqEntries;
    expect([...first.edges, ...second.edges].map(({ node }): string => node.slug).toSorted()).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect((await page(`first: 2, status: DRAFT, ${after}`)).errors[0]?.extensions?.code).toBe(
      'INVALID_INPUT',
    );
  }));

test('nobody sees the drafts of a community they do not edit', () =>
  withApi(async (api) => {
    await saveEntry(api.db, anEntry({ slug: 'library-draft' }), api.act());
    await saveEntry(api.db, anEntry({ slug: 'own-draft', communityId: FORUM }), api.act());
    expect(await slugs(api.query, '')).toEqual(['NOT_ALLOWED']);
    expect(await slugs(api.as(forumMember), '')).toEqual(['NOT_ALLOWED']);
    expect(await slugs(api.as(moderator), '')).toEqual(['own-draft']);
    for (const communityId of ['library', OTHER_SERVER])
      expect(await slugs(api.as(moderator), `, communityId: "${communityId}"`)).toEqual(['NOT_ALLOWED']);
    const { query } = await withToken(api, 'OPERATOR');
    expect(await slugs(query, `, communityId: "${FORUM}"`)).toEqual(['own-draft']);
    const one = '{ editorialFaqEntry(slug: "own-draft") { __typename ... on Error { code } } }';
    expect((await api.as(forumMember)(one)).data.editorialFaqEntry.code).toBe('NOT_ALLOWED');
    expect((await api.as(moderator)(one)).data.editorialFaqEntry.__typename).toBe('EditorialFaqEntry');
  }));

test('a list costs as many statements whatever is on it, and is read along an index', () =>
  withApi(async (api) => {
    await published(api, 'riyadh', { communityId: FORUM });
    for (let number = 0; number < 9; number += 1) {
      const bound = { communityId: FORUM, briefing: 'riyadh' };
      await saveEntry(api.db, anEntry({ slug: `e-${number}`, ...bound }), api.act());
    }
    const filters = ['', ', status: DRAFT', ', topics: "diplomacy", language: "en", staleOnly: false'];
    for (const filter of filters) {
      const run = async (first: number) => {
        await api.as(moderator)(
          `{ editorialFaqEntries(first: ${first}${filter}) { edges { node { slug topics { slug } briefing { slug } } } } }`,
        );
        return api.statements();
      };
      api.statements();
      const [few, many] = [await run(2), await run(9)];
      // Who asks, the entries, their briefings.
      expect([few.length, many.length]).toEqual([3, 3]);
      for (const statement of many) {
        expect(scansOf(api.db, statement)).toEqual([]);
        expect(planOf(api.db, statement).join('\n')).not.toMatch(/temp b-tree for order/i);
      }
    }
  }));

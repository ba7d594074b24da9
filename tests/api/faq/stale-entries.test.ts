import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { retractBriefing } from '@communique/api/briefings/retract-briefing';
import { verifyEntry } from '@communique/api/faq/change-entry';
import { publishBriefing } from '@communique/api/briefings/publish-briefing';
import { checkDocument } from '@communique/api/briefings/compose-draft';
import { briefings, revisions } from '@communique/api/database/tables';
import { withApi, type TestApi } from '../../support/api.ts';
import { aDocument, published, publishedEntry } from '../../support/records.ts';

async function revise(
  { db, act }: TestApi,
  briefingId: string,
  { number, text, pointId }: { number: number; text: string; pointId: string },
): Promise<void> {
  const document = checkDocument(
    aDocument({
      title: `Revision ${number}`,
      sections: [
        {
          id: 'background',
          heading: 'Background',
          kind: 'BACKGROUND',
          blocks: [{ type: 'PARAGRAPH', id: pointId, text, citations: [1] }],
        },
      ],
    }),
  );
  const id = randomUUID();
  await db.write([
    db.orm.insert(revisions).values({
      id,
      briefingId,
      number,
      document,
      wordCount: 10,
      createdBy: 'x',
      reason: 'x',
      createdAt: act().now,
    }),
    db.orm.update(briefings).set({ headRevisionId: id }).where(eq(briefings.id, briefingId)),
  ]);
  await publishBriefing(db, { communityId: 'library', slug: 'riyadh' }, act());
}

test('an entry goes stale when its section says something else than when it was verified, and not before', () =>
  withApi(async (api) => {
    const { briefingId } = await published(api, 'riyadh');
    await publishedEntry(api, {
      slug: 'who',
      briefing: 'riyadh',
      sectionId: 'background',
      verifiedAt: api.clock.now(),
      verifiedBy: 'An Editor',
    });
    const entry = async () =>
      (
        await api.query(
          `{ faqEntry(slug: "who") { ... on FaqEntry { stale briefing { title revision publishedAt updatedAt } } } }`,
        )
      ).data.faqEntry;
    expect((await entry()).stale).toBe(false);
    api.clock.pass(60_000);
    await revise(api, briefingId, {
      number: 2,
      text: 'The delegations spoke for four hours.',
      pointId: 'renamed',
    });
    expect(await entry()).toEqual({
      stale: false,
      briefing: {
        title: 'Revision 2',
        revision: 2,
        publishedAt: '2025-02-18T08:00:00.000Z',
        updatedAt: '2025-02-18T08:01:00.000Z',
      },
    });
    await revise(api, briefingId, {
      number: 3,
      text: 'The delegations spoke for five hours.',
      pointId: 'p1',
    });
    expect((await entry()).stale).toBe(true);
  }));

test('an answer that rests on a withdrawn briefing is stale, verified or not, until somebody verifies it without', () =>
  withApi(async (api) => {
    await published(api, 'riyadh');
    const verified = { verifiedBy: 'Otto', verifiedAt: api.clock.now() };
    const bound = { briefing: 'riyadh', topics: [] };
    await publishedEntry(api, { ...bound, ...verified, slug: 'section', sectionId: 'background' });
    await publishedEntry(api, { ...bound, slug: 'whole' });
    await publishedEntry(api, { ...verified, slug: 'free' });
    const stale = async () => {
      const { data } = await api.query(
        '{ all: faqEntries(first: 9) { edges { node { slug stale staleReasons } } } stale: faqEntries(first: 9, staleOnly: true) { edges { node { slug } } } }',
      );
      const slugs = data.stale.edges.map(({ node }: { node: { slug: string } }) => node.slug).toSorted();
      const all = data.all.edges.filter(({ node }: { node: { stale: boolean } }) => node.stale);
      expect(all.map(({ node }: { node: { slug: string } }) => node.slug).toSorted()).toEqual(slugs);
      return all.map(({ node }: { node: { staleReasons: string[] } }) => node.staleReasons).flat();
    };
    expect(await stale()).toEqual([]);
    await retractBriefing(api.db, { communityId: 'library', slug: 'riyadh', reason: 'Wrong.' }, api.act());
    expect(await stale()).toEqual(['BRIEFING_WITHDRAWN', 'BRIEFING_WITHDRAWN']);
    const told = await api.query('{ changeFeed(first: 99) { edges { node { kind slug } } } }');
    expect(told.data.changeFeed.edges.slice(-2)).toMatchObject([
      { node: { kind: 'FAQ_ENTRY_UPDATED' } },
      { node: { kind: 'FAQ_ENTRY_UPDATED' } },
    ]);
    for (const slug of ['section', 'whole'])
      await verifyEntry(api.db, { communityId: 'library', slug }, api.act());
    expect(await stale()).toEqual([]);
  }));

import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
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

import { expect, test } from 'vitest';
import { publishBriefing } from '@communique/api/briefings/publish-briefing';
import { retractBriefing } from '@communique/api/briefings/retract-briefing';
import {
  articles,
  auditLog,
  briefings,
  contentVersions,
  faqEntries,
  revisions,
} from '@communique/api/database/tables';
import { ConflictError, InvalidInputError, NotFoundError } from '@communique/api/domain-errors';
import { withApi } from '../../support/api.ts';
import { aDocument, anEntry, drafted, published, tableCounts } from '../../support/records.ts';

const article = {
  title: 'They met',
  url: null,
  fileName: 'met.txt',
  publisher: 'Example News',
  byline: null,
  publishedOn: '2025-02-18',
  language: 'en',
  text: 'They met in Riyadh.',
  contentHash: 'a'.repeat(64),
};

test('a draft is an article, a briefing, its first revision, its FAQ drafts and a line in the audit log', () =>
  withApi(async (api) => {
    const { communityId: _communityId, ...question } = anEntry({
      question: 'Who met?',
      sectionId: 'background',
    });
    const saved = await drafted(api, 'riyadh', { article, faq: [question] });
    expect(saved).toMatchObject({ slug: 'riyadh', revision: 1, faqSlugs: ['who-met'] });
    const [briefing] = await api.db.orm.select().from(briefings);
    expect(briefing).toMatchObject({
      id: saved.briefingId,
      status: 'DRAFT',
      headRevisionId: saved.revisionId,
      publishedRevisionId: null,
      publishedAt: null,
      titleKey: 'talks in riyadh',
    });
    expect(await api.db.orm.select().from(articles)).toMatchObject([{ ...article, id: briefing?.articleId }]);
    expect(await api.db.orm.select().from(revisions)).toMatchObject([
      { number: 1, wordCount: 13, createdBy: 'An Editor', publishedAt: null, reason: 'Written' },
    ]);
    expect(await api.db.orm.select().from(faqEntries)).toMatchObject([
      { slug: 'who-met', status: 'DRAFT', briefingId: saved.briefingId, sectionId: 'background' },
    ]);
    const log = (await api.db.orm.select().from(auditLog)).filter(
      ({ subjectId }) => subjectId === saved.briefingId,
    );
    expect(log).toMatchObject([
      { action: 'briefing.draft', actorKind: 'OPERATOR', details: { slug: 'riyadh' } },
    ]);
    expect(await api.db.orm.select().from(contentVersions)).toEqual([]);
  }));

test('a taken slug is a conflict, or gets a number where that is wished', () =>
  withApi(async (api) => {
    await drafted(api, 'riyadh');
    const before = tableCounts(api);
    await expect(drafted(api, 'riyadh')).rejects.toThrow(ConflictError);
    expect(tableCounts(api)).toEqual(before);
    expect((await drafted(api, 'riyadh', { slugTaken: 'suffix' })).slug).toBe('riyadh-2');
    expect((await drafted(api, 'riyadh', { slugTaken: 'suffix' })).slug).toBe('riyadh-3');
    const long = 'x'.repeat(80);
    await drafted(api, long);
    expect((await drafted(api, long, { slugTaken: 'suffix' })).slug).toBe(`${'x'.repeat(74)}-2`);
  }));

test('the same article twice is a conflict that names the briefing it became', () =>
  withApi(async (api) => {
    await drafted(api, 'riyadh', { article });
    const before = tableCounts(api);
    await expect(drafted(api, 'again', { article, slugTaken: 'suffix' })).rejects.toThrow(
      'This article was imported before: it is the briefing "riyadh"',
    );
    expect(tableCounts(api)).toEqual(before);
  }));

test('two imports at the same time both get a slug', () =>
  withApi(async (api) => {
    const saved = await Promise.all([1, 2, 3].map(() => drafted(api, 'riyadh', { slugTaken: 'suffix' })));
    expect(saved.map(({ slug }) => slug).toSorted()).toEqual(['riyadh', 'riyadh-2', 'riyadh-3']);
  }));

test.each(['Riyadh', 'a b', '', '-a', 'a--b', 'a'.repeat(81), "a'b", '\uD800'])('"%s" is no slug', (slug) =>
  withApi(async (api) => {
    await expect(drafted(api, slug)).rejects.toThrow(InvalidInputError);
  }),
);

test('a document that does not hold together is refused with the place, and nothing is written', () =>
  withApi(async (api) => {
    const before = tableCounts(api);
    const broken = drafted(api, 'riyadh', {
      document: {
        sections: [
          {
            id: 's',
            heading: null,
            kind: 'OTHER',
            blocks: [{ type: 'PARAGRAPH', id: 'p', text: 'x', citations: [7] }],
          },
        ],
      },
    });
    await expect(broken).rejects.toMatchObject({
      name: 'InvalidInputError',
      inputPath: ['document', 'sections', '0', 'blocks', '0'],
      message: '"document.sections.0.blocks.0" (id "p") cites source 7, which does not exist',
    });
    expect(tableCounts(api)).toEqual(before);
  }));

test('of two pieces with one id the second is named, in words', () =>
  withApi(async (api) => {
    const claim = { id: 'c1', verbatim: false, text: 'They met.' };
    await expect(drafted(api, 'riyadh', { document: { claims: [claim, claim] } })).rejects.toMatchObject({
      inputPath: ['document', 'claims', '1'],
      message:
        '"document.claims.1" (id "c1") has the id of another piece: within a briefing each has one of its own',
    });
  }));

test('an FAQ draft of a section that is not there takes the whole draft with it', () =>
  withApi(async (api) => {
    const { communityId: _communityId, ...question } = anEntry({ sectionId: 'nowhere' });
    const before = tableCounts(api);
    await expect(drafted(api, 'riyadh', { faq: [question] })).rejects.toThrow('no section "nowhere"');
    expect(tableCounts(api)).toEqual(before);
  }));

test('publishing makes briefing and FAQ drafts visible, once', () =>
  withApi(async (api) => {
    const { communityId: _communityId, ...question } = anEntry();
    const draft = await drafted(api, 'riyadh', { faq: [question] });
    api.clock.pass(60_000);
    const first = await publishBriefing(api.db, { communityId: 'library', slug: 'riyadh' }, api.act());
    expect(first).toEqual({
      briefingId: draft.briefingId,
      slug: 'riyadh',
      revisionId: draft.revisionId,
      revision: 1,
      publishedEntries: 1,
    });
    const { data } = await api.query(
      `{ topics(first: 5) { edges { node { slug } } } faqEntries(first: 5) { edges { node { slug briefing { slug } } } } }`,
    );
    expect(data.topics.edges).toEqual([{ node: { slug: 'diplomacy' } }]);
    expect(data.faqEntries.edges).toEqual([
      { node: { slug: 'who-met-in-riyadh', briefing: { slug: 'riyadh' } } },
    ]);
    expect(await api.db.orm.select().from(contentVersions)).toEqual([{ communityId: 'library', version: 2 }]);
    const before = tableCounts(api);
    expect(
      await publishBriefing(api.db, { communityId: 'library', slug: 'riyadh' }, api.act()),
    ).toMatchObject({ publishedEntries: 0 });
    expect(tableCounts(api)).toEqual(before);
  }));

test('nothing of a draft is in the topics before it is published', () =>
  withApi(async (api) => {
    await drafted(api, 'riyadh', { document: { topics: [{ slug: 'secret-plan', name: 'Secret plan' }] } });
    const { data } = await api.query(`{ topics(first: 5) { edges { node { slug } } } }`);
    expect(data.topics.edges).toEqual([]);
  }));

test('what is not there cannot be published or retracted', () =>
  withApi(async (api) => {
    const where = { communityId: 'library', slug: 'nope' };
    await expect(publishBriefing(api.db, where, api.act())).rejects.toThrow(NotFoundError);
    await expect(retractBriefing(api.db, { ...where, reason: 'x' }, api.act())).rejects.toThrow(
      NotFoundError,
    );
  }));

test('a retraction needs a reason, happens once and is final', () =>
  withApi(async (api) => {
    await published(api, 'riyadh', { document: aDocument() });
    const where = { communityId: 'library', slug: 'riyadh' };
    await expect(retractBriefing(api.db, { ...where, reason: '  ' }, api.act())).rejects.toThrow(
      InvalidInputError,
    );
    await retractBriefing(api.db, { ...where, reason: 'Wrong.' }, api.act());
    await expect(retractBriefing(api.db, { ...where, reason: 'Wrong.' }, api.act())).rejects.toThrow(
      ConflictError,
    );
    await expect(publishBriefing(api.db, where, api.act())).rejects.toThrow(ConflictError);
    expect(await api.db.orm.select().from(contentVersions)).toEqual([{ communityId: 'library', version: 2 }]);
  }));

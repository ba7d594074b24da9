import { expect, test } from 'vitest';
import { withApi, type TestApi } from '../../support/api.ts';
import { mutate, withToken } from '../../support/editing.ts';
import { published, publishedEntry, tableCounts } from '../../support/records.ts';

const FIELDS = '... on ChangedFaqEntry { revision } ... on Error { code path }';
const ENTRY =
  'query ($slug: Slug!) { faqEntry(slug: $slug) { ... on FaqEntry { pinned stale verifiedBy } ... on Error { code } } }';

async function read({ query }: TestApi, slug: string) {
  return (await query(ENTRY, { slug })).data.faqEntry;
}

test('verifying makes a stale answer fresh until its next review', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const verified = { verifiedBy: 'Otto', verifiedAt: api.clock.now(), reviewIntervalDays: 1 };
    await publishedEntry(api, { slug: 'who', ...verified });
    api.clock.pass(24 * 60 * 60 * 1000);
    expect(await read(api, 'who')).toMatchObject({ stale: true, verifiedBy: 'Otto' });
    expect(await mutate(query, 'verifyFaqEntry', { slug: 'who', expectedRevision: 2 }, FIELDS)).toEqual({
      revision: 3,
    });
    expect(await read(api, 'who')).toMatchObject({ stale: false, verifiedBy: 'Vera' });
  }));

test('a correction of its section makes an answer stale, verifying it makes it fresh', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    await published(api, 'riyadh');
    const bound = { slug: 'who', briefing: 'riyadh', sectionId: 'background' };
    await publishedEntry(api, { ...bound, verifiedBy: 'Otto', verifiedAt: api.clock.now() });
    expect(await read(api, 'who')).toMatchObject({ stale: false });
    const mistake = { wrong: 'four hours', right: 'five hours', reason: 'Misheard.' };
    await mutate(query, 'correctBriefing', { slug: 'riyadh', expectedRevision: 1, ...mistake });
    expect(await read(api, 'who')).toMatchObject({ stale: true });
    await mutate(query, 'verifyFaqEntry', { slug: 'who', expectedRevision: 2 }, FIELDS);
    expect(await read(api, 'who')).toMatchObject({ stale: false });
  }));

test('an obsolete entry is not found any more, and only what readers have replaces it', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    await publishedEntry(api, { slug: 'old', aliases: ['riyadh talks'] });
    const before = tableCounts(api);
    const obsolete = (replacedBy: string | null) =>
      mutate(query, 'markFaqEntryObsolete', { slug: 'old', expectedRevision: 2, replacedBy }, FIELDS);
    expect(await obsolete('nothing')).toEqual({ code: 'NOT_FOUND', path: ['input', 'replacedBy'] });
    expect(await obsolete('old')).toEqual({ code: 'INVALID_INPUT', path: ['input', 'replacedBy'] });
    expect(tableCounts(api)).toEqual(before);
    await publishedEntry(api, { slug: 'new', question: 'Who met?' });
    expect(await obsolete('new')).toEqual({ revision: 3 });
    expect(await read(api, 'old')).toEqual({ code: 'NOT_FOUND' });
    await publishedEntry(api, { slug: 'third', question: 'And who else?', aliases: ['riyadh talks'] });
    expect(await mutate(query, 'verifyFaqEntry', { slug: 'old', expectedRevision: 3 }, FIELDS)).toMatchObject(
      {
        code: 'CONFLICT',
      },
    );
  }));

test('an entry is pinned and unpinned', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    await publishedEntry(api, { slug: 'who' });
    await mutate(query, 'pinFaqEntry', { slug: 'who', pinned: true }, FIELDS);
    expect(await read(api, 'who')).toMatchObject({ pinned: true });
    await mutate(query, 'pinFaqEntry', { slug: 'who', pinned: false }, FIELDS);
    expect(await read(api, 'who')).toMatchObject({ pinned: false });
  }));

test('whoever verifies says when the next review is due, and of which text they speak', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    await publishedEntry(api, { slug: 'who' });
    const verify = (wish: object) => mutate(query, 'verifyFaqEntry', { slug: 'who', ...wish }, FIELDS);
    const due = async () =>
      (await api.query('{ faqEntry(slug: "who") { ... on FaqEntry { reviewDueAt reviewIntervalDays } } }'))
        .data.faqEntry;
    expect(await verify({ expectedRevision: 2, reviewIntervalDays: 3_651 })).toEqual({
      code: 'INVALID_INPUT',
      path: ['input', 'reviewIntervalDays'],
    });
    expect(await verify({ expectedRevision: 1 })).toEqual({
      code: 'CONFLICT',
      path: ['input', 'expectedRevision'],
    });
    await verify({ expectedRevision: 2, reviewIntervalDays: 30 });
    expect(await due()).toEqual({ reviewDueAt: '2025-03-20T08:00:00.000Z', reviewIntervalDays: 30 });
    api.clock.pass(24 * 60 * 60 * 1000);
    await verify({ expectedRevision: 3 });
    expect(await due()).toEqual({ reviewDueAt: '2025-03-21T08:00:00.000Z', reviewIntervalDays: 30 });
    expect(await verify({ expectedRevision: 4, neverAgain: true, reviewIntervalDays: 30 })).toEqual({
      code: 'INVALID_INPUT',
      path: ['input', 'neverAgain'],
    });
    await verify({ expectedRevision: 4, neverAgain: true });
    expect(await due()).toEqual({ reviewDueAt: null, reviewIntervalDays: null });
  }));

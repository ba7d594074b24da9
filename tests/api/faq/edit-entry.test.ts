import { describe, expect, test } from 'vitest';
import { openDatabase } from '@communique/api/database/client';
import { connectionOf } from '@communique/api/database/client';
import { saveEntry } from '@communique/api/faq/save-entry';
import { FORUM, forumMember, withApi, type TestApi } from '../../support/api.ts';
import { mutate as mutateWith, withToken } from '../../support/editing.ts';
import { anEntry, drafted, published, publishedEntry, tableCounts } from '../../support/records.ts';

const FIELDS = `__typename
  ... on ChangedFaqEntry { slug revision entry { question aliases status verifiedBy stale } }
  ... on Error { code message path }
  ... on FaqEntryConflictError { expectedRevision current { revision question } }
  ... on DuplicateFaqEntryError { wording entry { slug status } }`;
const CONTENT = { question: 'Who met?', answer: 'Two **delegations**.', language: 'en' };
const READ = `query ($slug: Slug!) { faqEntry(slug: $slug) {
  __typename ... on FaqEntry { question answer verifiedBy stale topics { slug } }
  ... on Error { code } ... on ObsoleteFaqEntryError { replacedBy { slug } } } }`;

function mutate(query: TestApi['query'], mutation: string, input: object) {
  return mutateWith(query, mutation, input, FIELDS);
}

async function read({ query }: Pick<TestApi, 'query'>, slug: string) {
  return (await query(READ, { slug })).data.faqEntry;
}

const moderator = { userId: '1336000000000000051', guildId: FORUM, permissions: '32' };

describe('a new entry', () => {
  test('is a draft that readers do not have until it is published', () =>
    withApi(async (api) => {
      const { query } = await withToken(api, 'EDITOR');
      expect(await mutate(query, 'createFaqEntry', CONTENT)).toMatchObject({
        slug: 'who-met',
        revision: 1,
        entry: { status: 'DRAFT', verifiedBy: null },
      });
      expect(await read(api, 'who-met')).toEqual({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
      expect(await mutate(query, 'publishFaqEntry', { slug: 'who-met', expectedRevision: 1 })).toMatchObject({
        revision: 2,
        entry: { status: 'PUBLISHED' },
      });
      expect(await read(api, 'who-met')).toMatchObject({ question: 'Who met?', verifiedBy: null });
    }));

  test('can be published and signed at once, is told in the change feed and found by search', () =>
    withApi(async (api) => {
      const { query } = await withToken(api, 'EDITOR');
      const topics = [{ slug: 'energy', name: 'Energy' }];
      const wish = { ...CONTENT, topics, aliases: ['Riyadh who'], publish: true, verify: true };
      await mutate(query, 'createFaqEntry', { slug: 'who', ...wish });
      expect(await read(api, 'who')).toMatchObject({ verifiedBy: 'Vera', topics: [{ slug: 'energy' }] });
      const { data } = await api.query(
        '{ search(query: "riyadh who", first: 2) { slug } changeFeed(first: 5) { edges { node { kind slug } } } }',
      );
      expect(data).toEqual({
        search: [{ slug: 'who' }],
        changeFeed: { edges: [{ node: { kind: 'FAQ_ENTRY_PUBLISHED', slug: 'who' } }] },
      });
    }));

  test('that asks what another one answers is refused with that one, and nothing is left behind', () =>
    withApi(async (api) => {
      const { query } = await withToken(api, 'EDITOR');
      await publishedEntry(api, { slug: 'first', question: 'Où en est-on ?', aliases: ['status'] });
      const before = tableCounts(api);
      const refusals = [
        [{ ...CONTENT, question: 'OU EN EST ON' }, 'OU EN EST ON', ['input', 'question']],
        [{ ...CONTENT, aliases: ['x', 'Státus!'] }, 'Státus!', ['input', 'aliases', '1']],
        [{ ...CONTENT, question: 'Status?' }, 'Status?', ['input', 'question']],
      ] as const;
      for (const [wish, wording, path] of refusals) {
        expect(await mutate(query, 'createFaqEntry', wish)).toMatchObject({
          __typename: 'DuplicateFaqEntryError',
          code: 'CONFLICT',
          wording,
          path,
          entry: { slug: 'first', status: 'PUBLISHED' },
        });
      }
      expect(tableCounts(api)).toEqual(before);
    }));

  test('of a server may answer what the library answers, and wins there', () =>
    withApi(async (api) => {
      await publishedEntry(api, { slug: 'library-one', question: 'Who met?', aliases: ['riyadh'] });
      const own = { ...CONTENT, slug: 'own', aliases: ['riyadh'], publish: true };
      expect(await mutate(api.as(moderator), 'createFaqEntry', own)).toMatchObject({ slug: 'own' });
      const search = '{ search(query: "riyadh", first: 1) { slug } }';
      expect((await api.as(forumMember)(search)).data.search).toEqual([{ slug: 'own' }]);
      expect((await api.query(search)).data.search).toEqual([{ slug: 'library-one' }]);
    }));

  test('names the field that cannot be right', () =>
    withApi(async (api) => {
      const { query } = await withToken(api, 'EDITOR');
      const before = tableCounts(api);
      const wishes: [object, string[]][] = [
        [{ question: '???' }, ['question']],
        [{ answer: '' }, ['answer']],
        [{ aliases: ['!'] }, ['aliases', '0']],
        [{ language: 'English' }, ['language']],
        [{ reviewIntervalDays: 0 }, ['reviewIntervalDays']],
        [{ sectionId: 'background' }, ['sectionId']],
        [{ briefing: 'nope' }, ['briefing']],
        [{ slug: 'No slug' }, ['slug']],
      ];
      for (const [wish, path] of wishes) {
        const { path: told } = await mutate(query, 'createFaqEntry', { ...CONTENT, ...wish });
        expect(told).toEqual(['input', ...path]);
      }
      expect(tableCounts(api)).toEqual(before);
    }));
});

describe('an edit', () => {
  test('reaches readers at once, and nobody has verified what is new', () =>
    withApi(async (api) => {
      const { query } = await withToken(api, 'EDITOR');
      await publishedEntry(api, { slug: 'who', verifiedBy: 'Otto', verifiedAt: api.clock.now() });
      const wish = { slug: 'who', expectedRevision: 2, ...CONTENT };
      expect(await mutate(query, 'editFaqEntry', wish)).toMatchObject({ revision: 3 });
      expect(await read(api, 'who')).toMatchObject({ question: 'Who met?', verifiedBy: null });
      expect((await api.query('{ search(query: "who met", first: 1) { title } }')).data.search).toEqual([
        { title: 'Who met?' },
      ]);
      const signed = { ...wish, expectedRevision: 3, answer: 'Three.', verify: true };
      expect(await mutate(query, 'editFaqEntry', signed)).toMatchObject({ entry: { verifiedBy: 'Vera' } });
    }));

  test('of its topics alone leaves the signature', () =>
    withApi(async (api) => {
      const { query } = await withToken(api, 'EDITOR');
      const wish = { slug: 'who', ...CONTENT };
      await publishedEntry(api, { ...wish, verifiedBy: 'Otto', verifiedAt: api.clock.now() });
      const topics = [{ slug: 'energy', name: 'Energy' }];
      await mutate(query, 'editFaqEntry', { ...wish, topics, expectedRevision: 2 });
      expect(await read(api, 'who')).toMatchObject({ verifiedBy: 'Otto', topics: [{ slug: 'energy' }] });
      const listed = await api.query(
        '{ faqEntries(first: 5, topics: "energy") { edges { node { slug } } } }',
      );
      expect(listed.data.faqEntries.edges).toEqual([{ node: { slug: 'who' } }]);
    }));

  test('of what somebody else has changed since is a conflict that carries the current entry', () =>
    withApi(async (api) => {
      const { query } = await withToken(api, 'EDITOR');
      await publishedEntry(api, { slug: 'who', question: 'Who?' });
      await mutate(query, 'pinFaqEntry', { slug: 'who', pinned: true });
      const before = tableCounts(api);
      expect(
        await mutate(query, 'editFaqEntry', { slug: 'who', expectedRevision: 2, ...CONTENT }),
      ).toMatchObject({
        __typename: 'FaqEntryConflictError',
        code: 'CONFLICT',
        path: ['input', 'expectedRevision'],
        expectedRevision: 2,
        current: { revision: 3, question: 'Who?' },
      });
      expect(tableCounts(api)).toEqual(before);
    }));

  test('binds a published entry to a section that readers have, and follows it from then on', () =>
    withApi(async (api) => {
      const { query } = await withToken(api, 'EDITOR');
      await drafted(api, 'draft');
      await published(api, 'riyadh');
      await publishedEntry(api, { slug: 'who' });
      const wish = { slug: 'who', expectedRevision: 2, ...CONTENT, verify: true };
      const bound = { ...wish, sectionId: 'background' };
      expect(await mutate(query, 'editFaqEntry', { ...bound, briefing: 'draft' })).toMatchObject({
        code: 'CONFLICT',
        path: ['input', 'briefing'],
      });
      expect(await mutate(query, 'editFaqEntry', { ...bound, briefing: 'riyadh' })).toMatchObject({
        entry: { stale: false, verifiedBy: 'Vera' },
      });
      const mistake = { wrong: 'four hours', right: 'five hours', reason: 'Misheard.' };
      await mutateWith(query, 'correctBriefing', { slug: 'riyadh', expectedRevision: 1, ...mistake });
      expect(await read(api, 'who')).toMatchObject({ stale: true });
    }));

  test('is in the audit log with what was changed, before and after', () =>
    withApi(async (api) => {
      await publishedEntry(api, { slug: 'who', ...CONTENT, topics: [], communityId: FORUM });
      await mutate(api.as(moderator), 'editFaqEntry', {
        ...CONTENT,
        slug: 'who',
        expectedRevision: 2,
        answer: 'X.',
      });
      const log = await api.as(moderator)(
        '{ auditLog(first: 1) { edges { node { action actorKind before after } } } }',
      );
      expect(log.data.auditLog.edges[0].node).toEqual({
        action: 'faq_entry.edit',
        actorKind: 'MODERATOR',
        before: { answer: CONTENT.answer },
        after: { answer: 'X.' },
      });
    }));
});

describe('an alias', () => {
  test('is added once, found by search, and taken away again', () =>
    withApi(async (api) => {
      const { query } = await withToken(api, 'EDITOR');
      await publishedEntry(api, { slug: 'who', question: 'Who met?' });
      const found = async () =>
        (await api.query('{ search(query: "delegates", first: 1) { slug } }')).data.search;
      expect(await mutate(query, 'addFaqAlias', { slug: 'who', alias: 'Delegates' })).toMatchObject({
        revision: 3,
        entry: { aliases: ['Delegates'] },
      });
      expect(await mutate(query, 'addFaqAlias', { slug: 'who', alias: 'dèlegates?' })).toMatchObject({
        revision: 3,
      });
      expect(await found()).toEqual([{ slug: 'who' }]);
      expect(await mutate(query, 'removeFaqAlias', { slug: 'who', alias: 'DELEGATES' })).toMatchObject({
        revision: 4,
        entry: { aliases: [] },
      });
      expect(await found()).toEqual([]);
      expect(await mutate(query, 'removeFaqAlias', { slug: 'who', alias: 'delegates' })).toMatchObject({
        code: 'NOT_FOUND',
        path: ['input', 'alias'],
      });
      expect(await mutate(query, 'addFaqAlias', { slug: 'who', alias: '?' })).toMatchObject({
        code: 'INVALID_INPUT',
        path: ['input', 'alias'],
      });
    }));

  test('counts once, and a refused one is named by its place in what was asked for', () =>
    withApi(async (api) => {
      const { query } = await withToken(api, 'EDITOR');
      await publishedEntry(api, { slug: 'who', question: 'Who met?' });
      const wish = { ...CONTENT, question: 'Where?', aliases: ['In which town?', 'WHERE', 'in which TOWN'] };
      expect(await mutate(query, 'createFaqEntry', wish)).toMatchObject({
        entry: { aliases: ['In which town?'] },
      });
      const taken = { ...CONTENT, question: 'When?', aliases: ['when', 'who met'] };
      const refused = { code: 'CONFLICT', wording: 'who met', path: ['input', 'aliases', '1'] };
      expect(await mutate(query, 'createFaqEntry', taken)).toMatchObject(refused);
      const edit = { ...taken, slug: 'where', expectedRevision: 1 };
      expect(await mutate(query, 'editFaqEntry', edit)).toMatchObject(refused);
    }));

  test('that another entry has is refused with that entry', () =>
    withApi(async (api) => {
      const { query } = await withToken(api, 'EDITOR');
      await publishedEntry(api, { slug: 'who', question: 'Who met?' });
      await saveEntry(api.db, anEntry({ slug: 'draft', question: 'Where?' }), api.act());
      expect(await mutate(query, 'addFaqAlias', { slug: 'who', alias: 'where' })).toMatchObject({
        wording: 'where',
        entry: { slug: 'draft', status: 'DRAFT' },
      });
    }));
});

test('two programs that take the same wording at once: one of them is told of the other', () =>
  withApi(async (api) => {
    const other = await openDatabase(`file:${connectionOf(api.db).name}`);
    try {
      const entries = ['a', 'b', 'c', 'd'].map((slug, at) =>
        saveEntry(at % 2 === 0 ? api.db : other, anEntry({ slug, question: 'Who met?' }), api.act()),
      );
      const outcomes = await Promise.allSettled(entries);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected')
          expect(outcome.reason).toMatchObject({ name: 'DuplicateEntryError' });
      }
      expect(tableCounts(api)).toMatchObject({ faq_entries: 1, faq_names: 1 });
    } finally {
      other.close();
    }
  }));

describe('an obsolete entry', () => {
  test('leads to what replaces it, also when that was replaced since', () =>
    withApi(async (api) => {
      const { query } = await withToken(api, 'EDITOR');
      for (const slug of ['a', 'b', 'c']) await publishedEntry(api, { slug });
      await mutate(query, 'markFaqEntryObsolete', { slug: 'a', expectedRevision: 2, replacedBy: 'b' });
      expect(await read(api, 'a')).toEqual({
        __typename: 'ObsoleteFaqEntryError',
        code: 'NOT_FOUND',
        replacedBy: { slug: 'b' },
      });
      await mutate(query, 'markFaqEntryObsolete', { slug: 'b', expectedRevision: 2, replacedBy: 'c' });
      expect(await read(api, 'a')).toMatchObject({ replacedBy: { slug: 'c' } });
      await mutate(query, 'markFaqEntryObsolete', { slug: 'c', expectedRevision: 2 });
      expect(await read(api, 'a')).toMatchObject({ replacedBy: null });
    }));

  test('is not replaced in a circle, by a draft, or by another server’s entry', () =>
    withApi(async (api) => {
      const { query } = await withToken(api, 'EDITOR');
      for (const slug of ['a', 'b']) await publishedEntry(api, { slug });
      await publishedEntry(api, { slug: 'own', communityId: FORUM });
      await saveEntry(api.db, anEntry({ slug: 'draft' }), api.act());
      await mutate(query, 'markFaqEntryObsolete', { slug: 'a', expectedRevision: 2, replacedBy: 'b' });
      const replace = async (replacedBy: string) =>
        (await mutate(query, 'markFaqEntryObsolete', { slug: 'b', expectedRevision: 2, replacedBy })).code;
      expect([await replace('a'), await replace('b'), await replace('draft'), await replace('own')]).toEqual([
        'CONFLICT',
        'INVALID_INPUT',
        'CONFLICT',
        'NOT_FOUND',
      ]);
    }));

  test('of a server can be replaced by the library’s under the same slug', () =>
    withApi(async (api) => {
      await publishedEntry(api, { slug: 'who', question: 'Library?' });
      await publishedEntry(api, { slug: 'who', question: 'Own?', communityId: FORUM });
      const ask = api.as(moderator);
      expect(
        await mutate(ask, 'markFaqEntryObsolete', { slug: 'who', expectedRevision: 2, replacedBy: 'who' }),
      ).toMatchObject({
        revision: 3,
      });
      expect(await read({ query: ask }, 'who')).toMatchObject({ question: 'Library?' });
    }));

  test('can be restored as a draft, as long as nobody has taken its wording', () =>
    withApi(async (api) => {
      const { query } = await withToken(api, 'EDITOR');
      for (const slug of ['a', 'b']) await publishedEntry(api, { slug, question: `Is it ${slug}?` });
      await mutate(query, 'markFaqEntryObsolete', { slug: 'a', expectedRevision: 2, replacedBy: 'b' });
      expect(await mutate(query, 'restoreFaqEntry', { slug: 'a' })).toMatchObject({
        entry: { status: 'DRAFT' },
      });
      await mutate(query, 'publishFaqEntry', { slug: 'a', expectedRevision: 4 });
      expect(await read(api, 'a')).toMatchObject({ question: 'Is it a?' });
      await mutate(query, 'markFaqEntryObsolete', { slug: 'a', expectedRevision: 5 });
      await publishedEntry(api, { slug: 'c', question: 'Is it a?' });
      expect(await mutate(query, 'restoreFaqEntry', { slug: 'a' })).toMatchObject({
        __typename: 'DuplicateFaqEntryError',
        entry: { slug: 'c' },
      });
    }));
});

test('an FAQ draft of a briefing that another entry answers already stays a draft', () =>
  withApi(async (api) => {
    await publishedEntry(api, { slug: 'first', question: 'Who met?' });
    const faq = ['Who met?', 'Where?', 'Where?'].map((question) => ({ ...CONTENT, question }));
    await published(api, 'riyadh', { faq });
    const { query } = await withToken(api, 'EDITOR');
    const list = await query(
      '{ editorialFaqEntries(first: 9) { edges { node { question status briefing { slug } } } } }',
    );
    const states = list.data.editorialFaqEntries.edges.map(
      ({ node }: { node: { question: string; status: string } }) => `${node.question} ${node.status}`,
    );
    expect(states.toSorted()).toEqual([
      'Where? DRAFT',
      'Where? PUBLISHED',
      'Who met? DRAFT',
      'Who met? PUBLISHED',
    ]);
  }));

test('an idempotency key makes a wish act once', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const idempotencyKey = 'b3f6a1ce-8a57-4d0a-9c84-6a2f8e4f9b10';
    const first = await mutate(query, 'createFaqEntry', { ...CONTENT, idempotencyKey });
    const before = tableCounts(api);
    expect(await mutate(query, 'createFaqEntry', { ...CONTENT, idempotencyKey })).toEqual(first);
    expect(await mutate(query, 'createFaqEntry', { ...CONTENT, answer: 'X', idempotencyKey })).toMatchObject({
      code: 'CONFLICT',
      path: ['input', 'idempotencyKey'],
    });
    expect(tableCounts(api)).toEqual(before);
  }));

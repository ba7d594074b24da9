/** The life of a briefing, as editors lead it through GraphQL. */
import { randomUUID } from 'node:crypto';
import { desc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLog } from '@communique/api/audit/table';
import { runTimedChanges } from '@communique/api/briefings/run-timed-changes';
import { withApi, type TestApi } from '../../support/api.ts';
import { documentInput, mutate, publishedByEditor, withToken } from '../../support/editing.ts';
import { publishedEntry, tableCounts } from '../../support/records.ts';

const READ = `query ($slug: Slug!, $revision: Int) { briefing(slug: $slug, revision: $revision) {
  ... on BriefingReady { briefing { revision title provenance { createdBy reviewedBy generatedBy } } }
  ... on BriefingComposing { status } ... on BriefingWithdrawn { status reason } ... on Error { code path } } }`;

async function read({ query }: Pick<TestApi, 'query'>, slug: string, revision: number | null = null) {
  const { data } = await query(READ, { slug, revision });
  return data.briefing;
}

function withEditor(run: (api: TestApi, query: TestApi['query']) => Promise<void>): Promise<void> {
  return withApi(async (api) => run(api, (await withToken(api, 'EDITOR')).query));
}

test('a briefing is written, reviewed, approved and published', () =>
  withEditor(async (api, query) => {
    const created = await mutate(query, 'createBriefing', { slug: 'riyadh', document: documentInput() });
    expect(created).toMatchObject({
      revision: { revision: 1 },
      briefing: { status: 'DRAFT', headState: 'DRAFT' },
    });
    const move = { slug: 'riyadh', expectedRevision: 1 };
    expect(await mutate(query, 'publishBriefing', move)).toMatchObject({ code: 'CONFLICT' });
    expect(await mutate(query, 'submitForReview', move)).toMatchObject({ briefing: { status: 'IN_REVIEW' } });
    expect(await mutate(query, 'approveBriefing', move)).toMatchObject({
      briefing: { status: 'IN_REVIEW', headState: 'APPROVED' },
    });
    expect(await read(api, 'riyadh')).toEqual({ status: 'COMPOSING' });
    expect(await mutate(query, 'publishBriefing', move)).toMatchObject({ briefing: { status: 'PUBLISHED' } });
    expect(await read(api, 'riyadh')).toMatchObject({
      briefing: { revision: 1, provenance: { createdBy: 'Vera', reviewedBy: 'Vera', generatedBy: 'HUMAN' } },
    });
  }));

test('what is sent back can be neither approved nor published', () =>
  withEditor(async (_api, query) => {
    await mutate(query, 'createBriefing', { slug: 'riyadh', document: documentInput() });
    const move = { slug: 'riyadh', expectedRevision: 1 };
    await mutate(query, 'submitForReview', move);
    const sentBack = await mutate(query, 'sendBackBriefing', { ...move, reason: 'Two sources, please.' });
    expect(sentBack).toMatchObject({ briefing: { status: 'DRAFT', headState: 'DRAFT' } });
    expect(await mutate(query, 'approveBriefing', move)).toMatchObject({ code: 'CONFLICT' });
    expect(await mutate(query, 'publishBriefing', move)).toMatchObject({ code: 'CONFLICT' });
  }));

test('an edit shows readers nothing until it is published, and earlier revisions stay readable', () =>
  withEditor(async (api, query) => {
    await publishedByEditor(query, 'riyadh');
    const document = documentInput({ title: 'Talks again' });
    const edit = { slug: 'riyadh', document, expectedRevision: 1, reason: 'News' };
    expect(await mutate(query, 'editBriefing', edit)).toMatchObject({
      revision: { revision: 2 },
      briefing: { status: 'PUBLISHED', headState: 'DRAFT' },
    });
    expect(await read(api, 'riyadh')).toMatchObject({ briefing: { revision: 1, title: 'Talks in Riyadh' } });
    expect(await read(api, 'riyadh', 2)).toEqual({ code: 'NOT_FOUND', path: ['revision'] });
    const move = { slug: 'riyadh', expectedRevision: 2 };
    await mutate(query, 'submitForReview', move);
    await mutate(query, 'approveBriefing', move);
    await mutate(query, 'publishBriefing', move);
    expect(await read(api, 'riyadh')).toMatchObject({ briefing: { revision: 2, title: 'Talks again' } });
    expect(await read(api, 'riyadh', 1)).toMatchObject({
      briefing: { revision: 1, title: 'Talks in Riyadh' },
    });
    expect(await read(api, 'riyadh', 7)).toEqual({ code: 'NOT_FOUND', path: ['revision'] });
    await mutate(query, 'retractBriefing', { slug: 'riyadh', expectedRevision: 2, reason: 'Wrong.' });
    expect(await read(api, 'riyadh', 1)).toEqual({ status: 'WITHDRAWN', reason: 'Wrong.' });
  }));

test('a briefing reads as it stood at an instant, and as nothing before it was published', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const first = api.clock.now();
    await publishedByEditor(query, 'riyadh');
    api.clock.pass(3_600_000);
    await mutate(query, 'correctBriefing', {
      slug: 'riyadh',
      expectedRevision: 1,
      wrong: 'four hours',
      right: 'five hours',
      reason: 'Misheard.',
    });
    const readAt = async (at: Date, other = '') => {
      const { data, errors } = await api.query(
        `query ($at: DateTime) { briefing(slug: "riyadh", at: $at${other}) {
          ... on BriefingReady { briefing { revision } } ... on Error { code path } } }`,
        { at: at.toISOString() },
      );
      return data?.briefing ?? errors[0]?.extensions;
    };
    expect(await readAt(new Date(first.getTime() + 60_000))).toEqual({ briefing: { revision: 1 } });
    expect(await readAt(api.clock.now())).toEqual({ briefing: { revision: 2 } });
    expect(await readAt(new Date(first.getTime() - 1))).toEqual({ code: 'NOT_FOUND', path: ['at'] });
    expect(await readAt(first, ', revision: 1')).toMatchObject({ code: 'INVALID_INPUT', path: ['at'] });
    expect(await readAt(first, ', language: "de"')).toMatchObject({ code: 'INVALID_INPUT' });
  }));

test('whoever edits an old revision is answered the current one, and nothing is written', () =>
  withEditor(async (api, query) => {
    await publishedByEditor(query, 'riyadh');
    const edit = (title: string) =>
      mutate(query, 'editBriefing', {
        slug: 'riyadh',
        document: documentInput({ title }),
        expectedRevision: 1,
        reason: 'News',
      });
    await edit('First');
    const before = tableCounts(api);
    expect(await edit('Second')).toMatchObject({
      __typename: 'RevisionConflictError',
      expectedRevision: 1,
      current: { revision: 2, title: 'First' },
      path: ['input', 'expectedRevision'],
    });
    expect(tableCounts(api)).toEqual(before);
  }));

test('of two edits at once one wins, and the loser leaves nothing behind: no audit row, no key', () =>
  withEditor(async (api, query) => {
    await publishedByEditor(query, 'riyadh');
    const before = tableCounts(api);
    const edits = await Promise.all(
      ['First', 'Second', 'Third'].map((title) =>
        mutate(query, 'editBriefing', {
          slug: 'riyadh',
          document: documentInput({ title }),
          expectedRevision: 1,
          reason: 'News',
        }),
      ),
    );
    expect(edits.map(({ __typename }) => String(__typename)).toSorted()).toEqual([
      'EditedBriefing',
      'RevisionConflictError',
      'RevisionConflictError',
    ]);
    const after = tableCounts(api);
    const more = Object.entries(after).filter(([table, count]) => count !== before[table]);
    expect(more.map(([table, count]) => [table, count - (before[table] ?? 0)])).toEqual([
      ['audit_log', 1],
      ['idempotency_keys', 1],
      ['revisions', 1],
    ]);
  }));

test('the same key answers the first result; with another input it is a conflict; after a day it is new', () =>
  withEditor(async (api, query) => {
    const input = { slug: 'riyadh', document: documentInput(), idempotencyKey: randomUUID() };
    const first = await mutate(query, 'createBriefing', input);
    const before = tableCounts(api);
    expect(await mutate(query, 'createBriefing', input)).toEqual(first);
    expect(await Promise.all([1, 2].map(() => mutate(query, 'createBriefing', input)))).toEqual([
      first,
      first,
    ]);
    expect(await mutate(query, 'createBriefing', { ...input, slug: 'other' })).toMatchObject({
      code: 'CONFLICT',
      path: ['input', 'idempotencyKey'],
    });
    expect(tableCounts(api)).toEqual(before);
    const other = (await withToken(api, 'EDITOR', { name: 'Somebody else' })).query;
    expect(await mutate(other, 'createBriefing', { ...input, slug: 'other' })).toMatchObject({
      revision: { revision: 1 },
    });
    api.clock.pass(24 * 60 * 60 * 1000);
    expect(await mutate(query, 'createBriefing', input)).toMatchObject({
      code: 'CONFLICT',
      path: ['input', 'slug'],
    });
  }));

test('the same request sent several times at once acts once', () =>
  withEditor(async (api, query) => {
    const input = { slug: 'riyadh', document: documentInput(), idempotencyKey: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => mutate(query, 'createBriefing', input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ revision: { revision: 1 } });
    expect(tableCounts(api)).toMatchObject({ briefings: 1, idempotency_keys: 1 });
  }));

test('a key that is no UUID is refused', () =>
  withEditor(async (_api, query) => {
    const input = { slug: 'riyadh', document: documentInput(), idempotencyKey: 'again' };
    expect(await mutate(query, 'createBriefing', input)).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['input', 'idempotencyKey'],
    });
  }));

test('a repeat answers what the first call did, whatever was edited since', () =>
  withEditor(async (_api, query) => {
    const input = { slug: 'riyadh', document: documentInput(), idempotencyKey: randomUUID() };
    const fields = '... on EditedBriefing { revision { revision title } briefing { head { revision } } }';
    const first = await mutate(query, 'createBriefing', input, fields);
    expect(first.revision).toEqual({ revision: 1, title: 'Talks in Riyadh' });
    const edit = { slug: 'riyadh', expectedRevision: 1, reason: 'Title' };
    await mutate(query, 'editBriefing', { ...edit, document: documentInput({ title: 'New' }) });
    expect(await mutate(query, 'createBriefing', input, fields)).toEqual(first);
  }));

test('whoever takes back another revision than they looked at is told, and readers keep it', () =>
  withEditor(async (api, query) => {
    await publishedByEditor(query, 'riyadh');
    await mutate(query, 'editBriefing', {
      slug: 'riyadh',
      expectedRevision: 1,
      reason: 'Next.',
      document: documentInput({ title: 'Next' }),
    });
    const wish = { slug: 'riyadh', reason: 'Wrong.' };
    const before = tableCounts(api);
    for (const [act, seen, current] of [
      ['retractBriefing', 2, { revision: 1, title: 'Talks in Riyadh' }],
      ['archiveBriefing', 2, { revision: 1, title: 'Talks in Riyadh' }],
      ['scheduleArchival', 1, { revision: 2, title: 'Next' }],
    ] as const) {
      const at = act === 'scheduleArchival' ? { at: '2025-03-01T00:00:00Z' } : {};
      expect(await mutate(query, act, { ...wish, ...at, expectedRevision: seen })).toMatchObject({
        __typename: 'RevisionConflictError',
        path: ['input', 'expectedRevision'],
        expectedRevision: seen,
        current,
      });
    }
    expect(tableCounts(api)).toEqual(before);
    expect(await mutate(query, 'retractBriefing', { ...wish, expectedRevision: 1 })).toMatchObject({
      briefing: { status: 'RETRACTED' },
    });
  }));

test('what is planned happens at its instant, once', () =>
  withEditor(async (api, query) => {
    await mutate(query, 'createBriefing', { slug: 'riyadh', document: documentInput() });
    const move = { slug: 'riyadh', expectedRevision: 1 };
    await mutate(query, 'submitForReview', move);
    await mutate(query, 'approveBriefing', move);
    const past = await mutate(query, 'publishBriefing', { ...move, at: '2025-02-18T07:00:00Z' });
    expect(past).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'at'] });
    const planned = await mutate(query, 'publishBriefing', { ...move, at: '2025-02-18T09:00:00Z' });
    expect(planned).toMatchObject({
      briefing: { status: 'SCHEDULED', publishAt: '2025-02-18T09:00:00.000Z' },
    });
    await mutate(query, 'scheduleArchival', {
      slug: 'riyadh',
      expectedRevision: 1,
      at: '2025-02-18T10:00:00Z',
      reason: 'Over.',
    });
    api.clock.pass(60 * 60 * 1000 - 1);
    expect(await runTimedChanges(api.db, api.act())).toEqual({ published: 0, archived: 0, held: 0 });
    expect(await read(api, 'riyadh')).toEqual({ status: 'COMPOSING' });
    api.clock.pass(1);
    const passes = await Promise.all([1, 2].map(() => runTimedChanges(api.db, api.act())));
    expect(passes.map(({ published }) => published).toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect(await read(api, 'riyadh')).toMatchObject({ briefing: { revision: 1 } });
    api.clock.pass(60 * 60 * 1000);
    expect(await runTimedChanges(api.db, api.act())).toEqual({ published: 0, archived: 1, held: 0 });
    const before = tableCounts(api);
    expect(await runTimedChanges(api.db, api.act())).toEqual({ published: 0, archived: 0, held: 0 });
    expect(tableCounts(api)).toEqual(before);
    expect(await read(api, 'riyadh')).toEqual({ status: 'WITHDRAWN', reason: 'Over.' });
    const acts = await api.db.orm.select().from(auditLog).orderBy(desc(auditLog.id)).limit(2);
    expect(acts).toMatchObject([
      { action: 'briefing.archive', actorKind: 'EDITOR', tokenId: expect.any(String) },
      { action: 'briefing.publish', actorKind: 'EDITOR', tokenId: expect.any(String) },
    ]);
  }));

test('an edit calls off a planned publication', () =>
  withEditor(async (api, query) => {
    await mutate(query, 'createBriefing', { slug: 'riyadh', document: documentInput() });
    const move = { slug: 'riyadh', expectedRevision: 1 };
    await mutate(query, 'submitForReview', move);
    await mutate(query, 'approveBriefing', move);
    await mutate(query, 'publishBriefing', { ...move, at: '2025-02-18T09:00:00Z' });
    await mutate(query, 'editBriefing', {
      ...move,
      document: documentInput({ title: 'New' }),
      reason: 'Late news',
    });
    api.clock.pass(2 * 60 * 60 * 1000);
    expect(await runTimedChanges(api.db, api.act())).toEqual({ published: 0, archived: 0, held: 0 });
    expect(await read(api, 'riyadh')).toEqual({ status: 'COMPOSING' });
  }));

test('a translation is not published before what it translates', () =>
  withEditor(async (api, query) => {
    await mutate(query, 'createBriefing', { slug: 'riyadh', document: documentInput() });
    const document = documentInput({ language: 'de', title: 'Gespräche' });
    const german = { slug: 'riad', document, translationOf: 'riyadh' };
    await mutate(query, 'createBriefing', german);
    expect(await mutate(query, 'createBriefing', { ...german, slug: 'riad-2' })).toMatchObject({
      code: 'CONFLICT',
      path: ['input', 'document', 'language'],
    });
    const publish = async (slug: string) => {
      const move = { slug, expectedRevision: 1 };
      await mutate(query, 'submitForReview', move);
      await mutate(query, 'approveBriefing', move);
      return mutate(query, 'publishBriefing', move);
    };
    const before = tableCounts(api);
    expect(await publish('riad')).toMatchObject({ code: 'CONFLICT' });
    expect(tableCounts(api)['briefing_topics']).toEqual(before['briefing_topics']);
    await publish('riyadh');
    expect(await mutate(query, 'publishBriefing', { slug: 'riad', expectedRevision: 1 })).toMatchObject({
      briefing: { status: 'PUBLISHED' },
    });
  }));

test('an FAQ entry of a briefing that is not published is not published on its own', () =>
  withEditor(async (api, query) => {
    await mutate(query, 'createBriefing', { slug: 'riyadh', document: documentInput() });
    await expect(publishedEntry(api, { briefing: 'riyadh' })).rejects.toThrow('is not published');
  }));

test('so does what stands within a piece: the summary, what shows an interest, an outcome, a topic', () =>
  withEditor(async (api, query) => {
    const evidence = (text: string) => ({ kind: 'INTEREST', text, citations: [1] });
    const facts = {
      summary: { headline: 'They met.', keyPoints: ['Once.'] },
      topics: [{ slug: 'energy', name: 'Energy' }],
      stakeholders: [{ id: 'x', name: 'X', interests: ['Gas'], evidence: [evidence('Said so.')] }],
    };
    await publishedByEditor(query, 'riyadh', { document: documentInput(facts) });
    const otto = (await withToken(api, 'EDITOR', { name: 'Otto' })).query;
    await mutate(otto, 'recordOutcome', {
      slug: 'riyadh',
      scenarioId: 's1',
      expectedRevision: 1,
      text: 'No deal.',
      verdict: 'DID_NOT_HAPPEN',
    });
    const read = async () => {
      const made = 'provenance { createdBy reviewedBy importedFrom generatedBy }';
      const { data, errors } =
        await query(`{ editorialBriefing(slug: "riyadh") { ... on EditorialBriefing { head {
        summary { ${made} } topics { slug ${made} } stakeholders { ${made} evidence { text ${made} } }
        scenarios { ${made} outcome { ${made} } } } } } }`);
      expect(errors).toEqual([]);
      return data.editorialBriefing.head;
    };
    const by = (createdBy: string, reviewedBy: string | null) => ({
      provenance: { createdBy, reviewedBy, importedFrom: null, generatedBy: 'HUMAN' },
    });
    expect(await read()).toEqual({
      summary: by('Vera', 'Otto'),
      topics: [{ slug: 'energy', ...by('Vera', 'Otto') }],
      stakeholders: [{ ...by('Vera', 'Otto'), evidence: [{ text: 'Said so.', ...by('Vera', 'Otto') }] }],
      // Who writes down what it came to has not thought it up.
      scenarios: [{ ...by('Vera', 'Otto'), outcome: by('Otto', 'Otto') }],
    });
    const ada = (await withToken(api, 'EDITOR', { name: 'Ada' })).query;
    const document = documentInput({
      ...facts,
      summary: { headline: 'They met again.' },
      topics: [...facts.topics, { slug: 'trade', name: 'Trade' }],
      stakeholders: [{ ...facts.stakeholders[0], evidence: [evidence('Did so.'), evidence('Said so.')] }],
      scenarios: [],
    });
    await mutate(ada, 'editBriefing', { slug: 'riyadh', document, expectedRevision: 2, reason: 'x' });
    expect(await read()).toEqual({
      summary: by('Ada', null),
      topics: [
        { slug: 'energy', ...by('Vera', null) },
        { slug: 'trade', ...by('Ada', null) },
      ],
      stakeholders: [
        {
          ...by('Vera', null),
          evidence: [
            { text: 'Did so.', ...by('Ada', null) },
            { text: 'Said so.', ...by('Vera', null) },
          ],
        },
      ],
      scenarios: [],
    });
    const { data } = await query('{ topics(first: 9) { edges { node { provenance { createdBy } } } } }');
    expect(data.topics.edges).toEqual([{ node: { provenance: null } }]);
  }));

test('a piece keeps who made it for as long as it stays the same', () =>
  withEditor(async (api, query) => {
    await mutate(query, 'createBriefing', { slug: 'riyadh', document: documentInput() });
    const other = (await withToken(api, 'EDITOR', { name: 'Otto' })).query;
    await mutate(other, 'editBriefing', {
      slug: 'riyadh',
      expectedRevision: 1,
      reason: 'A second section',
      generatedBy: 'MODEL',
      document: documentInput({
        sections: [
          ...documentInput().sections,
          {
            id: 'more',
            heading: 'More',
            kind: 'OTHER',
            blocks: [{ id: 'p2', content: { paragraph: 'More.' } }],
          },
        ],
      }),
    });
    const { data } = await query(
      `{ editorialBriefing(slug: "riyadh") { ... on EditorialBriefing { head { sections { blocks { id provenance { createdBy generatedBy } } } }
         revisions(first: 5) { edges { node { revision reason } } } } } }`,
    );
    expect(
      data.editorialBriefing.head.sections.flatMap(({ blocks }: { blocks: object[] }) => blocks),
    ).toEqual([
      { id: 'p1', provenance: { createdBy: 'Vera', generatedBy: 'HUMAN' } },
      { id: 'p2', provenance: { createdBy: 'Otto', generatedBy: 'MODEL' } },
    ]);
    expect(data.editorialBriefing.revisions.edges).toEqual([
      { node: { revision: 2, reason: 'A second section' } },
      { node: { revision: 1, reason: 'Written' } },
    ]);
  }));

test('an edit that says what is there already is answered with it: no revision, no record, and the review goes on', () =>
  withEditor(async (api, query) => {
    await mutate(query, 'createBriefing', { slug: 'riyadh', document: documentInput() });
    await mutate(query, 'submitForReview', { slug: 'riyadh', expectedRevision: 1 });
    const { idempotency_keys: keys, ...before } = tableCounts(api);
    const edit = { slug: 'riyadh', document: documentInput(), expectedRevision: 1, reason: 'Again' };
    expect(await mutate(query, 'editBriefing', edit)).toMatchObject({
      revision: { revision: 1 },
      briefing: { status: 'IN_REVIEW', headState: 'IN_REVIEW' },
    });
    const { idempotency_keys: after, ...same } = tableCounts(api);
    expect([same, after]).toEqual([before, (keys ?? 0) + 1]);
    const other = { ...edit, document: documentInput({ importance: 3 }) };
    expect(await mutate(query, 'editBriefing', other)).toMatchObject({ revision: { revision: 2 } });
  }));

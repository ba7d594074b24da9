/** What must go for good of an FAQ entry that rests on no briefing. */
import { existsSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLog } from '@communique/api/audit/table';
import { connectionOf } from '@communique/api/database/client';
import { askQuestion } from '@communique/api/questions/ask-question';
import { withApi, type TestApi } from '../../support/api.ts';
import { mutate, withToken } from '../../support/editing.ts';
import { tableCounts } from '../../support/records.ts';

const NAME = 'Jane Roe';
const TRACE = /jane[^a-z]{1,4}roe/i;
const FIELDS = '... on RedactedFaqEntry { revisions erased } ... on Error { code message path }';
const CHANGED = '... on ChangedFaqEntry { revision } ... on Error { code message }';
const WISH = { slug: 'who', passage: NAME, reason: 'Privacy.' };

function entry(answer: string) {
  return {
    question: `Who is ${NAME}?`,
    aliases: ['jane roe', 'that woman'],
    answer,
    language: 'en',
    topics: [{ slug: 'people', name: `People like ${NAME}` }],
  };
}

function withEntry(run: (api: TestApi, operator: TestApi['query']) => Promise<void>): Promise<void> {
  return withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR', { name: NAME });
    const published = { publish: true, verify: true };
    await mutate(
      query,
      'createFaqEntry',
      { slug: 'who', ...entry(`**Jane** Roe is a friend.`), ...published },
      CHANGED,
    );
    const edited = entry(`${NAME} was a friend.`);
    await mutate(query, 'editFaqEntry', { slug: 'who', expectedRevision: 2, ...edited }, CHANGED);
    const asked = { communityId: 'library', question: `Where is ${NAME} today?`, handIn: true };
    await askQuestion(api.db, asked, api.act());
    await run(api, (await withToken(api, 'OPERATOR')).query);
  });
}

function traces({ db }: TestApi): string[] {
  return Object.keys(tableCounts({ db }))
    .filter((table) => table !== 'access_tokens')
    .flatMap((table) =>
      db.orm.all<object>(sql.raw(`select * from "${table}"`)).map((row) => `${table} ${JSON.stringify(row)}`),
    )
    .filter((row) => TRACE.test(row));
}

test('nothing of a redacted passage is left of an FAQ entry, and what is left is read and found', () =>
  withEntry(async (api, operator) => {
    // The name of a token is no part of an entry.
    await api.db.write([
      sql`update access_tokens set name = 'Vera' where name = ${NAME}`,
      sql`update audit_log set details = '{}', after = '{}' where action = 'token.create'`,
    ]);
    expect(traces(api)).not.toEqual([]);
    expect(await mutate(operator, 'redactFaqEntry', WISH, FIELDS)).toEqual({ revisions: 3, erased: true });
    expect(traces(api)).toEqual([]);
    const { name } = connectionOf(api.db);
    const files = [name, `${name}-wal`].filter((file) => existsSync(file));
    expect(files.some((file) => TRACE.test(readFileSync(file, 'latin1')))).toBe(false);
    const { data } = await api.query(
      `{ faqEntry(slug: "who") { ... on FaqEntry { question answer aliases topics { name } } } search(query: "friend", first: 5) { __typename }
         changeFeed(first: 9) { edges { node { kind slug } } } }`,
    );
    expect(data.faqEntry).toMatchObject({
      question: 'Who is █████?',
      answer: '█████ was a friend.',
      aliases: ['that woman'],
      topics: [{ name: 'People like █████' }],
    });
    expect(data.search).toHaveLength(1);
    expect(data.changeFeed.edges.at(-1)).toEqual({ node: { kind: 'FAQ_ENTRY_UPDATED', slug: 'who' } });
  }));

test('a redaction of an FAQ entry is recorded with its reason, never with what went', () =>
  withEntry(async (api, operator) => {
    await mutate(operator, 'redactFaqEntry', WISH, FIELDS);
    const acts = await api.db.orm
      .select()
      .from(auditLog)
      .where(sql`action = 'faq_entry.redact'`);
    expect(acts).toMatchObject([
      {
        actorKind: 'OPERATOR',
        details: { slug: 'who', reason: 'Privacy.' },
        before: { revisions: [1, 2, 3].map((number) => ({ number, words: expect.any(Number) })) },
        after: { revisions: [1, 2, 3].map((number) => ({ number, words: expect.any(Number) })) },
      },
    ]);
    expect(JSON.stringify(acts)).not.toMatch(TRACE);
  }));

test('the same redaction of an FAQ entry under the same key is answered once', () =>
  withEntry(async (api, operator) => {
    const wish = { ...WISH, idempotencyKey: randomUUID() };
    const first = await mutate(operator, 'redactFaqEntry', wish, FIELDS);
    const before = tableCounts(api);
    expect(await mutate(operator, 'redactFaqEntry', wish, FIELDS)).toEqual(first);
    expect(tableCounts(api)).toEqual(before);
  }));

test.each([
  ['stands nowhere', { passage: 'John Doe' }, { code: 'INVALID_INPUT', path: ['input', 'passage'] }],
  ['is too short', { passage: 'J' }, { code: 'INVALID_INPUT', path: ['input', 'passage'] }],
  ['is in the reason', { reason: `Asked by ${NAME}` }, { code: 'INVALID_INPUT', path: ['input', 'reason'] }],
  ['is of no entry', { slug: 'nobody' }, { code: 'NOT_FOUND', path: ['input', 'slug'] }],
])('a passage that %s changes nothing', (_what, wish, refusal) =>
  withEntry(async (api, operator) => {
    const before = tableCounts(api);
    expect(await mutate(operator, 'redactFaqEntry', { ...WISH, ...wish }, FIELDS)).toMatchObject(refusal);
    expect(tableCounts(api)).toEqual(before);
  }),
);

/** What must go for good: nothing of it is left, in no table, in no file. */
import { existsSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { articles } from '@communique/api/articles/table';
import { auditLog } from '@communique/api/audit/table';
import { briefings, revisions } from '@communique/api/briefings/table';
import type { BriefingDocumentInput } from '@communique/api/briefings/document';
import { connectionOf, openDatabase } from '@communique/api/database/client';
import * as tables from '@communique/api/database/tables';
import { askQuestion } from '@communique/api/questions/ask-question';
import { reports } from '@communique/api/reports/table';
import { faqEntries } from '@communique/api/faq/table';
import { FORUM, withApi, type TestApi } from '../../support/api.ts';
import { mutate, withToken } from '../../support/editing.ts';
import { published, publishedEntry, tableCounts } from '../../support/records.ts';

const NAME = 'Jane Roe';
/** In any case, across lines and markup, in addresses and ids. */
const TRACE = /jane[^a-z]{1,4}roe/i;

type Query = TestApi['query'];

function saying(name: string): Partial<BriefingDocumentInput> {
  return {
    title: `Talks without ${name}`,
    summary: { headline: `${name} stays away`, short: `So ${name} said.`, keyPoints: [`${name}: no.`] },
    contentWarnings: [`Pictures of ${name}`],
    topics: [{ slug: 'diplomacy', name: `Diplomacy and ${name}` }],
    sources: [
      {
        number: 1,
        publisher: `${name} News`,
        owner: name,
        title: `${name} speaks`,
        url: 'https://example.org/Jane-Roe/speaks',
        author: name,
      },
    ],
    claims: [
      {
        id: 'Jane-Roe-claim',
        verbatim: true,
        text: `I, ${name}, agree.`,
        speaker: name,
        speakerRole: `Friend of ${name.toUpperCase()}`,
        reportedBy: [`${name} News`],
        citations: [1],
      },
    ],
    sections: [
      {
        id: 'about-jane-roe',
        heading: `About ${name}`,
        kind: 'OTHER',
        blocks: [
          { type: 'PARAGRAPH', id: 'p', text: `Here is ${name}.`, hints: { priority: 1, shortForm: name } },
          { type: 'QUOTE', id: 'q', claimId: 'Jane-Roe-claim' },
          { type: 'POINTS', id: 'l', items: [{ label: `${name}:`, text: name }] },
          { type: 'TABLE', id: 't', caption: name, columns: [{ label: name, unit: name }], rows: [[name]] },
          { type: 'EXCHANGE', id: 'x', interviewer: name, guest: name, question: `${name}?`, answer: name },
        ],
      },
    ],
    stakeholders: [
      {
        id: 's',
        name,
        interests: [name],
        leverage: [name],
        redLines: [name],
        evidence: [{ kind: 'INTEREST', text: name, claimId: 'Jane-Roe-claim' }],
      },
    ],
    events: [{ id: 'e', title: name, dateText: name, place: name, participants: [name], state: 'HAPPENED' }],
    scenarios: [{ id: 'c', title: name, description: name, likelihood: name, indicators: [name] }],
    perspectives: [{ id: 'v', holder: name, view: name }],
    prompts: [{ id: 'jane_roe_prompt', text: `Should ${name} come?` }],
  };
}

/** A briefing that was corrected, graded, edited, translated, planned and posted, every time with the name in it. */
async function fill(api: TestApi, query: Query): Promise<void> {
  const provenance = { createdBy: NAME, reviewedBy: NAME, importedFrom: `${NAME}.md` };
  await published(api, 'riyadh', { document: saying(NAME), provenance, reason: `Sent by ${NAME}` });
  const section = { briefing: 'riyadh', sectionId: 'about-jane-roe', verifiedBy: NAME };
  await publishedEntry(api, {
    ...section,
    slug: 'who',
    question: `Who is ${NAME}?`,
    answer: `**Jane** Roe is ${NAME}.`,
    aliases: ['jane roe', 'that woman'],
    verifiedAt: api.clock.now(),
    reviewIntervalDays: 30,
  });
  const grade = { claimId: 'Jane-Roe-claim', status: 'DISPUTED', credibility: 4 };
  const slug = 'riyadh';
  await mutate(query, 'gradeClaim', { slug, expectedRevision: 1, ...grade, reason: `${NAME} denies.` });
  const mistake = { wrong: `Here is ${NAME}.`, right: `There is ${NAME}.`, reason: `${NAME} wrote.` };
  await mutate(query, 'correctBriefing', { slug, expectedRevision: 2, ...mistake });
  const outcome = { scenarioId: 'c', text: `${NAME} came.`, verdict: 'HAPPENED' };
  await mutate(query, 'recordOutcome', { slug, expectedRevision: 3, ...outcome });
  await published(api, 'riyadh-de', { document: { ...saying(NAME), language: 'de' } });
  await api.db.write([
    sql`update briefings set translation_of = (select id from briefings where slug = 'riyadh') where slug = 'riyadh-de'`,
  ]);
  const at = '2025-03-01T00:00:00Z';
  await mutate(query, 'scheduleArchival', { slug, expectedRevision: 4, at, reason: `${NAME} wants it.` });
  await retracted(api, query);
  await reportOf(api);
  await questionOf(api);
  await articleOf(api);
  await editionOf(api);
}

async function retracted(api: TestApi, query: Query): Promise<void> {
  await published(api, 'gone', { document: saying(NAME) });
  await mutate(query, 'retractBriefing', {
    slug: 'gone',
    expectedRevision: 1,
    reason: `${NAME} was never there.`,
  });
}

async function reportOf({ db, clock }: TestApi): Promise<void> {
  const [briefing] = await db.orm
    .select()
    .from(briefings)
    .where(sql`slug = 'riyadh'`);
  const report: typeof reports.$inferInsert = {
    id: randomUUID(),
    communityId: 'library',
    briefingId: briefing?.id ?? '',
    claimId: 'Jane-Roe-claim',
    revision: 1,
    kind: 'ERROR',
    text: `${NAME} said nothing of this.`,
    status: 'DISMISSED',
    note: `Asked ${NAME}.`,
    handledBy: NAME,
    handledAt: clock.now(),
    createdAt: clock.now(),
  };
  await db.write([db.orm.insert(reports).values(report)]);
}

async function questionOf({ db, act }: TestApi): Promise<void> {
  await askQuestion(db, { communityId: FORUM, question: `Where is ${NAME}?`, handIn: true }, act());
}

async function articleOf({ db, clock }: TestApi): Promise<void> {
  const [briefing] = await db.orm
    .select()
    .from(briefings)
    .where(sql`slug = 'riyadh'`);
  const article: typeof articles.$inferInsert = {
    id: randomUUID(),
    communityId: 'library',
    state: 'DRAFTED',
    title: NAME,
    url: 'https://example.org/jane-roe',
    urlKey: 'example.org/jane-roe',
    fileName: `${NAME}.md`,
    publisher: NAME,
    byline: `By ${NAME}`,
    text: `Here is Jane\nRoe, and **Jane** Roe.\n\n> Jane\n> Roe again`,
    contentHash: 'hash',
    importedAt: clock.now(),
    briefingId: briefing?.id ?? '',
    revisionNumber: 1,
  };
  await db.write([db.orm.insert(articles).values(article)]);
}

/** Without the schedule it came from: only its words matter here. */
async function editionOf({ db }: TestApi): Promise<void> {
  const connection = connectionOf(db);
  connection.pragma('foreign_keys = OFF');
  await db.write([
    sql`insert into editions (id, schedule_id, cut_off_at, items, prompt)
      select 'edition', 'schedule', 0, json_array(json_object('briefingId', id, 'revisionId', published_revision_id)),
        json_object('briefingId', id, 'id', 'jane_roe_prompt', 'text', 'Should Jane Roe come?')
      from briefings where slug = 'riyadh'`,
  ]);
  connection.pragma('foreign_keys = ON');
}

function everyText({ db }: Pick<TestApi, 'db'>): string {
  return Object.keys(tableCounts({ db }))
    .flatMap((table) =>
      db.orm.all<object>(`select * from "${table}"`).map((row) => `${table} ${JSON.stringify(row)}`),
    )
    .join('\n');
}

function everyByte({ db }: Pick<TestApi, 'db'>): string {
  const { name } = connectionOf(db);
  return ['', '-wal', '-journal']
    .map((suffix) => `${name}${suffix}`)
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'latin1'))
    .join('\n');
}

const FIELDS = '... on RedactedBriefing { revisions erased } ... on Error { code message path }';

function withFilled(run: (api: TestApi, operator: Query) => Promise<void>): Promise<void> {
  return withApi(async (api) => {
    await fill(api, (await withToken(api, 'EDITOR')).query);
    await run(api, (await withToken(api, 'OPERATOR')).query);
  });
}

test('nothing of a redacted passage is left in any table or file, in whatever shape it stood there', () =>
  withFilled(async (api, operator) => {
    const before = tableCounts(api);
    expect(everyText(api)).toMatch(TRACE);
    expect(everyByte(api)).toMatch(TRACE);
    const redact = (slug: string) =>
      mutate(operator, 'redactBriefing', { slug, passage: NAME, reason: 'Privacy.' }, FIELDS);
    expect(await redact('riyadh')).toEqual({ revisions: 5, erased: true });
    expect(await redact('gone')).toEqual({ revisions: 1, erased: true });
    expect(
      everyText(api)
        .split('\n')
        .filter((line) => TRACE.test(line)),
    ).toEqual([]);
    expect(TRACE.exec(everyByte(api))).toBeNull();
    const {
      audit_log: acts,
      changes,
      idempotency_keys: keys,
      search_changes: seen,
      faq_names: names,
      ...rest
    } = tableCounts(api);
    expect(acts).toBe((before['audit_log'] ?? 0) + 2);
    // The alias that said it is gone.
    expect(names).toBe((before['faq_names'] ?? 0) - 1);
    expect([changes, keys, seen].every((count) => (count ?? 0) > 0)).toBe(true);
    for (const [table, count] of Object.entries(rest))
      expect([table, count]).toEqual([table, before[table] ?? 0]);
  }));

test('what is left can be read, found and verified as before', () =>
  withFilled(async (api, operator) => {
    await mutate(operator, 'verifyFaqEntry', { slug: 'who', expectedRevision: 2 }, '__typename');
    await mutate(operator, 'redactBriefing', { slug: 'riyadh', passage: NAME, reason: 'Privacy.' }, FIELDS);
    const { data, errors } = await api.query(`{
      briefing(slug: "riyadh") { ... on BriefingReady { briefing { title revision
        sections { id blocks { ... on QuoteBlock { claim { id text } } } }
        claims { id gradings { reason } } corrections { pieceIds reason } sources { url }
        stakeholders { evidence { claim { id } } } faq(first: 5) { edges { node { question answer aliases stale } } } } } }
      old: briefing(slug: "riyadh", revision: 1) { ... on BriefingReady { briefing { title } } }
      search(query: "talks without", kinds: [BRIEFING], first: 5) { slug }
      changeFeed(first: 100) { edges { node { reason } } } }`);
    expect(errors).toEqual([]);
    const { briefing } = data.briefing;
    expect(briefing).toMatchObject({
      title: 'Talks without █████',
      sections: [
        {
          blocks: expect.arrayContaining([
            { claim: { id: briefing.claims[0].id, text: 'I, █████, agree.' } },
          ]),
        },
      ],
      sources: [{ url: null }],
      stakeholders: [{ evidence: [{ claim: { id: briefing.claims[0].id } }] }],
      faq: {
        edges: [
          {
            node: {
              question: 'Who is █████?',
              answer: '**█████ is █████.',
              aliases: ['that woman'],
              stale: false,
            },
          },
        ],
      },
    });
    expect(data.old.briefing.title).toBe('Talks without █████');
    expect(data.search.map(({ slug }: { slug: string }) => slug)).toContain('riyadh');
    const [entry] = await api.db.orm.select().from(faqEntries);
    expect(entry?.sectionId).toBe(briefing.sections[0].id);
  }));

test('a short passage goes exactly as it stands, so that it takes no other words with it', () =>
  withApi(async (api) => {
    const blocks = [{ type: 'PARAGRAPH' as const, id: 'p', text: 'Li, a police officer. LI said so.' }];
    await published(api, 'riyadh', {
      document: { sections: [{ id: 's', heading: 'A', kind: 'OTHER', blocks }] },
    });
    const { query } = await withToken(api, 'OPERATOR');
    await mutate(query, 'redactBriefing', { slug: 'riyadh', passage: 'Li', reason: 'x' }, FIELDS);
    const [row] = await api.db.orm.select().from(revisions);
    expect(row?.document.sections[0]?.blocks).toMatchObject([{ text: '██, a police officer. LI said so.' }]);
  }));

test('every piece still knows its place in an article from which a passage is gone', () =>
  withApi(async (api) => {
    const text =
      '# The quay\n\nJane Roe, harbour master for years, sold it.\n\nNobody objected to the sale.\n\n## FAQ\n\n### Who pays?\n\nAll of us.\n';
    const editor = (await withToken(api, 'EDITOR')).query;
    const wish = { text, name: 'quay.md' };
    const imported = '... on ImportedArticle { article { id briefing { slug } } } ... on Error { message }';
    const { article } = await mutate(editor, 'importArticle', wish, imported);
    const { slug } = article.briefing;
    const passage = 'Jane Roe, harbour master for years,';
    const operator = (await withToken(api, 'OPERATOR')).query;
    expect(
      await mutate(operator, 'redactBriefing', { slug, passage, reason: 'Privacy.' }, FIELDS),
    ).toMatchObject({ erased: true });
    const { data } = await editor(
      `{ article(id: "${article.id}") { ... on Article { text pieces { kind start end } } } }`,
    );
    const pieces: { start: number; end: number }[] = data.article.pieces;
    const shown = pieces.map(({ start, end }) => data.article.text.slice(start, end));
    expect(shown).toContain('Nobody objected to the sale.');
    expect(shown).toContain('### Who pays?\n\nAll of us.');
    expect(data.article.text).toBe(text.replace(passage, '█'.repeat(passage.length)));
  }));

test('the reason of a redaction cannot say what goes', () =>
  withFilled(async (api, operator) => {
    const before = tableCounts(api);
    const wish = { slug: 'riyadh', passage: NAME, reason: 'jane roe asked for it' };
    expect(await mutate(operator, 'redactBriefing', wish, FIELDS)).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['input', 'reason'],
    });
    expect(tableCounts(api)).toEqual(before);
  }));

test('a revision that goes takes its reasons and the article it was made from with it', () =>
  withFilled(async (api, operator) => {
    const redact = (revision: number) =>
      mutate(operator, 'redactBriefing', { slug: 'riyadh', revision, reason: 'Court order.' }, FIELDS);
    expect(await redact(1)).toEqual({ revisions: 1, erased: true });
    expect(await redact(3)).toEqual({ revisions: 1, erased: true });
    const [article] = await api.db.orm.select().from(articles);
    expect(article).toMatchObject({ text: '█████', title: '█████', byline: null });
    const rows = await api.db.orm.select().from(revisions).orderBy(revisions.number);
    const gone = rows.filter(({ redactedAt }) => redactedAt !== null);
    expect(gone.map(({ number, reason }) => [number, reason])).toEqual([
      [1, '█████'],
      [3, '█████'],
    ]);
    const { data } = await api.query(
      '{ changeFeed(first: 100) { edges { node { slug revision reason } } } }',
    );
    const nodes = data.changeFeed.edges.map(({ node }: { node: object }) => node);
    expect(nodes).toContainEqual({ slug: 'riyadh', revision: 3, reason: '█████' });
    expect(nodes).toContainEqual({ slug: 'riyadh', revision: 2, reason: `${NAME} denies.` });
  }));

test('the audit log says which pieces a redaction touched and how many words there were, never which', () =>
  withFilled(async (api, operator) => {
    await mutate(operator, 'redactBriefing', { slug: 'riyadh', passage: NAME, reason: 'Privacy.' }, FIELDS);
    const [act] = await api.db.orm
      .select()
      .from(auditLog)
      .where(sql`action = 'briefing.redact'`);
    const told = z.object({ revisions: z.array(z.looseObject({ slug: z.string(), number: z.number() })) });
    const { revisions: before } = told.parse(act?.before);
    const { revisions: after } = told.parse(act?.after);
    expect(before[0]).toEqual({ slug: 'riyadh', number: 1, words: expect.any(Number) });
    expect(after[0]).toEqual({
      slug: 'riyadh',
      number: 1,
      words: expect.any(Number),
      pieces: expect.arrayContaining(['title', 'summary', 'p', 'source-1']),
    });
    expect(after.map(({ slug, number }) => [slug, number])).toEqual(
      before.map(({ slug, number }) => [slug, number]),
    );
    expect(JSON.stringify(act)).not.toMatch(TRACE);
  }));

test('while another program reads, the log keeps a copy; asked again with the same key, it goes', () =>
  withFilled(async (api, operator) => {
    const other = await openDatabase(connectionOf(api.db).name);
    const reader = connectionOf(other);
    reader.exec('begin');
    reader.prepare('select count(*) from revisions').get();
    const wish = { slug: 'riyadh', passage: NAME, reason: 'Privacy.', idempotencyKey: randomUUID() };
    connectionOf(api.db).pragma('busy_timeout = 50');
    expect(await mutate(operator, 'redactBriefing', wish, FIELDS)).toEqual({ revisions: 5, erased: false });
    reader.exec('commit');
    other.close();
    expect(await mutate(operator, 'redactBriefing', wish, FIELDS)).toEqual({ revisions: 5, erased: true });
    await mutate(operator, 'redactBriefing', { slug: 'gone', passage: NAME, reason: 'x' }, FIELDS);
    expect(TRACE.exec(everyByte(api))).toBeNull();
  }));

/** What a redaction reaches, directly or by projecting anew. */
const REACHED = new Set([
  'articles.title',
  'articles.url',
  'articles.url_key',
  'articles.file_name',
  'articles.publisher',
  'articles.byline',
  'articles.text',
  'articles.facts',
  'audit_log.details',
  'audit_log.before',
  'audit_log.after',
  'briefings.withdrawn_reason',
  'briefings.unpublish_reason',
  'briefings.title',
  'briefings.title_key',
  'briefing_warnings.warning_key',
  'revisions.document',
  'revisions.created_by',
  'revisions.reviewed_by',
  'revisions.imported_from',
  'revisions.reason',
  'changes.reason',
  'editions.items',
  'editions.prompt',
  'faq_entries.question',
  'faq_entries.answer',
  'faq_entries.aliases',
  'faq_entries.topics',
  'faq_entries.verified_by',
  'faq_entries.created_by',
  'faq_entries.imported_from',
  'faq_revisions.question',
  'faq_revisions.answer',
  'faq_revisions.aliases',
  'faq_revisions.topics',
  'faq_revisions.verified_by',
  'faq_names.name_key',
  'questions.words',
  'reports.text',
  'reports.note',
  'reports.handled_by',
  'search_documents.title',
  'search_documents.aliases',
  'search_documents.body',
  'topics.name',
]);
/** Names, states, hashes and keys; and slugs, which stay. */
const NO_WORDS =
  /^(.+_)?(id|ids|slug|slugs|state|status|kind|kinds|hash|key|token|role|language|locale|zone|time|weekdays|date|outcome|action|actor|voter|by|on|of|secret|result|horizon|verdict|reporter|lead)$/;
/** Not about a briefing: what servers, clients, feeds and receivers are called, and what they answered. */
const OTHER_MATTERS =
  /^(access_tokens|communities|hidden_warnings|digest_schedules|deliveries|editors|feeds|idempotency_keys|webhooks|webhook_deliveries)\./;

test('a redaction knows every column that can hold what a briefing says', () => {
  const columns = Object.values(tables)
    .filter((table) => is(table, SQLiteTable))
    .flatMap((table) =>
      Object.values(getTableColumns(table))
        .filter((column) => column.getSQLType() === 'text')
        .map(({ name }) => ({ name, path: `${getTableName(table)}.${name}` })),
    );
  const unknown = columns.filter(
    ({ name, path }) => !REACHED.has(path) && !NO_WORDS.test(name) && !OTHER_MATTERS.test(path),
  );
  expect(unknown).toEqual([]);
  expect([...REACHED].filter((path) => !columns.some((column) => column.path === path))).toEqual([]);
});

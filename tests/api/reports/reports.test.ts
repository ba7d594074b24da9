import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openDatabase, connectionOf } from '@communique/api/database/client';
import { reportContent } from '@communique/api/reports/report-content';
import { reports } from '@communique/api/reports/table';
import { FORUM, forumMember, otherMember, withApi, type TestApi } from '../../support/api.ts';
import { mutate, withToken } from '../../support/editing.ts';
import { planOf, scansOf } from '../../support/query-plans.ts';
import { aFullDocument, published, publishedEntry, tableCounts } from '../../support/records.ts';

const moderator = { userId: '1336000000000000051', guildId: FORUM, permissions: '32' };
const SENT = `... on SentReport { reportId } ... on Error { code message path }
  ... on TooManyReportsError { retryAt }`;
const CLOSED =
  '... on ClosedReport { report { status note handledBy handledAt } } ... on Error { code message path }';

function report(query: TestApi['query'], input: object) {
  return mutate(query, 'reportContent', { kind: 'ERROR', ...input }, SENT);
}

function close(query: TestApi['query'], input: object) {
  return mutate(query, 'closeReport', { outcome: 'RESOLVED', note: 'Corrected.', ...input }, CLOSED);
}

async function queue(query: TestApi['query'], args = '') {
  const { data, errors } = await query(
    `{ reports(first: 9${args}) { edges { node {
      communityId kind text claimId revision status note briefing { slug } faqEntry { slug } } } } }`,
  );
  return errors[0]?.extensions?.code ?? data.reports.edges.map(({ node }: { node: object }) => node);
}

describe('a report', () => {
  test('of a briefing, a claim or an FAQ entry is in the queue of those who can mend it', () =>
    withApi(async (api) => {
      await published(api, 'riyadh', { document: aFullDocument() });
      await publishedEntry(api, { slug: 'who', communityId: FORUM });
      const member = api.as(forumMember);
      await report(member, { briefing: 'riyadh', kind: 'OUTDATED' });
      api.clock.pass(1_000);
      await report(member, { briefing: 'riyadh', claimId: 'claim-1', text: ' He said “talk”. ' });
      await report(member, { faqEntry: 'who', kind: 'MISLEADING' });
      const seen = { status: 'OPEN', note: null, text: null, claimId: null, revision: 1 };
      const { query } = await withToken(api, 'EDITOR');
      const riyadh = { ...seen, communityId: 'library', briefing: { slug: 'riyadh' }, faqEntry: null };
      expect(await queue(query)).toEqual([
        { ...riyadh, kind: 'ERROR', text: 'He said “talk”.', claimId: 'claim-1' },
        { ...riyadh, kind: 'OUTDATED' },
      ]);
      expect(await queue(api.as(moderator))).toEqual([
        {
          ...seen,
          communityId: FORUM,
          kind: 'MISLEADING',
          revision: 2,
          briefing: null,
          faqEntry: { slug: 'who' },
        },
      ]);
      for (const asker of [api.query, member, api.as(otherMember)])
        expect(await queue(asker)).toBe('NOT_ALLOWED');
    }));

  test('says nothing of who sent it', () =>
    withApi(async (api) => {
      await published(api, 'riyadh');
      await report(api.as(forumMember), { briefing: 'riyadh' });
      const { query } = await withToken(api, 'OPERATOR');
      const { data } = await query(
        '{ auditLog(first: 5) { edges { node { action actorKind actorId tokenId details } } } }',
      );
      const acts = data.auditLog.edges.map(({ node }: { node: object }) => node);
      expect(acts).toContainEqual({
        action: 'report.send',
        actorKind: 'MEMBER',
        actorId: null,
        tokenId: null,
        details: {},
      });
      const rows = await api.db.orm.select().from(reports);
      expect(JSON.stringify(rows)).not.toContain('1336000000000000041');
    }));

  test('of what cannot be seen, is not named or says nothing is refused with the field', () =>
    withApi(async (api) => {
      await published(api, 'riyadh');
      await published(api, 'own', { communityId: FORUM });
      await publishedEntry(api, { slug: 'who' });
      const before = tableCounts(api);
      const wishes: [wish: object, code: string, path: string[]][] = [
        [{}, 'INVALID_INPUT', ['briefing']],
        [{ briefing: 'riyadh', faqEntry: 'who' }, 'INVALID_INPUT', ['faqEntry']],
        [{ faqEntry: 'who', claimId: 'c1' }, 'INVALID_INPUT', ['briefing']],
        [{ briefing: 'own' }, 'NOT_FOUND', ['briefing']],
        [{ briefing: 'riyadh', claimId: 'nope' }, 'NOT_FOUND', ['claimId']],
        [{ faqEntry: 'nope' }, 'NOT_FOUND', ['faqEntry']],
        [{ briefing: 'riyadh', kind: 'OTHER' }, 'INVALID_INPUT', ['text']],
        [{ briefing: 'riyadh', text: ' ' }, 'INVALID_INPUT', ['text']],
        [{ briefing: 'riyadh', text: 'x'.repeat(1_001) }, 'INVALID_INPUT', ['text']],
      ];
      for (const [wish, code, path] of wishes) {
        const answer = await report(api.as(otherMember), wish);
        expect(answer).toMatchObject({ code, path: ['input', ...path] });
      }
      expect(tableCounts(api)).toEqual(before);
    }));
});

describe('ten reports a day', () => {
  test('are taken of one person, who is told when to try again; others are not hindered', () =>
    withApi(async (api) => {
      await published(api, 'riyadh');
      const member = api.as(forumMember);
      for (let number = 0; number < 10; number += 1) {
        expect(await report(member, { briefing: 'riyadh' })).toHaveProperty('reportId');
        api.clock.pass(60_000);
      }
      const before = tableCounts(api);
      expect(await report(member, { briefing: 'riyadh' })).toMatchObject({
        code: 'RATE_LIMITED',
        retryAt: '2025-02-19T08:00:00.000Z',
      });
      expect(tableCounts(api)).toEqual(before);
      expect(await report(api.as(otherMember), { briefing: 'riyadh' })).toHaveProperty('reportId');
      api.clock.jumpTo('2025-02-19T08:00:00Z');
      expect(await report(member, { briefing: 'riyadh' })).toHaveProperty('reportId');
    }));

  test('are counted over all programs, and who sent them is forgotten after it', () =>
    withApi(async (api) => {
      await published(api, 'riyadh');
      const other = await openDatabase(`file:${connectionOf(api.db).name}`);
      try {
        const input = {
          subject: { briefing: 'riyadh', claimId: null, faqEntry: null },
          kind: 'ERROR' as const,
          text: null,
        };
        const outcomes = await Promise.allSettled(
          Array.from({ length: 14 }, (_, at) =>
            reportContent(at % 2 === 0 ? api.db : other, null, input, api.act()),
          ),
        );
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
      } finally {
        other.close();
      }
      api.clock.pass(24 * 60 * 60 * 1000);
      await report(api.as(forumMember), { briefing: 'riyadh' });
      const rows = await api.db.orm.select({ reporter: reports.reporter }).from(reports);
      expect(rows.filter(({ reporter }) => reporter !== null)).toHaveLength(1);
    }));
});

describe('a report is closed', () => {
  test('once, with a note and a name', () =>
    withApi(async (api) => {
      await published(api, 'riyadh');
      const { reportId } = await report(api.as(forumMember), { briefing: 'riyadh' });
      const { query } = await withToken(api, 'EDITOR');
      expect(await close(query, { reportId, note: '' })).toMatchObject({ path: ['input', 'note'] });
      expect(await close(query, { reportId })).toEqual({
        report: {
          status: 'RESOLVED',
          note: 'Corrected.',
          handledBy: 'Vera',
          handledAt: '2025-02-18T08:00:00.000Z',
        },
      });
      expect(await close(query, { reportId, outcome: 'DISMISSED' })).toMatchObject({ code: 'CONFLICT' });
      expect(await queue(query, ', status: OPEN')).toEqual([]);
      expect(await queue(query, ', status: RESOLVED')).toHaveLength(1);
    }));

  test('by those only whose content it is about', () =>
    withApi(async (api) => {
      await published(api, 'riyadh');
      const { reportId } = await report(api.as(forumMember), { briefing: 'riyadh' });
      expect(await close(api.as(moderator), { reportId })).toMatchObject({ code: 'NOT_FOUND' });
      const wish = { reportId, communityId: 'library' };
      expect(await close(api.as(moderator), wish)).toMatchObject({ code: 'NOT_ALLOWED' });
    }));

  test('for two answers to one key only once', () =>
    withApi(async (api) => {
      await published(api, 'riyadh');
      const idempotencyKey = randomUUID();
      const wish = { briefing: 'riyadh', idempotencyKey };
      const first = await report(api.as(forumMember), wish);
      expect(await report(api.as(forumMember), wish)).toEqual(first);
    }));
});

test('pages of the queue go on where they ended, and cost as many statements whatever is on them', () =>
  withApi(async (api) => {
    await published(api, 'riyadh', { communityId: FORUM });
    await publishedEntry(api, { slug: 'who', communityId: FORUM });
    for (let number = 0; number < 5; number += 1) {
      await report(api.as(forumMember), number % 2 === 0 ? { briefing: 'riyadh' } : { faqEntry: 'who' });
      api.clock.pass(1_000);
    }
    const page = async (args: string) =>
      (
        await api.as(moderator)(
          `{ reports(${args}) { edges { node { id briefing { slug } faqEntry { slug } } } pageInfo { endCursor } } }`,
        )
      ).data.reports;
    const first = await page('first: 2, status: OPEN');
    api.statements();
    const rest = await page(`first: 9, status: OPEN, after: "${first.pageInfo.endCursor}"`);
    const statements = api.statements();
    expect([...first.edges, ...rest.edges].map(({ node }) => node.id)).toHaveLength(5);
    // Who asks, the reports, their briefings, their entries.
    expect(statements).toHaveLength(4);
    for (const statement of statements) {
      expect(scansOf(api.db, statement)).toEqual([]);
      expect(planOf(api.db, statement).join('\n')).not.toMatch(/temp b-tree for order/i);
    }
  }));

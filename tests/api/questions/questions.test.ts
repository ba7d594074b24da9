import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { connectionOf, openDatabase } from '@communique/api/database/client';
import { askQuestion } from '@communique/api/questions/ask-question';
import { questionActors, questions } from '@communique/api/questions/table';
import { FORUM, forumMember, OTHER_SERVER, otherMember, withApi, type TestApi } from '../../support/api.ts';
import { mutate, withToken } from '../../support/editing.ts';
import { planOf, scansOf } from '../../support/query-plans.ts';
import { publishedEntry, tableCounts } from '../../support/records.ts';

const moderator = { userId: '1336000000000000051', guildId: FORUM, permissions: '32' };
const otherModerator = { userId: '1336000000000000051', guildId: OTHER_SERVER, permissions: '32' };
const person = (userId: string) => ({ userId, guildId: FORUM });
const second = person('1336000000000000047');
const DAY = 24 * 60 * 60 * 1000;
const ERROR = '... on Error { code message path }';

function ask(query: TestApi['query'], question: string, more: object = {}) {
  const fields = `... on AskedQuestion { status } ${ERROR}
    ... on QuestionAnsweredError { entry { slug } } ... on TooManyQuestionsError { retryAt }`;
  return mutate(query, 'askQuestion', { question, ...more }, fields);
}

function answer(query: TestApi['query'], input: object) {
  const fields = `... on AnsweredQuestion { question { status words handledBy faqEntry { slug } }
    entry { slug status question aliases answer language verifiedBy revision } } ${ERROR}`;
  return mutate(query, 'answerQuestion', input, fields);
}

function dismiss(query: TestApi['query'], questionId: string) {
  const fields = `... on DecidedQuestion { question { status words handledBy timesAsked } } ${ERROR}`;
  return mutate(query, 'dismissQuestion', { questionId }, fields);
}

async function list(query: TestApi['query'], args = '') {
  const { data, errors } = await query(
    `{ questions(first: 9${args}) { edges { node { id communityId words status timesAsked } } } }`,
  );
  return errors[0]?.extensions?.code ?? data.questions.edges.map(({ node }: { node: object }) => node);
}

/** The id of a question that was handed in. */
async function handedIn(api: TestApi, question = 'Who pays for the bridge?'): Promise<string> {
  await ask(api.as(forumMember), question, { handIn: true });
  const [found] = await list(api.as(moderator), ', status: OPEN, orderBy: LATEST');
  return found.id;
}

describe('a question that no entry answers', () => {
  test('is counted by its words, once a day for each who asks, and nothing but a hash is kept', () =>
    withApi(async (api) => {
      const member = api.as(forumMember);
      expect(await ask(member, 'Who pays for the bridge?')).toEqual({ status: 'MISSED' });
      await ask(member, 'who PAYS, for the bridge');
      await ask(api.as(second), 'Who pays for the bridge');
      api.clock.pass(DAY);
      await ask(member, 'Who pays for the bridge?');
      expect(await list(api.as(moderator))).toEqual([
        { id: expect.any(String), communityId: FORUM, words: null, status: 'MISSED', timesAsked: 3 },
      ]);
      const { query } = await withToken(api, 'OPERATOR');
      const log = await query(
        `{ auditLog(first: 9, communityId: "${FORUM}") { edges { node { action actorId details after } } } }`,
      );
      const rows = await api.db.orm.select().from(questions);
      const kept = JSON.stringify([log.data, rows, await api.db.orm.select().from(questionActors)]);
      expect(kept).not.toMatch(/bridge|1336000000000000041|1336000000000000047/i);
      expect(log.data.auditLog.edges[0].node).toMatchObject({ action: 'question.ask', actorId: null });
    }));

  test('shows its words to those who edit the community, once somebody has handed them in', () =>
    withApi(async (api) => {
      await ask(api.as(second), 'who pays for the bridge');
      const asked = await ask(api.as(forumMember), ' Who pays for the bridge? ', { handIn: true });
      expect(asked).toEqual({ status: 'OPEN' });
      await ask(api.as(second), 'WHO pays for the bridge', { handIn: true });
      const seen = { communityId: FORUM, words: 'Who pays for the bridge?', status: 'OPEN', timesAsked: 2 };
      expect(await list(api.as(moderator))).toEqual([{ ...seen, id: expect.any(String) }]);
      for (const asker of [api.query, api.as(forumMember), api.as(otherMember)])
        expect(await list(asker)).toBe('NOT_ALLOWED');
    }));

  test('is one of the library for those who are of no community', () =>
    withApi(async (api) => {
      const { query } = await withToken(api, 'READER');
      await ask(query, 'Who pays?', { handIn: true });
      expect(await list(api.as(moderator))).toEqual([]);
      const { query: editor } = await withToken(api, 'EDITOR');
      expect(await list(editor)).toMatchObject([{ communityId: 'library', words: 'Who pays?' }]);
    }));

  test('is led to the entry that has just that wording', () =>
    withApi(async (api) => {
      await publishedEntry(api, { slug: 'tolls', question: 'Who pays the toll?', aliases: ['Bridge toll?'] });
      const before = tableCounts(api);
      expect(await ask(api.as(forumMember), 'bridge TOLL')).toEqual({
        code: 'CONFLICT',
        message: expect.stringContaining('"tolls"'),
        path: ['input', 'question'],
        entry: { slug: 'tolls' },
      });
      expect(tableCounts(api)).toEqual(before);
    }));

  test('is refused where it says nothing, with the field', () =>
    withApi(async (api) => {
      const before = tableCounts(api);
      for (const words of ['', ' ', '?!', 'x'.repeat(301)])
        expect(await ask(api.as(forumMember), words)).toMatchObject({
          code: 'INVALID_INPUT',
          path: ['input', 'question'],
        });
      expect(tableCounts(api)).toEqual(before);
    }));

  test('is forgotten when nobody has asked it for 90 days', () =>
    withApi(async (api) => {
      await handedIn(api);
      api.clock.pass(90 * DAY);
      expect(await list(api.as(moderator))).toEqual([]);
      await ask(api.as(forumMember), 'Something else?');
      expect(await api.db.orm.select().from(questions)).toHaveLength(1);
    }));
});

describe('the limits', () => {
  test('are 20 different questions a day of one person, who is told when to ask again', () =>
    withApi(async (api) => {
      const member = api.as(forumMember);
      const start = api.clock.now().getTime();
      for (let number = 0; number < 20; number += 1) {
        expect(await ask(member, `Question ${number}?`)).toEqual({ status: 'MISSED' });
        api.clock.pass(1_000);
      }
      const before = tableCounts(api);
      expect(await ask(member, 'One more?')).toMatchObject({
        code: 'RATE_LIMITED',
        retryAt: new Date(start + DAY).toISOString(),
      });
      expect(tableCounts(api)).toEqual(before);
      expect(await ask(member, 'Question 3?', { handIn: true })).toEqual({ status: 'OPEN' });
      expect(await ask(api.as(second), 'One more?')).toEqual({ status: 'MISSED' });
    }));

  test('are 200 new ones a day of a community, counted over all programs', () =>
    withApi(async (api) => {
      const actor = (number: number) => ({ kind: 'MEMBER' as const, userId: String(number) });
      const asking = { communityId: 'library', handIn: false };
      const other = await openDatabase(`file:${connectionOf(api.db).name}`);
      try {
        const outcomes = await Promise.allSettled(
          Array.from({ length: 203 }, (_, at) =>
            askQuestion(
              at % 2 === 0 ? api.db : other,
              { ...asking, question: `Question ${at}?` },
              { ...api.act(), actor: actor(at % 40) },
            ),
          ),
        );
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(200);
      } finally {
        other.close();
      }
      const again = { ...asking, question: 'Question 7?' };
      await askQuestion(api.db, again, { ...api.act(), actor: actor(50) });
    }));
});

describe('an answer to a question', () => {
  test('is the draft of an entry, in the language of the community; the words are forgotten', () =>
    withApi(async (api) => {
      const questionId = await handedIn(api);
      const query = api.as(moderator);
      const wish = { questionId, answer: 'The **council** does.', idempotencyKey: randomUUID() };
      const first = await answer(query, wish);
      expect(first).toEqual({
        question: {
          status: 'ANSWERED',
          words: null,
          handledBy: 'Moderator (Discord user 1336000000000000051)',
          faqEntry: { slug: 'who-pays-for-the-bridge' },
        },
        entry: {
          slug: 'who-pays-for-the-bridge',
          status: 'DRAFT',
          question: 'Who pays for the bridge?',
          aliases: [],
          answer: 'The **council** does.',
          language: 'en',
          verifiedBy: null,
          revision: 1,
        },
      });
      expect(await answer(query, wish)).toEqual(first);
      expect(await list(query, ', status: OPEN')).toEqual([]);
      expect(await answer(query, { questionId, answer: 'x' })).toMatchObject({
        code: 'CONFLICT',
        path: ['input', 'questionId'],
      });
    }));

  test('can be given to readers at once, in other words', () =>
    withApi(async (api) => {
      const questionId = await handedIn(api);
      const wish = { question: 'Who pays?', answer: 'All.', language: 'de', publish: true, verify: true };
      expect(await answer(api.as(moderator), { questionId, ...wish })).toMatchObject({
        entry: { slug: 'who-pays', status: 'PUBLISHED', question: 'Who pays?', language: 'de', revision: 2 },
      });
      const asked = await ask(api.as(second), 'who pays');
      expect(asked).toMatchObject({ code: 'CONFLICT', entry: { slug: 'who-pays' } });
      expect(await ask(api.as(second), 'Who pays for the bridge?')).toEqual({ status: 'ANSWERED' });
    }));

  test('is an entry that is there, which gets an alias if that is wanted', () =>
    withApi(async (api) => {
      await publishedEntry(api, { slug: 'tolls', question: 'Tolls?', communityId: FORUM });
      await publishedEntry(api, { slug: 'all', question: 'All?' });
      const query = api.as(moderator);
      const one = await handedIn(api);
      const wish = { questionId: one, faqEntry: 'tolls', addAlias: true };
      expect(await answer(query, wish)).toMatchObject({
        question: { status: 'ANSWERED', faqEntry: { slug: 'tolls' } },
        entry: { slug: 'tolls', aliases: ['Who pays for the bridge?'], revision: 3 },
      });
      const two = await handedIn(api, 'And the tunnel?');
      expect(await answer(query, { questionId: two, faqEntry: 'all', addAlias: true })).toMatchObject({
        code: 'NOT_FOUND',
        path: ['input', 'faqEntry'],
      });
      expect(await answer(query, { questionId: two, faqEntry: 'all' })).toMatchObject({
        question: { faqEntry: { slug: 'all' } },
        entry: { aliases: [], revision: 2 },
      });
    }));

  test('that cannot be is refused with the field, and changes nothing', () =>
    withApi(async (api) => {
      await publishedEntry(api, { slug: 'tolls', question: 'Tolls?', communityId: FORUM });
      await ask(api.as(forumMember), 'Only counted?');
      const query = api.as(moderator);
      const [{ id: missed }] = await list(query);
      const questionId = await handedIn(api);
      const before = tableCounts(api);
      const wishes: [wish: object, code: string, path: string[]][] = [
        [{ questionId }, 'INVALID_INPUT', ['answer']],
        [{ questionId, answer: 'x', faqEntry: 'tolls' }, 'INVALID_INPUT', ['faqEntry']],
        [{ questionId, answer: '' }, 'INVALID_INPUT', ['answer']],
        [{ questionId, answer: 'x', addAlias: true }, 'INVALID_INPUT', ['addAlias']],
        [{ questionId, answer: 'x', question: 'tolls' }, 'CONFLICT', ['question']],
        [{ questionId, answer: 'x', question: '?' }, 'INVALID_INPUT', ['question']],
        [{ questionId, faqEntry: 'nope' }, 'NOT_FOUND', ['faqEntry']],
        [{ questionId: missed, answer: 'x' }, 'INVALID_INPUT', ['question']],
        [{ questionId: missed, faqEntry: 'tolls', addAlias: true }, 'INVALID_INPUT', ['question']],
        [{ questionId: 'nope', answer: 'x' }, 'NOT_FOUND', ['questionId']],
      ];
      for (const [wish, code, path] of wishes) {
        const refused = await answer(query, wish);
        expect(refused).toMatchObject({ code, path: ['input', ...path] });
        expect(refused.message).toContain(code === 'INVALID_INPUT' ? path[0] : '');
      }
      expect(tableCounts(api)).toEqual(before);
    }));
});

describe('a dismissed question', () => {
  test('keeps no words, is counted on and does not come back', () =>
    withApi(async (api) => {
      const questionId = await handedIn(api);
      const query = api.as(moderator);
      expect(await dismiss(query, questionId)).toMatchObject({
        question: { status: 'DISMISSED', words: null, timesAsked: 1 },
      });
      expect(await dismiss(query, questionId)).toMatchObject({ code: 'CONFLICT' });
      const asked = await ask(api.as(second), 'Who pays for the bridge?', { handIn: true });
      expect(asked).toEqual({ status: 'DISMISSED' });
      expect(await list(query)).toMatchObject([{ words: null, status: 'DISMISSED', timesAsked: 2 }]);
      const gone = await dismiss(api.as(otherModerator), questionId);
      expect(gone).toMatchObject({ code: 'NOT_FOUND' });
    }));

  test('is open again when it was answered by an entry that is obsolete now', () =>
    withApi(async (api) => {
      const questionId = await handedIn(api);
      const query = api.as(moderator);
      const { entry } = await answer(query, { questionId, answer: 'All.' });
      const input = { slug: entry.slug, expectedRevision: entry.revision };
      await mutate(query, 'markFaqEntryObsolete', input, ERROR);
      const asked = await ask(api.as(second), 'Who pays for the bridge?', { handIn: true });
      expect(asked).toEqual({ status: 'OPEN' });
    }));
});

describe('the list of questions', () => {
  test('is most asked or latest asked first, in pages', () =>
    withApi(async (api) => {
      for (const [at, words] of ['A?', 'B?', 'C?'].entries()) {
        for (let count = 0; count <= (at === 1 ? 2 : 0); count += 1)
          await ask(api.as(person(`13360000000000001${at}${count}`)), words, {
            handIn: true,
          });
        api.clock.pass(1_000);
      }
      const query = api.as(moderator);
      const wordsOf = (rows: { words: string }[]) => rows.map(({ words }) => words);
      expect(wordsOf(await list(query, ', orderBy: LATEST'))).toEqual(['C?', 'B?', 'A?']);
      expect(wordsOf(await list(query))[0]).toBe('B?');
      const seen: string[] = [];
      let after = 'null';
      do {
        const { data } = await query(
          `{ questions(first: 1, after: ${after}) { edges { node { words } } pageInfo { hasNextPage endCursor } } }`,
        );
        seen.push(data.questions.edges[0].node.words);
        after = data.questions.pageInfo.hasNextPage ? JSON.stringify(data.questions.pageInfo.endCursor) : '';
      } while (after !== '');
      expect(seen.toSorted()).toEqual(['A?', 'B?', 'C?']);
    }));

  test('reads no whole table and sorts nothing', () =>
    withApi(async (api) => {
      api.statements();
      for (const status of ['', ', status: OPEN'])
        for (const order of ['MOST_ASKED', 'LATEST'])
          await list(api.as(moderator), `${status}, orderBy: ${order}`);
      const statements = api.statements();
      const lists = statements.filter((sql) => sql.includes('from "questions"'));
      expect(lists).toHaveLength(4);
      for (const sql of lists) {
        expect(scansOf(api.db, sql)).toEqual([]);
        expect(planOf(api.db, sql).join()).not.toContain('TEMP B-TREE');
      }
    }));
});

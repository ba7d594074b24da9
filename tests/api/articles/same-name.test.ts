/** A text without an address is known by its file's name, which tells less than an address: an editor decides. */
import { describe, expect, test } from 'vitest';
import { withApi, type TestApi } from '../../support/api.ts';
import { importPaper, importPapers, tollArticle } from '../../support/articles.ts';
import { mutate, withToken } from '../../support/editing.ts';
import { tableCounts } from '../../support/records.ts';

const { text: FIRST } = tollArticle('It was raised in May by nobody in particular.', 'Nobody objected.');
const { text: SECOND } = tollArticle('It was raised in May by nobody in particular.', 'A court objected.');
const OTHER = '# The ferry\n\nIt goes at nine in the morning. It comes back at ten.';
const NAME = 'strait-toll.md';

const first = async (api: TestApi) => importPaper(api, { name: NAME, text: FIRST });
const briefingsOf = (api: TestApi) => tableCounts(api)['briefings'];
const waitingOf = (api: TestApi) =>
  api.db.orm.all<{ id: string }>("select id from articles where state = 'NEW'").map(({ id }) => id);

describe('another text in a file of the same name', () => {
  test('that says much of the same waits until an editor says what it is', () =>
    withApi(async (api) => {
      await first(api);
      for (const _time of [1, 2]) {
        expect(await importPaper(api, { name: NAME, text: SECOND })).toMatchObject({
          outcome: 'HELD',
          slug: 'the-toll-on-the-strait',
          message: expect.stringMatching(
            /A file of the same name made the briefing .* may be a later version/,
          ),
          article: { revision: null, namesake: 'the-toll-on-the-strait', changes: { changed: 1 } },
        });
      }
      expect([briefingsOf(api), waitingOf(api).length, tableCounts(api)['revisions']]).toEqual([1, 1, 1]);
    }));

  test('is a later version where the editor says so, whether it waits already or not', () =>
    withApi(async (api) => {
      await first(api);
      await importPaper(api, { name: NAME, text: SECOND });
      expect(await importPaper(api, { name: NAME, text: SECOND }, { sameName: 'UPDATE' })).toMatchObject({
        outcome: 'REVISED',
        article: { revision: 2 },
      });
      expect(await importPaper(api, { name: NAME, text: OTHER }, { sameName: 'UPDATE' })).toMatchObject({
        outcome: 'REVISED',
        article: { revision: 3 },
      });
      expect([briefingsOf(api), waitingOf(api)]).toEqual([1, []]);
    }));

  test('that waited goes out of the inbox when a later one is drafted, and one that came later stays', () =>
    withApi(async (api) => {
      await first(api);
      const texts = ['Two courts', 'Three courts', 'Four courts'].map((courts) =>
        SECOND.replace('A court', courts),
      );
      for (const text of texts) {
        api.clock.pass(60_000);
        await importPaper(api, { name: NAME, text });
      }
      const waiting = waitingOf(api);
      const { query } = await withToken(api, 'EDITOR');
      const answer = '__typename ... on ImportedArticle { outcome } ... on Error { code message }';
      const draft = (articleId: string | undefined) =>
        mutate(query, 'draftFromArticle', { articleId }, answer);
      expect(await draft(waiting[1])).toMatchObject({ outcome: 'REVISED' });
      expect(waitingOf(api)).toEqual([waiting[2]]);
      expect(await draft(waiting[0])).toMatchObject({
        code: 'CONFLICT',
        message: 'A later version of this article was drafted: open that one',
      });
    }));

  test('is another article where the editor says so', () =>
    withApi(async (api) => {
      await first(api);
      expect(await importPaper(api, { name: NAME, text: SECOND }, { sameName: 'NEW' })).toMatchObject({
        outcome: 'DRAFTED',
        slug: 'the-toll-on-the-strait-2',
        message: 'It is the draft "the-toll-on-the-strait-2".',
      });
    }));

  test('that says something else is another article, with a word about the first', () =>
    withApi(async (api) => {
      await first(api);
      expect(await importPaper(api, { name: NAME, text: OTHER })).toMatchObject({
        outcome: 'DRAFTED',
        slug: 'the-ferry',
        message: expect.stringContaining(
          'A file of the same name made the briefing "the-toll-on-the-strait" before',
        ),
      });
    }));

  test('is known in one batch as in two', () =>
    withApi(async (api) => {
      const papers = [FIRST, OTHER, SECOND].map((text) => ({ name: NAME, text }));
      const outcomes = await importPapers(api, papers);
      expect(outcomes.map((each) => 'saved' in each && each.saved.outcome)).toEqual([
        'DRAFTED',
        'DRAFTED',
        'HELD',
      ]);
    }));

  test.each(['index.html', 'article.txt', 'README.md', 'notes-2.md', 'Untitled (3).txt', '12.txt'])(
    'is nothing to think about where the name is %s',
    (name) =>
      withApi(async (api) => {
        const papers = [FIRST, SECOND].map((text) => ({ name, text }));
        const outcomes = await importPapers(api, papers);
        expect(outcomes).toMatchObject([
          { saved: { outcome: 'DRAFTED' } },
          { saved: { outcome: 'DRAFTED' } },
        ]);
      }),
  );

  test('is decided about in the inbox, too', () =>
    withApi(async (api) => {
      const { query } = await withToken(api, 'EDITOR');
      const answer = '__typename ... on ImportedArticle { outcome revision } ... on Error { code path }';
      const texts = [FIRST, SECOND, SECOND.replace('A court', 'Two courts')];
      for (const [index, text] of texts.entries()) {
        expect(await mutate(query, 'importArticle', { name: NAME, text }, answer)).toMatchObject({
          outcome: index === 0 ? 'DRAFTED' : 'HELD',
        });
      }
      const [second, third] = waitingOf(api);
      expect(await mutate(query, 'draftFromArticle', { articleId: second }, answer)).toMatchObject({
        outcome: 'REVISED',
        revision: 2,
      });
      expect(
        await mutate(query, 'draftFromArticle', { articleId: third, asNew: true }, answer),
      ).toMatchObject({
        outcome: 'DRAFTED',
        revision: 1,
      });
      const byAddress = await importPaper(api, tollArticle('Another one.'));
      const { articleId } = byAddress.article ?? {};
      expect(await mutate(query, 'draftFromArticle', { articleId, asNew: true }, answer)).toMatchObject({
        code: 'INVALID_INPUT',
        path: ['input', 'asNew'],
      });
    }));
});

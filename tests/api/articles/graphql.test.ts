import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FORUM, withApi, type TestApi } from '../../support/api.ts';
import { importPaper, tollArticle } from '../../support/articles.ts';
import { documentInput, mutate, withToken } from '../../support/editing.ts';
import { planOf, scansOf } from '../../support/query-plans.ts';
import { tableCounts } from '../../support/records.ts';
import { follow, pass, startFeedServer } from '../../support/feed-server.ts';
import { addFeed } from '../../support/kept-things.ts';

const TEXT =
  '# The quay\n\nIt stands. It will stand.\n\n## Background\n\nIt was built in May. Nobody objected.\n';
const IMPORTED = `__typename
  ... on ImportedArticle {
    outcome message revision faqEntries changes { added changed removed sections }
    article { id state title }
    briefing { slug headState }
  }
  ... on Error { code message path }`;
const moderator = { userId: '1336000000000000031', guildId: FORUM, permissions: '32' };

async function editorOf(api: TestApi) {
  return (await withToken(api, 'EDITOR')).query;
}

async function serve(body: string | Uint8Array, type = 'text/html'): Promise<string> {
  const server = createServer(
    (_request, response) => void response.writeHead(200, { 'content-type': type }).end(body),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/quay`;
}

/** Windows-1251 has its letters in the order of Unicode. */
function encodeCyrillic(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return letter === 'ё' ? 0xb8 : code >= 0x410 ? code - 0x410 + 0xc0 : code;
  });
}

const inboxOf = async (query: TestApi['query'], filter = 'state: NEW') =>
  (
    await query(
      `{ articles(first: 50, ${filter}) { edges { node { id title state feed { title } briefing { slug } } } } }`,
    )
  ).data.articles.edges.map(({ node }: { node: object }) => node);

describe('importArticle', () => {
  test('makes a draft of a text, once per key, and says so in the audit log', () =>
    withApi(async (api) => {
      const query = await editorOf(api);
      const input = { text: TEXT, name: 'quay.md', idempotencyKey: randomUUID() };
      const first = await mutate(query, 'importArticle', input, IMPORTED);
      expect(first).toMatchObject({
        outcome: 'DRAFTED',
        revision: 1,
        article: { state: 'DRAFTED', title: 'The quay' },
        briefing: { slug: 'the-quay', headState: 'DRAFT' },
      });
      const before = tableCounts(api);
      expect(await mutate(query, 'importArticle', input, IMPORTED)).toEqual(first);
      expect(tableCounts(api)).toEqual(before);
      expect(await mutate(query, 'importArticle', { text: TEXT }, IMPORTED)).toMatchObject({
        outcome: 'KNOWN',
        briefing: { slug: 'the-quay' },
      });
      expect(
        api.db.orm.all(
          `select token_id from audit_log where action = 'briefing.draft' and token_id is not null`,
        ),
      ).toHaveLength(1);
    }));

  test('reads a page from its address', () =>
    withApi(async (api) => {
      const query = await editorOf(api);
      const url = await serve(
        '<html lang="en"><head><title>The quay</title></head><body><article><h1>The quay</h1><p>It stands since the war, and it will stand for ever.</p></article></body></html>',
      );
      const result = await mutate(query, 'importArticle', { url }, IMPORTED);
      expect(result).toMatchObject({ outcome: 'DRAFTED', briefing: { slug: 'the-quay' } });
    }));

  test.each([
    [
      'application/rss+xml',
      '<rss version="2.0"><channel><title>N</title><item><title>One</title><description>Its words.</description></item></channel></rss>',
    ],
    [
      'application/feed+json',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [{ id: '1', content_text: 'Words.' }],
      }),
    ],
  ])('takes no feed for an article, and says what to do with one (%s)', (type, feed) =>
    withApi(async (api) => {
      const query = await editorOf(api);
      const before = tableCounts(api);
      for (const input of [{ url: await serve(feed, type) }, { text: feed }]) {
        expect(await mutate(query, 'importArticle', input, IMPORTED)).toMatchObject({
          code: 'INVALID_INPUT',
          message: expect.stringContaining('it is a feed, not an article. Follow it with addFeed'),
          path: ['input', Object.keys(input)[0]],
        });
      }
      expect(tableCounts(api)).toEqual(before);
    }),
  );

  test('tells what had to be guessed to read it, to who asked first', () =>
    withApi(async (api) => {
      const query = await editorOf(api);
      const words = 'Паром придёт завтра утром и уйдёт вечером. Причал стоит с войны и будет стоять всегда. ';
      const url = await serve(encodeCyrillic(`<h1>Причал</h1><p>${words.repeat(4)}</p>`));
      const input = { url, idempotencyKey: randomUUID() };
      const wanted = '... on ImportedArticle { outcome notes article { title } }';
      expect(await mutate(query, 'importArticle', input, wanted)).toEqual({
        outcome: 'DRAFTED',
        notes: [expect.stringMatching(/does not say what encoding it is in; it was read as windows-1251/)],
        article: { title: 'Причал' },
      });
      expect(await mutate(query, 'importArticle', input, wanted)).toMatchObject({ notes: [] });
      const plain = { text: TEXT, name: 'quay.md' };
      expect(await mutate(query, 'importArticle', plain, wanted)).toMatchObject({ notes: [] });
    }));

  test('puts the drafts of moderators into their own server', () =>
    withApi(async (api) => {
      const result = await mutate(
        api.as(moderator),
        'importArticle',
        { text: TEXT },
        `... on ImportedArticle { article { communityId } }`,
      );
      expect(result.article.communityId).toBe(FORUM);
    }));

  test.each([
    ['neither', {}, ['input', 'text']],
    ['both', { text: 'x', url: 'https://strait.example/' }, ['input', 'text']],
    ['an empty text', { text: ' ' }, ['input', 'text']],
    ['one character', { text: 'x' }, ['input', 'text']],
    ['a name with a line break', { text: TEXT, name: 'a\nb' }, ['input', 'name']],
    ['a private address', { url: 'http://127.0.0.2/' }, ['input', 'url']],
    ['a file', { url: 'file:///etc/passwd' }, ['input', 'url']],
    ['our own format', { text: '---\nkind: briefing\nslug: x\n---\n\n# X\n' }, ['input', 'text']],
    ['unclosed front matter', { text: '---\ntitle: x\n\nNever closed.' }, ['input', 'text']],
  ])('of %s is a typed error that names the field, and changes nothing', (_name, input, path) =>
    withApi(async (api) => {
      const query = await editorOf(api);
      const before = tableCounts(api);
      expect(await mutate(query, 'importArticle', input, IMPORTED)).toMatchObject({
        code: 'INVALID_INPUT',
        path,
      });
      expect(tableCounts(api)).toEqual(before);
    }),
  );
});

describe('the inbox', () => {
  test('has what feeds brought; drafting and dismissing take it out', () =>
    withApi(async (api) => {
      const query = await editorOf(api);
      const server = await startFeedServer();
      server.show();
      await follow(api, server.url);
      server.show({ id: 'c' }, { id: 'd' }, { id: 'e', text: '' });
      await pass(api);
      const waiting = (await inboxOf(query)).toSorted((a: { title: string }, b: { title: string }) =>
        a.title.localeCompare(b.title),
      );
      expect(waiting).toMatchObject(
        ['Item c', 'Item d', 'Item e'].map((title) => ({
          title,
          state: 'NEW',
          feed: { title: 'Strait Weekly' },
        })),
      );
      const [c, d, e] = ['Item c', 'Item d', 'Item e'].map(
        (title) => waiting.find((each: { title: string }) => each.title === title).id,
      );
      expect(await mutate(query, 'draftFromArticle', { articleId: c }, IMPORTED)).toMatchObject({
        outcome: 'DRAFTED',
        briefing: { slug: 'item-c' },
      });
      expect(await mutate(query, 'draftFromArticle', { articleId: c }, IMPORTED)).toMatchObject({
        outcome: 'KNOWN',
      });
      expect(await mutate(query, 'draftFromArticle', { articleId: e }, IMPORTED)).toMatchObject({
        code: 'INVALID_INPUT',
        path: ['input', 'articleId'],
      });
      const dismissed = `__typename ... on DismissedArticle { article { state } } ... on Error { code path }`;
      expect(
        await mutate(query, 'dismissArticle', { articleId: d, reason: 'Not ours.' }, dismissed),
      ).toMatchObject({ article: { state: 'DISMISSED' } });
      expect(await mutate(query, 'dismissArticle', { articleId: d }, dismissed)).toMatchObject({
        article: { state: 'DISMISSED' },
      });
      expect(await mutate(query, 'dismissArticle', { articleId: c }, dismissed)).toMatchObject({
        code: 'CONFLICT',
      });
      expect(await mutate(query, 'dismissArticle', { articleId: d, reason: ' ' }, dismissed)).toMatchObject({
        code: 'INVALID_INPUT',
        path: ['input', 'reason'],
      });
      expect(await inboxOf(query)).toMatchObject([{ title: 'Item e' }]);
      expect(await inboxOf(query, 'state: DISMISSED')).toMatchObject([{ title: 'Item d' }]);
      expect(
        await inboxOf(query, `since: "${new Date(api.clock.now().getTime() + 1).toISOString()}"`),
      ).toEqual([]);
      // Wished for all the same.
      expect(await mutate(query, 'draftFromArticle', { articleId: d }, IMPORTED)).toMatchObject({
        outcome: 'DRAFTED',
      });
    }));

  test('holds a later version of what an editor has changed until they have decided', () =>
    withApi(async (api) => {
      const query = await editorOf(api);
      await importPaper(api, tollArticle('It was raised in May.'));
      const slug = 'the-toll-on-the-strait';
      await mutate(query, 'editBriefing', {
        slug,
        expectedRevision: 1,
        document: documentInput(),
        reason: 'Better.',
      });
      await importPaper(api, tollArticle('It was raised in June.'));
      const [held] = await inboxOf(query);
      expect(held).toMatchObject({ briefing: { slug } });
      expect(await mutate(query, 'draftFromArticle', { articleId: held.id }, IMPORTED)).toMatchObject({
        outcome: 'HELD',
        changes: { added: 0, changed: 1, removed: 0, sections: ['Background'] },
      });
      const early = await mutate(
        query,
        'draftFromArticle',
        { articleId: held.id, expectedRevision: 1 },
        `${IMPORTED} ... on RevisionConflictError { current { revision } }`,
      );
      expect(early).toMatchObject({ code: 'CONFLICT', current: { revision: 2 } });
      expect(
        await mutate(query, 'draftFromArticle', { articleId: held.id, expectedRevision: 2 }, IMPORTED),
      ).toMatchObject({ outcome: 'REVISED', revision: 3 });
      expect(await inboxOf(query)).toEqual([]);
    }));

  test('shows the passage that each piece of the draft was made of', () =>
    withApi(async (api) => {
      const query = await editorOf(api);
      const { article } = await mutate(query, 'importArticle', { text: TEXT, name: 'quay.md' }, IMPORTED);
      const { data } = await query(
        'query ($id: ID!) { article(id: $id) { ... on Article { text revision pieces { kind pieceId start end } passage: text(start: 2, length: 8) } } }',
        { id: article.id },
      );
      expect(data.article).toMatchObject({ text: TEXT, passage: 'The quay', revision: 1 });
      const shown = data.article.pieces.map(
        ({ kind, start, end }: { kind: string; start: number; end: number }) => [
          kind,
          TEXT.slice(start, end),
        ],
      );
      expect(shown).toContainEqual(['BLOCK', 'It was built in May. Nobody objected.']);
      expect(shown).toContainEqual(['TITLE', '# The quay']);
    }));

  test('shows the passages that became FAQ entries, which know where they come from', () =>
    withApi(async (api) => {
      const query = await editorOf(api);
      const text =
        '# Ferries\n\nThey are late.\n\n## FAQ\n\n### Who pays the toll?\n\nThe passengers do.\n\n### Since when?\n\nSince May.\n';
      const { article } = await mutate(query, 'importArticle', { text, name: 'ferries.md' }, IMPORTED);
      const pieces = async () =>
        (
          await query(
            `{ article(id: "${article.id}") { ... on Article { pieces { kind pieceId start end } } } }`,
          )
        ).data.article.pieces;
      const questions = (await pieces()).filter(({ kind }: { kind: string }) => kind === 'FAQ_ENTRY');
      expect(
        questions.map(({ pieceId, start, end }: { pieceId: string; start: number; end: number }) => [
          pieceId,
          text.slice(start, end),
        ]),
      ).toEqual([
        ['who-pays-the-toll', '### Who pays the toll?\n\nThe passengers do.'],
        ['since-when', '### Since when?\n\nSince May.'],
      ]);
      const { data } = await query(
        '{ editorialFaqEntry(slug: "since-when") { ... on EditorialFaqEntry { provenance { createdBy reviewedBy importedFrom generatedBy } } } }',
      );
      expect(data.editorialFaqEntry.provenance).toEqual({
        createdBy: 'Vera',
        reviewedBy: null,
        importedFrom: 'ferries.md',
        generatedBy: 'HUMAN',
      });
      await mutate(query, 'verifyFaqEntry', { slug: 'since-when', expectedRevision: 1 }, '__typename');
      const verified = await query(
        '{ editorialFaqEntry(slug: "since-when") { ... on EditorialFaqEntry { provenance { reviewedBy } } } }',
      );
      expect(verified.data.editorialFaqEntry.provenance.reviewedBy).toBe('Vera');
    }));

  test('says what its draft leaves out, before and after there is one', () =>
    withApi(async (api) => {
      const feed = await startFeedServer();
      feed.show();
      await follow(api, feed.url);
      feed.show({ id: 'c', text: 'The number is five. It stays five.\n\nLeave a comment' });
      await pass(api);
      const query = await editorOf(api);
      const ask = async () =>
        (
          await query(
            '{ articles(first: 1) { edges { node { id state leftOut { total passages details { text reason } } } } } }',
          )
        ).data.articles.edges[0].node;
      const leftOut = {
        total: 1,
        passages: ['Leave a comment'],
        details: [{ text: 'Leave a comment', reason: 'COMMENT_LINE' }],
      };
      const { id, ...waiting } = await ask();
      expect(waiting).toEqual({ state: 'NEW', leftOut });
      const drafted = await mutate(
        query,
        'draftFromArticle',
        { articleId: id },
        '... on ImportedArticle { article { state leftOut { total passages details { text reason } } } }',
      );
      expect(drafted.article).toEqual({ state: 'DRAFTED', leftOut });
    }));

  test('counts passages in UTF-16 units, as pieces do', () =>
    withApi(async (api) => {
      const query = await editorOf(api);
      const text = '🕊️ Peace\n\nTalks 🕊️ began. They go on.\n';
      const { article } = await mutate(query, 'importArticle', { text }, IMPORTED);
      const passage = async (start: number, length: number) =>
        (
          await query(
            `{ article(id: "${article.id}") { ... on Article { text(start: ${start}, length: ${length}) } } }`,
          )
        ).data.article.text;
      expect(await passage(11, 12)).toBe(text.slice(11, 23));
      expect(await passage(0, 200_000)).toBe(text);
      expect(await passage(1_000, 5)).toBe('');
      const wrong = await query(`{ article(id: "${article.id}") { ... on Article { text(length: 0) } } }`);
      expect(wrong.errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', path: ['length'] });
    }));

  test('does not tell of articles of other communities', () =>
    withApi(async (api) => {
      const query = await editorOf(api);
      const { article } = await mutate(api.as(moderator), 'importArticle', { text: TEXT }, IMPORTED);
      const one = await query(`{ article(id: "${article.id}") { ... on Error { code } } }`);
      expect(one.data.article.code).toBe('NOT_FOUND');
      expect(await mutate(query, 'draftFromArticle', { articleId: article.id }, IMPORTED)).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect(await inboxOf(query, 'state: DRAFTED')).toEqual([]);
    }));

  test('is read in a number of statements that does not depend on its length, page by page, by an index', () =>
    withApi(async (api) => {
      const query = await editorOf(api);
      await addFeed(api, 'library', 'x');
      for (let index = 0; index < 12; index += 1) {
        api.clock.pass(1_000);
        await importPaper(api, { text: `Matter ${index}\n\nIt has number ${index}. And more words.` });
      }
      const fields =
        'edges { node { title text(length: 20) pieces { start } briefing { slug } feed { id } } } pageInfo { hasNextPage endCursor }';
      for (const filter of [
        '',
        'state: DRAFTED',
        'since: "2020-01-01T00:00:00Z"',
        'feedId: "x"',
        'feedId: "x", state: NEW',
      ]) {
        const run = async (first: number) => {
          api.statements();
          const { errors } = await query(
            `{ articles(first: ${first}${filter && `, ${filter}`}) { ${fields} } }`,
          );
          expect(errors).toEqual([]);
          return api.statements();
        };
        const few = await run(2);
        const many = await run(100);
        expect(many.length).toBe(few.length);
        for (const statement of many.filter((each) => each.startsWith('select'))) {
          expect([filter, statement, scansOf(api.db, statement)]).toEqual([filter, statement, []]);
          expect(planOf(api.db, statement).join('\n')).not.toMatch(/temp b-tree/i);
        }
      }
      const first = await query(`{ articles(first: 5) { ${fields} } }`);
      const after = first.data.articles.pageInfo.endCursor;
      const second = await query(`{ articles(first: 5, after: "${after}") { ${fields} } }`);
      expect(second.data.articles.edges[0].node.title).toBe('Matter 6');
      const wrong = await query(`{ articles(first: 5, state: NEW, after: "${after}") { ${fields} } }`);
      expect(wrong.errors[0]?.extensions?.code).toBe('INVALID_INPUT');
    }));
});

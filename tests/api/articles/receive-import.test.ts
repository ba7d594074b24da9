import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createApi, type Api, type ApiOptions } from '@communique/api/server';
import { createSilentLogger } from '@communique/shared/logger';
import { FORUM, withApi, type TestApi } from '../../support/api.ts';
import { BOT_TOKEN, headersOf, importWork, LOCAL_WEB, type Asker } from '../../support/ask-api.ts';
import { importPaper, tollArticle } from '../../support/articles.ts';
import { documentInput, mutate, withToken } from '../../support/editing.ts';
import { tableCounts } from '../../support/records.ts';

const TEXT = '# The quay\n\nIt stands. It will stand.\n\n## Background\n\nIt was built in May.\n';

interface Posted {
  status: number;
  headers: Headers;
  // Tests read into answers; a wrong path fails the test at once.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
}

interface World {
  api: TestApi;
  server: Api;
  post: (asker: Asker, init: RequestInit, query?: string) => Promise<Posted>;
  editor: Asker;
  operator: Asker;
}

async function withServer(
  run: (world: World) => Promise<void>,
  options: Partial<ApiOptions> = {},
): Promise<void> {
  await withApi(async (api) => {
    const server = createApi({
      db: api.db,
      clock: api.clock,
      logger: createSilentLogger(),
      botToken: BOT_TOKEN,
      web: LOCAL_WEB,
      importWork,
      ...options,
    });
    const { token } = await withToken(api, 'EDITOR');
    await run({
      api,
      server,
      editor: { token },
      operator: { token: (await withToken(api, 'OPERATOR', { name: 'Olga' })).token },
      post: async (asker, { headers, ...init }, query = '') => {
        const asked = new Request(`http://localhost/import${query}`, {
          method: 'POST',
          ...init,
          headers: { ...headersOf(asker), ...Object.fromEntries(new Headers(headers)) },
        });
        const response = await server.fetch(asked);
        return { status: response.status, headers: response.headers, body: await response.json() };
      },
    });
  });
}

const raw = (body: RequestInit['body'], type = 'text/markdown'): RequestInit => ({
  body: body ?? null,
  headers: { 'content-type': type },
});

function form(
  ...files: [name: string, content: string | Uint8Array<ArrayBuffer>, type?: string][]
): RequestInit {
  const body = new FormData();
  for (const [name, content, type = 'text/plain'] of files)
    body.append('file', new File([content], name, { type }));
  return { body };
}

describe('POST /import', () => {
  test('takes one file as its body, and says what became of it', () =>
    withServer(async ({ post, editor }) => {
      const { status, body, headers } = await post(editor, raw(TEXT), '?name=quay.md');
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(body.files).toMatchObject([
        {
          name: 'quay.md',
          outcome: 'DRAFTED',
          slug: 'the-quay',
          revision: 1,
          title: 'The quay',
          titleIsProposed: false,
          counts: { sections: 1 },
          notes: [],
          message: 'It is the draft "the-quay".',
        },
      ]);
      expect((await post(editor, raw(TEXT), '?name=other.md')).body.files).toMatchObject([
        { outcome: 'KNOWN', slug: 'the-quay' },
      ]);
    }));

  test('signs the draft and its questions with the name of the token', () =>
    withServer(async ({ api, post, operator }) => {
      await post(operator, raw(`${TEXT}\n## FAQ\n\n### Who pays?\n\nThe town does.\n`), '?name=quay.md');
      const signed = (table: string) => api.db.orm.all(`select created_by, imported_from from ${table}`);
      const expected = [{ created_by: 'Olga', imported_from: 'quay.md' }];
      expect(signed('revisions')).toEqual(expected);
      expect(signed('faq_entries')).toEqual(expected);
    }));

  test('says what is not in the draft', () =>
    withServer(async ({ post, editor }) => {
      const page = `<html><body><h1>The ferry</h1><p>It goes at nine. It comes at ten.</p>${'<p>Leave a comment</p>'.repeat(120)}</body></html>`;
      const { body } = await post(editor, raw(page, 'text/html'));
      expect(body.files[0].leftOut).toMatchObject({ total: 120 });
      expect(body.files[0].leftOut.passages).toHaveLength(100);
      expect(body.files[0].leftOut.passages[0]).toBe('Leave a comment');
      expect(body.files[0].leftOut.details[0]).toEqual({ text: 'Leave a comment', reason: 'COMMENT_LINE' });
    }));

  test('takes several files of a form, each on its own', () =>
    withServer(async ({ api, post, editor }) => {
      const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]);
      const { status, body } = await post(
        editor,
        form(
          ['quay.md', TEXT, 'text/markdown'],
          ['photo.png', picture, 'image/png'],
          ['disguised.txt', picture],
          [
            '../../etc/ferry.html',
            '<html><body><h1>The ferry</h1><p>It goes at nine. It comes at ten.</p></body></html>',
            'text/html',
          ],
          ['empty.txt', ''],
          [
            'entry.md',
            '---\nkind: faq\nslug: why-nine\nlanguage: en\n---\n\n# Why at nine?\n\nBecause of the tide.\n',
          ],
        ),
      );
      expect(status).toBe(200);
      expect(
        body.files.map(
          ({ name, outcome, error }: { name: string; outcome?: string; error?: { code: string } }) => [
            name,
            outcome ?? error?.code,
          ],
        ),
      ).toEqual([
        ['quay.md', 'DRAFTED'],
        ['photo.png', 'INVALID_INPUT'],
        ['disguised.txt', 'INVALID_INPUT'],
        ['ferry.html', 'DRAFTED'],
        ['empty.txt', 'INVALID_INPUT'],
        ['entry.md', 'DRAFTED'],
      ]);
      expect(tableCounts(api)).toMatchObject({ articles: 2, briefings: 2, faq_entries: 1 });
    }));

  test('takes a feed item by item', () =>
    withServer(async ({ api, post, editor }) => {
      const item = (title: string, text: string) =>
        `<item><title>${title}</title><guid>${title}</guid><description>${text}</description></item>`;
      const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour news</title>${item(
        'The quay',
        'It stands at the river. It will stand for years.',
      )}${item('The ferry', 'It goes at nine. It comes back at ten.')}</channel></rss>`;
      const { status, body } = await post(editor, raw(feed, 'application/rss+xml'), '?name=news.xml');
      expect(status).toBe(200);
      expect(body.files).toMatchObject([
        { name: 'news.xml#1', outcome: 'DRAFTED', title: 'The quay' },
        { name: 'news.xml#2', outcome: 'DRAFTED', title: 'The ferry' },
      ]);
      expect(tableCounts(api)).toMatchObject({ articles: 2, briefings: 2 });
    }));

  test('reads the encoding that is said, and what curl calls a form', () =>
    withServer(async ({ post, editor }) => {
      const cyrillic = Buffer.from([
        0xcf, 0xf0, 0xe8, 0xf7, 0xe0, 0xeb, 0x0a, 0x0a, 0xce, 0xed, 0x20, 0xf1, 0xf2, 0xee, 0xe8, 0xf2, 0x2e,
      ]);
      const first = await post(editor, raw(cyrillic, 'text/plain; charset=windows-1251'));
      expect(first.body.files[0].title).toBe('Причал');
      expect((await post(editor, raw(TEXT, 'application/x-www-form-urlencoded'))).status).toBe(200);
    }));

  test('holds a later version of what editors have changed, and takes it where they say so', () =>
    withServer(async ({ api, post, editor }) => {
      await importPaper(api, tollArticle('It was raised in May.'));
      const slug = 'the-toll-on-the-strait';
      const { query } = await withToken(api, 'EDITOR');
      await mutate(query, 'editBriefing', {
        slug,
        expectedRevision: 1,
        document: documentInput(),
        reason: 'Better.',
      });
      const later = `---\nurl: https://strait.example/news/toll\n---\n\n${tollArticle('It was raised in June.').text}`;
      expect((await post(editor, raw(later))).body.files).toMatchObject([
        { outcome: 'HELD', revision: null, slug },
      ]);
      expect((await post(editor, raw(later), '?over-edits=true')).body.files).toMatchObject([
        { outcome: 'REVISED', revision: 3 },
      ]);
    }));

  test('takes moderators for editors of their own server, through the bot', () =>
    withServer(async ({ api, post }) => {
      const moderator = { userId: '1336000000000000031', guildId: FORUM, permissions: '32' };
      expect((await post(moderator, raw(TEXT))).status).toBe(200);
      expect(api.db.orm.all('select community_id from articles')).toEqual([{ community_id: FORUM }]);
      expect((await post(moderator, raw(TEXT), '?community=library')).status).toBe(403);
    }));
});

describe('what POST /import refuses', () => {
  const refused: [string, (world: World) => ReturnType<World['post']>, number, string][] = [
    ['nobody known', ({ post }) => post('anonymous', raw(TEXT)), 401, 'UNAUTHENTICATED'],
    ['a wrong token', ({ post }) => post({ token: 'wrong' }, raw(TEXT)), 401, 'UNAUTHENTICATED'],
    ['the bot on its own account', ({ post }) => post('bot', raw(TEXT)), 403, 'NOT_ALLOWED'],
    [
      'a member',
      ({ post }) => post({ userId: '1336000000000000041', guildId: FORUM }, raw(TEXT)),
      403,
      'NOT_ALLOWED',
    ],
    [
      'another community',
      ({ post, editor }) => post(editor, raw(TEXT), `?community=${FORUM}`),
      403,
      'NOT_ALLOWED',
    ],
    ['GET', ({ post, editor }) => post(editor, { method: 'GET' }), 405, 'INVALID_INPUT'],
    ['no body', ({ post, editor }) => post(editor, {}), 400, 'INVALID_INPUT'],
    ['a form without a file', ({ post, editor }) => post(editor, form()), 400, 'INVALID_INPUT'],
    [
      'a form that breaks off',
      ({ post, editor }) => post(editor, raw('--x\r\nContent-Disp', 'multipart/form-data; boundary=x')),
      400,
      'INVALID_INPUT',
    ],
    [
      'a form without its boundary',
      ({ post, editor }) => post(editor, raw('hello', 'multipart/form-data')),
      400,
      'INVALID_INPUT',
    ],
    [
      '21 files',
      ({ post, editor }) =>
        post(
          editor,
          form(...Array.from({ length: 21 }, (_each, index): [string, string] => [`${index}.txt`, TEXT])),
        ),
      413,
      'INVALID_INPUT',
    ],
    ['more than 5 MB', ({ post, editor }) => post(editor, raw('a '.repeat(3_000_000))), 413, 'INVALID_INPUT'],
    [
      'what is packed',
      ({ post, editor }) => post(editor, { ...raw(TEXT), headers: { 'content-encoding': 'gzip' } }),
      415,
      'INVALID_INPUT',
    ],
    [
      'a parameter that nobody knows',
      ({ post, editor }) => post(editor, raw(TEXT), '?overEdits=true'),
      400,
      'INVALID_INPUT',
    ],
    [
      'a flag that is neither true nor false',
      ({ post, editor }) => post(editor, raw(TEXT), '?over-edits=maybe'),
      400,
      'INVALID_INPUT',
    ],
    [
      'a choice that there is not',
      ({ post, editor }) => post(editor, raw(TEXT), '?same-name=overwrite'),
      400,
      'INVALID_INPUT',
    ],
    [
      'a parameter said twice',
      ({ post, editor }) => post(editor, raw(TEXT), '?name=a.md&name=b.md'),
      400,
      'INVALID_INPUT',
    ],
    [
      'one name for a form of files',
      ({ post, editor }) => post(editor, form(['a.md', TEXT]), '?name=b.md'),
      400,
      'INVALID_INPUT',
    ],
    [
      'an operator who names no community there is',
      ({ post, operator }) => post(operator, raw(TEXT), '?community=123'),
      400,
      'NOT_FOUND',
    ],
    [
      'a name with a line break',
      ({ post, editor }) => post(editor, raw(TEXT), '?name=a%0Ab'),
      400,
      'INVALID_INPUT',
    ],
  ];

  test.each(refused)('%s', (_name, ask, status, code) =>
    withServer(async (world) => {
      const before = tableCounts(world.api);
      const answer = await ask(world);
      expect([answer.status, answer.body.errors?.[0].extensions.code]).toEqual([status, code]);
      expect(answer.body.errors[0].message).toMatch(/\w/);
      expect(tableCounts(world.api)).toEqual(before);
    }),
  );

  test('a request of which no file could be used is unprocessable', () =>
    withServer(async ({ post, editor }) => {
      expect(await post(editor, raw('x'))).toMatchObject({
        status: 422,
        body: { files: [{ error: { code: 'INVALID_INPUT' } }] },
      });
    }));

  test('a charset that nobody knows, for its file alone', () =>
    withServer(async ({ post, editor }) => {
      const { status, body } = await post(
        editor,
        form(['a.md', TEXT, 'text/markdown; charset=utf-99'], ['b.md', TEXT, 'text/markdown; charset=utf-8']),
      );
      expect(status).toBe(200);
      expect(body.files).toMatchObject([
        {
          name: 'a.md',
          error: { message: expect.stringContaining('its charset "utf-99" is no encoding that is known') },
        },
        { name: 'b.md', outcome: 'DRAFTED' },
      ]);
    }));

  test('more than the token’s minute', () =>
    withServer(
      async ({ post, editor }) => {
        expect((await post(editor, raw(TEXT))).status).toBe(200);
        const answer = await post(editor, raw(TEXT));
        expect(answer).toMatchObject({
          status: 429,
          body: { errors: [{ extensions: { code: 'RATE_LIMITED' } }] },
        });
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      },
      { tokenBudget: 1_000 + Buffer.byteLength(TEXT) },
    ));

  test('more than any minute of the token, which is not told to wait', () =>
    withServer(
      async ({ post, editor }) => {
        const { status, headers, body } = await post(editor, raw(TEXT));
        expect([status, headers.get('retry-after')]).toEqual([429, null]);
        expect(body.errors[0].message).toContain('Send less at once');
      },
      { tokenBudget: 10 },
    ));

  test('a name that was made to point at this machine', () =>
    withServer(
      async ({ api, server, editor }) => {
        const before = tableCounts(api);
        const headers = { ...headersOf(editor), host: 'rebound.example' };
        const asked = new Request('http://rebound.example/import', { method: 'POST', body: TEXT, headers });
        expect((await server.fetch(asked)).status).toBe(421);
        expect(tableCounts(api)).toEqual(before);
      },
      { loopbackOnly: true },
    ));

  test('a database that cannot be written is said without its words, and nothing is half there', () =>
    withServer(async ({ api, editor }) => {
      const full = {
        ...api.db,
        write: async () =>
          Promise.reject(Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })),
      };
      const server = createApi({
        db: full,
        importWork,
        clock: api.clock,
        logger: createSilentLogger(),
        botToken: BOT_TOKEN,
      });
      const before = tableCounts(api);
      const response = await server.fetch(
        new Request('http://localhost/import', { method: 'POST', body: TEXT, headers: headersOf(editor) }),
      );
      const text = await response.text();
      expect(response.status).toBe(500);
      expect(text).toContain('INTERNAL_SERVER_ERROR');
      expect(text).not.toContain('disk');
      expect(tableCounts(api)).toEqual(before);
    }));

  test('over a socket: bodies of unknown length and those that are too large are refused before they are read', () =>
    withServer(async ({ server, editor }) => {
      const http = createServer(server.listener);
      http.listen(0, '127.0.0.1');
      await once(http, 'listening');
      onTestFinished(() => {
        http.closeAllConnections();
        http.close();
      });
      const address = http.address();
      const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/import`;
      const chunked = request(url, {
        method: 'POST',
        headers: { ...headersOf(editor), 'transfer-encoding': 'chunked' },
      });
      chunked.end(TEXT);
      const [answer] = await once(chunked, 'response');
      expect(answer.statusCode).toBe(411);
      for (const megabytes of [6, 21]) {
        const large = request(url, {
          method: 'POST',
          headers: { ...headersOf(editor), 'content-length': megabytes * 1_048_576 },
        });
        large.on('error', () => undefined);
        // The answer comes although most of the body has yet to be sent.
        large.write('a'.repeat(1_000));
        const [refusal] = await once(large, 'response');
        expect([megabytes, refusal.statusCode]).toEqual([megabytes, 413]);
        large.destroy();
      }
      const two = form(
        ['a.md', TEXT],
        ['b.md', `${'# Another matter\n\n'}${'It has words. '.repeat(20_000)}`],
      );
      const taken = await fetch(url, { method: 'POST', ...two, headers: headersOf(editor) });
      expect(taken.status).toBe(200);
      expect((await taken.json()).files).toMatchObject([{ outcome: 'DRAFTED' }, { outcome: 'DRAFTED' }]);
    }));
});

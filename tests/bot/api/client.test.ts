import { describe, expect, test } from 'vitest';
import { createApiClient } from '@communique/bot/api/client';
import { ApiRefusedError, ApiUnavailableError } from '@communique/bot/api/errors';
import { ApiIsUpDocument } from '@communique/bot/api/generated/graphql';

function answering(answer: (init: RequestInit) => Response | Promise<Response>) {
  return createApiClient({
    url: 'http://localhost/graphql',
    token: 'secret-token',
    fetch: async (_, init) => answer(init ?? {}),
    timeoutMs: 20,
  });
}

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });

describe('a request', () => {
  test('carries the bot’s token and, when there is one, the person it acts for', async () => {
    let headers = new Headers();
    const api = answering((init) => {
      headers = new Headers(init.headers);
      return json({ data: { __typename: 'Query' } });
    });
    const actor = { userId: '1', guildId: '2', roleIds: ['3'], permissions: '32' };
    await api.request(ApiIsUpDocument, {}, { actor });
    expect(headers.get('authorization')).toBe('Bearer secret-token');
    const sent = Buffer.from(headers.get('communique-actor') ?? '', 'base64url').toString();
    expect(JSON.parse(sent)).toEqual(actor);
    await api.request(ApiIsUpDocument, {});
    expect(headers.has('communique-actor')).toBe(false);
  });

  test.each([
    ['is not answered in time', (init: RequestInit) => neverUntil(init.signal)],
    ['does not get through', () => Promise.reject(new TypeError('fetch failed'))],
    ['meets a failing server', () => json({}, 503)],
    ['is answered with something else', () => new Response('<html>')],
    ['is answered with nothing', () => json({ data: null })],
  ])('that %s can be tried again later', async (_, answer) => {
    await expect(answering(answer).request(ApiIsUpDocument, {})).rejects.toThrow(ApiUnavailableError);
  });

  test.each([
    [
      'an error of the schema',
      () => json({ errors: [{ message: 'No', extensions: { code: 'NOT_ALLOWED' } }] }),
      'NOT_ALLOWED',
    ],
    ['an unknown token', () => new Response('', { status: 401 }), 'UNAUTHENTICATED'],
    ['a refused request', () => new Response('', { status: 400 }), 'HTTP_400'],
    ['an error without a code', () => json({ errors: [{ message: 'Oops' }] }), 'INTERNAL_SERVER_ERROR'],
  ])('refused with %s says so', async (_, answer, code) => {
    const error: unknown = await answering(answer)
      .request(ApiIsUpDocument, {})
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiRefusedError);
    expect(error).toMatchObject({ code });
    expect(String(error)).not.toContain('secret-token');
  });
});

async function neverUntil(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

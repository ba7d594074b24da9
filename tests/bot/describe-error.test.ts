import fs from 'node:fs';
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { describeError } from '@communique/bot/describe-error';
import { createLogger } from '@communique/shared/logger';
import { ada, forum, startBotWorld } from '../support/bot-world.ts';

const TOKEN = 'aW50ZXJhY3Rpb246hush';
const BODY = 'What somebody asked in private';
const CALLBACK = `https://discord.example/api/v10/interactions/123456789012345678/${TOKEN}/callback?with_response=false`;
const WEBHOOK = `https://discord.example/api/v10/webhooks/123456789012345678/${TOKEN}/messages/@original`;
const body = { files: undefined, body: { content: BODY } };

/** What the program's logger writes to standard error. */
function captureLog(): () => string {
  let written = '';
  const write = fs.writeSync.bind(fs);
  const spy = vi.spyOn(fs, 'writeSync').mockImplementation(((file: number, text: string) => {
    if (file !== 2) return write(file, text);
    written += text;
    return Buffer.byteLength(text);
    // The overloads of writeSync cannot be written as one function's type.
  }) as typeof fs.writeSync);
  onTestFinished(() => spy.mockRestore());
  return () => written;
}

function logged(error: unknown): string {
  const written = captureLog();
  createLogger({ program: 'test' }).error({ error: describeError(error) }, 'something happened');
  return written();
}

const refusal = (url: string): DiscordAPIError =>
  new DiscordAPIError(
    {
      code: 50_035,
      message: 'Invalid Form Body',
      errors: {
        data: { content: { _errors: [{ code: 'BASE_TYPE_BAD', message: `Value "${BODY}" is bad` }] } },
      },
    },
    50_035,
    400,
    'POST',
    url,
    body,
  );
const rateLimit = (url: string): RateLimitError =>
  new RateLimitError({
    timeToReset: 1,
    limit: 1,
    method: 'POST',
    hash: 'h',
    url,
    route: '/webhooks/:id/:token',
    majorParameter: TOKEN,
    global: false,
    retryAfter: 600_000,
    sublimitTimeout: 0,
    scope: 'user',
  });

describe('an error in the log', () => {
  test.each([
    ['refusal', refusal(CALLBACK)],
    ['refusal', refusal(WEBHOOK)],
    ['failure', new HTTPError(502, 'Bad Gateway', 'POST', CALLBACK, body)],
    ['failure', new HTTPError(502, 'Bad Gateway', 'PATCH', WEBHOOK, body)],
    ['rate limit', rateLimit(CALLBACK)],
    ['cause', new Error(`POST ${WEBHOOK} failed`, { cause: refusal(CALLBACK) })],
    ['thing thrown', { url: CALLBACK }],
    ['text thrown', `POST ${CALLBACK}`],
  ])('has neither token nor text of a person: %s %#', (_, error) => {
    const line = logged(error);
    expect(line).toContain('something happened');
    expect(line).not.toContain(TOKEN);
    expect(line).not.toContain(BODY);
  });

  test('says what was refused, where and why', () => {
    expect(JSON.parse(logged(refusal(CALLBACK)))).toMatchObject({
      error: {
        type: 'DiscordAPIError',
        message: 'Invalid Form Body',
        code: 50_035,
        status: 400,
        method: 'POST',
        route: '/api/v10/interactions/:id/:token/callback',
        fields: ['data.content: BASE_TYPE_BAD'],
      },
    });
  });

  test('keeps the code and the causes of any other error', () => {
    const cause = Object.assign(new Error('no route'), { code: 'ENETUNREACH' });
    expect(describeError(new TypeError('fetch failed', { cause }))).toMatchObject({
      type: 'TypeError',
      message: 'fetch failed',
      cause: { message: 'no route', code: 'ENETUNREACH' },
    });
  });
});

test('an answer that Discord refuses is logged without the interaction’s token and the answer', async () => {
  const written = captureLog();
  const world = await startBotWorld({ logger: createLogger({ program: 'bot' }) });
  world.sandbox.faults.add({
    method: 'POST',
    path: /^\/interactions\//,
    status: 404,
    body: { message: 'Unknown interaction', code: 10_062 },
  });
  const { people } = world.sandbox;
  const asked = people.runCommand({
    memberId: ada,
    channelId: forum.general,
    command: 'briefing',
    subcommand: 'latest',
  });
  asked.catch(() => undefined);
  await vi.waitFor(() => expect(written()).toContain('an interaction was not answered'));
  expect(written()).toContain('/interactions/:id/:token/callback');
  expect(written()).toContain('10062');
  expect(written()).not.toContain('requestBody');
  expect(written()).not.toContain('Latest briefings');
  expect(written()).not.toMatch(/interactions\/\d+/);
});

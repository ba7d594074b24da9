import { PermissionFlagsBits } from 'discord-api-types/v10';
import { DiscordAPIError, HTTPError, REST, type RESTOptions } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliveryNonce } from '@communique/bot/digests/delivery-nonce';
import { outcomeOfFailure } from '@communique/bot/digests/outcome';
import { readBack, snowflakeAt } from '@communique/bot/digests/read-back';

describe('the nonce of a delivery', () => {
  test('has at most 25 characters and is never shared', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        expect(deliveryNonce(one)).toMatch(/^[0-9a-z]{25}$/);
        expect(deliveryNonce(one) === deliveryNonce(other)).toBe(one === other);
      }),
    );
    expect(deliveryNonce('ffffffff-ffff-ffff-ffff-ffffffffffff')).toHaveLength(25);
  });

  test('is only made of a UUID', () => {
    expect(() => deliveryNonce('1')).toThrow(RangeError);
  });
});

describe('what became of a post', () => {
  const refusal = (status: number, code: number): DiscordAPIError =>
    new DiscordAPIError({ code, message: 'No' }, code, status, 'POST', 'https://discord.example', {});
  const broken = (code: string): Error =>
    new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

  test.each([
    [refusal(403, 50_013), 'FAILED', 50_013],
    [refusal(404, 10_003), 'FAILED', 10_003],
    [refusal(400, 50_035), 'FAILED', 50_035],
    [refusal(404, 10_008), 'FAILED', 10_008],
    [refusal(429, 20_028), 'RETRY', 20_028],
    [refusal(400, 130_000), 'RETRY', 130_000],
    [refusal(401, 0), 'RETRY', undefined],
    [refusal(503, 0), 'UNKNOWN', undefined],
    [new HTTPError(502, 'Bad Gateway', 'POST', 'https://discord.example', {}), 'UNKNOWN', undefined],
    [broken('ECONNREFUSED'), 'RETRY', undefined],
    [broken('UND_ERR_SOCKET'), 'UNKNOWN', undefined],
    [new DOMException('aborted', 'AbortError'), 'UNKNOWN', undefined],
  ])('%s is %s', (error, outcome, errorCode) => {
    const result = outcomeOfFailure(error);
    expect(result.outcome).toBe(outcome);
    expect('errorCode' in result ? result.errorCode : undefined).toBe(errorCode);
  });

  test('never carries an address in its reason', () => {
    for (const error of [refusal(403, 50_013), broken('ECONNRESET')])
      expect(JSON.stringify(outcomeOfFailure(error))).not.toContain('discord.example');
  });
});

describe('reading a channel back', () => {
  const deliveryId = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const claimed = {
    leaseToken: 't',
    leasedUntil: '2025-03-18T08:01:00.000Z',
    mayBePosted: true,
    delivery: {
      deliveryId,
      channelId: '1',
      runAt: '2025-03-18T08:00:00.000Z',
      schedule: { timeZone: 'UTC' },
      edition: { items: [], prompt: null },
    },
  };
  const start = BigInt(snowflakeAt(new Date('2025-03-18T07:59:00Z').getTime()));
  const mayRead = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;
  const options = {
    ownId: 'bot',
    signal: AbortSignal.timeout(10_000),
    permissions: async () => mayRead,
  };

  /** A channel with so many messages since the run; `ours` is the place of the digest among them. */
  function channelOf(count: number, ours: number | null, author = 'bot'): REST {
    const messages = Array.from({ length: count }, (_, index) => ({
      id: String(start + BigInt(index + 1)),
      author: { id: index === ours ? author : 'somebody' },
      components:
        index === ours ? [{ type: 1, components: [{ custom_id: `digest:${deliveryId}:more` }] }] : [],
    }));
    const makeRequest = async (url: string): Promise<Response> => {
      const after = BigInt(new URL(url).searchParams.get('after') ?? '0');
      const page = messages.filter(({ id }) => BigInt(id) > after).slice(0, 100);
      return Response.json(page.toReversed());
    };
    // undici's types of a response are not those of Node's own fetch.
    const rest = new REST({ makeRequest: makeRequest as unknown as RESTOptions['makeRequest'] });
    return rest.setToken('t');
  }

  test('finds the digest however far down it is', async () => {
    const found = await readBack(channelOf(250, 249), claimed, options);
    expect(found).toEqual({ found: { outcome: 'SENT', messageId: String(start + 250n) } });
  });

  test('says that it is not there', async () => {
    expect(await readBack(channelOf(100, null), claimed, options)).toEqual({ found: null });
  });

  test('is not taken in by somebody else’s copy', async () => {
    expect(await readBack(channelOf(5, 2, 'imitator'), claimed, options)).toEqual({ found: null });
  });

  test.each([0n, PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory])(
    'takes no list at its word that it may not see (permissions %s)',
    async (permissions) => {
      const blind = { ...options, permissions: async () => permissions };
      expect(await readBack(channelOf(0, null), claimed, blind)).toMatchObject({
        stop: { outcome: 'FAILED', reason: expect.stringContaining('Read Message History') },
      });
    },
  );

  test('is put off when the permissions cannot be found out', async () => {
    const unknown = { ...options, permissions: async () => Promise.reject(new TypeError('fetch failed')) };
    expect(await readBack(channelOf(0, null), claimed, unknown)).toMatchObject({
      stop: { outcome: 'UNKNOWN' },
    });
  });

  test('gives up, and does not post, when there is more than it can read', async () => {
    expect(await readBack(channelOf(1_200, null), claimed, options)).toMatchObject({
      stop: { outcome: 'FAILED' },
    });
  });
});

test('a snowflake is the instant it stands for', () => {
  expect(snowflakeAt(1_420_070_400_000)).toBe('0');
  expect(snowflakeAt(0)).toBe('0');
  expect(BigInt(snowflakeAt(1_420_070_400_001))).toBe(1n << 22n);
});

import type { Sandbox } from '@communique/sandbox/sandbox';
import { ROUTES } from '@communique/sandbox/rest/routes';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { GatewayDispatchEvents } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { BODY_SAMPLES } from '../support/body-samples.ts';
import { fillIn, variantsOf, type Said } from '../support/body-variants.ts';
import { createSettableClock } from '../support/settable-clock.ts';
import { BOT_TOKEN, withBot, withSandbox } from '../support/sandbox.ts';

const { forum, bot, ada } = FIRST_WORLD;
const ADMINISTRATOR = 8n;
/** Sends to one sandbox in which no limit is ever reached. */
async function withBench(act: (bench: Bench) => Promise<void>): Promise<void> {
  const clock = { ...createSettableClock('2026-11-22T09:00:00Z'), offset: () => 0, setOffset: () => {} };
  await withSandbox(
    async (sandbox) => {
      sandbox.people.grant(forum.id, forum.botRole, ADMINISTRATOR);
      await act({
        sandbox,
        async send(method, path, body) {
          clock.pass(600_000);
          const answer = await fetch(`${sandbox.apiUrl}/v10${path}`, {
            method,
            headers: { authorization: `Bot ${BOT_TOKEN}`, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          });
          const text = await answer.text();
          return { status: answer.status, said: text === '' ? {} : (JSON.parse(text) as Said) };
        },
      });
    },
    { clock, invalidRequestLimit: Infinity, expected: { violations: 'ANY', unhandledRoutes: 'ANY' } },
  );
}

interface Bench {
  sandbox: Sandbox;
  send(method: string, path: string, body: unknown): Promise<{ status: number; said: Said }>;
}

/** Sends every variant of a valid body and says which made the sandbox fail. */
async function failures(
  bench: Bench,
  method: string,
  sample: unknown,
  place: () => Promise<string>,
): Promise<string[]> {
  const failed: string[] = [];
  for (const variant of variantsOf(sample)) {
    const { status } = await bench.send(method, await place(), variant.body);
    if (status >= 500) failed.push(variant.place);
  }
  return failed;
}

const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';
const cases = Object.entries(BODY_SAMPLES).flatMap(([name, samples]) =>
  samples.map((sample, index) => ({ name, number: index + 1, sample })),
);

describe('a body that is wrong in any one field makes no server error', { timeout: 60_000 }, () => {
  test('on every route that takes a body', () => {
    const taking = ROUTES.filter(({ request }) => request !== null);
    expect(Object.keys(BODY_SAMPLES).toSorted()).toEqual(
      taking.map(({ method, path }) => `${method} ${path}`).toSorted(),
    );
  });

  test.each(cases.filter(({ name }) => name !== CALLBACK))(
    '$name, body $number',
    async ({ name, sample }) => {
      const [method = '', path = ''] = name.split(' ');
      await withBench(async (bench) => {
        const place = await fillIn(bench, path, sample);
        // Else the handler would see none of the variants. What the bot may not do is refused after the form.
        expect(await bench.send(method, place, sample)).not.toMatchObject({ status: 400 });
        expect(await failures(bench, method, sample, async () => place)).toEqual([]);
      });
    },
  );

  test.each(cases.filter(({ name }) => name === CALLBACK))('$name, body $number', async ({ sample }) => {
    await withBench(async (bench) => {
      await bench.send('PUT', `/applications/${bot}/commands`, [{ name: 'x', description: 'x' }]);
      await withBot(bench.sandbox, async (client) => {
        const nextCallback = async (): Promise<string> => {
          const started = new Promise<{ id: string; token: string }>((resolve) =>
            client.ws.once(GatewayDispatchEvents.InteractionCreate, resolve),
          );
          const said = bench.sandbox.people.runCommand({
            memberId: ada,
            channelId: forum.general,
            command: 'x',
          });
          // Nobody waits for the answers: only the refusals matter.
          said.catch(() => {});
          const { id, token } = await started;
          return `/interactions/${id}/${token}/callback`;
        };
        expect(await failures(bench, 'POST', sample, nextCallback)).toEqual([]);
      });
    });
  });
});

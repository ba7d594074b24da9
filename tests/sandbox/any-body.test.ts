import type { Sandbox } from '@communique/sandbox/sandbox';
import { ROUTES } from '@communique/sandbox/rest/routes';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { GatewayDispatchEvents } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { BODY_SAMPLES } from '../support/body-samples.ts';
import { createSettableClock } from '../support/settable-clock.ts';
import { BOT_TOKEN, withBot, withSandbox } from '../support/sandbox.ts';

const { forum, bot, ada, jun } = FIRST_WORLD;
const ADMINISTRATOR = 8n;
const WRONG = [null, '', -1.5, 1e300, 'x', true, [], {}, [null], '123456789012345678'];

interface Variant {
  /** Where it differs from the valid body. */
  place: string;
  body: unknown;
}

/** Each field of a body, replaced by everything wrong and left out. */
function* variantsOf(body: unknown, place = ''): Generator<Variant> {
  for (const wrong of WRONG) yield { place: `${place} = ${JSON.stringify(wrong)}`, body: wrong };
  if (typeof body !== 'object' || body === null) return;
  for (const [name, value] of Object.entries(body)) {
    for (const inner of variantsOf(value, `${place}.${name}`)) {
      const copy: object = structuredClone(body);
      Reflect.set(copy, name, inner.body);
      yield { place: inner.place, body: copy };
    }
    const { [name]: _left, ...rest } = body as Record<string, unknown>;
    if (!Array.isArray(body)) yield { place: `${place}.${name} left out`, body: rest };
  }
}

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
    { clock, invalidRequestLimit: Infinity },
  );
}

type Said = Record<string, unknown>;

interface Bench {
  sandbox: Sandbox;
  send(method: string, path: string, body: unknown): Promise<{ status: number; said: Said }>;
}

/** What the parameters of a route stand for: things that exist, so that the handler is reached. */
async function fillIn(bench: Bench, path: string, body: unknown): Promise<string> {
  const make = async (at: string, draft: unknown): Promise<Said> =>
    (await bench.send('POST', at, draft)).said;
  const isForum = JSON.stringify(body).includes('tags');
  const channelId = isForum
    ? String((await make(`/guilds/${forum.id}/channels`, { name: 'posts', type: 15 }))['id'])
    : forum.general;
  const webhook = await make(`/channels/${forum.general}/webhooks`, { name: 'News' });
  const own = `/webhooks/${String(webhook['id'])}/${String(webhook['token'])}`;
  const message = path.startsWith('/webhooks')
    ? await make(`${own}?wait=true`, { content: 'x' })
    : await make(`/channels/${forum.general}/messages`, { content: 'x' });
  const scope = path.includes('{guild_id}/commands') ? `/guilds/${forum.id}` : '';
  const command = path.includes('{command_id}')
    ? await make(`/applications/${bot}${scope}/commands`, { name: 'y', description: 'x' })
    : {};
  const role = path.includes('{role_id}') ? await make(`/guilds/${forum.id}/roles`, { name: 'x' }) : {};
  const values: Record<string, unknown> = {
    application_id: bot,
    channel_id: channelId,
    command_id: command['id'],
    guild_id: forum.id,
    message_id: message['id'],
    overwrite_id: ada,
    role_id: role['id'],
    user_id: jun,
    webhook_id: webhook['id'],
    webhook_token: webhook['token'],
  };
  return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => String(values[name]));
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

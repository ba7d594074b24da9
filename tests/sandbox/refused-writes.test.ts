import { ROUTES } from '@communique/sandbox/rest/routes';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { ALL_PERMISSIONS } from '@communique/sandbox/world/permissions';
import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { BODY_SAMPLES } from '../support/body-samples.ts';
import { fillIn, variantsOf } from '../support/body-variants.ts';
import { aForm, createRestBench, type RestBench } from '../support/rest-bench.ts';

const { forum, ada, jun } = FIRST_WORLD;
const NOBODY = '1191200000000099999';
const MESSAGES = `/channels/${forum.general}/messages`;

/** A bot that may do everything without being an administrator, so that one permission can be taken from it. */
const EVERYTHING = ALL_PERMISSIONS & ~PermissionFlagsBits.Administrator;

/** The permissions that the routes of the sandbox ask for. */
const ACTS = Object.entries(PermissionFlagsBits).filter(([name]) =>
  /^(Add|Attach|Change|Create|Embed|Kick|Manage|Moderate|Pin|Read|Send|View)/.test(name),
);

function createBench(): RestBench {
  const bench = createRestBench();
  bench.grantOnly(EVERYTHING);
  return bench;
}

/** Sends a request that is refused and says with what; fails when it left anything behind. */
async function refused(bench: RestBench, method: string, path: string, body?: unknown) {
  const before = bench.memory();
  const { status, said } = await bench.send(method, path, body);
  expect(status).toBeGreaterThanOrEqual(400);
  // Not `toBe` on the texts: they are long.
  expect(bench.memory() === before, `${method} ${path} left something behind`).toBe(true);
  return { status, code: said['code'] };
}

async function made(bench: RestBench, path: string, body: unknown): Promise<string> {
  const { said } = await bench.send('POST', path, body);
  return String(said['id']);
}

const bodies = Object.entries(BODY_SAMPLES).flatMap(([name, samples]) =>
  // Callbacks need somebody who began something.
  name.startsWith('POST /interactions') ? [] : samples.map((sample, index) => ({ name, index, sample })),
);

describe('a request that is refused changes nothing', { timeout: 60_000 }, () => {
  test.each(bodies)('$name, body $index, whatever field is wrong', async ({ name, sample }) => {
    const [method = '', path = ''] = name.split(' ');
    const bench = createBench();
    const place = await fillIn(bench, path, sample);
    const written: string[] = [];
    for (const variant of variantsOf(sample)) {
      const before = bench.memory();
      const { status } = await bench.send(method, place, variant.body);
      if (status >= 400 && bench.memory() !== before) written.push(`${variant.place}: ${status}`);
    }
    expect(written).toEqual([]);
  });

  test.each(bodies)('$name, body $index, whatever permission is missing', async ({ name, sample }) => {
    const [method = '', path = ''] = name.split(' ');
    const bench = createBench();
    const place = await fillIn(bench, path, sample);
    const written: string[] = [];
    for (const [permission, bit] of ACTS) {
      bench.grantOnly(EVERYTHING & ~bit);
      const before = bench.memory();
      const { status } = await bench.send(method, place, sample);
      if (status >= 400 && bench.memory() !== before) written.push(`${permission}: ${status}`);
    }
    expect(written).toEqual([]);
  });

  test('on any other route, whatever permission is missing', async () => {
    for (const { method, path, request } of ROUTES) {
      if (request !== null || method === 'GET') continue;
      for (const [permission, bit] of ACTS) {
        const bench = createBench();
        const place = (await fillIn(bench, path, {})).replace('undefined', '🔥');
        bench.grantOnly(EVERYTHING & ~bit);
        const before = bench.memory();
        const { status } = await bench.send(method, place);
        const left = status >= 400 && bench.memory() !== before;
        expect(left, `${method} ${path} without ${permission}`).toBe(false);
      }
    }
  });

  test('a member whose nickname may be changed and whose roles may not', async () => {
    const bench = createBench();
    const body = { nick: 'Other', roles: [forum.moderatorRole] };
    expect(await refused(bench, 'PATCH', `/guilds/${forum.id}/members/${ada}`, body)).toEqual({
      status: 403,
      code: 50_013,
    });
    const unknown = { nick: 'Other', roles: [NOBODY] };
    expect(await refused(bench, 'PATCH', `/guilds/${forum.id}/members/${jun}`, unknown)).toEqual({
      status: 404,
      code: 10_011,
    });
  });

  test('places of channels and roles of which one does not exist', async () => {
    const bench = createBench();
    const places = [
      { id: forum.general, position: 3 },
      { id: NOBODY, position: 0 },
    ];
    expect(await refused(bench, 'PATCH', `/guilds/${forum.id}/channels`, places)).toMatchObject({
      code: 10_003,
    });
    const role = await made(bench, `/guilds/${forum.id}/roles`, { name: 'x' });
    const ranks = [
      { id: role, position: 1 },
      { id: forum.moderatorRole, position: 1 },
    ];
    expect(await refused(bench, 'PATCH', `/guilds/${forum.id}/roles`, ranks)).toMatchObject({
      code: 50_013,
    });
  });

  test('files of which one is missing', async () => {
    const bench = createBench();
    const form = aForm({ content: 'x', attachments: [{ id: 0 }, { id: 7 }] }, { 0: 'one' });
    expect(await refused(bench, 'POST', MESSAGES, form)).toMatchObject({ code: 50_035 });
    const id = await made(bench, MESSAGES, { content: 'x' });
    expect(await refused(bench, 'PATCH', `${MESSAGES}/${id}`, form)).toMatchObject({ code: 50_035 });
    const picture = { embeds: [{ image: { url: 'attachment://nothing.png' } }] };
    expect(await refused(bench, 'POST', MESSAGES, aForm(picture, { 0: 'one' }))).toMatchObject({
      code: 50_035,
    });
  });

  test('a post, a message in a sleeping thread and that of a webhook, which say nothing', async () => {
    const bench = createBench();
    const ideas = await made(bench, `/guilds/${forum.id}/channels`, { name: 'ideas', type: 15 });
    const post = { name: 'Idea', message: { content: ' ' } };
    expect(await refused(bench, 'POST', `/channels/${ideas}/threads`, post)).toMatchObject({ code: 50_006 });
    const { said: webhook } = await bench.send('POST', `/channels/${ideas}/webhooks`, { name: 'x' });
    const run = `/webhooks/${String(webhook['id'])}/${String(webhook['token'])}`;
    const empty = { thread_name: 'Idea', content: ' ' };
    expect(await refused(bench, 'POST', run, empty)).toMatchObject({ code: 50_006 });
    const foreign = { thread_name: 'Idea', content: 'x', applied_tags: [forum.general] };
    expect(await refused(bench, 'POST', run, foreign)).toMatchObject({ code: 50_035 });
    const message = await made(bench, MESSAGES, { content: 'x' });
    const thread = await made(bench, `${MESSAGES}/${message}/threads`, { name: 'Thread' });
    await bench.send('PATCH', `/channels/${thread}`, { archived: true });
    const place = `/channels/${thread}/messages`;
    expect(await refused(bench, 'POST', place, { content: ' ' })).toMatchObject({ code: 50_006 });
  });

  test('commands of which the last has permissions that are none', async () => {
    const bench = createBench();
    const commands = [
      { name: 'one', description: 'x' },
      { name: 'two', description: 'x', default_member_permissions: '99999999999999999999' },
    ];
    const path = `/applications/${FIRST_WORLD.bot}/commands`;
    expect(await refused(bench, 'PUT', path, commands)).toMatchObject({ code: 50_035 });
    expect(await refused(bench, 'POST', path, commands[1])).toMatchObject({ code: 50_035 });
  });

  test('a webhook that is to move where there is nothing', async () => {
    const bench = createBench();
    const id = await made(bench, `/channels/${forum.general}/webhooks`, { name: 'x' });
    const move = { name: 'Other', channel_id: NOBODY };
    expect(await refused(bench, 'PATCH', `/webhooks/${id}`, move)).toMatchObject({ code: 10_003 });
  });
});

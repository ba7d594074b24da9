import { createFirstWorld, FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { ChannelType, GatewayIntentBits, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createRestBench, type RestBench } from '../support/rest-bench.ts';

const { forum, ada, mara } = FIRST_WORLD;
const NOBODY = '1191200000000099999';
const CHANNELS = `/guilds/${forum.id}/channels`;
const MESSAGES = `/channels/${forum.general}/messages`;

/** A bot that may do everything on the first server. */
function createBench(privilegedIntents = 0): RestBench {
  const bench = createRestBench({ privilegedIntents });
  bench.grantOnly(PermissionFlagsBits.Administrator);
  return bench;
}

async function made(bench: RestBench, path: string, body: unknown): Promise<string> {
  const { said } = await bench.send('POST', path, body);
  return String(said['id']);
}

/** The code of a refusal, and the field with the code of what is wrong in it. */
async function refusal(bench: RestBench, method: string, path: string, body?: unknown) {
  const { said } = await bench.send(method, path, body);
  return { code: said['code'], errors: said['errors'] };
}

/** The tree of one wrong field. */
function wrong(field: string, code: string) {
  return { code: 50_035, errors: { [field]: { _errors: [{ code, message: expect.any(String) }] } } };
}

/** Many of a kind, as if they had always been there: to make them one by one would only take time. */
function fill<Item>(count: number, make: (id: string) => Item): Item[] {
  return Array.from({ length: count }, (_, index) =>
    make(String(1_191_300_000_000_000_000n + BigInt(index))),
  );
}

describe('a server has room for', () => {
  test('250 roles', async () => {
    const bench = createBench();
    const guild = bench.world.guilds.get(forum.id);
    const [everyone] = guild?.roles ?? [];
    if (guild === undefined || everyone === undefined) throw new Error('No server');
    guild.roles.push(...fill(250 - guild.roles.length - 1, (id) => ({ ...everyone, id, position: 1 })));
    const path = `/guilds/${forum.id}/roles`;
    expect(await bench.send('POST', path, { name: 'The last' })).toMatchObject({ status: 200 });
    expect(await refusal(bench, 'POST', path, { name: 'x' })).toMatchObject({ code: 30_005 });
  });

  test('500 channels, of which 50 in a category; threads do not count', async () => {
    const bench = createBench();
    const category = await made(bench, CHANNELS, { name: 'News', type: ChannelType.GuildCategory });
    const channel = bench.world.channels.get(forum.general);
    if (channel?.kind !== 'channel') throw new Error('No channel');
    for (const one of fill(50, (id) => ({ ...channel, id, parentId: category }))) {
      bench.world.channels.set(one.id, one);
    }
    const inCategory = { name: 'x', parent_id: category };
    const full = wrong('parent_id', 'CHANNEL_PARENT_MAX_CHANNELS');
    expect(await refusal(bench, 'POST', CHANNELS, inCategory)).toEqual(full);
    expect(await refusal(bench, 'PATCH', `/channels/${forum.mods}`, { parent_id: category })).toEqual(full);
    const before = 5 + 1 + 50;
    for (const one of fill(500 - before - 1 + 50, (id) => ({ ...channel, id })).slice(50)) {
      bench.world.channels.set(one.id, one);
    }
    const message = await made(bench, MESSAGES, { content: 'x' });
    await made(bench, `${MESSAGES}/${message}/threads`, { name: 'Thread' });
    expect(await bench.send('POST', CHANNELS, { name: 'The last' })).toMatchObject({ status: 201 });
    expect(await refusal(bench, 'POST', CHANNELS, { name: 'x' })).toMatchObject({ code: 30_013 });
  });

  test.each([
    { kind: 'threads', type: 11 as const, channelId: forum.general, code: 160_006 },
    { kind: 'threads of announcements', type: 10 as const, channelId: forum.digest, code: 160_007 },
  ])('a thousand $kind that are awake', async ({ type, channelId, code }) => {
    const bench = createBench();
    const path = `/channels/${channelId}/messages`;
    const start = async () => `${path}/${await made(bench, path, { content: 'x' })}/threads`;
    const first = await made(bench, await start(), { name: 'Thread', type });
    const thread = bench.world.channels.get(first);
    if (thread?.kind !== 'thread') throw new Error('No thread');
    for (const one of fill(999, (id) => ({ ...structuredClone(thread), id })))
      bench.world.channels.set(one.id, one);
    expect(await refusal(bench, 'POST', await start(), { name: 'x' })).toMatchObject({ code });
    expect(await refusal(bench, 'POST', `/channels/${channelId}/threads`, { name: 'x', type })).toMatchObject(
      {
        code,
      },
    );
    // One that sleeps makes room, and cannot be woken when there is none.
    await bench.send('PATCH', `/channels/${first}`, { archived: true });
    expect(await bench.send('POST', await start(), { name: 'x' })).toMatchObject({ status: 201 });
    expect(await refusal(bench, 'PATCH', `/channels/${first}`, { archived: false })).toMatchObject({ code });
    expect(await refusal(bench, 'POST', `/channels/${first}/messages`, { content: 'x' })).toMatchObject({
      code,
    });
  });

  test('a thousand webhooks, permission overwrites of a channel, and people in a thread', async () => {
    const bench = createBench();
    await made(bench, `/channels/${forum.mods}/webhooks`, { name: 'x' });
    const [webhook] = bench.world.webhooks.values();
    if (webhook === undefined) throw new Error('No webhook');
    for (const one of fill(999, (id) => ({ ...webhook, id }))) bench.world.webhooks.set(one.id, one);
    const webhooks = `/channels/${forum.general}/webhooks`;
    expect(await refusal(bench, 'POST', webhooks, { name: 'x' })).toMatchObject({ code: 30_058 });
    const channel = bench.world.channels.get(forum.general);
    if (channel?.kind !== 'channel') throw new Error('No channel');
    channel.overwrites = fill(1_000, (id) => ({ id, type: 0, allow: '0', deny: '0' }));
    const overwrite = `/channels/${forum.general}/permissions/${forum.moderatorRole}`;
    expect(await refusal(bench, 'PUT', overwrite, { type: 0 })).toMatchObject({ code: 30_060 });
    const message = await made(bench, MESSAGES, { content: 'x' });
    const id = await made(bench, `${MESSAGES}/${message}/threads`, { name: 'Thread' });
    const thread = bench.world.channels.get(id);
    if (thread?.kind !== 'thread') throw new Error('No thread');
    thread.thread.members.push(...fill(999, (userId) => ({ userId, joinedAt: '' })));
    expect(await refusal(bench, 'PUT', `/channels/${id}/thread-members/${ada}`)).toMatchObject({
      code: 30_033,
    });
  });
});

describe('a channel', () => {
  test('stands below a category of its server, or below none', async () => {
    const bench = createBench();
    const unknown = wrong('parent_id', 'CHANNEL_PARENT_INVALID');
    const noCategory = wrong('parent_id', 'CHANNEL_PARENT_INVALID_TYPE');
    const one = `/channels/${forum.general}`;
    for (const [parent_id, expected] of [
      [NOBODY, unknown],
      [FIRST_WORLD.second.lobby, unknown],
      [forum.mods, noCategory],
    ] as const) {
      expect(await refusal(bench, 'POST', CHANNELS, { name: 'x', parent_id })).toEqual(expected);
      expect(await refusal(bench, 'PATCH', one, { parent_id })).toEqual(expected);
      const move = [{ id: forum.general, parent_id }];
      expect(await refusal(bench, 'PATCH', CHANNELS, move)).toMatchObject({ errors: { 0: expected.errors } });
    }
    const [first, second] = [
      await made(bench, CHANNELS, { name: 'A', type: ChannelType.GuildCategory }),
      await made(bench, CHANNELS, { name: 'B', type: ChannelType.GuildCategory }),
    ];
    expect(await refusal(bench, 'PATCH', `/channels/${first}`, { parent_id: second })).toEqual(noCategory);
    expect(await bench.send('PATCH', one, { parent_id: first })).toMatchObject({
      said: { parent_id: first },
    });
    expect(await bench.send('PATCH', one, { parent_id: null })).toMatchObject({ said: { parent_id: null } });
  });

  test('is moved with others, of which one may go to another category, and takes its permissions when asked to', async () => {
    const bench = createBench();
    const overwrites = [{ id: forum.moderatorRole, type: 0, allow: '0', deny: '2048' }];
    const category = await made(bench, CHANNELS, {
      name: 'A',
      type: ChannelType.GuildCategory,
      permission_overwrites: overwrites,
    });
    const both = [
      { id: forum.general, parent_id: category },
      { id: forum.briefings, parent_id: category },
    ];
    expect(await refusal(bench, 'PATCH', CHANNELS, both)).toMatchObject({ code: 40_009 });
    const moves = [
      { id: forum.general, parent_id: category, lock_permissions: true, position: 5 },
      { id: forum.briefings, position: 1 },
    ];
    expect(await bench.send('PATCH', CHANNELS, moves)).toMatchObject({ status: 204 });
    expect(await bench.send('GET', `/channels/${forum.general}`)).toMatchObject({
      said: { parent_id: category, position: 5, permission_overwrites: overwrites },
    });
    bench.grantOnly(PermissionFlagsBits.ManageChannels | PermissionFlagsBits.ViewChannel);
    const away = { id: forum.mods, parent_id: category, lock_permissions: true };
    expect(await refusal(bench, 'PATCH', CHANNELS, [away])).toMatchObject({ code: 50_013 });
    bench.grantOnly(PermissionFlagsBits.ViewChannel);
    const there = { id: forum.mods, parent_id: category };
    expect(await refusal(bench, 'PATCH', CHANNELS, [there])).toMatchObject({ code: 50_001 });
    expect(await refusal(bench, 'PATCH', CHANNELS, [{ id: forum.mods, position: 1 }])).toMatchObject({
      code: 50_013,
    });
  });

  test('becomes an announcement channel and back, and nothing else', async () => {
    const bench = createBench();
    const one = `/channels/${forum.general}`;
    expect(await bench.send('PATCH', one, { type: 5 })).toMatchObject({ said: { type: 5 } });
    expect(await bench.send('PATCH', one, { type: 0 })).toMatchObject({ said: { type: 0 } });
    expect(await refusal(bench, 'PATCH', one, { type: 15 })).toEqual(wrong('type', 'BASE_TYPE_CHOICES'));
    const ideas = await made(bench, CHANNELS, { name: 'ideas', type: 15 });
    expect(await bench.send('PATCH', `/channels/${ideas}`, { type: 15 })).toMatchObject({ status: 200 });
    expect(await refusal(bench, 'PATCH', `/channels/${ideas}`, { type: 0 })).toMatchObject({ code: 50_035 });
  });

  test('has no two tags of one name', async () => {
    const bench = createBench();
    const available_tags = [{ name: 'Question' }, { name: 'Question' }];
    const draft = { name: 'ideas', type: 15 };
    expect(await refusal(bench, 'POST', CHANNELS, { ...draft, available_tags })).toMatchObject({
      code: 40_061,
    });
    const ideas = await made(bench, CHANNELS, draft);
    expect(await refusal(bench, 'PATCH', `/channels/${ideas}`, { available_tags })).toMatchObject({
      code: 40_061,
    });
  });

  test('and a thread have names that say something', async () => {
    const bench = createBench();
    const empty = wrong('name', 'BASE_TYPE_REQUIRED');
    const message = await made(bench, MESSAGES, { content: 'x' });
    const name = ' ';
    expect(await refusal(bench, 'POST', `${MESSAGES}/${message}/threads`, { name })).toEqual(empty);
    const loose = `/channels/${forum.general}/threads`;
    expect(await refusal(bench, 'POST', loose, { name, type: 11 })).toEqual(empty);
    const thread = await made(bench, loose, { name: ' Talk ', type: 11 });
    expect(await bench.send('GET', `/channels/${thread}`)).toMatchObject({ said: { name: 'Talk' } });
    expect(await refusal(bench, 'PATCH', `/channels/${thread}`, { name })).toEqual(empty);
  });
});

describe('lists of what was pinned or archived', () => {
  test('end before an instant, however it is written, and nowhere else', async () => {
    const bench = createBench();
    const pins = `/channels/${forum.general}/messages/pins`;
    const ids = [
      await made(bench, MESSAGES, { content: 'a' }),
      await made(bench, MESSAGES, { content: 'b' }),
    ];
    for (const id of ids) await bench.send('PUT', `${pins}/${id}`);
    const [first, second] = ids.map((id) => ({ message: { id } }));
    const { said } = await bench.send('GET', pins);
    expect(said).toMatchObject({ items: [second, first] });
    const [latest] = said['items'] as { pinned_at: string }[];
    const instant = new Date(latest?.pinned_at ?? '');
    const ask = async (before: string) =>
      (await bench.send('GET', `${pins}?before=${encodeURIComponent(before)}`)).said['items'];
    const local = instant.toISOString().replace('Z', '');
    const elsewhere = new Date(instant.getTime() + 3_600_000).toISOString().replace('Z', '+01:00');
    for (const written of [latest?.pinned_at ?? '', instant.toISOString(), local, elsewhere]) {
      expect(await ask(written), written).toMatchObject([first]);
    }
    const past = wrong('before', 'DATE_TIME_TYPE_PARSE');
    expect(await refusal(bench, 'GET', `${pins}?before=garbage`)).toEqual(past);
    for (const kind of ['public', 'private']) {
      const list = `/channels/${forum.general}/threads/archived/${kind}?before=yesterday`;
      expect(await refusal(bench, 'GET', list)).toEqual(past);
    }
  });
});

describe('a member', () => {
  test('is listed only for applications that may know all members', async () => {
    const path = `/guilds/${forum.id}/members?limit=10`;
    expect(await refusal(createBench(), 'GET', path)).toMatchObject({ code: 50_001 });
    const bench = createBench(GatewayIntentBits.GuildMembers);
    expect(await bench.send('GET', path)).toMatchObject({ status: 200 });
    // Looking for somebody by name is open to all.
    const search = `/guilds/${forum.id}/members/search?query=ada`;
    expect(await createBench().send('GET', search)).toMatchObject({ status: 200 });
  });

  test('is timed out for 28 days at most', async () => {
    const bench = createBench();
    bench.world.guilds.get(forum.id)?.roles.forEach((role) => {
      role.position = role.id === forum.botRole ? 9 : role.position;
    });
    const mute = (days: number) => {
      const until = new Date(bench.world.clock.now().getTime() + 600_000 + days * 86_400_000);
      return { communication_disabled_until: until.toISOString() };
    };
    const path = `/guilds/${forum.id}/members/${ada}`;
    expect(await bench.send('PATCH', path, mute(28))).toMatchObject({ status: 200 });
    expect(await refusal(bench, 'PATCH', path, mute(28.01))).toEqual(
      wrong('communication_disabled_until', 'INVALID_COMMUNICATION_DISABLED_TIMESTAMP'),
    );
  });
});

describe('the application', () => {
  test('says which privileged intents it has and that it has commands', async () => {
    const flags = async (bench: RestBench) => {
      const { said } = await bench.send('GET', '/applications/@me');
      expect(said['flags_new']).toBe(String(said['flags']));
      return said['flags'];
    };
    expect(await flags(createBench())).toBe(0);
    const all =
      GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
    const bench = createBench(all);
    expect(await flags(bench)).toBe((1 << 13) | (1 << 15) | (1 << 19));
    await bench.send('PUT', `/applications/${FIRST_WORLD.bot}/commands`, [{ name: 'x', description: 'x' }]);
    expect(await flags(bench)).toBe((1 << 13) | (1 << 15) | (1 << 19) | (1 << 23));
    const [guild] = createFirstWorld().guilds;
    if (guild === undefined) throw new Error('No server');
    for (const one of fill(100, (id) => ({ ...guild, id }))) bench.world.guilds.set(one.id, one);
    expect(await flags(bench)).toBe((1 << 12) | (1 << 14) | (1 << 18) | (1 << 23));
  });
});

describe('a message', () => {
  test('of somebody else loses its embeds to those who manage messages, and nothing more', async () => {
    const bench = createBench();
    const webhook = await bench.send('POST', `/channels/${forum.general}/webhooks`, { name: 'News' });
    const run = `/webhooks/${String(webhook.said['id'])}/${String(webhook.said['token'])}?wait=true`;
    const one = `${MESSAGES}/${await made(bench, run, { content: 'x', embeds: [{ title: 'y' }] })}`;
    const hidden = { said: { flags: 4, content: 'x', edited_timestamp: null } };
    expect(await bench.send('PATCH', one, { flags: 4 })).toMatchObject(hidden);
    // A flag that nobody may set on the messages of others is ignored.
    expect(await bench.send('PATCH', one, { flags: 4 | 32_768 })).toMatchObject(hidden);
    expect(await bench.send('PATCH', one, { flags: 0 })).toMatchObject({ said: { flags: 0 } });
    expect(await refusal(bench, 'PATCH', one, { flags: 4, content: 'z' })).toMatchObject({ code: 50_005 });
    expect(await refusal(bench, 'PATCH', one, {})).toMatchObject({ code: 50_005 });
    bench.grantOnly(PermissionFlagsBits.SendMessages);
    expect(await refusal(bench, 'PATCH', one, { flags: 4 })).toMatchObject({ code: 50_013 });
  });

  test('with a poll stays as it is', async () => {
    const bench = createBench();
    const poll = { question: { text: 'x' }, answers: [{ poll_media: { text: 'y' } }] };
    const one = `${MESSAGES}/${await made(bench, MESSAGES, { poll })}`;
    expect(await refusal(bench, 'PATCH', one, { content: 'z' })).toMatchObject({ code: 520_003 });
  });

  test('is answered only where its history can be read', async () => {
    const bench = createBench();
    const message_id = await made(bench, MESSAGES, { content: 'x' });
    const guild = bench.world.guilds.get(forum.id);
    const everyone = guild?.roles.find(({ id }) => id === forum.id);
    if (everyone === undefined) throw new Error('No roles');
    everyone.permissions = (PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages).toString();
    bench.grantOnly(0n);
    const reply = { content: 'y', message_reference: { message_id } };
    expect(await refusal(bench, 'POST', MESSAGES, reply)).toMatchObject({ code: 160_002 });
  });

  test('of people is empty for bots that may not read what people write, and full for the others', async () => {
    const said = { content: 'Secret', author: { id: mara } };
    for (const [intents, content] of [
      [0, ''],
      [GatewayIntentBits.MessageContent, 'Secret'],
    ] as const) {
      const bench = createBench(intents);
      const id = bench.say(mara, forum.general, 'Secret');
      expect(await bench.send('GET', `${MESSAGES}/${id}`)).toMatchObject({ said: { ...said, content } });
      expect((await bench.send('GET', MESSAGES)).said).toMatchObject([{ content }]);
      await bench.send('PUT', `${MESSAGES}/pins/${id}`);
      expect((await bench.send('GET', `${MESSAGES}/pins`)).said).toMatchObject({
        items: [{ message: { content } }],
      });
    }
  });

  test('keeps the file that an edit names, with a new description', async () => {
    const bench = createBench();
    const form = new FormData();
    form.set(
      'payload_json',
      JSON.stringify({ content: 'x', attachments: [{ id: 0, description: 'Old' }, { id: 1 }] }),
    );
    form.set('files[0]', new Blob(['one']), 'one.txt');
    form.set('files[1]', new Blob(['two']), 'two.txt');
    const { said } = await bench.send('POST', MESSAGES, form);
    const [kept] = said['attachments'] as { id: string; url: string }[];
    const one = `${MESSAGES}/${String(said['id'])}`;
    const attachments = [{ id: kept?.id, description: 'New' }];
    const edited = await bench.send('PATCH', one, { attachments });
    expect(edited.said['attachments']).toEqual([{ ...kept, description: 'New' }]);
    expect((await bench.send('PATCH', one, { attachments: [] })).said['attachments']).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createToken } from '@communique/api/access/create-token';
import { auditLog } from '@communique/api/audit/table';
import { connectionOf } from '@communique/api/database/client';
import { createApi } from '@communique/api/server';
import { BOT_TOKEN, headersOf, type Answer, type Asker } from '../../support/ask-api.ts';
import { FORUM, OTHER_SERVER } from '../../support/digest-world.ts';
import { createSender, createWebhookWorld, type WebhookWorld } from '../../support/webhook-world.ts';

const ADA = { userId: '1336000000000000061', guildId: FORUM };
const moderator: Asker = { ...ADA, permissions: '32' };
const otherModerator: Asker = { ...ADA, guildId: OTHER_SERVER, permissions: '8' };
const REFUSED: Asker[] = ['anonymous', 'bot', ADA];

const ERROR = '... on Error { code message path }';
const ADD = `mutation ($input: AddWebhookInput!) { result: addWebhook(input: $input) {
  ... on WebhookAdded { secret webhook { id url kinds state } } ${ERROR} } }`;
const CHANGE = `mutation ($input: ChangeWebhookInput!) { result: changeWebhook(input: $input) {
  ... on WebhookChanged { secret webhook { id url kinds state disabledReason } } ${ERROR} } }`;
const REMOVE = `mutation ($input: RemoveWebhookInput!) { result: removeWebhook(input: $input) { ... on WebhookRemoved { webhookId } ${ERROR} } }`;
const TEST = `mutation ($input: TestWebhookInput!) { result: testWebhook(input: $input) {
  ... on WebhookTest { url headers { name value } body status answer reason } ${ERROR} } }`;
const REDELIVER = `mutation ($input: RedeliverWebhookInput!) { result: redeliverWebhook(input: $input) {
  ... on WebhookDelivery { id state attempt } ${ERROR} } }`;
const LIST = '{ result: webhooks(first: 10) { edges { node { id url } } } }';
const DELIVERIES = `query ($id: ID!) { result: webhookDeliveries(webhookId: $id, first: 10) {
  edges { node { id state attempt status change { slug } } } } }`;

function asking({ db, clock, logger, sender }: WebhookWorld, isOn = true) {
  const api = createApi({ db, clock, logger, botToken: BOT_TOKEN, webhooks: isOn ? sender : undefined });
  return async (asker: Asker, query: string, variables: object = {}): Promise<Answer> => {
    const response = await api.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headersOf(asker) },
        body: JSON.stringify({ query, variables }),
      }),
    );
    const { data = null, errors = [] } = await response.json();
    return { status: response.status, data, errors };
  };
}

function codeOf({ data, errors }: Answer): string | undefined {
  return data?.result?.code ?? errors[0]?.extensions?.code;
}

const keyed = (input: object) => ({ input: { idempotencyKey: randomUUID(), ...input } });
const wish = (url: string, more: object = {}) => keyed({ url, ...more });

test('a moderator adds a webhook, sees its secret once, and the same wish answers the same', async () => {
  const world = await createWebhookWorld();
  const ask = asking(world);
  const variables = wish('https://example.org/hook#part');
  const added = (await ask(moderator, ADD, variables)).data.result;
  expect(added).toMatchObject({
    secret: expect.stringMatching(/^whsec_[\w-]{43}$/),
    webhook: { url: 'https://example.org/hook', kinds: [], state: 'ACTIVE' },
  });
  expect((await ask(moderator, ADD, variables)).data.result).toEqual(added);
  const other = { input: { ...variables.input, url: 'https://example.org/other' } };
  expect(codeOf(await ask(moderator, ADD, other))).toBe('CONFLICT');
  expect((await ask(moderator, LIST)).data.result.edges).toHaveLength(1);
  const stored = connectionOf(world.db).prepare('select * from webhooks').all();
  const audit = await world.db.orm.select().from(auditLog);
  expect(JSON.stringify([stored, audit])).not.toContain(added.secret);
  expect(audit.at(-1)).toMatchObject({ action: 'webhook.add', communityId: FORUM, actorId: ADA.userId });
});

test('who is no moderator of the server gets nothing, neither by name nor by id', async () => {
  const world = await createWebhookWorld();
  const ask = asking(world);
  const { webhook } = await world.add();
  await world.publish('riyadh');
  await world.deliver();
  const [delivery] = await world.deliveries();
  const operations: [string, object][] = [
    [ADD, wish('https://example.org/')],
    [CHANGE, keyed({ webhookId: webhook.id, enabled: false })],
    [TEST, keyed({ webhookId: webhook.id })],
    [REDELIVER, keyed({ deliveryId: delivery?.id })],
    [DELIVERIES, { id: webhook.id }],
    [REMOVE, keyed({ webhookId: webhook.id })],
  ];
  const before = world.receiver.received.length;
  for (const [query, variables] of operations) {
    for (const asker of REFUSED) expect(codeOf(await ask(asker, query, variables))).toBe('NOT_ALLOWED');
    if (query !== ADD) expect(codeOf(await ask(otherModerator, query, variables))).toBe('NOT_FOUND');
  }
  for (const asker of REFUSED) expect(codeOf(await ask(asker, LIST))).toBe('NOT_ALLOWED');
  expect((await ask(otherModerator, LIST)).data.result.edges).toEqual([]);
  expect(world.receiver.received).toHaveLength(before);
  expect(await world.webhook()).toMatchObject({ state: 'ACTIVE', removedAt: null });
});

test('a dry run shows exactly what was sent and what came back, and counts for nothing', async () => {
  const world = await createWebhookWorld();
  const ask = asking(world);
  const { webhook, secret } = await world.add();
  world.receiver.behave((response) => response.writeHead(418).end('I am a teapot'));
  const trial = (await ask(moderator, TEST, keyed({ webhookId: webhook.id }))).data.result;
  expect(trial).toMatchObject({
    url: world.receiver.url,
    status: 418,
    answer: 'I am a teapot',
    reason: null,
  });
  const [received] = world.receiver.received;
  expect(trial.body).toBe(received?.body);
  expect(JSON.parse(trial.body)).toMatchObject({ event: 'TEST' });
  for (const { name, value } of trial.headers) expect(received?.headers[name.toLowerCase()]).toBe(value);
  expect(JSON.stringify(trial)).not.toContain(secret);
  expect(await world.deliveries()).toEqual([]);
  expect(await world.webhook()).toMatchObject({ failures: 0, state: 'ACTIVE' });
});

test('changing names what is different; a new secret is shown once; the rest stays', async () => {
  const world = await createWebhookWorld();
  const ask = asking(world);
  const { webhook, secret } = await world.add();
  const change = async (input: object) =>
    (await ask(moderator, CHANGE, keyed({ webhookId: webhook.id, ...input }))).data.result;
  expect(await change({ kinds: ['BRIEFING_CORRECTED'] })).toMatchObject({
    secret: null,
    webhook: { url: world.receiver.url, kinds: ['BRIEFING_CORRECTED'], state: 'ACTIVE' },
  });
  expect(await change({ enabled: false, url: null })).toMatchObject({
    webhook: { state: 'DISABLED', disabledReason: 'a moderator switched it off', url: world.receiver.url },
  });
  const renewed = await change({ newSecret: true, enabled: true });
  expect(renewed.secret).toMatch(/^whsec_/);
  expect(renewed.secret).not.toBe(secret);
  expect(await change({})).toMatchObject({
    secret: null,
    webhook: { state: 'ACTIVE', disabledReason: null },
  });
  const removal = keyed({ webhookId: webhook.id });
  expect((await ask(moderator, REMOVE, removal)).data.result).toEqual({ webhookId: webhook.id });
  expect((await ask(moderator, REMOVE, removal)).data.result).toEqual({ webhookId: webhook.id });
  expect(codeOf(await ask(moderator, REMOVE, keyed({ webhookId: webhook.id })))).toBe('NOT_FOUND');
});

test('the same wish with the same key is carried out once and answered alike', async () => {
  const world = await createWebhookWorld();
  const ask = asking(world);
  const { webhook } = await world.add();
  await world.publish('riyadh');
  await world.deliver();
  const [delivery] = await world.deliveries();
  const acts = async () => (await world.db.orm.select().from(auditLog)).length;
  const wishes: [string, ReturnType<typeof keyed>][] = [
    [CHANGE, keyed({ webhookId: webhook.id, newSecret: true })],
    [TEST, keyed({ webhookId: webhook.id })],
    [REDELIVER, keyed({ deliveryId: delivery?.id })],
  ];
  for (const [query, variables] of wishes) {
    const first = (await ask(moderator, query, variables)).data.result;
    const before = { acts: await acts(), received: world.receiver.received.length };
    expect((await ask(moderator, query, variables)).data.result).toEqual(first);
    expect({ acts: await acts(), received: world.receiver.received.length }).toEqual(before);
    const other = { input: { ...variables.input, idempotencyKey: 'no key' } };
    expect(codeOf(await ask(moderator, query, other))).toBe('INVALID_INPUT');
  }
  const kept = JSON.stringify(connectionOf(world.db).prepare('select * from idempotency_keys').all());
  expect(kept).not.toContain('whsec_');
  expect((await world.db.orm.select().from(auditLog)).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['webhook.change', 'webhook.test', 'webhook.redeliver']),
  );
});

test('an operator keeps the library’s webhooks, those of a server, and those that are told of everybody', async () => {
  const world = await createWebhookWorld();
  const ask = asking(world);
  const { token } = await createToken(
    world.db,
    { name: 'Ops', role: 'OPERATOR', communityId: null, expiresAt: null },
    world.act(),
  );
  const operator: Asker = { token };
  const url = world.receiver.url;
  const added = async (more: object) => {
    const { data } = await ask(operator, ADD, wish(url, more));
    return data.result.webhook?.id ?? data.result.code;
  };
  const ofLibrary = await added({});
  const ofServer = await added({ communityId: FORUM });
  const ofAll = await added({ communityId: '*', kinds: ['BRIEFING_PUBLISHED'] });
  expect(await added({ communityId: '1336000000000000099' })).toBe('NOT_FOUND');
  await world.publish('of-the-library');
  await world.publish('of-the-server', { communityId: FORUM });
  await world.publish('of-another', { communityId: OTHER_SERVER });
  await world.deliver();
  const told = async (id: string) => {
    const { edges } = (await ask(operator, DELIVERIES, { id })).data.result;
    return edges.map(({ node }: { node: { change: { slug: string } } }) => node.change.slug).toSorted();
  };
  expect(await told(ofLibrary)).toEqual(['of-the-library']);
  expect(await told(ofServer)).toEqual(['of-the-library', 'of-the-server']);
  expect(await told(ofAll)).toEqual(['of-another', 'of-the-library', 'of-the-server']);
  const listed = async (asker: Asker, communityId: string) => {
    const answer = await ask(
      asker,
      `{ result: webhooks(first: 10, communityId: "${communityId}") { edges { node { id communityId } } } }`,
    );
    return answer.data?.result.edges.map(({ node }: { node: object }) => node) ?? codeOf(answer);
  };
  expect(await listed(operator, '*')).toEqual([{ id: ofAll, communityId: '*' }]);
  expect(await listed(operator, 'library')).toEqual([{ id: ofLibrary, communityId: 'library' }]);
  expect(await listed(moderator, FORUM)).toEqual([{ id: ofServer, communityId: FORUM }]);
  for (const other of ['*', 'library', OTHER_SERVER])
    expect(await listed(moderator, other)).toBe('NOT_ALLOWED');
  expect(codeOf(await ask(moderator, ADD, wish(url, { communityId: '*' })))).toBe('NOT_ALLOWED');
  expect(codeOf(await ask(moderator, REMOVE, keyed({ webhookId: ofAll })))).toBe('NOT_FOUND');
  const off = await ask(operator, CHANGE, keyed({ webhookId: ofServer, enabled: false }));
  expect(off.data.result.webhook).toMatchObject({ disabledReason: 'an operator switched it off' });
});

test('deliveries are listed and can be sent once more', async () => {
  const world = await createWebhookWorld();
  const ask = asking(world);
  const { webhook } = await world.add();
  await world.publish('riyadh');
  await world.publish('istanbul');
  await world.deliver();
  const { edges } = (await ask(moderator, DELIVERIES, { id: webhook.id })).data.result;
  expect(edges).toMatchObject([
    { node: { state: 'DELIVERED', attempt: 1, status: 204, change: { slug: 'istanbul' } } },
    { node: { state: 'DELIVERED', change: { slug: 'riyadh' } } },
  ]);
  const { id } = edges[1].node;
  const again = keyed({ deliveryId: id });
  expect((await ask(moderator, REDELIVER, again)).data.result).toEqual({ id, state: 'PENDING', attempt: 0 });
  await world.deliver();
  expect(world.receiver.received.map(({ headers }) => headers['communique-delivery'])).toEqual([
    id,
    edges[0].node.id,
    id,
  ]);
});

test.each([
  'ftp://example.org/',
  'javascript:alert(1)',
  'example.org',
  '',
  'https://user:password@example.org/',
  `https://example.org/${'x'.repeat(2_000)}`,
  'https://example.org/\ud800',
])('the address %j is refused with a reason', async (url) => {
  const world = await createWebhookWorld();
  const { data } = await asking(world)(moderator, ADD, wish(url));
  expect(data.result).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'url'] });
});

test('there is an end to how many a server may have', async () => {
  const world = await createWebhookWorld();
  for (let count = 0; count < 10; count += 1) await world.add();
  expect(codeOf(await asking(world)(moderator, ADD, wish('https://example.org/')))).toBe('CONFLICT');
});

test('without a key for secrets webhooks are off, and the answer says so', async () => {
  const world = await createWebhookWorld();
  const { data } = await asking(world, false)(moderator, ADD, wish('https://example.org/'));
  expect(data.result).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('WEBHOOK_KEY') });
});

test('an address of this machine or a private network, however it is written, is refused at once', async () => {
  const world = await createWebhookWorld();
  const ask = asking({ ...world, sender: createSender({ allowPrivateAddresses: false }) });
  const { webhook } = (await ask(moderator, ADD, wish('https://example.org/hook'))).data.result;
  for (const url of [
    'http://2130706433/',
    'http://0x7f.1/',
    'http://127.0.0.1:8080/hook',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fd00::1]/',
  ]) {
    const refused = {
      code: 'INVALID_INPUT',
      path: ['input', 'url'],
      message: expect.stringContaining('must lead to a public address'),
    };
    expect((await ask(moderator, ADD, wish(url))).data.result).toEqual(refused);
    const change = keyed({ webhookId: webhook.id, url });
    expect((await ask(moderator, CHANGE, change)).data.result).toEqual(refused);
  }
  expect((await ask(moderator, LIST)).data.result.edges).toEqual([
    { node: { id: webhook.id, url: webhook.url } },
  ]);
  const open = asking(world);
  expect((await open(moderator, ADD, wish('http://127.0.0.1:8080/'))).data.result).toHaveProperty('webhook');
});

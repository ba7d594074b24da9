/** Who may do what: every operation that is not open to all, asked by everybody there is, over HTTP. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { auditLog } from '@communique/api/audit/table';
import { communities } from '@communique/api/communities/table';
import { connectionOf, type Database } from '@communique/api/database/client';
import { recordDelivery } from '@communique/api/digests/record-delivery';
import { deliveries, digestSchedules, posts } from '@communique/api/digests/table';
import { createApi } from '@communique/api/server';
import { BOT_TOKEN, createAsk, type Answer, type Asker } from '../../support/ask-api.ts';
import { CHANNEL, createDigestWorld, FORUM, MESSAGE, OTHER_SERVER } from '../../support/digest-world.ts';

const ADA = { userId: '1336000000000000061', guildId: FORUM };
const ASKERS = {
  'an anonymous reader': 'anonymous',
  'the bot': 'bot',
  'a member': ADA,
  'a moderator': { ...ADA, permissions: '32' },
  'a member of another server': { ...ADA, guildId: OTHER_SERVER },
  'a moderator of another server': { ...ADA, guildId: OTHER_SERVER, permissions: '8' },
} satisfies Record<string, Asker>;
type AskerName = keyof typeof ASKERS;

const SCHEDULE_FIELDS = '... on DigestSchedule { id communityId } ... on Error { code }';

interface Operation {
  name: string;
  query: string;
  variables: (world: {
    scheduleId: string;
    deliveryId: string;
    editionId: string;
    leaseToken: string;
  }) => object;
  /** What each asker gets: null for data, else the code of a typed or top-level error. */
  allowed: Partial<Record<AskerName, string>>;
}

const keyed = (input: object) => ({ input: { idempotencyKey: randomUUID(), ...input } });

/** Everybody who is not named is answered NOT_ALLOWED. */
const OPERATIONS: Operation[] = [
  {
    name: 'registerCommunity',
    query:
      'mutation ($input: RegisterCommunityInput!) { result: registerCommunity(input: $input) { ... on RegisteredCommunity { community { id } } ... on Error { code } } }',
    variables: () => keyed({ guildId: FORUM, name: 'Renamed', locale: 'en-US' }),
    allowed: { 'the bot': 'data' },
  },
  {
    name: 'createDigestSchedule',
    query: `mutation ($input: CreateDigestScheduleInput!) { result: createDigestSchedule(input: $input) { ${SCHEDULE_FIELDS} } }`,
    variables: () => keyed({ channelId: CHANNEL, localTime: '09:00', timeZone: 'UTC' }),
    allowed: { 'a moderator': 'data', 'a moderator of another server': 'data' },
  },
  ...['pauseDigestSchedule', 'resumeDigestSchedule'].map((name) => ({
    name,
    query: `mutation ($input: ChangeDigestScheduleInput!) { result: ${name}(input: $input) { ${SCHEDULE_FIELDS} } }`,
    variables: ({ scheduleId }: { scheduleId: string }) => keyed({ scheduleId }),
    allowed: { 'a moderator': 'data', 'a moderator of another server': 'NOT_FOUND' },
  })),
  {
    name: 'removeDigestSchedule',
    query:
      'mutation ($input: ChangeDigestScheduleInput!) { result: removeDigestSchedule(input: $input) { ... on RemovedDigestSchedule { scheduleId } ... on Error { code } } }',
    variables: ({ scheduleId }) => keyed({ scheduleId }),
    allowed: { 'a moderator': 'data', 'a moderator of another server': 'NOT_FOUND' },
  },
  {
    name: 'claimDeliveries',
    query:
      'mutation ($input: ClaimDeliveriesInput!) { result: claimDeliveries(input: $input) { ... on ClaimedDeliveries { deliveries { leaseToken } } ... on Error { code } } }',
    variables: () => keyed({ limit: 1 }),
    allowed: { 'the bot': 'data' },
  },
  {
    name: 'recordDelivery',
    query:
      'mutation ($input: RecordDeliveryInput!) { result: recordDelivery(input: $input) { ... on Delivery { id } ... on Error { code } } }',
    variables: ({ deliveryId, leaseToken }) =>
      keyed({ deliveryId, leaseToken, outcome: 'SENT', messageId: MESSAGE }),
    allowed: { 'the bot': 'data' },
  },
  {
    name: 'digestPreview',
    query:
      'query ($scheduleId: ID!) { result: digestPreview(scheduleId: $scheduleId) { ... on DigestPreview { schedule { id } } ... on Error { code } } }',
    variables: ({ scheduleId }) => ({ scheduleId }),
    allowed: { 'a moderator': 'data', 'a moderator of another server': 'NOT_FOUND' },
  },
  {
    name: 'digestSchedules',
    query: '{ result: digestSchedules(first: 10) { edges { node { communityId } } } }',
    variables: () => ({}),
    allowed: { 'a moderator': 'data', 'a moderator of another server': 'data' },
  },
  {
    name: 'digestSchedule',
    query: 'query ($scheduleId: ID!) { result: digestSchedule(id: $scheduleId) { id } }',
    variables: ({ scheduleId }) => ({ scheduleId }),
    allowed: { 'the bot': 'data', 'a moderator': 'data', 'a moderator of another server': 'null' },
  },
  {
    name: 'community',
    query: 'query ($id: String!) { result: community(id: $id) { moderatorRoleIds } }',
    variables: () => ({ id: FORUM }),
    allowed: { 'the bot': 'data', 'a moderator': 'data' },
  },
  {
    name: 'community, of the library',
    query: '{ result: community(id: "library") { id } }',
    variables: () => keyed({ limit: 1 }),
    allowed: { 'the bot': 'data' },
  },
  {
    name: 'webhooks',
    query: '{ result: webhooks(first: 10) { edges { node { id } } } }',
    variables: () => ({}),
    allowed: { 'a moderator': 'data', 'a moderator of another server': 'data' },
  },
  {
    name: 'webhookDeliveries',
    query: '{ result: webhookDeliveries(webhookId: "x", first: 10) { edges { node { id } } } }',
    variables: () => ({}),
    allowed: { 'a moderator': 'NOT_FOUND', 'a moderator of another server': 'NOT_FOUND' },
  },
  {
    name: 'node, of a schedule',
    query: 'query ($scheduleId: ID!) { result: node(id: $scheduleId) { id } }',
    variables: ({ scheduleId }) => ({ scheduleId }),
    allowed: {
      'an anonymous reader': 'null',
      'the bot': 'data',
      'a member': 'null',
      'a moderator': 'data',
      'a member of another server': 'null',
      'a moderator of another server': 'null',
    },
  },
  {
    name: 'node, of an edition that is not posted',
    query: 'query ($id: ID!) { result: node(id: $id) { id } }',
    variables: ({ editionId }) => ({ id: btoa(`Edition:${editionId}`) }),
    allowed: {
      'an anonymous reader': 'null',
      'the bot': 'data',
      'a member': 'null',
      'a moderator': 'data',
      'a member of another server': 'null',
      'a moderator of another server': 'null',
    },
  },
  {
    name: 'node, of a delivery that is not posted',
    query: 'query ($id: ID!) { result: node(id: $id) { id } }',
    variables: ({ deliveryId }) => ({ id: btoa(`Delivery:${deliveryId}`) }),
    allowed: {
      'an anonymous reader': 'null',
      'the bot': 'data',
      'a member': 'null',
      'a moderator': 'data',
      'a member of another server': 'null',
      'a moderator of another server': 'null',
    },
  },
];

async function createWorld() {
  const world = await createDigestWorld();
  await world.publish('riyadh-talks');
  const schedule = await world.schedule();
  world.clock.pass(3_600_000);
  const [claimed] = await world.claim();
  if (claimed === undefined) throw new Error('Nothing was claimed');
  return {
    ...world,
    ask: createAsk(world),
    scheduleId: btoa(`DigestSchedule:${schedule.id}`),
    deliveryId: claimed.delivery.id,
    editionId: claimed.delivery.editionId,
    leaseToken: claimed.leaseToken,
  };
}

function outcomeOf({ data, errors }: Answer): string {
  const [error] = errors;
  if (error !== undefined) return error.extensions?.code ?? error.message;
  if (data.result === null) return 'null';
  return data.result.code ?? 'data';
}

describe.each(OPERATIONS)('$name', ({ query, variables, allowed }) => {
  test.each(Object.entries(ASKERS))('asked by %s', async (name, asker) => {
    const world = await createWorld();
    const wanted =
      Object.entries(allowed).find(([allowedName]) => allowedName === name)?.[1] ?? 'NOT_ALLOWED';
    expect(outcomeOf(await world.ask(asker, query, variables(world)))).toBe(wanted);
  });
});

test('what is refused changes nothing', async () => {
  const world = await createWorld();
  const before = await everything(world.db);
  for (const { query, variables, allowed } of OPERATIONS) {
    const refused = Object.entries(ASKERS).filter(
      ([askerName]) =>
        !Object.entries(allowed).some(([name, outcome]) => name === askerName && outcome === 'data'),
    );
    for (const [, asker] of refused) await world.ask(asker, query, variables(world));
  }
  expect(await everything(world.db)).toEqual(before);
});

async function everything({ orm }: Database) {
  return {
    communities: await orm.select().from(communities),
    schedules: await orm.select().from(digestSchedules),
    deliveries: await orm.select().from(deliveries),
    posts: await orm.select().from(posts),
    audit: await orm.select().from(auditLog),
  };
}

test('a moderator by role may do what a moderator by permission may', async () => {
  const world = await createWorld();
  connectionOf(world.db)
    .prepare(`update communities set moderator_role_ids = '["1336000000000000071"]'`)
    .run();
  const byRole = { ...ADA, roleIds: ['1336000000000000071'] };
  const { data } = await world.ask(
    byRole,
    '{ digestSchedules(first: 1) { edges { node { communityId } } } }',
  );
  expect(data.digestSchedules.edges).toEqual([{ node: { communityId: FORUM } }]);
});

describe('what was posted', () => {
  const QUERY =
    'query ($id: ID!) { node(id: $id) { ... on Delivery { edition { items { briefing { slug } } } } ... on Edition { items { briefing { slug } } } } }';

  async function withPost() {
    const world = await createWorld();
    const { deliveryId, leaseToken } = world;
    const report = {
      deliveryId,
      leaseToken,
      outcome: 'SENT' as const,
      messageId: MESSAGE,
      errorCode: null,
      reason: null,
    };
    await recordDelivery(world.db, report, { clock: world.clock, act: world.act() });
    return { ...world, id: btoa(`Delivery:${deliveryId}`), editionOf: btoa(`Edition:${world.editionId}`) };
  }

  test('may be read by everybody in that server and by nobody else', async () => {
    const world = await withPost();
    for (const id of [world.id, world.editionOf]) {
      const readers = [];
      for (const [name, asker] of Object.entries(ASKERS)) {
        const { data } = await world.ask(asker, QUERY, { id });
        if (data.node !== null) readers.push(name);
      }
      expect(readers).toEqual(['the bot', 'a member', 'a moderator']);
    }
  });

  test('does not show its schedule to members', async () => {
    const { ask, id } = await withPost();
    const query = 'query ($id: ID!) { node(id: $id) { ... on Delivery { schedule { channelId } } } }';
    expect(await ask(ADA, query, { id })).toMatchObject({
      data: { node: null },
      errors: [{ extensions: { code: 'NOT_ALLOWED' } }],
    });
  });
});

test('a wrong token is refused with status 401 before anything runs', async () => {
  const world = await createWorld();
  const api = createApi({ ...world, botToken: BOT_TOKEN });
  const response = await api.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer something-else' },
      body: JSON.stringify({ query: '{ digestSchedules(first: 1) { __typename } }' }),
    }),
  );
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
});

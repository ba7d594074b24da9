import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createAsk } from '../../support/ask-api.ts';
import {
  CHANNEL,
  createDigestWorld,
  FORUM,
  mara,
  MESSAGE,
  type DigestWorld,
} from '../../support/digest-world.ts';

const MARA = { userId: mara.userId, guildId: FORUM, permissions: '32' };

const CREATE = `mutation ($input: CreateDigestScheduleInput!) {
  createDigestSchedule(input: $input) {
    __typename
    ... on DigestSchedule {
      id communityId channelId localTime timeZone weekdays topics { slug name } size state disabledReason
      nextRunAt upcomingRuns(first: 3) { at localDate shifted } createdAt lastDelivery { id }
    }
    ... on Error { code message path }
  }
}`;

function input(changes: object = {}) {
  return {
    channelId: CHANNEL,
    localTime: '09:00',
    timeZone: 'UTC',
    idempotencyKey: randomUUID(),
    ...changes,
  };
}

const keyed = (wish: object) => ({ input: { idempotencyKey: randomUUID(), ...wish } });

async function createApiWorld(): Promise<DigestWorld & { ask: ReturnType<typeof createAsk> }> {
  const world = await createDigestWorld();
  await world.publish('riyadh-talks', { topics: ['diplomacy'], prompt: 'Who was not invited?' });
  return { ...world, ask: createAsk(world) };
}

describe('creating a digest schedule', () => {
  test('answers it whole', async () => {
    const { ask } = await createApiWorld();
    const { data } = await ask(MARA, CREATE, {
      input: input({ topics: ['diplomacy'], weekdays: ['FRIDAY', 'TUESDAY'] }),
    });
    expect(data.createDigestSchedule).toEqual({
      __typename: 'DigestSchedule',
      id: expect.any(String),
      communityId: FORUM,
      channelId: CHANNEL,
      localTime: '09:00',
      timeZone: 'UTC',
      weekdays: ['TUESDAY', 'FRIDAY'],
      topics: [{ slug: 'diplomacy', name: 'diplomacy' }],
      size: 3,
      state: 'ACTIVE',
      disabledReason: null,
      nextRunAt: '2025-02-18T09:00:00.000Z',
      upcomingRuns: [
        { at: '2025-02-18T09:00:00.000Z', localDate: '2025-02-18', shifted: false },
        { at: '2025-02-21T09:00:00.000Z', localDate: '2025-02-21', shifted: false },
        { at: '2025-02-25T09:00:00.000Z', localDate: '2025-02-25', shifted: false },
      ],
      createdAt: '2025-02-18T08:00:00.000Z',
      lastDelivery: null,
    });
  });

  test('tells which run is moved because its time does not exist', async () => {
    const { ask, clock } = await createApiWorld();
    clock.jumpTo('2026-03-28T12:00:00Z');
    const { data } = await ask(MARA, CREATE, {
      input: input({ localTime: '02:30', timeZone: 'Europe/Berlin' }),
    });
    expect(data.createDigestSchedule.upcomingRuns).toEqual([
      { at: '2026-03-29T01:00:00.000Z', localDate: '2026-03-29', shifted: true },
      { at: '2026-03-30T00:30:00.000Z', localDate: '2026-03-30', shifted: false },
      { at: '2026-03-31T00:30:00.000Z', localDate: '2026-03-31', shifted: false },
    ]);
  });

  test.each([
    [{ localTime: '25:99' }, 'InvalidInputError', ['input', 'localTime']],
    [{ timeZone: 'Mars/Olympus' }, 'InvalidInputError', ['input', 'timeZone']],
    [{ topics: ['gardening'] }, 'NotFoundError', ['input', 'topics']],
  ])('answers a typed error to %j', async (changes, type, path) => {
    const { ask } = await createApiWorld();
    const { data, errors } = await ask(MARA, CREATE, { input: input(changes) });
    expect(errors).toEqual([]);
    expect(data.createDigestSchedule).toMatchObject({ __typename: type, path });
  });

  test('answers a typed conflict when its key was used for another wish', async () => {
    const { ask } = await createApiWorld();
    const wish = input();
    await ask(MARA, CREATE, { input: wish });
    const { data } = await ask(MARA, CREATE, { input: { ...wish, size: 5 } });
    expect(data.createDigestSchedule).toMatchObject({ __typename: 'ConflictError', code: 'CONFLICT' });
  });
});

describe('the schedules of a server', () => {
  const LIST = `query ($first: Int!, $after: String) {
    digestSchedules(first: $first, after: $after) {
      edges { cursor node { localTime } } pageInfo { hasNextPage endCursor }
    }
  }`;

  test('come in pages, the newest first, without those that were removed', async () => {
    const world = await createApiWorld();
    const { ask } = world;
    for (const localTime of ['07:00', '08:00', '09:00', '10:00']) {
      await world.schedule({ localTime });
      world.clock.pass(1_000);
    }
    const removed = await world.schedule({ localTime: '11:00' });
    await ask(
      MARA,
      'mutation ($input: ChangeDigestScheduleInput!) { removeDigestSchedule(input: $input) { __typename } }',
      keyed({ scheduleId: btoa(`DigestSchedule:${removed.id}`) }),
    );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await ask(MARA, LIST, { first: 3, after });
      const { edges, pageInfo } = data.digestSchedules;
      seen.push(...edges.map(({ node }: { node: { localTime: string } }) => node.localTime));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['10:00', '09:00', '08:00', '07:00']);
  });

  test.each([
    [{ first: 0 }, ['first']],
    [{ first: 101 }, ['first']],
    [{ first: 1, after: 'nonsense' }, ['after']],
  ])('are refused to %j with the argument that is wrong', async (variables, path) => {
    const { ask } = await createApiWorld();
    const { errors } = await ask(MARA, LIST, variables);
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path } }]);
  });

  test('can be fetched again by their ids, and by nothing else', async () => {
    const world = await createApiWorld();
    const { id } = await world.schedule();
    const query = 'query ($id: ID!) { digestSchedule(id: $id) { localTime } }';
    const found = async (globalId: string) =>
      (await world.ask(MARA, query, { id: globalId })).data.digestSchedule;
    expect(await found(btoa(`DigestSchedule:${id}`))).toEqual({ localTime: '09:00' });
    for (const other of [
      id,
      '',
      '💥',
      'x'.repeat(10_000),
      btoa(`Delivery:${id}`),
      btoa('DigestSchedule:'),
      btoa('::'),
    ]) {
      expect(await found(other)).toBeNull();
    }
  });

  test('show at most ten coming runs, and none while they are paused', async () => {
    const world = await createApiWorld();
    const { id } = await world.schedule();
    const query =
      'query ($id: ID!, $first: Int!) { digestSchedule(id: $id) { upcomingRuns(first: $first) { at } } }';
    const variables = { id: btoa(`DigestSchedule:${id}`) };
    const { data } = await world.ask(MARA, query, { ...variables, first: 10 });
    expect(data.digestSchedule.upcomingRuns).toHaveLength(10);
    for (const first of [0, 11, -5]) {
      const { errors } = await world.ask(MARA, query, { ...variables, first });
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path: ['first'] } }]);
    }
    await world.ask(
      MARA,
      'mutation ($input: ChangeDigestScheduleInput!) { pauseDigestSchedule(input: $input) { __typename } }',
      keyed({ scheduleId: variables.id }),
    );
    const paused = await world.ask(MARA, query, { ...variables, first: 3 });
    expect(paused.data.digestSchedule.upcomingRuns).toEqual([]);
  });
});

const CLAIM = `mutation ($input: ClaimDeliveriesInput!) { claimDeliveries(input: $input) {
  ... on ClaimedDeliveries { deliveries {
    leaseToken leasedUntil mayBePosted
    delivery {
      id deliveryId state runAt channelId attempt schedule { communityId }
      edition { id cutOffAt items { briefing { slug title revision } } prompt { id text } }
    }
  } }
} }`;

const RECORD = `mutation ($input: RecordDeliveryInput!) { recordDelivery(input: $input) {
  __typename
  ... on Delivery { state messageId postedAt reason }
  ... on Error { code path }
} }`;

test('a digest travels from its schedule into the channel: preview, claim, report, record', async () => {
  const world = await createApiWorld();
  const { ask, clock } = world;
  const created = await ask(MARA, CREATE, { input: input() });
  const scheduleId: string = created.data.createDigestSchedule.id;

  const preview = await ask(
    MARA,
    `query ($scheduleId: ID!) { digestPreview(scheduleId: $scheduleId) { ... on DigestPreview {
      nextRunAt edition { items { briefing { slug title revision } } prompt { id text } }
    } } }`,
    { scheduleId },
  );
  const content = {
    items: [{ briefing: { slug: 'riyadh-talks', title: 'About riyadh-talks', revision: 1 } }],
    prompt: { id: 'p1', text: 'Who was not invited?' },
  };
  expect(preview.data.digestPreview).toEqual({ nextRunAt: '2025-02-18T09:00:00.000Z', edition: content });

  clock.pass(3_600_000);
  const claim = await ask('bot', CLAIM, keyed({ limit: 10 }));
  const [claimed] = claim.data.claimDeliveries.deliveries;
  expect(claimed).toMatchObject({
    leasedUntil: '2025-02-18T09:01:00.000Z',
    mayBePosted: false,
    delivery: {
      state: 'LEASED',
      channelId: CHANNEL,
      schedule: { communityId: FORUM },
      edition: { ...content, cutOffAt: '2025-02-18T09:00:00.000Z' },
    },
  });

  await world.revise('riyadh-talks', 'The Riyadh talks, corrected');
  const { leaseToken, delivery } = claimed;
  const report = { deliveryId: delivery.deliveryId, leaseToken, outcome: 'SENT', messageId: MESSAGE };
  const recorded = await ask('bot', RECORD, keyed(report));
  expect(recorded.data.recordDelivery).toEqual({
    __typename: 'Delivery',
    state: 'SENT',
    messageId: MESSAGE,
    postedAt: '2025-02-18T09:00:00.000Z',
    reason: null,
  });

  const later = await ask(
    MARA,
    `query ($scheduleId: ID!) { digestSchedule(id: $scheduleId) {
      nextRunAt lastDelivery {
        state messageId posts { messageId channelId slug revision postedAt }
        edition { id items { briefing { title revision } } } }
    } }`,
    { scheduleId },
  );
  const editionId: string = delivery.edition.id;
  expect(later.data.digestSchedule).toEqual({
    nextRunAt: '2025-02-19T09:00:00.000Z',
    lastDelivery: {
      state: 'SENT',
      messageId: MESSAGE,
      posts: [
        {
          messageId: MESSAGE,
          channelId: CHANNEL,
          slug: 'riyadh-talks',
          revision: 1,
          postedAt: '2025-02-18T09:00:00.000Z',
        },
      ],
      edition: { id: editionId, items: [{ briefing: { title: 'About riyadh-talks', revision: 1 } }] },
    },
  });
  const again = await ask(
    MARA,
    `query ($id: ID!) { node(id: $id) { id ... on EditionContent { cutOffAt items { briefing { slug title revision } } prompt { id text } } } }`,
    { id: editionId },
  );
  expect(again.data.node).toEqual({ id: editionId, cutOffAt: '2025-02-18T09:00:00.000Z', ...content });
});

test('reports that cannot be written are typed errors with the field that is wrong', async () => {
  const { ask, schedule, clock } = await createApiWorld();
  await schedule();
  clock.pass(3_600_000);
  const claim = await ask('bot', CLAIM, keyed({ limit: 10 }));
  const [{ delivery, leaseToken }] = claim.data.claimDeliveries.deliveries;
  const right = { deliveryId: delivery.deliveryId, leaseToken, outcome: 'SENT', messageId: MESSAGE };
  const answer = async (changes: object) =>
    (await ask('bot', RECORD, keyed({ ...right, ...changes }))).data.recordDelivery;
  const other = randomUUID();
  expect(await answer({ deliveryId: 'x' })).toMatchObject({
    code: 'INVALID_INPUT',
    path: ['input', 'deliveryId'],
  });
  expect(await answer({ deliveryId: other })).toMatchObject({
    code: 'NOT_FOUND',
    path: ['input', 'deliveryId'],
  });
  expect(await answer({ messageId: null })).toMatchObject({
    code: 'INVALID_INPUT',
    path: ['input', 'messageId'],
  });
  expect(await answer({ leaseToken: other })).toMatchObject({
    code: 'CONFLICT',
    path: ['input', 'leaseToken'],
  });
  expect(await answer({})).toMatchObject({ state: 'SENT' });
});

test('a claim of too many is a typed error', async () => {
  const { ask } = await createApiWorld();
  const { data } = await ask(
    'bot',
    'mutation ($input: ClaimDeliveriesInput!) { claimDeliveries(input: $input) { __typename ... on Error { path } } }',
    keyed({ limit: 51 }),
  );
  expect(data.claimDeliveries).toEqual({ __typename: 'InvalidInputError', path: ['input', 'limit'] });
});

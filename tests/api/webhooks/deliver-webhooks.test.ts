import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import { recordChange } from '@communique/api/changes/record-change';
import { changeWebhook, removeWebhook } from '@communique/api/webhooks/change-webhook';
import { redeliverWebhook } from '@communique/api/webhooks/redeliver-webhook';
import { createSecretSeal } from '@communique/api/webhooks/seal-secret';
import { webhooks } from '@communique/api/webhooks/table';
import { FORUM, OTHER_SERVER } from '../../support/digest-world.ts';
import { createSender, createWebhookWorld, type WebhookWorld } from '../../support/webhook-world.ts';

const HOUR = 3_600_000;

function events({ receiver }: WebhookWorld): string[] {
  return receiver.received.map(({ body }) => {
    const { event, slug } = JSON.parse(body);
    return `${event} ${slug}`;
  });
}

test('a webhook is told of what changes from then on, signed so that the documented check holds', async () => {
  const world = await createWebhookWorld();
  await world.publish('before');
  const { secret } = await world.add();
  await world.publish('riyadh');
  await world.deliver();
  expect(events(world)).toEqual(['BRIEFING_PUBLISHED riyadh']);
  const [{ headers, body } = { headers: {}, body: '' }] = world.receiver.received;
  const [delivery] = await world.deliveries();
  expect(JSON.parse(body)).toEqual({
    id: delivery?.id,
    event: 'BRIEFING_PUBLISHED',
    at: '2025-02-18T08:00:00.000Z',
    communityId: 'library',
    slug: 'riyadh',
    revision: 1,
    reason: null,
    cursor: Buffer.from('["changes",[2]]').toString('base64url'),
  });
  expect(headers).toMatchObject({
    'communique-delivery': delivery?.id,
    'communique-event': 'BRIEFING_PUBLISHED',
    'content-type': 'application/json; charset=utf-8',
  });
  expect(delivery).toMatchObject({ state: 'DELIVERED', attempt: 1, status: 204, reason: null });

  const isGenuine = await documentedCheck();
  const signature = String(headers['communique-signature']);
  const now = world.clock.deadline().getTime();
  expect(isGenuine(signature, body, secret, now)).toBe(true);
  expect(isGenuine(signature, `${body} `, secret, now)).toBe(false);
  expect(isGenuine(signature, body, 'another secret', now)).toBe(false);
  expect(isGenuine(signature, body, secret, now + 301_000)).toBe(false);
  expect(isGenuine(signature.replace(/t=\d+/, `t=${now / 1_000 + 60}`), body, secret, now)).toBe(false);
  expect(isGenuine('nonsense', body, secret, now)).toBe(false);
});

/** The example of docs/webhooks.md, run as it stands there. */
async function documentedCheck(): Promise<(...args: [string, string, string, number]) => boolean> {
  const text = readFileSync(new URL('../../../docs/webhooks.md', import.meta.url), 'utf8');
  const code = /```ts\n([^]*?)```/.exec(text)?.[1] ?? '';
  const url = `data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(code))}`;
  return (await import(/* @vite-ignore */ url)).isGenuine;
}

test('only kinds it asked for, and only what its community sees, in order, each once', async () => {
  const world = await createWebhookWorld();
  await world.add({ kinds: ['BRIEFING_PUBLISHED'] });
  await world.publish('one');
  await world.revise('one', 'Another title');
  await world.publish('ours', { communityId: FORUM });
  await world.publish('theirs', { communityId: OTHER_SERVER });
  await world.publish('two');
  await world.deliver();
  await world.deliver();
  expect(events(world)).toEqual(['one', 'ours', 'two'].map((slug) => `BRIEFING_PUBLISHED ${slug}`));
});

test('what does not get through is sent again under the same id, after pauses that grow', async () => {
  const world = await createWebhookWorld();
  await world.add();
  await world.publish('riyadh');
  world.receiver.behave((response) => response.writeHead(500).end('oops'));
  for (const [index, pause] of [10, 20, 40, 80].entries()) {
    await world.deliver();
    expect(world.receiver.received).toHaveLength(index + 1);
    expect(await world.webhook()).toMatchObject({
      failures: index + 1,
      notBefore: new Date(world.clock.deadline().getTime() + pause * 1_000),
    });
    world.clock.pass(pause * 1_000 - 1);
    await world.deliver();
    expect(world.receiver.received).toHaveLength(index + 1);
    world.clock.pass(1);
  }
  expect(await world.deliveries()).toMatchObject([
    { state: 'PENDING', attempt: 4, status: 500, reason: 'the receiver answered 500' },
  ]);
  world.receiver.behave((response) => response.writeHead(200).end());
  await world.deliver();
  expect(await world.deliveries()).toMatchObject([{ state: 'DELIVERED', attempt: 5, reason: null }]);
  expect(await world.webhook()).toMatchObject({ failures: 0, failingSince: null, notBefore: null });
  const ids = world.receiver.received.map(({ headers }) => headers['communique-delivery']);
  expect(new Set(ids).size).toBe(1);
});

test('chance shortens a pause by up to half', async () => {
  const world = await createWebhookWorld();
  await world.add();
  await world.publish('riyadh');
  world.receiver.behave((response) => response.writeHead(500).end());
  await world.deliver({ random: () => 0 });
  const { notBefore } = await world.webhook();
  expect(notBefore?.getTime()).toBe(world.clock.deadline().getTime() + 5_000);
});

test('a delivery that is refused ten times is given up and the next one is tried; it can be sent once more', async () => {
  const world = await createWebhookWorld();
  await world.add();
  await world.publish('poison');
  await world.publish('fine');
  world.receiver.behave((response) => {
    const poisoned = world.receiver.received.at(-1)?.body.includes('poison');
    response.writeHead(poisoned ? 422 : 200).end();
  });
  for (let attempt = 1; attempt <= 11; attempt += 1) {
    await world.deliver();
    world.clock.pass(HOUR);
  }
  expect(await world.deliveries()).toMatchObject([
    { state: 'DELIVERED', attempt: 1 },
    { state: 'FAILED', attempt: 10, status: 422 },
  ]);
  const [poison] = (await world.deliveries()).toReversed();
  await redeliverWebhook(world.db, { scope: FORUM, id: poison?.id ?? '' }, world.act());
  world.receiver.behave((response) => response.writeHead(200).end());
  await world.deliver();
  expect(world.receiver.received.at(-1)?.headers['communique-delivery']).toBe(poison?.id);
  expect((await world.deliveries()).map(({ state }) => state)).toEqual(['DELIVERED', 'DELIVERED']);
});

test('when nothing has got through for a day it is disabled with the reason; enabled again, it gets what it missed', async () => {
  const world = await createWebhookWorld();
  const { webhook } = await world.add();
  await world.publish('first');
  world.receiver.behave((response) => response.writeHead(503).end());
  for (let hour = 0; hour < 26; hour += 1) {
    await world.deliver();
    world.clock.pass(HOUR);
  }
  expect(await world.webhook()).toMatchObject({
    state: 'DISABLED',
    disabledReason: 'nothing got through for 24 hours; at last the receiver answered 503',
  });
  const before = world.receiver.received.length;
  await world.publish('missed');
  world.receiver.behave((response) => response.writeHead(200).end());
  await world.deliver();
  expect(world.receiver.received).toHaveLength(before);
  await changeWebhook(world.db, world.sender, { scope: FORUM, id: webhook.id, enabled: true }, world.act());
  await world.deliver();
  expect(events(world).slice(before)).toEqual(['BRIEFING_PUBLISHED first', 'BRIEFING_PUBLISHED missed']);
});

test('a receiver that is gone is not asked again', async () => {
  const world = await createWebhookWorld();
  await world.add();
  await world.publish('riyadh');
  world.receiver.behave((response) => response.writeHead(410).end());
  await world.deliver();
  expect(await world.webhook()).toMatchObject({
    state: 'DISABLED',
    disabledReason: 'the receiver answered 410: it wants no more',
  });
});

test('a redirect is not followed', async () => {
  const world = await createWebhookWorld();
  await world.add();
  await world.publish('riyadh');
  world.receiver.behave((response) => response.writeHead(302, { location: '/elsewhere' }).end());
  await world.deliver();
  expect(world.receiver.received).toHaveLength(1);
  expect(await world.deliveries()).toMatchObject([
    { state: 'PENDING', reason: 'the receiver answered 302, and redirects are not followed' },
  ]);
});

test('a receiver that drops the connection, or never answers, has not had it', async () => {
  const world = await createWebhookWorld();
  await world.add();
  await world.publish('riyadh');
  world.receiver.behave((response) => response.destroy());
  await world.deliver();
  expect(await world.deliveries()).toMatchObject([
    { state: 'PENDING', status: null, reason: 'the receiver could not be reached (ECONNRESET)' },
  ]);
  world.clock.pass(HOUR);
  const tooLate = new AbortController();
  world.receiver.behave(() => tooLate.abort());
  await world.deliver({ sender: createSender({ timeout: () => tooLate.signal }) });
  expect(await world.deliveries()).toMatchObject([
    { state: 'PENDING', attempt: 2, reason: 'the receiver did not answer in time' },
  ]);
});

test('an endless answer is cut, and its status counts', async () => {
  const world = await createWebhookWorld();
  await world.add();
  await world.publish('riyadh');
  world.receiver.behave((response) => {
    response.writeHead(200);
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(10_000)));
    };
    response.on('drain', more);
    more();
  });
  await world.deliver();
  expect(await world.deliveries()).toMatchObject([{ state: 'DELIVERED', status: 200 }]);
});

test('a process that died between sending and recording: sent again after its lease, under the same id', async () => {
  const world = await createWebhookWorld();
  await world.add();
  await world.publish('riyadh');
  const stop = new AbortController();
  // The receiver has it, and the sender will never know.
  world.receiver.behave(() => stop.abort());
  await world.deliver({ stop: stop.signal });
  expect(await world.deliveries()).toMatchObject([{ state: 'LEASED', attempt: 1 }]);
  world.receiver.behave((response) => response.writeHead(200).end());
  await world.deliver();
  expect(world.receiver.received).toHaveLength(1);
  world.clock.pass(60_000);
  await world.deliver();
  expect(world.receiver.received).toHaveLength(2);
  const [first, second] = world.receiver.received;
  expect(first?.body).toBe(second?.body);
  expect(await world.deliveries()).toMatchObject([{ state: 'DELIVERED', attempt: 2 }]);
});

test('passes that run at once never send the same delivery', async () => {
  const world = await createWebhookWorld();
  await world.add();
  for (let number = 0; number < 20; number += 1) await world.publish(`briefing-${number}`);
  const others = [await world.openAgain(), await world.openAgain()];
  await Promise.all([world.deliver(), ...others.map((db) => world.deliver({ db }))]);
  // A pass that saw the last delivery under way has gone home.
  await world.deliver();
  expect(events(world).toSorted()).toEqual(
    Array.from({ length: 20 }, (_, number) => `BRIEFING_PUBLISHED briefing-${number}`).toSorted(),
  );
});

test('one receiver that hangs does not keep another from its deliveries for longer than a round', async () => {
  const world = await createWebhookWorld();
  await world.add({ url: 'http://unknown.example/' });
  await world.add();
  await world.publish('riyadh');
  await world.publish('istanbul');
  await world.deliver();
  expect(events(world)).toEqual(['BRIEFING_PUBLISHED riyadh', 'BRIEFING_PUBLISHED istanbul']);
  const states = await world.db.orm.select({ failures: webhooks.failures }).from(webhooks);
  expect(states.map(({ failures }) => failures).toSorted((one, other) => one - other)).toEqual([0, 1]);
});

test('a secret sealed with another key signs nothing: disabled, with what to do', async () => {
  const world = await createWebhookWorld();
  const { webhook } = await world.add();
  await world.publish('riyadh');
  const seal = createSecretSeal('another-key-of-at-least-32-characters');
  const sender = { ...world.sender, seal };
  await world.deliver({ sender });
  expect(world.receiver.received).toEqual([]);
  const disabled = await world.webhook();
  expect(disabled.disabledReason).toContain('another WEBHOOK_KEY');
  const wish = { scope: FORUM, id: webhook.id, newSecret: true, enabled: true };
  const { sealedSecret } = await changeWebhook(world.db, sender, wish, world.act());
  expect(seal.open(sealedSecret ?? '', webhook.id)).toMatch(/^whsec_/);
  await world.deliver({ sender });
  expect(events(world)).toEqual(['BRIEFING_PUBLISHED riyadh']);
});

test('a webhook that was removed is sent nothing, and its secret is gone', async () => {
  const world = await createWebhookWorld();
  const { webhook } = await world.add();
  await world.publish('riyadh');
  await removeWebhook(world.db, { scope: FORUM, id: webhook.id }, world.act());
  await world.deliver();
  expect(world.receiver.received).toEqual([]);
  expect(await world.webhook()).toMatchObject({ sealedSecret: '' });
});

test('a correction reaches it with what was wrong', async () => {
  const world = await createWebhookWorld();
  await world.add({ kinds: ['BRIEFING_CORRECTED'] });
  const { briefingId: subjectId } = await world.publish('riyadh');
  const change = { kind: 'BRIEFING_CORRECTED', communityId: 'library', subjectId, slug: 'riyadh' } as const;
  await world.db.write(
    recordChange(world.db.orm, { ...change, revision: 2, reason: 'It was Tuesday.' }, world.clock.now()),
  );
  await world.deliver();
  expect(JSON.parse(world.receiver.received[0]?.body ?? '')).toMatchObject({
    event: 'BRIEFING_CORRECTED',
    revision: 2,
    reason: 'It was Tuesday.',
  });
});

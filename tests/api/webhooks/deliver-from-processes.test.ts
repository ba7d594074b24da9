import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { createWebhookWorld, WEBHOOK_KEY, type WebhookWorld } from '../../support/webhook-world.ts';

const moduleUrl = (name: string) => JSON.stringify(import.meta.resolve(name));

/** One pass in a process of its own, with the time of the test. */
const PASS = `
  const { openDatabase } = await import(${moduleUrl('@communique/api/database/client')});
  const { deliverWebhooks } = await import(${moduleUrl('@communique/api/webhooks/deliver-webhooks')});
  const { createRequestSender } = await import(${moduleUrl('@communique/api/webhooks/send-request')});
  const { createSecretSeal } = await import(${moduleUrl('@communique/api/webhooks/seal-secret')});
  const { createSilentLogger } = await import(${moduleUrl('@communique/shared/logger')});
  const [url, now, key] = process.argv.slice(1);
  const clock = { now: () => new Date(now), deadline: () => new Date(now) };
  const timeout = () => new AbortController().signal;
  const send = createRequestSender({ resolve: async () => [], allowPrivateAddresses: true, timeout });
  const sender = { seal: createSecretSeal(key), send, allowPrivateAddresses: true };
  const db = await openDatabase(url);
  const stop = new AbortController().signal;
  await deliverWebhooks(db, { sender, clock, random: () => 1, logger: createSilentLogger(), stop });
  db.close();
`;

function startPass({ url, clock }: WebhookWorld) {
  const program = ['--input-type=module', '--eval', PASS, url, clock.now().toISOString(), WEBHOOK_KEY];
  const child = spawn(process.execPath, program, { stdio: 'inherit' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, ended: once(child, 'exit') };
}

test('a process that is killed between sending and recording loses nothing: sent again, under the same id', async () => {
  const world = await createWebhookWorld();
  await world.add();
  await world.publish('riyadh');
  const { child, ended } = startPass(world);
  // It has been received, and no answer ever comes.
  world.receiver.behave(() => void child.kill('SIGKILL'));
  await ended;
  expect(await world.deliveries()).toMatchObject([{ state: 'LEASED', attempt: 1 }]);
  world.receiver.behave((response) => response.writeHead(200).end());
  world.clock.pass(60_000);
  await world.deliver();
  expect(await world.deliveries()).toMatchObject([{ state: 'DELIVERED', attempt: 2 }]);
  const [first, second] = world.receiver.received;
  expect(second?.headers['communique-delivery']).toBe(first?.headers['communique-delivery']);
  expect(second?.body).toBe(first?.body);
});

test('processes that run at once send every delivery once', async () => {
  const world = await createWebhookWorld();
  for (let count = 0; count < 4; count += 1) await world.add();
  for (let count = 0; count < 10; count += 1) await world.publish(`briefing-${count}`);
  await Promise.all([startPass(world).ended, startPass(world).ended, startPass(world).ended]);
  // Whoever saw everything under way has gone home.
  await world.deliver();
  const ids = world.receiver.received.map(({ headers }) => headers['communique-delivery']);
  expect(ids).toHaveLength(40);
  expect(new Set(ids).size).toBe(40);
});

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { deliveries, editions } from '@communique/api/digests/table';
import { createDigestWorld } from '../../support/digest-world.ts';

const run = promisify(execFile);
const moduleUrl = (name: string) => JSON.stringify(import.meta.resolve(name));

/** Plans and claims until nothing is left, and prints the ids of what it got. */
const CLAIMER = `
  const { openDatabase } = await import(${moduleUrl('@communique/api/database/client')});
  const { claimDeliveries } = await import(${moduleUrl('@communique/api/digests/claim-deliveries')});
  const { captureClaim, openClaim } = await import(${moduleUrl('@communique/api/digests/as-then')});
  const { answerAsThen } = await import(${moduleUrl('@communique/api/idempotency/answer-once')});
  const { createSilentLogger } = await import(${moduleUrl('@communique/shared/logger')});
  const [url, now] = process.argv.slice(1);
  const clock = { now: () => new Date(now), deadline: () => new Date(now) };
  const db = await openDatabase(url);
  const ids = [];
  for (let claimed = [{}]; claimed.length > 0; ) {
    const input = { limit: 2, idempotencyKey: crypto.randomUUID() };
    const mutation = { name: 'claimDeliveries', actor: { kind: 'BOT', userId: null }, input, remember: captureClaim };
    const claim = await answerAsThen({ db, clock, viewer: { kind: 'bot' } }, mutation, (act) =>
      claimDeliveries(db, 2, { clock, logger: createSilentLogger() }, act),
    );
    claimed = await openClaim(db, claim);
    ids.push(...claimed.map(({ delivery }) => delivery.id));
  }
  db.close();
  console.log(JSON.stringify(ids));
`;

test('processes that run at once share the due digests out: everyone once, nothing twice', async () => {
  const world = await createDigestWorld();
  await world.publish('riyadh-talks');
  for (let count = 0; count < 40; count += 1) await world.schedule();
  world.clock.pass(3_600_000);
  const claim = async (): Promise<string[]> => {
    const program = ['--input-type=module', '--eval', CLAIMER, world.url, world.clock.now().toISOString()];
    const { stdout } = await run(process.execPath, program);
    return JSON.parse(stdout);
  };
  const shares = await Promise.all([claim(), claim(), claim()]);
  const ids = shares.flat();
  expect(ids).toHaveLength(40);
  expect(new Set(ids).size).toBe(40);
  expect(await world.db.orm.select().from(deliveries)).toHaveLength(40);
  expect(await world.db.orm.select().from(editions)).toHaveLength(40);
});

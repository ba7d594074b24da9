/** Every mutation, asked for twice under one key, with what others do in between. */
import { randomUUID } from 'node:crypto';
import { getNamedType, isInputObjectType } from 'graphql';
import { gt } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditLog } from '@communique/api/audit/table';
import { withApi, type TestApi } from '../../support/api.ts';
import { tableCounts } from '../../support/records.ts';
import { createActWorld, MUTATIONS, REPEATED_ACTS } from '../../support/repeated-acts.ts';

test('every mutation takes one input with a required key, and is tried here', () => {
  for (const { name, args } of MUTATIONS) {
    const [input, ...more] = args;
    const type = getNamedType(input?.type);
    const key = isInputObjectType(type) ? type.getFields()['idempotencyKey'] : undefined;
    expect([name, input?.name, String(key?.type), more]).toEqual([name, 'input', 'UUID!', []]);
  }
  expect(Object.keys(REPEATED_ACTS).toSorted()).toEqual(MUTATIONS.map(({ name }) => name).toSorted());
});

/** All that is stored but the keys themselves. */
function stored({ db }: TestApi): string {
  const tables = Object.keys(tableCounts({ db })).filter((name) => name !== 'idempotency_keys');
  return JSON.stringify(tables.map((name) => [name, db.orm.all(`select * from "${name}"`)]));
}

function recordedSince({ db }: TestApi, id: number) {
  return db.orm.select().from(auditLog).where(gt(auditLog.id, id)).orderBy(auditLog.id);
}

/** What makes something, ends something, or changes nothing but what is known of it; every other act has both a before and an after. */
const BEGINS = /\.(draft|create|add|send|hold|ask)$|^community\.register$/;
const ENDS = /\.remove$/;
const SHOWS = /^webhook\.test$/;

describe.each(Object.entries(REPEATED_ACTS))('%s', (name, { by, prepare, disturb }) => {
  test('answers the first result to whoever repeats it, acts once, and is recorded with what was before and after', () =>
    withApi(async (api) => {
      const world = await createActWorld(api);
      const wish = { idempotencyKey: randomUUID(), ...(await prepare(world)) };
      const before = stored(api);
      const latest = (await recordedSince(api, 0)).at(-1)?.id ?? 0;
      // A feed is looked at by one at a time: whoever comes second meanwhile is told so.
      const times = name === 'checkFeed' ? 1 : 2;
      const answers = await Promise.all(Array.from({ length: times }, () => world.act(name, wish, by)));
      const [first] = answers;
      expect(answers).toEqual(answers.map(() => first));
      expect(stored(api)).not.toBe(before);
      for (const { action, before: was, after: is } of await recordedSince(api, latest)) {
        const expected = [
          !BEGINS.test(action) && !SHOWS.test(action),
          !ENDS.test(action) && !SHOWS.test(action),
        ];
        expect([action, was !== null, is !== null]).toEqual([action, ...expected]);
      }
      await disturb?.(world, first);
      const after = stored(api);
      expect(await world.act(name, wish, by)).toEqual(first);
      expect(stored(api)).toBe(after);
    }));
});

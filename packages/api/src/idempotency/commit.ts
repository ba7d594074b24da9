import { and, eq, lte, sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import type { Database, Orm, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import type { KeyedRequest } from './keyed-request.ts';
import { RepeatedRequestError } from './errors.ts';
import { idempotencyKeys } from './table.ts';

const REMEMBERED_MS = 24 * 60 * 60 * 1000;

/** The time at and before which keys are forgotten. */
export function forgottenSince(now: Date): Date {
  return new Date(now.getTime() - REMEMBERED_MS);
}

/**
 * Runs a mutation's write set, with the key of its request in it: whoever loses leaves no key behind, whoever asks again finds the first
 * result. `result` is kept as JSON.
 */
export async function commit<Result extends object>(
  db: Database,
  { request }: Act,
  { statements, result }: { statements: readonly WriteStatement[]; result: Result },
): Promise<Result> {
  const keyed = request === undefined ? [] : remember(db.orm, request, result);
  const state = request === undefined ? [] : rememberState(db.orm, request, result);
  try {
    await db.write([...keyed, ...statements, ...state]);
  } catch (error) {
    throw error instanceof WriteConflictError &&
      error.isUnique('idempotency_keys.actor', 'idempotency_keys.key')
      ? new RepeatedRequestError('This request was answered while it ran', { cause: error })
      : error;
  }
  return result;
}

function remember(
  orm: Orm,
  { actor, key, inputHash, at: createdAt }: KeyedRequest,
  result: object,
): WriteStatement[] {
  return [
    orm.delete(idempotencyKeys).where(lte(idempotencyKeys.createdAt, forgottenSince(createdAt))),
    orm.insert(idempotencyKeys).values({ actor, key, inputHash, createdAt, result }),
  ];
}

/** After everything else: what has become of the rows. */
function rememberState(orm: Orm, { actor, key, state }: KeyedRequest, result: object): WriteStatement[] {
  if (state === undefined) return [];
  const parts = Object.entries(state(result)).map(
    ([name, part]) => sql`${sql.raw(`'${name}'`)}, json(${part})`,
  );
  return [
    orm
      .update(idempotencyKeys)
      .set({
        result: sql`json_set(${idempotencyKeys.result}, '$.state', json_object(${sql.join(parts, sql`, `)}))`,
      })
      .where(and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key))),
  ];
}

import { createHash } from 'node:crypto';
import { and, eq, gt, type SQL } from 'drizzle-orm';
import type { Clock } from '@communique/shared/clock';
import { requireKnownServer } from '../access/require-known-server.ts';
import type { Viewer } from '../access/viewer.ts';
import { actorKey, type Act, type Actor } from '../audit/actor.ts';
import { requireNamed } from '../communities/require-named.ts';
import type { Database } from '../database/client.ts';
import { ConflictError, DomainError, InvalidInputError } from '../domain-errors.ts';
import { forgottenSince } from './commit.ts';
import { RepeatedRequestError } from './errors.ts';
import type { KeyedRequest } from './keyed-request.ts';
import { idempotencyKeys } from './table.ts';

/** Of a request: what a mutation is run with. */
export interface Asked {
  db: Database;
  clock: Clock;
  viewer: Viewer;
}

export interface Mutation {
  name: string;
  actor: Actor;
  input: { idempotencyKey: string; communityId?: string | null | undefined };
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** An answer with what its rows were when it was given. */
export type AsThen<Result, State> = Result & { state: State };

/**
 * Like `answerOnce`, for answers that show rows: their state is remembered with the key, as it was once the act was done, and is read
 * back for the first answer too. So every answer to a key says the same, whatever others have done since.
 */
export async function answerAsThen<Result extends object, State extends object>(
  context: Asked,
  {
    remember,
    ...mutation
  }: Mutation & { remember: (result: Result) => { [Name in keyof State]: SQL<State[Name]> } },
  run: (act: Act) => Promise<Result>,
): Promise<AsThen<Result, State>> {
  // Verbs commit what they answer.
  const state = (result: object) => remember(result as Result);
  return answerOnce<AsThen<Result, State>>(context, mutation, async (act) => {
    const request = act.request && { ...act.request, state };
    const result = await run({ ...act, ...(request && { request }) });
    const kept = request && (await findResult<AsThen<Result, State>>(context.db, request));
    if (!kept) throw new TypeError(`${mutation.name} did not commit its answer`, { cause: result });
    return { ...result, state: kept.state };
  });
}

/**
 * Runs a mutation, or answers what it answered the first time: the key of the input is remembered for 24 hours. `run` must end in
 * `commit`, which writes the key together with the change; a mutation that fails leaves none and may be tried again.
 */
export async function answerOnce<Result extends object>(
  { db, clock, viewer }: Asked,
  { name, actor, input }: Mutation,
  run: (act: Act) => Promise<Result>,
): Promise<Result> {
  const { idempotencyKey: key, ...wish } = input;
  if (!UUID.test(key)) {
    throw new InvalidInputError('"idempotencyKey" must be a UUID that you make for each wish', KEY_PATH);
  }
  const inputHash = createHash('sha256')
    .update(canonical([name, wish]))
    .digest('hex');
  const request = { actor: actorKey(actor), key: key.toLowerCase(), inputHash, at: clock.deadline() };
  const first = await findResult<Result>(db, request);
  if (first !== null) return first;
  try {
    await requireKnownServer(db, viewer);
    await requireNamed(db, { isOperator: actor.kind === 'OPERATOR', wanted: wish.communityId });
    return await run({ now: clock.now(), actor, request });
  } catch (error) {
    const winner = error instanceof RepeatedRequestError ? await findResult<Result>(db, request) : null;
    if (winner !== null) return winner;
    throw error instanceof DomainError ? insideInput(error) : error;
  }
}

const KEY_PATH = ['input', 'idempotencyKey'];

async function findResult<Result extends object>(
  db: Database,
  { actor, key, inputHash, at }: KeyedRequest,
): Promise<Result | null> {
  const [known] = await db.orm
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.actor, actor),
        eq(idempotencyKeys.key, key),
        gt(idempotencyKeys.createdAt, forgottenSince(at)),
      ),
    );
  if (known === undefined) return null;
  if (known.inputHash !== inputHash) {
    throw new ConflictError('This idempotency key was used for another wish: make a new one', KEY_PATH);
  }
  // The same mutation wrote it: its name is part of the hash.
  return known.result as Result;
}

/** The same text for the same input, whatever the order of its fields; a field left out is a field that is null. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const fields = Object.entries(part).filter(([, field]) => field !== null && field !== undefined);
    return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function insideInput(error: DomainError): DomainError {
  if (error.inputPath.length > 0 && error.inputPath[0] !== 'input') {
    error.inputPath = ['input', ...error.inputPath];
  }
  return error;
}

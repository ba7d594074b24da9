import { Hono } from 'hono';
import {
  boolean,
  discriminatedUnion,
  exactOptional,
  int,
  literal,
  maximum,
  maxLength,
  minimum,
  object,
  optional,
  strictObject,
  string,
  union,
} from 'zod/mini';
import type { Gateway } from '../gateway/create-gateway.ts';
import { PeopleError } from '../people/errors.ts';
import { FAULT_FIELDS, someTimes } from '../rest/fault-shape.ts';
import type { Fault, Faults } from '../rest/faults.ts';
import { readRequest } from './read-request.ts';

const faultRequest = strictObject({
  ...FAULT_FIELDS,
  path: optional(string().check(maxLength(200))),
  times: optional(union([someTimes, literal('ALWAYS')])),
  seed: optional(int()),
});

/** Codes that a WebSocket may be closed with. */
const gatewayRequest = discriminatedUnion('act', [
  object({
    act: literal('CUT'),
    code: exactOptional(int().check(minimum(3_000), maximum(4_999))),
    forget: exactOptional(boolean()),
  }),
  object({ act: literal('RECONNECT') }),
  object({ act: literal('INVALIDATE'), resumable: boolean() }),
]);

type Cuts = Pick<Gateway, 'cut' | 'reconnect' | 'invalidate'>;

/** `/sandbox/faults` and `/sandbox/gateway`: mishaps for bots that run in another process than the sandbox. */
export function createFaultsArea(faults: Faults, gateway: Cuts): Hono {
  const area = new Hono();
  area.post('/gateway', async (context) => {
    const wish = await readRequest(context, gatewayRequest);
    if (wish.act === 'CUT') gateway.cut(wish);
    else if (wish.act === 'RECONNECT') gateway.reconnect();
    else gateway.invalidate(wish);
    return context.json({});
  });
  area.post('/faults', async (context) => {
    const { seed, times, ...rest } = await readRequest(context, faultRequest);
    addFault(faults, {
      ...rest,
      ...(times !== undefined && { times: times === 'ALWAYS' ? Infinity : times }),
    });
    if (seed !== undefined) faults.seed(seed);
    return context.json({});
  });
  area.delete('/faults', (context) => {
    faults.clear();
    return context.json({});
  });
  return area;
}

function addFault(faults: Faults, fault: Fault): void {
  try {
    faults.add(fault);
  } catch (error) {
    if (error instanceof RangeError) throw new PeopleError(400, error.message);
    throw error;
  }
}

import {
  boolean,
  instanceof as instanceOf,
  int,
  literal,
  maximum,
  maxLength,
  minimum,
  number,
  optional,
  record,
  strictObject,
  string,
  union,
  unknown,
} from 'zod/mini';
import { checkSpecification } from '../validation/check-specification.ts';
import { describeProblem } from '../validation/problem.ts';
import type { Fault } from './faults.ts';

/** A day: nobody waits longer for a fault. */
const DAY_MS = 86_400_000;
const milliseconds = number().check(minimum(0), maximum(DAY_MS));

/** What both ways of adding a fault have in common. */
export const FAULT_FIELDS = {
  method: optional(string().check(maxLength(10))),
  probability: optional(number().check(minimum(0), maximum(1))),
  delayMs: optional(milliseconds),
  status: optional(int().check(minimum(200), maximum(599))),
  body: optional(unknown()),
  headers: optional(record(string(), string())),
  rateLimitSeconds: optional(number().check(minimum(0), maximum(DAY_MS / 1_000))),
  afterWrite: optional(boolean()),
  slowBodyMs: optional(milliseconds),
  drop: optional(literal(['before', 'after'])),
};

export const someTimes = int().check(minimum(1));

const faultShape = strictObject({
  ...FAULT_FIELDS,
  path: optional(instanceOf(RegExp)),
  times: optional(union([someTimes, literal(Infinity)])),
});

/** Why a fault is none, or could never happen as it is described; null when it can. */
export function refuseFault(fault: Fault): string | null {
  const problems = checkSpecification(faultShape, fault);
  if (problems.length > 0) return problems.map(describeProblem).join(' ');
  return refuseTogether(fault);
}

/** Parts that exclude each other. */
function refuseTogether({ status, rateLimitSeconds, afterWrite, drop, slowBodyMs }: Fault): string | null {
  const fails = status !== undefined || rateLimitSeconds !== undefined;
  if (status !== undefined && rateLimitSeconds !== undefined) {
    return 'rateLimitSeconds: It answers 429 itself; leave status out.';
  }
  if (drop !== undefined && (fails || slowBodyMs !== undefined)) {
    return 'drop: A connection that is cut has no answer; leave status, rateLimitSeconds and slowBodyMs out (afterWrite fails after the write).';
  }
  if (afterWrite === true && !fails) return 'afterWrite: Say how it fails, with status or rateLimitSeconds.';
  return null;
}

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
import { validateHeaderName, validateHeaderValue } from 'node:http';
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
  path: optional(union([instanceOf(RegExp), string()])),
  times: optional(union([someTimes, literal(Infinity)])),
});

/** Why a fault is none, or could never happen as it is described; null when it can. */
export function refuseFault(fault: Fault): string | null {
  const problems = checkSpecification(faultShape, fault);
  if (problems.length > 0) return problems.map(describeProblem).join(' ');
  return refusePath(fault) ?? refuseMethod(fault) ?? refuseHeaders(fault) ?? refuseTogether(fault);
}

/** A regular expression in the place of a pattern would never fit. */
function refusePath({ path }: Fault): string | null {
  if (typeof path !== 'string' || /^[/*][\w/*@:.~%-]*$/.test(path)) return null;
  return 'path: Write a path in which * stands for anything, such as /channels/*/messages.';
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

function refuseMethod({ method }: Fault): string | null {
  if (method === undefined || METHODS.includes(method.toUpperCase())) return null;
  return `method: It is one of ${METHODS.join(', ')}.`;
}

/** Those by which an answer's own length is told. */
const OWN_HEADERS = new Set(['content-length', 'transfer-encoding']);

function refuseHeaders({ headers = {} }: Fault): string | null {
  for (const [name, value] of Object.entries(headers)) {
    if (OWN_HEADERS.has(name.toLowerCase())) return `headers: ${name} follows from the body; leave it out.`;
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      return `headers: HTTP has no header ${JSON.stringify(name)} with the value ${JSON.stringify(value)}.`;
    }
  }
  return null;
}

/** Parts that exclude each other. */
function refuseTogether(fault: Fault): string | null {
  const { status, rateLimitSeconds, afterWrite, drop, slowBodyMs, delayMs } = fault;
  const fails = status !== undefined || rateLimitSeconds !== undefined;
  if (status !== undefined && rateLimitSeconds !== undefined) {
    return 'rateLimitSeconds: It answers 429 itself; leave status out.';
  }
  if (drop !== undefined && (fails || slowBodyMs !== undefined)) {
    return 'drop: A connection that is cut has no answer; leave status, rateLimitSeconds and slowBodyMs out (afterWrite fails after the write).';
  }
  if (afterWrite === true && !fails) return 'afterWrite: Say how it fails, with status or rateLimitSeconds.';
  if (!fails && (drop ?? slowBodyMs ?? delayMs) === undefined) {
    return 'status: Say what happens, with status, rateLimitSeconds, delayMs, slowBodyMs or drop.';
  }
  return null;
}

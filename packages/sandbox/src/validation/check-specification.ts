import type { $ZodType } from 'zod/v4/core';
import { safeParse } from 'zod/mini';
import type { Problem } from './problem.ts';

export type Schema = $ZodType;
type Issue = Extract<ReturnType<typeof safeParse<Schema>>, { success: false }>['error']['issues'][number];

/** What Discord's published specification says against a body; properties it does not know pass, as they do at Discord. */
export function checkSpecification(schema: Schema, body: unknown): Problem[] {
  const result = safeParse(schema, body);
  return result.success ? [] : result.error.issues.flatMap((issue) => toProblems(issue, [], body));
}

/**
 * The same for what is sent to Discord. The specification types 64-bit permissions in requests as integers, while
 * everybody sends the documented strings. Precision does not matter here: only the check sees the number.
 */
export function checkRequest(schema: Schema, body: unknown): Problem[] {
  return [...checkSpecification(schema, withNumericPermissions(body)), ...fractions(body, [])];
}

/** The specification calls them integers, its generated checks call them numbers. */
const WHOLE = new Set([
  'accent_color',
  'color',
  'default_thread_rate_limit_per_user',
  'flags',
  'primary_color',
  'rate_limit_per_user',
  'secondary_color',
  'tertiary_color',
]);

function fractions(node: unknown, path: (string | number)[]): Problem[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) => {
    const place = [...path, Array.isArray(node) ? Number(name) : name];
    if (typeof value !== 'number') return fractions(value, place);
    return WHOLE.has(name) && !Number.isSafeInteger(value)
      ? [{ path: place, code: 'NUMBER_TYPE_COERCE', message: `Value "${value}" is not int.` }]
      : [];
  });
}

const PERMISSIONS = new Set(['default_member_permissions', 'permissions', 'allow', 'deny']);

function withNumericPermissions(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withNumericPermissions);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      PERMISSIONS.has(name) && typeof value === 'string' && /^\d+$/.test(value)
        ? Number(value)
        : name === 'permission_overwrites'
          ? withNumericPermissions(value)
          : value,
    ]),
  );
}

function toProblems(issue: Issue, parents: (string | number)[], body: unknown): Problem[] {
  const path = [...parents, ...issue.path.filter((part) => typeof part !== 'symbol')];
  if (issue.code === 'invalid_union') {
    const alternative = nearestAlternative(issue.errors);
    if (alternative !== undefined) return alternative.flatMap((inner) => toProblems(inner, path, body));
  }
  if (isOffsetTime(issue, valueAt(body, path))) return [];
  if (issue.code === 'invalid_type' && valueAt(body, path) === undefined) {
    return [{ path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }];
  }
  return [{ path, ...wording(issue) }];
}

/** The specification says "date-time", which allows "+00:00" and Discord writes it; the generated check wants a "Z". */
function isOffsetTime(issue: Issue, value: unknown): boolean {
  return (
    issue.code === 'invalid_format' &&
    issue.format === 'datetime' &&
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?[+-]\d{2}:\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

function valueAt(body: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    body,
  );
}

/** Unions are told apart by `type`, or by what kind of thing they are at all: the alternative that complains about neither is the one that was meant. */
function nearestAlternative(alternatives: readonly Issue[][]): Issue[] | undefined {
  const typed = alternatives.filter(
    (issues) =>
      issues.length > 0 && !issues.some((issue) => issue.path.length === 1 && issue.path[0] === 'type'),
  );
  const ofKind = typed.filter(
    (issues) => !issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type'),
  );
  // Where every kind is wrong, "undefined" would be the least helpful of all.
  const told = typed.filter(([issue]) => !(issue?.code === 'invalid_type' && issue.expected === 'undefined'));
  const meant = [ofKind, told, typed].find((candidates) => candidates.length > 0) ?? [];
  return meant.toSorted((left, right) => left.length - right.length)[0];
}

/** Discord's own words for the common mistakes; https://docs.discord.com/developers/reference#error-messages */
function wording(issue: Issue): Omit<Problem, 'path'> {
  if (issue.code === 'invalid_type') {
    return { code: 'BASE_TYPE_BAD_TYPE', message: `Expected ${issue.expected}.` };
  }
  if (issue.code === 'too_big') {
    return isLength(issue.origin)
      ? { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` }
      : { code: 'NUMBER_TYPE_MAX', message: `Value should be less than or equal to ${issue.maximum}.` };
  }
  if (issue.code === 'too_small') {
    return isLength(issue.origin)
      ? { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be at least ${issue.minimum} in length.` }
      : { code: 'NUMBER_TYPE_MIN', message: `Value should be greater than or equal to ${issue.minimum}.` };
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ');
    return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${values}}.` };
  }
  if (issue.code === 'invalid_format') {
    return { code: 'BASE_TYPE_BAD_FORMAT', message: `Not a well formed ${issue.format}.` };
  }
  if (issue.code === 'unrecognized_keys') {
    return { code: 'BASE_TYPE_CHOICES', message: `There is no ${issue.keys.join(', ')} here.` };
  }
  if (issue.code === 'custom') return { code: 'BASE_TYPE_BAD_FORMAT', message: issue.message };
  return { code: 'BASE_TYPE_BAD_TYPE', message: 'This value does not fit the specification.' };
}

function isLength(origin: string): boolean {
  return origin === 'string' || origin === 'array';
}

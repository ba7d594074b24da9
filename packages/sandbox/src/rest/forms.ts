import { iso, safeParse } from 'zod/mini';
import { problem } from '../validation/problem.ts';
import { InvalidFormError } from '../world/discord-error.ts';
import { isSnowflake } from '../world/snowflakes.ts';

/** One mistake that no schema can know: it depends on what exists. */
export function invalidForm(
  rule: { name: string; source: string },
  path: (string | number)[],
  code: string,
  message: string,
): InvalidFormError {
  return new InvalidFormError([
    { rule: rule.name, source: rule.source, status: 400, problems: [problem(path, code, message)] },
  ]);
}

/** A whole number of the query, within its bounds. */
export function readLimit(
  query: URLSearchParams,
  bounds: { min: number; max: number; standard: number },
): number {
  const text = query.get('limit');
  const limit = Number(text ?? bounds.standard);
  if (Number.isInteger(limit) && limit >= bounds.min && limit <= bounds.max) return limit;
  const rule = { name: 'limit', source: 'https://docs.discord.com/developers/reference' };
  throw invalidForm(
    rule,
    ['limit'],
    'NUMBER_TYPE_RANGE',
    `int value should be between ${bounds.min} and ${bounds.max}.`,
  );
}

/** The instant before which a list ends; null when left out. */
export function readBefore(query: URLSearchParams): number | null {
  const before = query.get('before');
  if (before === null) return null;
  const isInstant = safeParse(iso.datetime({ offset: true, local: true }), before).success;
  // Without a zone it is UTC.
  if (isInstant) return Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(before) ? before : `${before}Z`);
  const rule = { name: 'before', source: 'https://docs.discord.com/developers/reference#iso8601-date-time' };
  throw invalidForm(
    rule,
    ['before'],
    'DATE_TIME_TYPE_PARSE',
    `Could not parse ${before}. Should be ISO8601.`,
  );
}

/** The id after which a list goes on; the beginning when left out. */
export function readAfter(query: URLSearchParams): string {
  return readId(query, 'after');
}

/** The id with which a list begins or ends; 0 when left out. */
export function readId(query: URLSearchParams, name: 'after' | 'before'): string {
  const id = query.get(name) ?? '0';
  if (isSnowflake(id)) return id;
  const rule = {
    name,
    source: 'https://docs.discord.com/developers/reference#snowflake-ids-in-pagination',
  };
  throw invalidForm(rule, [name], 'NUMBER_TYPE_COERCE', `Value "${id}" is not snowflake.`);
}

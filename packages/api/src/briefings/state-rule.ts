/** What a schema finds wrong with a value, in words that follow the name of its field. */
import { quoted } from '@communique/shared/text';
import type { z } from 'zod';

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  date: 'an instant',
};

const FORMATS: Readonly<Record<string, string>> = {
  url: 'an http or https address',
  datetime: 'an instant',
};

/** `root` is what was checked. */
export function stateRule(issue: z.core.$ZodIssue, root: unknown): string {
  const given = valueAt(root, issue.path);
  if (issue.code === 'invalid_type') {
    const type = typeWords(issue.expected);
    return given === undefined ? `is missing: it must be ${type}` : `must be ${type}, not ${wordsOf(given)}`;
  }
  if (issue.code === 'invalid_value') {
    return `must be one of ${issue.values.map(String).join(', ')}, not ${wordsOf(given)}`;
  }
  if (issue.code === 'too_big') {
    return `must ${sizeWords(issue.origin, `at most ${issue.maximum}`)}, not ${sizeOf(given)}`;
  }
  if (issue.code === 'too_small') {
    return issue.origin === 'string' && Number(issue.minimum) === 1
      ? 'must not be empty'
      : `must ${sizeWords(issue.origin, `at least ${issue.minimum}`)}, not ${sizeOf(given)}`;
  }
  const format = issue.code === 'invalid_format' ? FORMATS[issue.format] : undefined;
  return format === undefined ? ownWords(issue.message) : `must be ${format}, not ${wordsOf(given)}`;
}

/** A rule with words of its own has them in the schema; those of the library are about the library. */
function ownWords(message: string): string {
  return message.startsWith('Invalid') ? 'is not of the form that it must have' : message;
}

function typeWords(expected: string): string {
  return TYPES[expected] ?? 'something else';
}

function sizeWords(origin: string, limit: string): string {
  if (origin === 'string') return `have ${limit} characters`;
  if (origin !== 'array') return `be ${limit}`;
  return `have ${limit} ${limit.endsWith(' 1') ? 'item' : 'items'}`;
}

function sizeOf(given: unknown): string {
  if (typeof given === 'string') return String(given.trim().length);
  return Array.isArray(given) ? String(given.length) : wordsOf(given);
}

function wordsOf(given: unknown): string {
  if (typeof given === 'string') return quoted(given);
  if (Array.isArray(given)) return 'a list';
  if (typeof given === 'number' || typeof given === 'boolean') return String(given);
  return given === null || given === undefined ? 'nothing' : 'an object';
}

export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found: unknown = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.entries(found).find(([name]) => name === String(key))?.[1];
  }
  return found;
}

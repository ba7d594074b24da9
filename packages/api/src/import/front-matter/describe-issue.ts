import { z } from 'zod';
import { valueAt } from '../../briefings/state-rule.ts';

/** What a schema finds wrong with `value`, in words of somebody who writes the file: one sentence for each key. */
export function describeIssue(issue: z.core.$ZodIssue, schema: z.core.$ZodType, value: unknown): string[] {
  const place = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, issue.path).join(', ');
    return issue.keys.map(
      (key) => `${place === '' ? key : `${place}.${key}`} is not a known key; known: ${known}`,
    );
  }
  const name = place === '' ? 'the front matter' : place;
  const form = formOf(issue);
  if (valueAt(value, issue.path) === undefined) return [`${name} is missing: ${form}`];
  return [form.startsWith('must ') ? `${name} ${form}` : `${name} must be ${form}`];
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
};

/** Keys whose rule is a pattern, with what they are for. */
const FORMS: Readonly<Record<string, string>> = {
  slug: 'lower-case words joined by "-", such as "harbour-talks"',
  language: 'a language tag such as "en" or "de-CH"',
  createdBy: 'the name of who wrote it',
};

function formOf(issue: z.core.$ZodIssue): string {
  const own = FORMS[String(issue.path.at(-1))];
  if (own !== undefined) return own;
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum} ${unitOf(issue.origin)}`.trim();
  if (issue.code === 'too_small') return `at least ${issue.minimum} ${unitOf(issue.origin)}`.trim();
  return issue.message.startsWith('Invalid') ? 'written another way' : issue.message;
}

function unitOf(origin: string): string {
  if (origin === 'string') return 'characters long';
  return origin === 'array' ? 'entries long' : '';
}

function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let inner = unwrap(schema);
  for (const key of path) {
    if (inner instanceof z.ZodObject) inner = unwrap(inner.shape[String(key)] ?? z.never());
    else if (inner instanceof z.ZodArray) inner = unwrap(inner.element);
  }
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema;
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodNullable || inner instanceof z.ZodOptional) {
    inner = inner.unwrap();
  }
  return inner;
}

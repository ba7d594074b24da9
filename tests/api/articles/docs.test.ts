import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '@communique/api/graphql/schema';
import { readSource } from '../../repository/source-files.ts';

const operations = [...readSource('docs/import.md').matchAll(/```graphql\n([\s\S]*?)```/g)].map(
  ([, text = '']) => text,
);

test('every operation of docs/import.md is one of the schema', () => {
  expect(operations).toHaveLength(2);
  for (const text of operations) expect([text, validate(schema, parse(text))]).toEqual([text, []]);
});

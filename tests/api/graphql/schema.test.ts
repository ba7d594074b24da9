import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printSchema } from '@communique/api/graphql/print-schema';

test('schema.graphql is what the code makes: run "pnpm generate:schema" when it is not', () => {
  const committed = readFileSync(new URL('../../../packages/api/schema.graphql', import.meta.url), 'utf8');
  expect(printSchema()).toBe(committed);
});

import { expect, test } from 'vitest';
import { readSource } from './source-files.ts';

test('the API knows every operation of the bot: run "pnpm generate:operations" when it does not', () => {
  const known: unknown = JSON.parse(readSource('packages/api/bot-operations.json'));
  expect(known).toEqual(JSON.parse(readSource('packages/bot/src/api/generated/persisted-documents.json')));
});

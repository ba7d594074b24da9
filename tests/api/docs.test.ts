import { expect, test } from 'vitest';
import { loadLibrary } from '@communique/api/library/load-library';
import { readSource } from '../repository/source-files.ts';
import { withApi } from '../support/api.ts';

const queries = [...readSource('docs/api.md').matchAll(/```graphql\n(query (\w+)[\s\S]*?)```/g)].map(
  ([, text = '', name = '']) => [name, text] as const,
);

test('docs/api.md has ten queries', () => expect(queries).toHaveLength(10));

test('every query of docs/api.md runs on the demo library and finds something', () =>
  withApi(async (api) => {
    await loadLibrary(api.db, api.act());
    for (const [name, text] of queries) {
      const { data, errors } = await api.query(text);
      expect([name, errors]).toEqual([name, []]);
      const [answer] = Object.values<{ edges?: unknown[]; length?: number; message?: string }>(data);
      const found = answer?.edges?.length ?? answer?.length ?? (answer?.message === undefined ? 1 : 0);
      // Nothing of the demo library is stale on the day of the test.
      if (name !== 'Stale') expect([name, found > 0]).toEqual([name, true]);
    }
  }));

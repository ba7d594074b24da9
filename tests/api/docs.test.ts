import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { close, listen } from '@communique/api/http/listen';
import { loadLibrary } from '@communique/api/library/load-library';
import { createApi } from '@communique/api/server';
import { createSilentLogger } from '@communique/shared/logger';
import { readSource } from '../repository/source-files.ts';
import { withApi } from '../support/api.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

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

/** What one of the programs of docs/api.md prints, against the demo library at an address of its own. */
async function printedBy(language: string, run: (program: string) => Promise<string>): Promise<string> {
  const [, program = ''] =
    new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readSource('docs/api.md')) ?? [];
  let printed = '';
  await withApi(async (api) => {
    await loadLibrary(api.db, api.act());
    const server = createServer(createApi({ ...api, logger: createSilentLogger() }).listener);
    const url = await listen(server, { host: '127.0.0.1', port: 0 });
    try {
      printed = await run(program.replaceAll('http://localhost:4000/graphql', url));
    } finally {
      await close(server);
    }
  });
  return printed;
}

const runProgram = promisify(execFile);

test('the curl example prints the newest briefings', async () => {
  const printed = await printedBy('sh', async (program) => (await runProgram('sh', ['-c', program])).stdout);
  expect(JSON.parse(printed)).toMatchObject({ data: { briefings: { edges: { length: 3 } } } });
});

test('the TypeScript example prints the title of a briefing', async () => {
  const printed = await printedBy('ts', async (program) => {
    const path = join(temporaryFolder(), 'example.mts');
    writeFileSync(path, program);
    return (await runProgram(process.execPath, [path])).stdout;
  });
  expect(printed).toBe('In the room: who wants what from US–Russia talks\n');
});

import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { MUTATIONS } from './mutations.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const mutation = MUTATIONS[Number(process.env['MUTATION'])];
if (mutation === undefined) throw new Error('MUTATION is the number of a breakage');
const { file, from, to, test } = mutation;

/** The tests of one file against a sandbox that is broken in one place, in memory only. */
export default defineConfig({
  root: ROOT,
  ssr: { resolve: { conditions: ['module', 'node'] } },
  plugins: [
    {
      name: 'break',
      enforce: 'pre',
      transform: (code, id) =>
        id === `${ROOT}packages/sandbox/src/${file}` ? code.replace(from, () => to) : undefined,
    },
  ],
  test: {
    include: [`tests/sandbox/${test}.test.ts`],
    testTimeout: 20_000,
    bail: 1,
    // It would hand out what was compiled without the breakage, or with another one.
    fsModuleCache: false,
  },
});

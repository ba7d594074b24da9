/** How Node runs each program. */
import { fileURLToPath } from 'node:url';
import type { ProgramName } from './program-environments.ts';

export interface NodeOptions {
  /** Given at the start: flags that are set when code runs already, together with kept compiled code, can crash Node. */
  execArgv: string[];
  env: Record<string, string>;
}

const NONE: NodeOptions = { execArgv: [], env: {} };

export const NODE_OPTIONS: Readonly<Record<ProgramName, NodeOptions>> = {
  api: {
    // Memory before speed: of what a request leaves behind nothing is needed again, so the space for new objects may be small (8 MB twice,
    // where V8 takes 32), and garbage is collected when the heap has grown by half, where V8 waits until it is several times as large.
    execArgv: ['--max-semi-space-size=8', '--heap-growing-percent=50'],
    // The program says so itself (`start-fast.ts`), but its first two files are read before that.
    env: {
      NODE_COMPILE_CACHE: fileURLToPath(
        new URL('../../packages/api/node_modules/.cache/compiled', import.meta.url),
      ),
    },
  },
  sandbox: NONE,
  bot: NONE,
};

import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ApiProcess {
  url: string;
  /** Milliseconds from starting the process until it said it was ready. */
  startMilliseconds: number;
  stop(): Promise<void>;
}

/** The real API in a process of its own, on a fresh database with the demo library, on a port of the system's choice. */
export async function startApiProcess(): Promise<ApiProcess> {
  const directory = mkdtempSync(join(tmpdir(), 'communique-bench-'));
  const began = performance.now();
  const child = fork(fileURLToPath(new URL('../../packages/api/src/main.ts', import.meta.url)), {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATABASE_URL: `file:${directory}/bench.db`,
      LOAD_DEMO_LIBRARY: 'true',
      LOG_LEVEL: 'warn',
    },
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: { type: string; url?: string }) => {
      if (message.type === 'ready' && message.url !== undefined) resolve(message.url);
    });
    child.once('exit', (code) =>
      reject(new Error(`The API stopped before it was ready (exit code ${code})`)),
    );
  });
  return {
    url,
    startMilliseconds: performance.now() - began,
    async stop() {
      child.send({ type: 'stop' });
      await once(child, 'exit');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

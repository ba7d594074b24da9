import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ROOT } from '../repository/source-files.ts';
import { freePort } from '../support/free-port.ts';

export interface RunningPrograms {
  /** Of the sandbox's chat page. */
  url: string;
  stop(): Promise<void>;
}

/** The API, the sandbox and the bot as a newcomer starts them, with the demo library, in an empty folder. */
export async function startPrograms(dataDirectory: string): Promise<RunningPrograms> {
  const sandboxPort = String(await freePort());
  const programs = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: dataDirectory,
      PORT: String(await freePort()),
      SANDBOX_PORT: sandboxPort,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: programs.stdout })) {
    if (line.includes('is running')) break;
  }
  if (programs.exitCode !== null) throw new Error(`The programs ended with ${programs.exitCode}`);
  programs.stdout.resume();
  return {
    url: `http://localhost:${sandboxPort}`,
    async stop() {
      programs.kill('SIGINT');
      if (programs.exitCode === null) await once(programs, 'exit');
    },
  };
}

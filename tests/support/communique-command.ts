import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { ROOT } from '../repository/source-files.ts';

export interface CommandResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the `communique` command line as its user does: a process of its own. */
export async function communique(databaseUrl: string, ...args: string[]): Promise<CommandResult> {
  return communiqueWith({ databaseUrl }, ...args);
}

export interface CommandWorld {
  databaseUrl: string;
  /** What is piped in. */
  input?: string;
  environment?: Record<string, string>;
}

export async function communiqueWith(
  { databaseUrl, input = '', environment = {} }: CommandWorld,
  ...args: string[]
): Promise<CommandResult> {
  const child = spawn(process.execPath, ['packages/api/bin/communique.mjs', ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, stdout, stderr };
}

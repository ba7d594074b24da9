import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface ServerProcess {
  name: string;
  url: string;
  /** Milliseconds since the process was started. */
  sinceStart: () => number;
  /** Seconds of processor time used so far; null where the system does not say. */
  cpuSeconds: () => number | null;
  /** Bytes of memory in use; null where the system does not say. */
  memory: () => number | null;
  stop(): Promise<void>;
}

export interface ServerOptions {
  name: string;
  /** Relative to this folder. */
  program: string;
  args?: string[];
  execArgv?: string[];
  env?: Record<string, string>;
}

/** A server in a process of its own, on a port of the system's choice. */
export async function startServer({
  name,
  program,
  args = [],
  execArgv = [],
  env = {},
}: ServerOptions): Promise<ServerProcess> {
  const began = performance.now();
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), args, {
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'warn', ...env },
    execArgv,
  });
  pin(child.pid, 0);
  const url = await readyUrl(child, name);
  return {
    name,
    url,
    sinceStart: () => performance.now() - began,
    cpuSeconds: () => cpuSecondsOf(child.pid),
    memory: () => memoryOf(child.pid),
    async stop() {
      child.send({ type: 'stop' });
      await once(child, 'exit');
    },
  };
}

/** Servers on one core and the load on the other, so that they do not take it from each other. Linux only; elsewhere nothing happens. */
export function pin(pid: number | undefined, core: number): void {
  spawnSync('taskset', ['-a', '-p', '-c', String(core), String(pid)]);
}

async function readyUrl(child: ChildProcess, name: string): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    child.on('message', (message: { type: string; url?: string }) => {
      if (message.type === 'ready' && message.url !== undefined) resolve(message.url);
    });
    child.once('exit', (code) =>
      reject(new Error(`${name} stopped before it was ready (exit code ${code})`)),
    );
  });
}

function cpuSecondsOf(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // Ticks of a hundredth of a second, in user and in system mode: proc(5).
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

function memoryOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

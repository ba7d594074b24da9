import { fork, type ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { NODE_OPTIONS } from './node-options.ts';
import { readableLogLine } from './readable-log-line.ts';
import type { ProgramName } from './program-environments.ts';

/** A child process: when it is ready, when it has stopped, and a line to it. */
export interface Program {
  name: ProgramName;
  ready: Promise<void>;
  /** Settles when the process is gone: rejects with a `ProgramStoppedError` unless it was asked to stop. */
  stopped: Promise<void>;
  send(message: object): void;
  onMessage(listener: (message: Message) => void): void;
  stop(): Promise<void>;
}

export type Message = Record<string, unknown> & { type: string };

export class ProgramStoppedError extends Error {
  override name = 'ProgramStoppedError';
}

const GRACE_MS = 10_000;
// What a program may inherit: where things are, nothing that configures it or is secret.
const INHERITED = [
  'PATH',
  'HOME',
  'TZ',
  'LANG',
  'LC_ALL',
  'TMPDIR',
  'TEMP',
  'SYSTEMROOT',
  'NODE_ENV',
  'NODE_EXTRA_CA_CERTS',
];

export function startProgram(options: {
  name: ProgramName;
  environment: Record<string, string>;
  logDirectory: string;
}): Program {
  const { name } = options;
  const child = fork(fileURLToPath(new URL(`../../packages/${name}/src/main.ts`, import.meta.url)), {
    env: { ...inherited(), ...NODE_OPTIONS[name].env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Not in the terminal's group: Ctrl-C reaches only this process, which stops the programs in order.
    detached: true,
    // Flags of this process are not theirs.
    execArgv: NODE_OPTIONS[name].execArgv,
  });
  const logPath = followLog(child, name, options.logDirectory);
  let stopping = false;
  const stopped = once(child, 'exit').then(([code, signal]) => {
    if (stopping) return;
    const how = signal === null ? `exit code ${code}` : `ended by ${signal}`;
    throw new ProgramStoppedError(`The ${name} stopped (${how}), so everything stops. Its log is ${logPath}`);
  });
  const ready = waitUntilReady(child);
  const whenReady = Promise.race([ready, stopped.then(() => ready)]);
  return {
    name,
    ready: whenReady,
    stopped,
    send: (message) => child.connected && child.send(message),
    onMessage: (listener) => child.on('message', (message) => isMessage(message) && listener(message)),
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      if (child.connected) child.send({ type: 'stop' });
      const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      await once(child, 'exit');
      clearTimeout(timer);
    },
  };
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    INHERITED.flatMap((key) => {
      const value = process.env[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

async function waitUntilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (isMessage(message) && message.type === 'ready') resolve();
    });
  });
}

/** Everything goes to a file, whose path is returned; the terminal gets warnings and errors. The log of the run before is kept. */
function followLog(child: ChildProcess, name: ProgramName, logDirectory: string): string {
  mkdirSync(logDirectory, { recursive: true });
  const path = `${logDirectory}/${name}.log`;
  if (existsSync(path)) renameSync(path, `${logDirectory}/${name}.previous.log`);
  const file = createWriteStream(path);
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      file.write(`${line}\n`);
      const readable = readableLogLine(line);
      if (readable !== undefined) console.error(`${name}: ${readable}`);
    });
  }
  child.once('close', () => file.end());
  return path;
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

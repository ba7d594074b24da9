import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a program has used of the machine so far; memory in bytes. */
interface Use {
  rss: number;
  peak: number;
  processorMilliseconds: number;
}

export interface SandboxProgram {
  url: string;
  /** From the start of the process until it listens. */
  milliseconds: number;
  use(): Promise<Use>;
  stop(): Promise<void>;
}

const MAIN = fileURLToPath(import.meta.resolve('@communique/sandbox/main'));
const REPORT = new URL('./report-use.ts', import.meta.url).href;

/** The sandbox as `pnpm sandbox` starts it, in a process of its own; with a file it keeps its world there. */
export async function startSandboxProgram(stateFile?: string): Promise<SandboxProgram> {
  const began = performance.now();
  const child = fork(MAIN, {
    execArgv: ['--import', REPORT],
    env: {
      PATH: process.env['PATH'],
      SANDBOX_PORT: '0',
      SANDBOX_BOT_TOKEN: 'bench',
      LOG_LEVEL: 'silent',
      ...(stateFile !== undefined && { SANDBOX_STATE: stateFile }),
    },
  });
  const { url } = await hear<{ url: string }>(child, 'ready');
  return {
    url,
    milliseconds: performance.now() - began,
    use() {
      const answer = hear<Use>(child, 'use');
      child.send('use');
      return answer;
    },
    async stop() {
      child.send({ type: 'stop' });
      await once(child, 'exit');
    },
  };
}

/** The next message of this type. */
async function hear<Message>(child: ChildProcess, type: string): Promise<Message> {
  return new Promise((resolve, reject) => {
    function stop(): void {
      child.off('exit', fail).off('message', take);
    }
    function fail(code: number | null): void {
      stop();
      reject(new Error(`The sandbox ended with ${code}`));
    }
    function take(message: Message & { type: string }): void {
      if (message.type !== type) return;
      stop();
      resolve(message);
    }
    child.on('exit', fail).on('message', take);
  });
}

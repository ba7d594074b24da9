import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createSandbox } from '@communique/sandbox/sandbox';
import { createDevelopmentClock } from '@communique/shared/clock';
import { createSilentLogger } from '@communique/shared/logger';
import { BOT_TOKEN } from '../support/ask-api.ts';
import { openLibraryApi } from '../support/bot-api.ts';

const MAIN = join(import.meta.dirname, '../../packages/bot/src/main.ts');
const NOWHERE = 'http://127.0.0.1:9/graphql';

// Programs of their own take their time to start on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

interface Program {
  child: ChildProcess;
  errors(): string;
  exit: Promise<number | null>;
}

function start(environment: Record<string, string>): Program {
  const child = fork(MAIN, { env: environment, silent: true, execArgv: [] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return {
    child,
    errors: () => errors,
    exit: once(child, 'exit').then(([code]: (number | null)[]) => code ?? null),
  };
}

/** The API's port, for a program of its own. */
async function serveApi(): Promise<string> {
  const { fetch } = await openLibraryApi(createDevelopmentClock());
  const server = createServer((request, response) => {
    void (async () => {
      const body = Buffer.concat(await Array.fromAsync(request)).toString();
      const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]);
      const answer = await fetch('http://localhost/graphql', { method: 'POST', headers, body });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/graphql`;
}

async function startSandbox(botToken: string) {
  const clock = createDevelopmentClock();
  const sandbox = await createSandbox({ port: 0, botToken, clock, logger: createSilentLogger() });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

test('with nothing set it names what is missing and ends with 1', async () => {
  const program = start({});
  expect(await program.exit).toBe(1);
  expect(program.errors()).toMatch(/DISCORD_TOKEN is missing[^]*BOT_API_TOKEN is missing/);
  expect(program.errors()).not.toContain('    at ');
});

test('while it waits for the API it says so, and stops when told to', async () => {
  const program = start({ DISCORD_TOKEN: 't', BOT_API_TOKEN: BOT_TOKEN, API_URL: NOWHERE });
  const [line] = await once(program.child.stderr ?? program.child, 'data');
  expect(String(line)).toContain('waiting for the API');
  program.child.send({ type: 'stop' });
  expect(await program.exit).toBe(0);
});

test('it says when it is ready, and leaves with 0 when told to', async () => {
  const sandbox = await startSandbox('right');
  const program = start({
    DISCORD_TOKEN: 'right',
    DISCORD_API_URL: sandbox.apiUrl,
    BOT_API_TOKEN: BOT_TOKEN,
    API_URL: await serveApi(),
    DEVELOPMENT_CLOCK: 'true',
  });
  const [message] = await once(program.child, 'message');
  expect(message).toEqual({ type: 'ready' });
  expect(sandbox.gateway.isOnline()).toBe(true);
  program.child.send({ type: 'clock-offset', milliseconds: 1_000 });
  expect(await once(program.child, 'message')).toEqual([
    { type: 'digests-ran', milliseconds: 1_000 },
    undefined,
  ]);
  program.child.send({ type: 'unheard of' });
  program.child.kill('SIGTERM');
  expect(await program.exit).toBe(0);
});

test('a token Discord refuses is one sentence, and ends with 1', async () => {
  const sandbox = await startSandbox('right');
  const program = start({
    DISCORD_TOKEN: 'wrong',
    DISCORD_API_URL: sandbox.apiUrl,
    BOT_API_TOKEN: BOT_TOKEN,
    API_URL: await serveApi(),
  });
  expect(await program.exit).toBe(1);
  expect(program.errors()).toMatch(/^Discord does not accept DISCORD_TOKEN\.[^\n]*\n$/);
});

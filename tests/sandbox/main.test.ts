import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MAIN = fileURLToPath(import.meta.resolve('@communique/sandbox/main'));

interface Program {
  child: ChildProcess;
  messages: unknown[];
  /** What it wrote to standard error. */
  said(): string;
  exit: Promise<number | null>;
}

function start(environment: Record<string, string>): Program {
  const child = fork(MAIN, {
    env: { PATH: process.env['PATH'] ?? '', SANDBOX_PORT: '0', LOG_LEVEL: 'silent', ...environment },
    execArgv: [],
    silent: true,
  });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const messages: unknown[] = [];
  child.on('message', (message) => messages.push(message));
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, messages, said: () => errors, exit };
}

async function ready(program: Program): Promise<string> {
  await expect.poll(() => program.messages, { timeout: 15_000 }).toMatchObject([{ type: 'ready' }]);
  return (program.messages[0] as { url: string }).url;
}

describe('the sandbox program', () => {
  test('starts, says where it is, serves the page and stops when it is asked to', async () => {
    const program = start({ SANDBOX_STATE: join(temporaryFolder(), 'sandbox.json') });
    const url = await ready(program);
    expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
    expect((await (await fetch(`${url}/assets/main.js`)).text()).length).toBeGreaterThan(10_000);
    program.child.send({ type: 'stop' });
    expect(await program.exit).toBe(0);
    expect(program.said()).toBe('');
  });

  test('asks its parent to move the clock and follows it', async () => {
    const program = start({});
    const url = await ready(program);
    const move = async (body: object): Promise<unknown> => {
      const response = await fetch(`${url}/sandbox/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return response.json();
    };
    const at = '2026-11-23T08:00:00.000Z';
    program.child.on('message', (message: { type: string; requestId?: string; milliseconds?: number }) => {
      if (message.type === 'advance-clock')
        program.child.send({ type: 'clock-offset', milliseconds: message.milliseconds });
      if (message.type !== 'jump-to-next-digest') return;
      program.child.send({ type: 'jump-result', requestId: message.requestId, at, message: 'Jumped' });
      program.child.send({ type: 'clock-offset', milliseconds: 7_200_000 });
    });
    expect(await move({ advanceMilliseconds: 3_600_000 })).toMatchObject({ message: 'The clock moved.' });
    expect(await move({ jump: 'next-digest' })).toEqual({ at, message: 'Jumped' });
    const offset = async (): Promise<unknown> => {
      const state = (await (await fetch(`${url}/sandbox/state`)).json()) as { clock: unknown };
      return state.clock;
    };
    await expect.poll(offset).toMatchObject({ offsetMilliseconds: 7_200_000, canJump: true });
    program.child.kill('SIGTERM');
    expect(await program.exit).toBe(0);
  });

  test('keeps what was said when its parent goes away', async () => {
    const file = join(temporaryFolder(), 'sandbox.json');
    const first = start({ SANDBOX_STATE: file });
    await fetch(`${await ready(first)}/sandbox/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        memberId: FIRST_WORLD.ada,
        channelId: FIRST_WORLD.forum.general,
        content: 'Kept',
      }),
    });
    first.child.disconnect();
    expect(await first.exit).toBe(0);
    const second = start({ SANDBOX_STATE: file });
    const path = `/sandbox/channels/${FIRST_WORLD.forum.general}/messages?memberId=${FIRST_WORLD.ada}`;
    const response = await fetch(`${await ready(second)}${path}`);
    expect(await response.json()).toMatchObject({ messages: [{ content: 'Kept' }] });
  });

  test('never starts beside a real Discord', async () => {
    const program = start({ DISCORD_TOKEN: 'secret-token' });
    expect(await program.exit).toBe(1);
    expect(program.said()).toContain('DISCORD_TOKEN is set');
    expect(program.said()).not.toContain('secret-token');
  });

  test('names every mistake in its settings, a port in use and a file that is not its own', async () => {
    const wrong = start({ SANDBOX_PORT: 'x', CLOCK_OFFSET_MS: '-1', HOST: '999.1.1.1' });
    expect(await wrong.exit).toBe(1);
    expect(wrong.said()).toContain('SANDBOX_PORT');
    expect(wrong.said()).toContain('CLOCK_OFFSET_MS');
    expect(wrong.said()).toContain(
      'HOST must be an IP address of this machine or localhost, not "999.1.1.1"',
    );

    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const second = start({ SANDBOX_PORT: port });
    expect(await second.exit).toBe(1);
    expect(second.said()).toBe(
      `Port ${port} is in use. Stop the program that uses it or choose another with SANDBOX_PORT.\n`,
    );

    const odd = start({ SANDBOX_STATE: MAIN });
    expect(await odd.exit).toBe(1);
    expect(odd.said()).toContain('is not a saved sandbox world');

    // Set aside for documentation, so no machine has it.
    const elsewhere = start({ HOST: '192.0.2.1' });
    expect(await elsewhere.exit).toBe(1);
    expect(elsewhere.said()).toBe(
      'HOST 192.0.2.1 is no address of this machine. Leave it out: 127.0.0.1 is right nearly always.\n',
    );
  });
});

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const MAIN = fileURLToPath(new URL('../../../packages/api/src/main.ts', import.meta.url));
const messageSchema = z.looseObject({ type: z.string(), url: z.string().optional() });

interface Program {
  child: ChildProcess;
  /** The next message of this type. */
  next(type: string): Promise<z.infer<typeof messageSchema>>;
  stderr(): string;
  exit: Promise<number | null>;
}

function start(environment: Record<string, string>): Program {
  const child = fork(MAIN, {
    env: { PATH: process.env['PATH'], ...environment },
    execArgv: [],
    stdio: 'pipe',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stderr = '';
  child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
  const exit = once(child, 'exit').then(([code]) => z.number().nullable().parse(code));
  return {
    child,
    stderr: () => stderr,
    exit,
    async next(type) {
      for (;;) {
        const [content] = await Promise.race([
          once(child, 'message'),
          exit.then((code) => Promise.reject(new Error(`It ended with ${code}: ${stderr}`))),
        ]);
        const message = messageSchema.parse(content);
        if (message.type === type) return message;
      }
    },
  };
}

async function ask(url: string | undefined, query: string): Promise<unknown> {
  const response = await fetch(url ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

test('it starts with the demo library, says so, answers its parent, stops on its word and starts again as it was', async () => {
  const environment = {
    PORT: '0',
    DATABASE_URL: `file:${join(temporaryFolder(), 'data', 'communique.db')}`,
    LOAD_DEMO_LIBRARY: 'true',
    DEVELOPMENT_CLOCK: 'true',
  };
  for (const asked of ['first', 'second']) {
    const program = start(environment);
    const { url } = await program.next('ready');
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
    expect(await ask(url, '{ briefings(first: 100) { edges { node { slug } } } }')).toMatchObject({
      data: { briefings: { edges: { length: 5 } } },
    });
    program.child.send({ type: 'nonsense' });
    program.child.send({ type: 'clock-offset', milliseconds: 200 * 24 * 60 * 60 * 1000 });
    program.child.send({ type: 'next-run?', requestId: asked });
    expect(await program.next('next-run')).toEqual({ type: 'next-run', requestId: asked, at: null });
    program.child.send({ type: 'digest-runs?', requestId: asked, since: new Date(0).toISOString() });
    expect(await program.next('digest-runs')).toEqual({ type: 'digest-runs', requestId: asked, runs: [] });
    // Its content time is ahead by now: entries that are to be reviewed every 180 days are overdue.
    const answer = JSON.stringify(await ask(url, '{ faqEntries(first: 100) { edges { node { stale } } } }'));
    expect(answer).toContain('"stale":true');
    program.child.send({ type: 'stop' });
    expect(await program.exit).toBe(0);
  }
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s stops it', async (signal) => {
  const program = start({ PORT: '0', DATABASE_URL: join(temporaryFolder(), 'communique.db') });
  await program.next('ready');
  program.child.kill(signal);
  expect(await program.exit).toBe(0);
});

test('it stops when its parent is gone', async () => {
  const program = start({ PORT: '0', DATABASE_URL: join(temporaryFolder(), 'communique.db') });
  await program.next('ready');
  program.child.disconnect();
  expect(await program.exit).toBe(0);
});

test('a port in use is one clear sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = String(typeof address === 'object' ? address?.port : '');
  const program = start({ PORT: port, DATABASE_URL: join(temporaryFolder(), 'communique.db') });
  expect(await program.exit).toBe(1);
  expect(program.stderr()).toBe(
    `Port ${port} is in use: stop the other program, or set PORT to another one.\n`,
  );
});

test('all mistakes in the settings are named at once', async () => {
  const program = start({
    PORT: '99999',
    BOT_API_TOKEN: 'short',
    LOG_LEVEL: 'loud',
    ALLOWED_ORIGINS: 'example.org',
    LOAD_DEMO_LIBRARY: 'maybe',
    NODE_ENV: 'production',
    DEVELOPMENT_CLOCK: 'true',
  });
  expect(await program.exit).toBe(1);
  for (const name of [
    'PORT',
    'BOT_API_TOKEN',
    'LOG_LEVEL',
    'ALLOWED_ORIGINS',
    'LOAD_DEMO_LIBRARY',
    'DEVELOPMENT_CLOCK',
  ]) {
    expect(program.stderr()).toContain(`- ${name} `);
  }
  expect(program.stderr()).not.toContain('    at ');
});

test('a file that is no database is named and left alone', async () => {
  const path = join(temporaryFolder(), 'notes.txt');
  writeFileSync(path, 'no database '.repeat(1_000));
  const program = start({ PORT: '0', DATABASE_URL: path });
  expect(await program.exit).toBe(1);
  expect(program.stderr()).toBe(
    `The database ${path} is not a SQLite file. Choose another DATABASE_URL, or move that file away.\n`,
  );
});

test('a request that is under way when it stops is answered, a stream is completed, and nothing new is taken on', async () => {
  const program = start({ PORT: '0', DATABASE_URL: join(temporaryFolder(), 'communique.db') });
  const { url = '' } = await program.next('ready');
  const { port } = new URL(url);
  const stream = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { contentChanged { cursor } }' }),
  });
  const body = JSON.stringify({ query: '{ changeCursor }' });
  const slow = connect(Number(port), '127.0.0.1');
  slow.write(
    `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  );
  const answer = text(slow);
  // Answered only after the bytes above were read: the half request is the server's by then.
  await ask(url, '{ changeCursor }');
  program.child.send({ type: 'stop' });
  expect(await stream.text()).toMatch(/event: complete\ndata:\n\n$/);
  await expect(once(connect(Number(port), '127.0.0.1'), 'connect')).rejects.toThrow('ECONNREFUSED');
  slow.write(body.slice(5));
  expect(await answer).toMatch(/^HTTP\/1\.1 200 OK[^]*"changeCursor"/);
  expect(await program.exit).toBe(0);
});

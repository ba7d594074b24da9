import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../repository/source-files.ts';
import { freePort } from '../support/free-port.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Run {
  child: ChildProcess;
  output: () => string;
  /** Settles with the exit code. */
  exited: Promise<number | null>;
  /** Settles when the output contains the text; rejects when the program ends before. */
  says(text: string): Promise<void>;
}

function start(environment: Record<string, string>): Run {
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  onTestFinished(async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await exited;
  });
  return {
    child,
    output: () => output,
    exited,
    says: async (text) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = () => output.includes(text) && resolve();
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      look();
      await Promise.race([
        promise,
        exited.then((code) => {
          if (!output.includes(text))
            throw new Error(`ended with ${code} before saying "${text}":\n${output}`);
        }),
      ]);
    },
  };
}

async function twoPorts(): Promise<{ PORT: string; SANDBOX_PORT: string }> {
  return { PORT: String(await freePort()), SANDBOX_PORT: String(await freePort()) };
}

async function graphql(port: string, query: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

const COUNTS =
  '{ briefings(first: 100) { edges { node { slug } } } faqEntries(first: 100) { edges { node { slug } } } }';

test(
  'one command starts everything, Ctrl-C stops it, and the next start finds the data as it was',
  { timeout: 60_000 },
  async () => {
    const DATA_DIR = temporaryFolder();
    const ALLOWED_ORIGINS = 'https://app.example';
    const environment = { DATA_DIR, ...(await twoPorts()), ALLOWED_ORIGINS };

    const first = start(environment);
    await first.says('Communiqué is running.');
    expect(first.output()).toContain(`http://localhost:${environment.PORT}/graphql`);
    expect(first.output()).toContain(`http://localhost:${environment.SANDBOX_PORT}`);
    const before = await graphql(environment.PORT, COUNTS);
    expect(before).toMatchObject({ data: { briefings: { edges: { length: 5 } } } });
    const live = await fetch(`http://127.0.0.1:${environment.PORT}/live`, {
      headers: { origin: ALLOWED_ORIGINS },
    });
    expect(live.headers.get('access-control-allow-origin')).toBe(ALLOWED_ORIGINS);
    const state = await fetch(`http://127.0.0.1:${environment.SANDBOX_PORT}/sandbox/state`).then((response) =>
      response.json(),
    );
    expect(state).toMatchObject({
      bot: { online: true },
      violations: { bot: 0, sandbox: 0 },
      unhandledRoutes: [],
    });
    expect(statSync(`${DATA_DIR}/secrets.json`).mode & 0o777).toBe(0o600);
    const secrets = readFileSync(`${DATA_DIR}/secrets.json`, 'utf8');

    first.child.kill('SIGINT');
    expect(await first.exited).toBe(0);
    await expect(fetch(`http://127.0.0.1:${environment.PORT}/live`)).rejects.toThrow();
    await expect(fetch(`http://127.0.0.1:${environment.SANDBOX_PORT}/`)).rejects.toThrow();

    const second = start(environment);
    await second.says('Communiqué is running.');
    expect(await graphql(environment.PORT, COUNTS)).toEqual(before);
    expect(readFileSync(`${DATA_DIR}/secrets.json`, 'utf8')).toBe(secrets);
    second.child.kill('SIGINT');
    expect(await second.exited).toBe(0);
  },
);

test('no secret is in the output or the logs', { timeout: 30_000 }, async () => {
  const DATA_DIR = temporaryFolder();
  const run = start({ DATA_DIR, ...(await twoPorts()), LOG_LEVEL: 'trace' });
  await run.says('Communiqué is running.');
  run.child.kill('SIGINT');
  await run.exited;
  const secrets: Record<string, string> = JSON.parse(readFileSync(`${DATA_DIR}/secrets.json`, 'utf8'));
  const said = [
    run.output(),
    ...['api', 'sandbox', 'bot'].map((name) => readFileSync(`${DATA_DIR}/logs/${name}.log`, 'utf8')),
  ];
  for (const secret of Object.values(secrets)) expect(said.join('\n')).not.toContain(secret);
});

test('a port in use is a clear error, and nothing is left running', { timeout: 30_000 }, async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  onTestFinished(() => void blocker.close());
  const address = blocker.address();
  const blocked = typeof address === 'object' && address !== null ? String(address.port) : '';
  const environment = { DATA_DIR: temporaryFolder(), PORT: blocked, SANDBOX_PORT: String(await freePort()) };

  const run = start(environment);
  expect(await run.exited).toBe(1);
  expect(run.output()).toMatch(new RegExp(`${blocked}.*in use|in use.*${blocked}`, 'i'));
  await expect(fetch(`http://127.0.0.1:${environment.SANDBOX_PORT}/`)).rejects.toThrow();
});

test('wrong settings are all named at once', async () => {
  const run = start({
    DATA_DIR: temporaryFolder(),
    PORT: 'four thousand',
    SANDBOX_PORT: '99999',
    LOAD_DEMO_LIBRARY: 'maybe',
    LOG_LEVEL: 'loud',
  });
  expect(await run.exited).toBe(1);
  for (const name of [
    'PORT must be',
    'SANDBOX_PORT must be',
    'LOAD_DEMO_LIBRARY must be',
    'LOG_LEVEL must be',
  ]) {
    expect(run.output()).toContain(name);
  }
});

test('a database file that is no database is named, and left as it was', { timeout: 30_000 }, async () => {
  const DATA_DIR = temporaryFolder();
  const path = `${DATA_DIR}/shopping-list.db`;
  writeFileSync(path, 'milk, bread, '.repeat(1_000));
  const run = start({ DATA_DIR, ...(await twoPorts()), DATABASE_URL: `file:${path}` });
  expect(await run.exited).toBe(1);
  expect(run.output()).toContain('shopping-list.db');
  expect(readFileSync(path, 'utf8')).toBe('milk, bread, '.repeat(1_000));
});

test('data made under a clock that runs ahead is refused with a real Discord', async () => {
  const DATA_DIR = temporaryFolder();
  mkdirSync(DATA_DIR, { recursive: true });
  writeFileSync(`${DATA_DIR}/development-clock.json`, '{"offsetMilliseconds":86400000}');
  const run = start({ DATA_DIR, ...(await twoPorts()), DISCORD_TOKEN: 'not-a-real-token' });
  expect(await run.exited).toBe(1);
  expect(run.output()).toContain('DATA_DIR');
  expect(run.output()).not.toContain('not-a-real-token');
});

test(
  'two starts on one data folder are refused: they would write over each other',
  { timeout: 30_000 },
  async () => {
    const DATA_DIR = temporaryFolder();
    const first = start({ DATA_DIR, ...(await twoPorts()) });
    await first.says('Communiqué is running.');
    const second = start({ DATA_DIR, ...(await twoPorts()) });
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain('already runs');

    first.child.kill('SIGKILL');
    await first.exited;
    const third = start({ DATA_DIR, ...(await twoPorts()) });
    await third.says('Communiqué is running.');
  },
);

test('a data folder that is a file and one port for two programs are named', async () => {
  const path = `${temporaryFolder()}/notes.txt`;
  writeFileSync(path, 'not a folder');
  const wrongFolder = start({ DATA_DIR: path, ...(await twoPorts()) });
  expect(await wrongFolder.exited).toBe(1);
  expect(wrongFolder.output()).toContain('is a file, not a folder');
  const samePort = start({ DATA_DIR: temporaryFolder(), PORT: '4999', SANDBOX_PORT: '4999' });
  expect(await samePort.exited).toBe(1);
  expect(samePort.output()).toContain('are both 4999');
});

/**
 * Measures the sandbox in a process of its own: 1,000 servers on two shards of a real client's gateway, 100,000 messages,
 * and its start. Fails at more than 400 MB or a second of work to start: other programs of the machine do not count.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manyServers } from './support/many-servers.ts';
import { openShard } from './support/shard.ts';

const SERVERS = 1_000;
const MESSAGES = 100_000;
const MOST_MEGABYTES = 400;
const LONGEST_START = 1_000;

const directory = mkdtempSync(join(tmpdir(), 'communique-sandbox-'));

async function start(state?: string) {
  const began = performance.now();
  const child = fork(fileURLToPath(new URL('./support/sandbox-process.ts', import.meta.url)), {
    env: { PATH: process.env['PATH'], ...(state !== undefined && { STATE: state }) },
  });
  const [ready] = (await once(child, 'message')) as [{ url: string; processorMilliseconds: number }];
  return { child, ...ready, milliseconds: performance.now() - began };
}

async function ask<Answer>(child: ReturnType<typeof fork>, question: object): Promise<Answer> {
  child.send(question);
  const [answer] = (await once(child, 'message')) as [Answer];
  return answer;
}

try {
  const fresh = await start();
  fresh.child.kill();
  await once(fresh.child, 'exit');

  const state = join(directory, 'state.json');
  writeFileSync(state, JSON.stringify(manyServers(SERVERS)));
  const loaded = await start(state);
  const shards = await Promise.all([0, 1].map((shard) => openShard(loaded.url, [shard, 2])));
  const servers = shards.reduce((sum, shard) => sum + shard.servers, 0);
  const began = performance.now();
  const { rss } = await ask<{ rss: number }>(loaded.child, { say: MESSAGES });
  const seconds = (performance.now() - began) / 1_000;
  for (const shard of shards) shard.close();
  loaded.child.kill();
  await once(loaded.child, 'exit');

  const megabytes = Math.round(rss / 1e6);
  console.log(
    `Sandbox ready ${Math.round(fresh.milliseconds)} ms after its start, ` +
      `of which it worked ${Math.round(fresh.processorMilliseconds)} ms (loading its code included)`,
  );
  console.log(
    `${servers} servers on two shards, ${MESSAGES} messages in ${seconds.toFixed(1)} s: ${megabytes} MB`,
  );
  if (servers !== SERVERS || megabytes > MOST_MEGABYTES || fresh.processorMilliseconds > LONGEST_START) {
    console.error(`  more than ${MOST_MEGABYTES} MB or ${LONGEST_START} ms of work, or servers are missing`);
    process.exitCode = 1;
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}

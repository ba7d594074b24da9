/**
 * Measures the sandbox as `pnpm sandbox` starts it: its start, and 1,000 servers on two shards with 100,000 messages that
 * people write over HTTP while the world is kept in a file. Fails above `MOST_MEGABYTES` at the peak or a second of work to start: other programs of the machine do not count.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manyServers } from './support/many-servers.ts';
import { startSandboxProgram } from './support/sandbox-program.ts';
import { sayMuch } from './support/say-much.ts';
import { openShard } from './support/shard.ts';

const SERVERS = 1_000;
const MESSAGES = 100_000;
const MOST_MEGABYTES = 400;
const LONGEST_START = 1_000;
const STARTS = 5;

const directory = mkdtempSync(join(tmpdir(), 'communique-sandbox-'));

/** Wall clock and work of several starts in a row, the quickest first. */
async function measureStarts(): Promise<{ wall: number; work: number }[]> {
  const starts = [];
  for (let number = 0; number < STARTS; number += 1) {
    const program = await startSandboxProgram();
    const { processorMilliseconds } = await program.use();
    starts.push({ wall: Math.round(program.milliseconds), work: Math.round(processorMilliseconds) });
    await program.stop();
  }
  return starts.toSorted((left, right) => left.wall - right.wall);
}

async function measureMemory() {
  const state = join(directory, 'state.json');
  writeFileSync(state, JSON.stringify(manyServers(SERVERS)));
  const program = await startSandboxProgram(state);
  const shards = await Promise.all([0, 1].map((shard) => openShard(program.url, [shard, 2])));
  const servers = shards.reduce((sum, shard) => sum + shard.servers, 0);
  const began = performance.now();
  await sayMuch(program.url, MESSAGES);
  const seconds = (performance.now() - began) / 1_000;
  const { rss, peak } = await program.use();
  for (const shard of shards) shard.close();
  await program.stop();
  return { servers, seconds, now: Math.round(rss / 1e6), peak: Math.round(peak / 1e6) };
}

try {
  const starts = await measureStarts();
  const { servers, seconds, now, peak } = await measureMemory();
  const median = starts[Math.floor(STARTS / 2)] ?? { work: Infinity };
  const shown = starts.map(({ wall, work }) => `${wall} (${work})`).join(', ');
  console.log(`Ready ${shown} ms after its start; in brackets what it worked of that`);
  console.log(
    `${servers} servers on two shards, ${MESSAGES} messages in ${seconds.toFixed(0)} s: ${now} MB, ${peak} MB at the peak`,
  );
  if (servers !== SERVERS || peak > MOST_MEGABYTES || median.work > LONGEST_START) {
    console.error(`  more than ${MOST_MEGABYTES} MB or ${LONGEST_START} ms of work, or servers are missing`);
    process.exitCode = 1;
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}

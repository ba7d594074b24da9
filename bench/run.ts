/**
 * Measures the API against L, the limit (see README.md beside this): both up at once on the same generated content, driven in turn.
 *   --size 10000   briefings (four times as many FAQ entries)
 *   --quick        100 briefings and short rounds: enough to see that it works
 *   --only W1,W3   some workloads
 *   --rounds 9     more of them, where the machine is busy
 *   --keep folder  where the databases stay for the next run
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { NODE_OPTIONS } from '../scripts/start/node-options.ts';
import { fillLimit } from './data/fill-limit.ts';
import { fillOurs } from './data/fill-ours.ts';
import { measureRound, type Measure } from './support/measure-round.ts';
import { pin, startServer, type ServerProcess } from './support/server-process.ts';
import { createWorkloads, DRAWN_BY, type Ask, type DrawnBy, type Workload } from './workloads/workloads.ts';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string' },
    keep: { type: 'string' },
  },
});

const size = Number(options.size ?? (options.quick ? 100 : 10_000));
const seconds = options.quick ? 1 : 2;
const rounds = Number(options.rounds ?? (options.quick ? 3 : 5));
const HEADERS = { 'content-type': 'application/json' };

async function main(): Promise<void> {
  const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'communique-bench-'));
  mkdirSync(folder, { recursive: true });
  const paths = { ours: join(folder, `ours-${size}.db`), limit: join(folder, `limit-${size}.db`) };
  const servers: ServerProcess[] = [];
  try {
    if (!existsSync(paths.ours)) await fillOurs(`file:${paths.ours}`, size);
    if (!existsSync(paths.limit)) fillLimit(paths.limit, size);
    const draws = DRAWN_BY.map((drawnBy) => ({ drawnBy, workloads: createWorkloads(size, drawnBy) }));
    pin(process.pid, 1);
    const ours = await startServer({
      name: 'ours',
      program: '../../packages/api/src/main.ts',
      // As "pnpm start" starts it.
      execArgv: NODE_OPTIONS.api.execArgv,
      env: { ...NODE_OPTIONS.api.env, DATABASE_URL: `file:${paths.ours}`, ANONYMOUS_BUDGET: '1000000000000' },
    });
    servers.push(ours);
    const start = await askFirst(ours, draws[0]?.workloads ?? []);
    const limit = await startServer({ name: 'L', program: '../servers/limit.ts', args: [paths.limit] });
    servers.push(limit);
    await compare({ ours, limit }, draws, start);
  } finally {
    await Promise.all(servers.map(async (server) => server.stop()));
    if (options.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

interface Draw {
  drawnBy: DrawnBy;
  workloads: Workload[];
}

/** What somebody waits for who asks as soon as the server is up; that the answers are right is seen when they are compared. */
async function askFirst(ours: ServerProcess, workloads: readonly Workload[]): Promise<string> {
  const first = async (wanted: string) => {
    const ask = workloads.find(({ name }) => name === wanted)?.asks[0];
    if (ask !== undefined) await answerOf(ours.url, ask);
    return time();
  };
  const time = () =>
    `${Math.round(ours.sinceStart())} ms (${Math.round((ours.cpuSeconds() ?? 0) * 1_000)} of work)`;
  const listening = time();
  const read = await first('W1');
  const found = await first('W3');
  return `listening after ${listening}, first briefing after ${read}, first search after ${found}`;
}

async function compare(
  servers: { ours: ServerProcess; limit: ServerProcess },
  draws: readonly Draw[],
  start: string,
): Promise<void> {
  const { ours, limit } = servers;
  const wanted = options.only?.split(',');
  console.log(
    `${size} briefings, ${size * 4} FAQ entries, 8 connections, ${rounds} rounds of ${seconds} s in turn; answers compared`,
  );
  console.log(`${start}\n`);
  console.log(
    '| workload | drawn | ours /s | L /s | ours ÷ L | CPU ours µs | CPU L µs | CPU L ÷ ours | floor |',
  );
  console.log('|--|--|--|--|--|--|--|--|--|');
  for (const { drawnBy, workloads } of draws) {
    for (const workload of workloads.filter(({ name }) => wanted?.includes(name) ?? true)) {
      await checkEqual(workload, ours, limit);
      await compareOn(workload, drawnBy, servers);
    }
  }
  console.log(`\nmemory after load: ${Math.round((ours.memory() ?? 0) / 1024 / 1024)} MB`);
}

async function compareOn(
  workload: Workload,
  drawnBy: DrawnBy,
  { ours, limit }: { ours: ServerProcess; limit: ServerProcess },
): Promise<void> {
  const measures: { ours: Measure; limit: Measure }[] = [];
  // What V8 compiles while it learns what is asked is no part of a request.
  for (const server of [ours, limit]) await measure(server, workload);
  for (let round = 0; round < rounds; round += 1) {
    measures.push({ ours: await measure(ours, workload), limit: await measure(limit, workload) });
  }
  const of = (pick: (pair: { ours: Measure; limit: Measure }) => number) => median(measures.map(pick));
  const ratio = of((pair) => pair.ours.perSecond / pair.limit.perSecond);
  const cpuRatio = of(({ ours: mine, limit: other }) => cpuOf(other) / cpuOf(mine));
  const cells = [
    `${workload.name} ${workload.what}`,
    drawnBy,
    of((pair) => pair.ours.perSecond).toFixed(0),
    of((pair) => pair.limit.perSecond).toFixed(0),
    ratio.toFixed(2),
    shown(
      of((pair) => cpuOf(pair.ours)),
      0,
    ),
    shown(
      of((pair) => cpuOf(pair.limit)),
      0,
    ),
    shown(cpuRatio, 2),
    workload.floor,
  ];
  console.log(`| ${cells.join(' | ')} |`);
  if (!options.quick && ratio < workload.floor) {
    console.error(`  ${workload.name} is below its floor`);
    process.exitCode = 1;
  }
}

/** Not a number where the system does not say. */
function cpuOf({ cpuMicroseconds }: Measure): number {
  return cpuMicroseconds ?? Number.NaN;
}

function shown(value: number, digits: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(digits);
}

async function checkEqual(workload: Workload, ours: ServerProcess, limit: ServerProcess): Promise<void> {
  for (const ask of workload.asks.slice(0, 200)) {
    const [mine, theirs] = await Promise.all([ours, limit].map(async ({ url }) => answerOf(url, ask)));
    const [a, b] = [workload.comparable(mine, ask), workload.comparable(theirs, ask)];
    if (isDeepStrictEqual(a, b)) continue;
    throw new Error(
      `${workload.name} ${JSON.stringify(ask.variables)}: the answers differ\nours ${JSON.stringify(a).slice(0, 2_000)}\nL    ${JSON.stringify(b).slice(0, 2_000)}`,
    );
  }
}

async function answerOf(url: string, ask: Ask): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers: HEADERS, body: JSON.stringify(ask) });
  const { data, errors } = await response.json();
  if (errors !== undefined)
    throw new Error(`${ask.operationName} failed: ${JSON.stringify(errors).slice(0, 500)}`);
  return data;
}

async function measure(server: ServerProcess, { asks }: Workload): Promise<Measure> {
  const { name, url, cpuSeconds } = server;
  const requests = asks.map((ask) => ({
    method: 'POST' as const,
    headers: HEADERS,
    body: JSON.stringify(ask),
  }));
  const load = async () => {
    const { non2xx, errors, timeouts, ...seen } = await autocannon({
      url,
      connections: 8,
      duration: seconds,
      requests,
    });
    return { answers: seen.requests.total, seconds: seen.duration, wrong: non2xx + errors + timeouts };
  };
  return measureRound({ name, load, cpuSeconds });
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

await main();

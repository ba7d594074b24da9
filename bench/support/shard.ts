/** Guilds, and what is said on them. */
const INTENTS = (1 << 0) | (1 << 9);
const HELLO = 10;
const INVALID_SESSION = 9;
/** One shard may identify in five seconds. */
const TURN_MS = 5_000;

interface Payload {
  op: number;
  t: string | null;
  d: { guilds?: unknown[]; heartbeat_interval: number };
}

/** One shard of a bot: identifies, counts the servers it is told of, and stays alive. */
export async function openShard(
  url: string,
  shard: [number, number],
): Promise<{ servers: number; close: () => void }> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  let expected = Infinity;
  let servers = 0;
  let heartbeat: NodeJS.Timeout | undefined;
  socket.addEventListener('close', () => clearInterval(heartbeat));
  const identify = (): void =>
    socket.send(JSON.stringify({ op: 2, d: { token: 'bench', intents: INTENTS, shard, properties: {} } }));
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('error', () => reject(new Error('The gateway refused the shard')));
    socket.addEventListener('close', ({ code }) => reject(new Error(`The gateway closed with ${code}`)));
    socket.addEventListener('message', ({ data }) => {
      const payload = JSON.parse(String(data)) as Payload;
      if (payload.op === HELLO) {
        identify();
        heartbeat = setInterval(
          () => socket.send(JSON.stringify({ op: 1, d: null })),
          payload.d.heartbeat_interval,
        );
      }
      if (payload.op === INVALID_SESSION) setTimeout(identify, TURN_MS);
      if (payload.t === 'READY') expected = payload.d.guilds?.length ?? 0;
      if (payload.t === 'GUILD_CREATE') servers += 1;
      if (servers === expected) resolve();
    });
  });
  return { servers, close: () => socket.close() };
}

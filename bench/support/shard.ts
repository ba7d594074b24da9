/** One shard of a bot: identifies and counts the servers it is told of. */
export async function openShard(
  url: string,
  shard: [number, number],
): Promise<{ servers: number; close: () => void }> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  let expected = Infinity;
  let servers = 0;
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('error', () => reject(new Error('The gateway refused the shard')));
    socket.addEventListener('close', ({ code }) => reject(new Error(`The gateway closed with ${code}`)));
    socket.addEventListener('message', ({ data }) => {
      const payload = JSON.parse(String(data)) as { op: number; t: string | null; d: { guilds?: unknown[] } };
      // Guilds, and what is said on them.
      const intents = (1 << 0) | (1 << 9);
      if (payload.op === 10)
        socket.send(JSON.stringify({ op: 2, d: { token: 'bench', intents, shard, properties: {} } }));
      if (payload.t === 'READY') expected = payload.d.guilds?.length ?? 0;
      if (payload.t === 'GUILD_CREATE') servers += 1;
      if (servers === expected) resolve();
    });
  });
  return { servers, close: () => socket.close() };
}

import type { Sandbox } from '@communique/sandbox/sandbox';

/** A bare connection: what it received, and how it was closed. */
export interface Wire {
  received: { op: number; t: string | null; d: unknown }[];
  send: (payload: unknown) => void;
  closed: Promise<number>;
}

/** Opens the gateway without a client's manners. */
export async function withWire(
  sandbox: Sandbox,
  act: (wire: Wire) => Promise<void>,
  query = '?v=10',
): Promise<void> {
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/gateway${query}`);
  const received: Wire['received'] = [];
  socket.addEventListener('message', (event) => received.push(JSON.parse(String(event.data))));
  const closed = new Promise<number>((resolve) => {
    socket.addEventListener('close', (event) => resolve(event.code));
  });
  try {
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    await act({
      received,
      closed,
      send: (payload) => socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload)),
    });
  } finally {
    socket.close();
  }
}

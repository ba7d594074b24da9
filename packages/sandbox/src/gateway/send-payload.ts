import type { WebSocket } from 'ws';

/** Everything that is no dispatch: `t` and `s` are null in it. */
export function sendPayload(socket: WebSocket, payload: { op: number; d?: unknown }): void {
  socket.send(JSON.stringify({ t: null, s: null, ...payload }));
}

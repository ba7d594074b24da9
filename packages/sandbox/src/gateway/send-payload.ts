import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Speaker } from '../validation/check-payload.ts';

/** Hears every payload that is said, in both directions, and holds it against its type. */
export type PayloadJudge = (speaker: Speaker, name: string, payload: unknown) => void;

/** Everything that is no dispatch: `t` and `s` are null in it. */
export function sendPayload(
  judge: PayloadJudge,
  socket: WebSocket,
  { op, ...rest }: { op: GatewayOpcodes; d?: unknown },
): void {
  const payload = { t: null, s: null, op, ...rest };
  judge('SaidByDiscord', GatewayOpcodes[op], payload);
  socket.send(JSON.stringify(payload));
}

import { GatewayOpcodes, type GatewayDispatchPayload } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { PayloadJudge } from './send-payload.ts';

/** How many dispatches a bot may miss and still resume. */
const REPLAY_LIMIT = 1_000;

/** A dispatch without its sequence number, which the session gives it. */
export type Dispatch = GatewayDispatchPayload extends infer Payload ? Omit<Payload, 's' | 'op'> : never;

/** What a bot identified as; it outlives its connection for a while. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: [number, number];
  readonly judge: PayloadJudge;
  sequence: number;
  /** The latest dispatches, for a resume. */
  readonly sent: { sequence: number; text: string }[];
  socket: WebSocket | null;
  /** Machine time of the disconnect. */
  lostAt: number | null;
  /** The bot was told that it is invalid and may be resumed, on the same connection too. */
  awaitsResume: boolean;
}

export function createSession(id: string, identity: Pick<Session, 'intents' | 'shard' | 'judge'>): Session {
  return { id, ...identity, sequence: 0, sent: [], socket: null, lostAt: null, awaitsResume: false };
}

/** Numbers a dispatch, keeps it for a resume and sends it when the bot is there. */
export function dispatch(session: Session, event: Dispatch): void {
  session.sequence += 1;
  const payload = { op: GatewayOpcodes.Dispatch, s: session.sequence, ...event };
  session.judge('SaidByDiscord', event.t, payload);
  const text = JSON.stringify(payload);
  session.sent.push({ sequence: session.sequence, text });
  if (session.sent.length > REPLAY_LIMIT) session.sent.shift();
  session.socket?.send(text);
}

/** False when the bot missed more than is kept, or claims to have seen what was never sent. */
export function canReplay(session: Session, from: number): boolean {
  const oldest = session.sent[0]?.sequence ?? session.sequence + 1;
  return from <= session.sequence && from >= oldest - 1;
}

export function replay(session: Session, from: number): void {
  for (const { sequence, text } of session.sent) if (sequence > from) session.socket?.send(text);
}

import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import type { World } from '../world/world.ts';
import { identify, resume } from './identify.ts';
import { readPayload, type Payload } from './read-payload.ts';
import { sendMembers } from './send-members.ts';
import { sendPayload, type PayloadJudge } from './send-payload.ts';
import type { SessionStarts } from './session-starts.ts';
import type { Session } from './session.ts';

export interface GatewayContext {
  world: World;
  botToken: string;
  heartbeatMs: number;
  sessionStarts: SessionStarts;
  sessions: Map<string, Session>;
  judge: PayloadJudge;
  /** False while the sandbox plays a dead connection: the bot has to notice by itself. */
  answersHeartbeats(): boolean;
  /** A session was opened or lost. */
  onChange(): void;
}

/** 120 sends per 60 s, 4096 bytes each; https://docs.discord.com/developers/events/gateway#rate-limiting */
const SENDS = 120;
const SENDS_WINDOW_MS = 60_000;
const MAX_BYTES = 4_096;

/** The life of one connection: HELLO, then IDENTIFY or RESUME, then heartbeats. */
export function openConnection(context: GatewayContext, socket: WebSocket, host: string): void {
  let session: Session | null = null;
  const budget = { left: SENDS, renewsAt: context.world.clock.deadline().getTime() + SENDS_WINDOW_MS };
  // Half as long again as a bot may take, then it is a zombie.
  const watchdog = setTimeout(
    () => socket.close(GatewayCloseCodes.SessionTimedOut),
    context.heartbeatMs * 1.5,
  );
  watchdog.unref();

  function receive(payload: Payload): void {
    switch (payload.kind) {
      case 'heartbeat':
        watchdog.refresh();
        if (context.answersHeartbeats())
          sendPayload(context.judge, socket, { op: GatewayOpcodes.HeartbeatAck });
        break;
      case 'identify':
        if (isOpen(session)) socket.close(GatewayCloseCodes.AlreadyAuthenticated);
        else session = identify(context, socket, host, payload.data);
        break;
      case 'resume':
        if (isOpen(session) && session?.awaitsResume !== true)
          socket.close(GatewayCloseCodes.AlreadyAuthenticated);
        else session = resume(context, socket, payload.data) ?? session;
        break;
      case 'members':
        if (session === null) socket.close(GatewayCloseCodes.NotAuthenticated);
        else closeWith(sendMembers(context.world, session, payload.data));
        break;
      case 'other':
        if (session === null) socket.close(GatewayCloseCodes.NotAuthenticated);
        else if (!IGNORED.has(payload.op)) socket.close(GatewayCloseCodes.UnknownOpcode);
        break;
    }
  }

  /** A session that was taken away leaves room for a new one. */
  function isOpen(candidate: Session | null): boolean {
    return candidate !== null && context.sessions.has(candidate.id);
  }

  function closeWith(code: GatewayCloseCodes | null): void {
    if (code !== null) socket.close(code);
  }

  socket.on('message', (data: RawData) => {
    // What came in the same burst as the mistake is not read any more.
    if (socket.readyState !== socket.OPEN) return;
    if (!mayStillSend(budget, context.world.clock.deadline().getTime())) {
      socket.close(GatewayCloseCodes.RateLimited);
      return;
    }
    const payload = readPayload(data, MAX_BYTES, context.judge);
    if (payload === null) socket.close(GatewayCloseCodes.DecodeError);
    else receive(payload);
  });
  socket.on('close', (code: number) => {
    clearTimeout(watchdog);
    if (session?.socket === socket) loseSession(context, session, code);
  });
  // A broken connection closes right after; there is nothing more to do about it.
  socket.on('error', () => socket.terminate());
  sendPayload(context.judge, socket, {
    op: GatewayOpcodes.Hello,
    d: { heartbeat_interval: context.heartbeatMs, _trace: [] },
  });
}

/** Presence and voice updates: accepted without effect. */
const IGNORED = new Set<number>([GatewayOpcodes.PresenceUpdate, GatewayOpcodes.VoiceStateUpdate]);

function mayStillSend(budget: { left: number; renewsAt: number }, now: number): boolean {
  if (now >= budget.renewsAt) {
    budget.left = SENDS;
    budget.renewsAt = now + SENDS_WINDOW_MS;
  }
  budget.left -= 1;
  return budget.left >= 0;
}

/** A bot that says goodbye with 1000 or 1001 gives its session up; all others may come back. */
function loseSession(context: GatewayContext, session: Session, code: number): void {
  session.socket = null;
  session.lostAt = context.world.clock.deadline().getTime();
  if (code === 1000 || code === 1001) context.sessions.delete(session.id);
  context.onChange();
}

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import type { WorldEvent } from '../world/events.ts';
import { findMember, type World } from '../world/world.ts';
import type { Announcement } from './announcement.ts';
import { openConnection, type GatewayContext } from './connection.ts';
import { describeEvent } from './describe-events.ts';
import { sendPayload, type PayloadJudge } from './send-payload.ts';
import type { SessionStarts } from './session-starts.ts';
import { dispatch, type Session } from './session.ts';
import { isOnShard } from './shards.ts';

interface GatewayOptions {
  world: World;
  botToken: string;
  heartbeatMs: number;
  sessionStarts: SessionStarts;
  judge: PayloadJudge;
}

export interface Gateway {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  isOnline(): boolean;
  /**
   * Cuts every connection: without a goodbye, or with one of the documented close codes.
   * With `forget` the sessions are gone, too, and bots must identify anew.
   */
  cut(options?: { forget?: boolean; code?: GatewayCloseCodes }): void;
  /** Asks every bot to connect again and resume (op 7). */
  reconnect(): void;
  /** Tells every bot that its session is invalid (op 9): to be resumed, or to begin anew. */
  invalidate(options: { resumable: boolean }): void;
  /** Asks every bot for a heartbeat out of turn (op 1). */
  requestHeartbeat(): void;
  /** With false heartbeats are no longer acknowledged: the connection looks alive and is dead. */
  answerHeartbeats(answers: boolean): void;
  close(): void;
}

/** How long a lost session can be resumed; Discord keeps it for some minutes. */
const SESSION_LIFE_MS = 3 * 60_000;

export function createGateway(options: GatewayOptions): Gateway {
  const { world } = options;
  const sessions = new Map<string, Session>();
  const server = new WebSocketServer({ noServer: true, clientTracking: true, perMessageDeflate: false });
  let online = false;
  let answers = true;
  const context: GatewayContext = {
    ...options,
    sessions,
    answersHeartbeats: () => answers,
    onChange: noteOnline,
  };

  function noteOnline(): void {
    forgetLost(world, sessions);
    const now = [...sessions.values()].some((session) => session.socket !== null);
    if (now === online) return;
    online = now;
    world.events.emit({ type: 'bot', online });
  }

  function announce(event: WorldEvent): void {
    for (const session of sessions.values()) {
      for (const announcement of describeEvent(world, event, session.intents)) {
        if (isHeardBy(world, announcement, session)) dispatch(session, announcement.dispatch);
      }
    }
  }

  function sendAll(payload: { op: GatewayOpcodes; d?: unknown }): void {
    for (const connection of server.clients) sendPayload(options.judge, connection, payload);
  }

  const unsubscribe = world.events.subscribe(announce);
  return {
    accept: (request, socket, head) => acceptConnection(server, context, { request, socket, head }),
    isOnline: () => online,
    cut({ forget = false, code } = {}) {
      if (forget) sessions.clear();
      for (const connection of server.clients) {
        if (code === undefined) connection.terminate();
        else connection.close(code);
      }
    },
    reconnect: () => sendAll({ op: GatewayOpcodes.Reconnect, d: null }),
    invalidate({ resumable }) {
      if (!resumable) sessions.clear();
      for (const session of sessions.values()) session.awaitsResume = true;
      sendAll({ op: GatewayOpcodes.InvalidSession, d: resumable });
    },
    requestHeartbeat: () => sendAll({ op: GatewayOpcodes.Heartbeat, d: null }),
    answerHeartbeats(now) {
      answers = now;
    },
    close() {
      unsubscribe();
      for (const connection of server.clients) connection.terminate();
      server.close();
    },
  };
}

function forgetLost(world: World, sessions: Map<string, Session>): void {
  const oldest = world.clock.deadline().getTime() - SESSION_LIFE_MS;
  for (const session of sessions.values()) {
    if (session.lostAt !== null && session.lostAt < oldest) sessions.delete(session.id);
  }
}

function acceptConnection(
  server: WebSocketServer,
  context: GatewayContext,
  { request, socket, head }: { request: IncomingMessage; socket: Duplex; head: Buffer },
): void {
  server.handleUpgrade(request, socket, head, (connection) => {
    const version = new URL(request.url ?? '', 'ws://sandbox.invalid').searchParams.get('v');
    const host = request.headers.host ?? '127.0.0.1';
    if (version === null || version === '10') openConnection(context, connection, host);
    else connection.close(GatewayCloseCodes.InvalidAPIVersion);
  });
}

/** By shard and intent; of a server that the bot has left or that is not to be reached it hears nothing but that. */
function isHeardBy(
  world: World,
  { guildId, intent, dispatch: told }: Announcement,
  session: Session,
): boolean {
  if (!isOnShard(guildId, session.shard) || (session.intents & intent) !== intent) return false;
  if (guildId === null || told.t === GatewayDispatchEvents.GuildDelete) return true;
  return !world.outages.has(guildId) && findMember(world, guildId, world.bot.id) !== undefined;
}

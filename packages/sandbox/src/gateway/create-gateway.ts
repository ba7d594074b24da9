import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import type { WorldEvent } from '../world/events.ts';
import type { World } from '../world/world.ts';
import { isOnShard, openConnection, type GatewayContext } from './connection.ts';
import { describeEvent } from './describe-events.ts';
import { dispatch, type Session } from './session.ts';

interface GatewayOptions {
  world: World;
  botToken: string;
  privilegedIntents: number;
  heartbeatMs: number;
}

export interface Gateway {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  isOnline(): boolean;
  /** Cuts every connection without a goodbye; with `forget` the sessions are gone, too, and bots must identify anew. */
  cut(options?: { forget?: boolean }): void;
  close(): void;
}

/** How long a lost session can be resumed; Discord keeps it for some minutes. */
const SESSION_LIFE_MS = 3 * 60_000;

export function createGateway(options: GatewayOptions): Gateway {
  const sessions = new Map<string, Session>();
  const server = new WebSocketServer({ noServer: true, clientTracking: true, perMessageDeflate: false });
  let online = false;
  const context: GatewayContext = { ...options, sessions, onChange: noteOnline };

  function noteOnline(): void {
    forgetLost();
    const now = [...sessions.values()].some((session) => session.socket !== null);
    if (now === online) return;
    online = now;
    options.world.events.emit({ type: 'bot', online });
  }

  function forgetLost(): void {
    const oldest = options.world.clock.deadline().getTime() - SESSION_LIFE_MS;
    for (const session of sessions.values()) {
      if (session.lostAt !== null && session.lostAt < oldest) sessions.delete(session.id);
    }
  }

  function announce(event: WorldEvent): void {
    for (const session of sessions.values()) {
      const announcement = describeEvent(options.world, event, session.intents);
      if (announcement === null || !isOnShard(announcement.guildId, session.shard)) continue;
      if ((session.intents & announcement.intent) === announcement.intent) {
        dispatch(session, announcement.dispatch);
      }
    }
  }

  const unsubscribe = options.world.events.subscribe(announce);
  return {
    accept(request, socket, head) {
      server.handleUpgrade(request, socket, head, (connection) => {
        const version = new URL(request.url ?? '', 'ws://sandbox.invalid').searchParams.get('v');
        const host = request.headers.host ?? '127.0.0.1';
        if (version === null || version === '10') openConnection(context, connection, host);
        else connection.close(GatewayCloseCodes.InvalidAPIVersion);
      });
    },
    isOnline: () => online,
    cut(cutOptions) {
      if (cutOptions?.forget === true) sessions.clear();
      for (const connection of server.clients) connection.terminate();
    },
    close() {
      unsubscribe();
      for (const connection of server.clients) connection.terminate();
      server.close();
    },
  };
}

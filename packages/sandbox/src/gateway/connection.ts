import { randomBytes } from 'node:crypto';
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GatewayOpcodes,
} from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import type { World } from '../world/world.ts';
import { describeGuildCreate } from './describe-events.ts';
import { readPayload, type IdentifyData, type Payload, type ResumeData } from './read-payload.ts';
import { canReplay, createSession, dispatch, replay, type Session } from './session.ts';

export interface GatewayContext {
  world: World;
  botToken: string;
  /** Privileged intents that the application "has switched on". */
  privilegedIntents: number;
  heartbeatMs: number;
  sessions: Map<string, Session>;
  /** A session was opened or lost. */
  onChange(): void;
}

/** 120 sends per 60 s, 4096 bytes each; https://docs.discord.com/developers/events/gateway#rate-limiting */
const SENDS = 120;
const SENDS_WINDOW_MS = 60_000;
const MAX_BYTES = 4_096;

const ALL_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);
const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

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
        send(socket, { op: GatewayOpcodes.HeartbeatAck });
        break;
      case 'identify':
        if (session === null) session = identify(context, socket, host, payload.data);
        else socket.close(GatewayCloseCodes.AlreadyAuthenticated);
        break;
      case 'resume':
        session = resume(context, socket, payload.data) ?? session;
        break;
      case 'other':
        if (session === null) socket.close(GatewayCloseCodes.NotAuthenticated);
        else if (!IGNORED.has(payload.op)) socket.close(GatewayCloseCodes.UnknownOpcode);
        break;
    }
  }

  socket.on('message', (data: RawData) => {
    if (!mayStillSend(budget, context.world.clock.deadline().getTime())) {
      socket.close(GatewayCloseCodes.RateLimited);
      return;
    }
    const payload = readPayload(data, MAX_BYTES);
    if (payload === null) socket.close(GatewayCloseCodes.DecodeError);
    else receive(payload);
  });
  socket.on('close', (code: number) => {
    clearTimeout(watchdog);
    if (session?.socket === socket) loseSession(context, session, code);
  });
  // A broken connection closes right after; there is nothing more to do about it.
  socket.on('error', () => socket.terminate());
  send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: context.heartbeatMs, _trace: [] } });
}

/** Presence and voice updates, requests for members: accepted without effect. */
const IGNORED = new Set<number>([
  GatewayOpcodes.PresenceUpdate,
  GatewayOpcodes.VoiceStateUpdate,
  GatewayOpcodes.RequestGuildMembers,
]);

function mayStillSend(budget: { left: number; renewsAt: number }, now: number): boolean {
  if (now >= budget.renewsAt) {
    budget.left = SENDS;
    budget.renewsAt = now + SENDS_WINDOW_MS;
  }
  budget.left -= 1;
  return budget.left >= 0;
}

function identify(
  context: GatewayContext,
  socket: WebSocket,
  host: string,
  data: IdentifyData,
): Session | null {
  const refusal = refuseIdentity(context, data);
  if (refusal !== null) {
    socket.close(refusal);
    return null;
  }
  const { world } = context;
  const session = createSession(randomBytes(16).toString('hex'), {
    intents: data.intents,
    shard: data.shard ?? [0, 1],
  });
  session.socket = socket;
  context.sessions.set(session.id, session);
  const guilds = [...world.guilds.values()].filter((guild) => isOnShard(guild.id, session.shard));
  dispatch(session, {
    t: GatewayDispatchEvents.Ready,
    d: {
      v: 10,
      user: world.bot,
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: `ws://${host}/gateway`,
      shard: session.shard,
      application: { id: world.bot.id, flags: NO_FLAGS, flags_new: '0' },
    },
  });
  if ((session.intents & GatewayIntentBits.Guilds) !== 0) {
    for (const guild of guilds) {
      dispatch(session, { t: GatewayDispatchEvents.GuildCreate, d: describeGuildCreate(world, guild) });
    }
  }
  context.onChange();
  return session;
}

function refuseIdentity(context: GatewayContext, data: IdentifyData): GatewayCloseCodes | null {
  if (!isToken(context, data.token)) return GatewayCloseCodes.AuthenticationFailed;
  if ((data.intents & ~ALL_INTENTS) !== 0) return GatewayCloseCodes.InvalidIntents;
  if ((data.intents & PRIVILEGED & ~context.privilegedIntents) !== 0) {
    return GatewayCloseCodes.DisallowedIntents;
  }
  const [shard, shards] = data.shard ?? [0, 1];
  return shard < 0 || shard >= shards ? GatewayCloseCodes.InvalidShard : null;
}

/** The session goes on, or the bot is told to begin anew. */
function resume(context: GatewayContext, socket: WebSocket, data: ResumeData): Session | null {
  if (!isToken(context, data.token)) {
    socket.close(GatewayCloseCodes.AuthenticationFailed);
    return null;
  }
  const session = context.sessions.get(data.session_id);
  if (session === undefined || !canReplay(session, data.seq)) {
    context.sessions.delete(data.session_id);
    send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    return null;
  }
  session.socket?.terminate();
  session.socket = socket;
  session.lostAt = null;
  replay(session, data.seq);
  dispatch(session, { t: GatewayDispatchEvents.Resumed, d: undefined });
  context.onChange();
  return session;
}

/** A bot that says goodbye with 1000 or 1001 gives its session up; all others may come back. */
function loseSession(context: GatewayContext, session: Session, code: number): void {
  session.socket = null;
  session.lostAt = context.world.clock.deadline().getTime();
  if (code === 1000 || code === 1001) context.sessions.delete(session.id);
  context.onChange();
}

function isToken(context: GatewayContext, token: string): boolean {
  return token.replace(/^Bot /, '') === context.botToken;
}

/** https://docs.discord.com/developers/events/gateway#sharding-sharding-formula */
export function isOnShard(guildId: string, [shard, shards]: readonly [number, number]): boolean {
  return Number((BigInt(guildId) >> 22n) % BigInt(shards)) === shard;
}

function send(socket: WebSocket, payload: object): void {
  // `t` and `s` are null in everything that is no dispatch.
  socket.send(JSON.stringify({ t: null, s: null, ...payload }));
}

/** Typed as a number because the flag enum has no member for zero. */
const NO_FLAGS: number = 0;

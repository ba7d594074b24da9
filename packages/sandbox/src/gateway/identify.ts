import { randomBytes } from 'node:crypto';
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GatewayOpcodes,
} from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { describeApplicationFlags } from '../world/describe-application.ts';
import { guildsOfBot } from '../world/world.ts';
import type { GatewayContext } from './connection.ts';
import { describeGuildCreate } from './describe-guild-events.ts';
import type { IdentifyData, ResumeData } from './read-payload.ts';
import { sendPayload } from './send-payload.ts';
import { canReplay, createSession, dispatch, replay, type Session } from './session.ts';
import { isOnShard } from './shards.ts';

/** https://docs.discord.com/developers/events/gateway#sharding */
const GUILDS_PER_SHARD = 2_500;

const ALL_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);
const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

/** A new session: READY, then its servers. Null when Discord would refuse it. */
export function identify(
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
  const shard = data.shard ?? [0, 1];
  const start = context.sessionStarts.take(shard[0]);
  if (start !== 'free') {
    // Out of turn the bot may try again; when the day is used up Discord resets the token.
    if (start === 'wait') sendPayload(context.judge, socket, { op: GatewayOpcodes.InvalidSession, d: false });
    else socket.close(GatewayCloseCodes.AuthenticationFailed);
    return null;
  }
  const session = createSession(randomBytes(16).toString('hex'), {
    intents: data.intents ?? 0,
    shard,
    judge: context.judge,
  });
  session.socket = socket;
  context.sessions.set(session.id, session);
  greet(context, session, host);
  context.onChange();
  return session;
}

/** The session goes on, or the bot is told to begin anew. */
export function resume(context: GatewayContext, socket: WebSocket, data: ResumeData): Session | null {
  if (!isToken(context, data.token)) {
    socket.close(GatewayCloseCodes.AuthenticationFailed);
    return null;
  }
  const session = context.sessions.get(data.session_id);
  if (session !== undefined && data.seq > session.sequence) {
    socket.close(GatewayCloseCodes.InvalidSeq);
    return null;
  }
  if (session === undefined || !canReplay(session, data.seq)) {
    context.sessions.delete(data.session_id);
    sendPayload(context.judge, socket, { op: GatewayOpcodes.InvalidSession, d: false });
    return null;
  }
  if (session.socket !== socket) session.socket?.terminate();
  session.socket = socket;
  session.lostAt = null;
  session.awaitsResume = false;
  replay(session, data.seq);
  dispatch(session, { t: GatewayDispatchEvents.Resumed, d: undefined });
  context.onChange();
  return session;
}

function greet(context: GatewayContext, session: Session, host: string): void {
  const { world } = context;
  const guilds = guildsOfBot(world).filter((guild) => isOnShard(guild.id, session.shard));
  dispatch(session, {
    t: GatewayDispatchEvents.Ready,
    d: {
      v: 10,
      user: world.bot,
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: `ws://${host}/gateway`,
      shard: session.shard,
      application: { id: world.bot.id, ...describeApplicationFlags(world) },
    },
  });
  if ((session.intents & GatewayIntentBits.Guilds) === 0) return;
  for (const guild of guilds) {
    // A server in an outage stays unavailable until it is found again.
    if (world.outages.has(guild.id)) continue;
    const d = describeGuildCreate(world, guild, session.intents);
    dispatch(session, { t: GatewayDispatchEvents.GuildCreate, d });
  }
}

function refuseIdentity(context: GatewayContext, data: IdentifyData): GatewayCloseCodes | null {
  if (!isToken(context, data.token)) return GatewayCloseCodes.AuthenticationFailed;
  const [shard, shards] = data.shard ?? [0, 1];
  if (shard < 0 || shard >= shards) return GatewayCloseCodes.InvalidShard;
  // https://github.com/discord/discord-api-docs/pull/2114
  if (data.intents === undefined) return GatewayCloseCodes.InvalidIntents;
  // Bits beyond the 32nd are lost to `&`.
  if (data.intents > ALL_INTENTS || (data.intents & ~ALL_INTENTS) !== 0)
    return GatewayCloseCodes.InvalidIntents;
  if ((data.intents & PRIVILEGED & ~context.world.privilegedIntents) !== 0) {
    return GatewayCloseCodes.DisallowedIntents;
  }
  const served = guildsOfBot(context.world).filter((guild) => isOnShard(guild.id, [shard, shards]));
  return served.length > GUILDS_PER_SHARD ? GatewayCloseCodes.ShardingRequired : null;
}

function isToken(context: GatewayContext, token: string): boolean {
  return token.replace(/^Bot /, '') === context.botToken;
}

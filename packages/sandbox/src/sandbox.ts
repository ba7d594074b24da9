import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { DevelopmentClock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import type { APIMessage } from 'discord-api-types/v10';
import { createGateway, type Gateway } from './gateway/create-gateway.ts';
import type { PayloadJudge } from './gateway/send-payload.ts';
import { createSessionStarts } from './gateway/session-starts.ts';
import { createPageLoader, type PageLoader } from './http/bundle-page.ts';
import { refuseHost, refuseOrigin } from './http/check-origin.ts';
import { createApp } from './http/create-app.ts';
import type { RequestClock } from './http/move-clock.ts';
import { createPeopleArea } from './http/people-area.ts';
import { createHttpServer } from './http/serve.ts';
import { createPeople } from './people/create-people.ts';
import type { People } from './people/people.ts';
import { createRest } from './rest/create-rest.ts';
import { createFaults, type Faults } from './rest/faults.ts';
import { createJudgements, type Judgements } from './rest/judgements.ts';
import { createRateLimits, type BucketSizes } from './rest/rate-limits.ts';
import { checkPayload } from './validation/check-payload.ts';
import type { Violation } from './validation/problem.ts';
import { describeMessage } from './world/describe-message.ts';
import { createFirstWorld } from './world/first-world.ts';
import { DISCORD_DEADLINES, type Deadlines } from './world/interaction.ts';
import { keepWorld } from './world/keep-world.ts';
import { isPublic, messagesIn } from './world/messages.ts';
import type { StateStore } from './world/saved-world.ts';
import { createWorld, type World } from './world/world.ts';

export interface SandboxOptions {
  /** 127.0.0.1 when left out. */
  host?: string;
  /** 0: any free port. */
  port: number;
  /** What the bot identifies with. */
  botToken: string;
  clock: DevelopmentClock;
  logger: Logger;
  /** Where the world is kept between starts; in memory only when left out. */
  state?: StateStore;
  /** Moves the clock of all programs; without it the page can only advance the sandbox's own. */
  requestClock?: RequestClock;
  /** Discord's deadlines when left out. */
  deadlines?: Deadlines;
  /** Discord's 41,250 ms when left out. */
  heartbeatMs?: number;
  /** How many shards may identify within five seconds; 1 when left out. */
  maxConcurrency?: number;
  /** The five seconds of `max_concurrency`; 0 lets bots identify as often as they like. */
  identifyWindowMs?: number;
  /** How often bots may identify in a day; Discord's 1000 when left out. */
  identifiesPerDay?: number;
  /** The sizes of buckets by route; Discord's when left out. `{}`: wide ones for all. */
  bucketSizes?: BucketSizes;
  /** How many invalid requests in ten minutes end in a ban; Discord's 10,000 when left out. */
  invalidRequestLimit?: number;
  /** Privileged intents (bits) that the bot may ask for; none when left out. */
  privilegedIntents?: number;
  /** Gives the chat page; built at the first visit when left out. */
  loadPage?: PageLoader;
}

export interface Sandbox {
  url: string;
  /** What discord.js takes as `rest.api`. */
  apiUrl: string;
  people: People;
  faults: Faults;
  gateway: Omit<Gateway, 'accept' | 'close'>;
  /** Everything said so far that Discord's specification or a documented rule forbids. */
  violations(): readonly Violation[];
  /** What the bot asked for and the sandbox does not imitate. */
  unhandledRoutes(): readonly string[];
  /** What everybody in a channel sees, oldest first. */
  messages(channelId: string): APIMessage[];
  /** Tells the page that the clock was moved from outside. */
  announceClock(): void;
  close(): Promise<void>;
}

/** Starts a local Discord: REST, gateway, chat page and the area of its people on one port. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { clock, logger, botToken } = options;
  const saved = (await options.state?.load()) ?? createFirstWorld();
  const deadlines = options.deadlines ?? DISCORD_DEADLINES;
  const world = createWorld(saved, clock, deadlines, options.privilegedIntents);
  const keeper = options.state === undefined ? null : keepWorld(world, options.state, logger);
  const judgements = createJudgements(clock, logger, () => world.events.emit({ type: 'judged' }));
  const faults = createFaults();
  const people = createPeople(world, clock);
  const sessionStarts = createSessionStarts(clock, startLimitsOf(options));
  const gateway = createGateway({
    sessionStarts,
    world,
    botToken,
    // https://docs.discord.com/developers/events/gateway#hello-event
    heartbeatMs: options.heartbeatMs ?? 41_250,
    judge: judgeBy(judgements),
  });
  const rateLimits = createRateLimits(clock, options.bucketSizes, options.invalidRequestLimit);
  const app = createApp({
    world,
    rest: createRest({ world, botToken, judgements, rateLimits, logger, faults, sessionStarts }),
    peopleArea: createPeopleArea({
      world,
      clock,
      people,
      judgements,
      faults,
      gateway,
      requestClock: options.requestClock,
    }),
    loadPage: options.loadPage ?? createPageLoader(),
    logger,
  });
  const server = createHttpServer(
    (request, connection) => app.fetch(request, connection),
    (error) => logger.error({ err: error }, 'A request broke off'),
  );
  acceptGateway(server, gateway, judgements);
  const url = await listen(server, options.host ?? '127.0.0.1', options.port);
  world.address.url = url;
  return {
    url,
    apiUrl: `${url}/api`,
    people,
    faults,
    gateway,
    violations: () => judgements.violations,
    unhandledRoutes: () => judgements.unhandledRoutes,
    messages: (channelId) => publicMessages(world, channelId),
    announceClock: () => world.events.emit({ type: 'clock' }),
    async close() {
      gateway.close();
      for (const timer of world.timers) clearTimeout(timer);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await keeper?.flush();
    },
  };
}

function judgeBy(judgements: Judgements): PayloadJudge {
  return (speaker, name, payload) => {
    judgements.recordPayload(speaker, name, checkPayload(speaker, name, payload));
  };
}

function publicMessages(world: World, channelId: string): APIMessage[] {
  return messagesIn(world, channelId)
    .filter(isPublic)
    .map((stored) => structuredClone(describeMessage(world, stored)));
}

/** https://docs.discord.com/developers/events/gateway#rate-limiting */
function startLimitsOf({
  maxConcurrency = 1,
  identifyWindowMs = 5_000,
  identifiesPerDay = 1_000,
}: SandboxOptions) {
  return { maxConcurrency, windowMs: identifyWindowMs, perDay: identifiesPerDay };
}

/** Only `/gateway` is a WebSocket, and only for programs: a page in a browser always sends an Origin of its own site. */
function acceptGateway(server: Server, gateway: Gateway, judgements: Judgements): void {
  server.on('upgrade', (request, socket, head) => {
    const headers = { host: request.headers.host, origin: request.headers.origin };
    const path = (request.url ?? '').replace(/\?.*$/, '');
    if (refuseHost(headers) !== null || refuseOrigin(headers) !== null) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    if (path.replace(/\/$/, '') !== '/gateway') {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    const missing = missingTransport(request.url ?? '');
    if (missing === null) gateway.accept(request, socket, head);
    else {
      judgements.recordUnhandled(`GET /gateway with ${missing}`);
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    }
  });
}

/** Bots that ask for another way to talk than plain JSON would not understand the answers; null when they do not. */
function missingTransport(url: string): string | null {
  const query = new URL(url, 'ws://sandbox.invalid').searchParams;
  const encoding = query.get('encoding') ?? 'json';
  if (encoding !== 'json') return `encoding ${encoding.slice(0, 20)}`;
  const compression = query.get('compress');
  return compression === null ? null : `compression ${compression.slice(0, 20)}`;
}

async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  // A server that listens on TCP has an address of this shape.
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${name}:${address.port}`;
}

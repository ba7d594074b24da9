import type { DevelopmentClock } from '@communique/shared/clock';
import { Hono, type Context } from 'hono';
import type { Gateway } from '../gateway/create-gateway.ts';
import { PeopleError } from '../people/errors.ts';
import { readPage } from '../people/message-page.ts';
import type { People } from '../people/people.ts';
import type {
  ClockResponse,
  PostResponse,
  SandboxViolation,
  SayResponse,
  StateResponse,
  ViolationsResponse,
} from '../people/protocol.ts';
import type { Faults } from '../rest/faults.ts';
import type { Judgements } from '../rest/judgements.ts';
import { DiscordError } from '../world/discord-error.ts';
import type { World } from '../world/world.ts';
import { refuseOrigin } from './check-origin.ts';
import { createFaultsArea } from './faults-area.ts';
import { moveClock, type RequestClock } from './move-clock.ts';
import {
  clockRequest,
  commandRequest,
  componentRequest,
  dismissRequest,
  modalRequest,
  overwriteRequest,
  postRequest,
  reactionRequest,
  sayRequest,
  serverRequest,
  voteRequest,
} from './people-requests.ts';
import { readRequest } from './read-request.ts';
import { streamEvents } from './stream-events.ts';

interface PeopleAreaOptions {
  world: World;
  clock: DevelopmentClock;
  people: People;
  judgements: Judgements;
  faults: Faults;
  gateway: Pick<Gateway, 'isOnline' | 'cut' | 'reconnect' | 'invalidate'>;
  requestClock: RequestClock | undefined;
}

/** `/sandbox/*`: what the chat page says and hears. */
export function createPeopleArea(options: PeopleAreaOptions): Hono {
  const { people, world } = options;
  const area = new Hono();
  area.onError((error, context) => {
    if (error instanceof PeopleError) return context.json({ error: error.message }, error.status);
    // What Discord refuses a bot its own client refuses a person.
    if (error instanceof DiscordError) return context.json({ error: error.message }, 409);
    throw error;
  });
  area.use(async (context, next) => {
    if (context.req.method !== 'GET') refuseStrangers(context);
    await next();
  });

  area.get('/state', (context) => context.json(describeState(options)));
  area.get('/channels/:id/messages', (context) =>
    context.json(
      people.messagePage(
        { channelId: context.req.param('id'), memberId: memberIdOf(context) },
        readPage(context.req.query('before'), context.req.query('limit')),
      ),
    ),
  );
  area.get('/guilds/:id/commands', (context) => {
    const channelId = context.req.query('channelId');
    const viewer = { memberId: memberIdOf(context), ...(channelId !== undefined && { channelId }) };
    return context.json({ commands: people.commands(context.req.param('id'), viewer) });
  });
  area.get('/events', (context) => streamEvents(world, options.clock, memberIdOf(context), context.req.raw));

  area.post('/messages', async (context) => {
    const message = people.say(await readRequest(context, sayRequest));
    return context.json({ message } satisfies SayResponse);
  });
  area.post('/autocomplete', async (context) => {
    const typing = await readRequest(context, commandRequest);
    const choices = await people.startAutocomplete(typing).catch(asLoadingError);
    return context.json({ choices });
  });
  area.post('/command', async (context) =>
    context.json({ interactionId: people.startCommand(await readRequest(context, commandRequest)) }),
  );
  area.post('/component', async (context) =>
    context.json({ interactionId: people.startComponent(await readRequest(context, componentRequest)) }),
  );
  area.post('/modal', async (context) =>
    context.json({ interactionId: people.startModal(await readRequest(context, modalRequest)) }),
  );
  area.get('/violations', (context) =>
    context.json({ violations: latestViolations(options.judgements) } satisfies ViolationsResponse),
  );
  area.get('/transcript', (context) => context.json({ entries: people.transcript() }));
  addActs(area, people);
  area.route('/', createFaultsArea(options.faults, options.gateway));
  area.post('/clock', async (context) => {
    const moved = await moveClock(options, await readRequest(context, clockRequest));
    return context.json(moved satisfies ClockResponse);
  });
  area.all('*', () => {
    throw new PeopleError(404, 'The sandbox has no such address.');
  });
  return area;
}

/** What members do beside talking and using commands. */
function addActs(area: Hono, people: People): void {
  area.post('/ephemeral/dismiss', async (context) => {
    people.dismiss(await readRequest(context, dismissRequest));
    return context.json({});
  });
  area.post('/reactions', async (context) => {
    people.react(await readRequest(context, reactionRequest));
    return context.json({});
  });
  area.post('/votes', async (context) => {
    people.vote(await readRequest(context, voteRequest));
    return context.json({});
  });
  area.post('/posts', async (context) => {
    const channelId = people.createPost(await readRequest(context, postRequest));
    return context.json({ channelId } satisfies PostResponse);
  });
  area.post('/overwrites', async (context) => {
    people.changeOverwrite(await readRequest(context, overwriteRequest));
    return context.json({});
  });
  area.post('/servers', async (context) => {
    people.askForServer(await readRequest(context, serverRequest));
    return context.json({});
  });
}

function describeState({
  world,
  clock,
  people,
  judgements,
  gateway,
  requestClock,
}: PeopleAreaOptions): StateResponse {
  const { violations } = judgements;
  const own = violations.filter(({ direction }) => direction === 'response').length;
  return {
    guilds: people.guilds(),
    bot: { id: world.bot.id, name: world.bot.username, online: gateway.isOnline() },
    clock: {
      now: clock.now().toISOString(),
      offsetMilliseconds: clock.offset(),
      canJump: requestClock !== undefined,
    },
    violations: { bot: violations.length - own, sandbox: own },
    unhandledRoutes: [...judgements.unhandledRoutes],
  };
}

const LATEST = 100;

function latestViolations({ violations }: Judgements): SandboxViolation[] {
  return violations
    .slice(-LATEST)
    .map(({ at, direction, method, path, rule, source, problems }): SandboxViolation => ({
      at: at.toISOString(),
      by: direction === 'request' ? 'BOT' : 'SANDBOX',
      what: `${method} ${path}`,
      rule,
      source,
      problems,
    }))
    .toReversed();
}

/** A page of another site can send simple requests without asking; JSON from it needs a permission that nobody gives. */
function refuseStrangers(context: Context): void {
  const reason = refuseOrigin({
    host: context.req.header('host'),
    origin: context.req.header('origin'),
  });
  if (reason !== null) throw new PeopleError(403, reason);
  // Browsers ask before they let a page delete something elsewhere; nobody answers them.
  if (context.req.method === 'DELETE') return;
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new PeopleError(403, 'The sandbox takes JSON only (Content-Type: application/json).');
  }
}

function memberIdOf(context: Context): string {
  const memberId = context.req.query('memberId');
  if (memberId === undefined) throw new PeopleError(400, 'Say who asks: ?memberId=…');
  return memberId;
}

/** The bot's silence is no fault of the page. */
function asLoadingError(error: unknown): never {
  if (error instanceof PeopleError) throw error;
  throw new PeopleError(409, 'Loading options failed');
}

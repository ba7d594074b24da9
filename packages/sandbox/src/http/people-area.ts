import type { DevelopmentClock } from '@communique/shared/clock';
import { Hono, type Context } from 'hono';
import { safeParse, type ZodMiniType } from 'zod/mini';
import { PeopleError } from '../people/errors.ts';
import { readPage } from '../people/message-page.ts';
import type { People } from '../people/people.ts';
import type { ClockResponse, PostResponse, SayResponse, StateResponse } from '../people/protocol.ts';
import { describeProblem } from '../validation/problem.ts';
import { checkSpecification } from '../validation/check-specification.ts';
import type { Judgements } from '../rest/judgements.ts';
import { DiscordError } from '../world/discord-error.ts';
import type { World } from '../world/world.ts';
import { refuseOrigin } from './check-origin.ts';
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
import { streamEvents } from './stream-events.ts';

interface PeopleAreaOptions {
  world: World;
  clock: DevelopmentClock;
  people: People;
  judgements: Judgements;
  isOnline: () => boolean;
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
    const message = people.say(await read(context, sayRequest));
    return context.json({ message } satisfies SayResponse);
  });
  area.post('/autocomplete', async (context) => {
    const typing = await read(context, commandRequest);
    const choices = await people.startAutocomplete(typing).catch(asLoadingError);
    return context.json({ choices });
  });
  area.post('/command', async (context) =>
    context.json({ interactionId: people.startCommand(await read(context, commandRequest)) }),
  );
  area.post('/component', async (context) =>
    context.json({ interactionId: people.startComponent(await read(context, componentRequest)) }),
  );
  area.post('/modal', async (context) =>
    context.json({ interactionId: people.startModal(await read(context, modalRequest)) }),
  );
  area.post('/ephemeral/dismiss', async (context) => {
    people.dismiss(await read(context, dismissRequest));
    return context.json({});
  });
  area.get('/transcript', (context) => context.json({ entries: people.transcript() }));
  addActs(area, people);
  area.post('/clock', async (context) => {
    const moved = await moveClock(options, await read(context, clockRequest));
    return context.json(moved satisfies ClockResponse);
  });
  area.all('*', () => {
    throw new PeopleError(404, 'The sandbox has no such address.');
  });
  return area;
}

/** What members do beside talking and using commands. */
function addActs(area: Hono, people: People): void {
  area.post('/reactions', async (context) => {
    people.react(await read(context, reactionRequest));
    return context.json({});
  });
  area.post('/votes', async (context) => {
    people.vote(await read(context, voteRequest));
    return context.json({});
  });
  area.post('/posts', async (context) => {
    const channelId = people.createPost(await read(context, postRequest));
    return context.json({ channelId } satisfies PostResponse);
  });
  area.post('/overwrites', async (context) => {
    people.changeOverwrite(await read(context, overwriteRequest));
    return context.json({});
  });
  area.post('/servers', async (context) => {
    people.askForServer(await read(context, serverRequest));
    return context.json({});
  });
}

function describeState({
  world,
  clock,
  people,
  judgements,
  isOnline,
  requestClock,
}: PeopleAreaOptions): StateResponse {
  return {
    guilds: people.guilds(),
    bot: { id: world.bot.id, name: world.bot.username, online: isOnline() },
    clock: {
      now: clock.now().toISOString(),
      offsetMilliseconds: clock.offset(),
      canJump: requestClock !== undefined,
    },
    violations: judgements.violations.length,
    unhandledRoutes: [...judgements.unhandledRoutes],
  };
}

/** A page of another site can send simple requests without asking; JSON from it needs a permission that nobody gives. */
function refuseStrangers(context: Context): void {
  const reason = refuseOrigin({
    host: context.req.header('host'),
    origin: context.req.header('origin'),
  });
  if (reason !== null) throw new PeopleError(403, reason);
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

async function read<Body>(context: Context, shape: ZodMiniType<Body>): Promise<Body> {
  let body: unknown;
  try {
    body = await context.req.json();
  } catch {
    throw new PeopleError(400, 'The body is not JSON.');
  }
  const result = safeParse(shape, body);
  if (result.success) return result.data;
  throw new PeopleError(400, checkSpecification(shape, body).map(describeProblem).join(' '));
}

/** The bot's silence is no fault of the page. */
function asLoadingError(error: unknown): never {
  if (error instanceof PeopleError) throw error;
  throw new PeopleError(409, 'Loading options failed');
}

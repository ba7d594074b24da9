import { createSilentLogger } from '@communique/shared/logger';
import { createSessionStarts } from '@communique/sandbox/gateway/session-starts';
import { say } from '@communique/sandbox/people/say';
import { createRest } from '@communique/sandbox/rest/create-rest';
import { createFaults } from '@communique/sandbox/rest/faults';
import { createJudgements } from '@communique/sandbox/rest/judgements';
import { createRateLimits } from '@communique/sandbox/rest/rate-limits';
import { createFirstWorld, FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { DISCORD_DEADLINES } from '@communique/sandbox/world/interaction';
import { createWorld, type World } from '@communique/sandbox/world/world';
import { createSettableClock } from './settable-clock.ts';
import { BOT_TOKEN } from './sandbox.ts';

type Said = Record<string, unknown>;

/** The REST API without a network, beside the world that it changes. */
export interface RestBench {
  world: World;
  /** A form or a blob goes as it is, everything else as JSON. */
  send(method: string, path: string, body?: unknown): Promise<{ status: number; said: Said }>;
  /** The permissions of the bot's role on the first server. */
  grantOnly(permissions: bigint): void;
  /** A member writes; the message's id. */
  say(memberId: string, channelId: string, content: string): string;
  /** All that the world remembers, as text. */
  memory(): string;
}

/** No limit is ever reached: the clock runs ten minutes between two requests. */
export function createRestBench({ privilegedIntents = 0 } = {}): RestBench {
  const clock = createSettableClock('2026-11-22T09:00:00Z');
  const world = createWorld(createFirstWorld(), clock, DISCORD_DEADLINES, privilegedIntents);
  const logger = createSilentLogger();
  const rest = createRest({
    world,
    botToken: BOT_TOKEN,
    judgements: createJudgements(clock, logger, () => {}),
    rateLimits: createRateLimits(clock, {}, Infinity),
    logger,
    faults: createFaults(),
    sessionStarts: createSessionStarts(clock, { maxConcurrency: 1, windowMs: 0, perDay: 1_000 }),
  });
  return {
    world,
    async send(method, path, body) {
      clock.pass(600_000);
      const isRaw = body instanceof FormData || body instanceof Blob;
      const answer = await rest.request(`/v10${path}`, {
        method,
        headers: {
          authorization: `Bot ${BOT_TOKEN}`,
          ...(!isRaw && body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, said: text === '' ? {} : (JSON.parse(text) as Said) };
    },
    grantOnly(permissions) {
      const role = world.guilds
        .get(FIRST_WORLD.forum.id)
        ?.roles.find(({ id }) => id === FIRST_WORLD.forum.botRole);
      if (role === undefined) throw new Error('The bot has no role');
      role.permissions = permissions.toString();
    },
    say: (memberId, channelId, content) => say(world, { memberId, channelId, content }).id,
    memory() {
      const { clock: _clock, events: _events, timers: _timers, snowflakes: _snowflakes, ...kept } = world;
      return JSON.stringify(kept, (_name, value: unknown) =>
        value instanceof Map || value instanceof Set ? [...value] : value,
      );
    },
  };
}

/** A form as Discord documents it: the JSON beside files by their place. */
export function aForm(json: unknown, files: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  form.set('payload_json', JSON.stringify(json));
  for (const [place, text] of Object.entries(files)) {
    form.set(`files[${place}]`, new Blob([text], { type: 'text/plain' }), `${place}.txt`);
  }
  return form;
}

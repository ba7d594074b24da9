/** The bot: connects commands, digests and the API with one Discord client. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import { Events, type Client } from 'discord.js';
import type { ApiClient } from './api/client.ts';
import { waitForApi } from './api/wait-for-api.ts';
import { commands } from './commands/index.ts';
import { describeError } from './describe-error.ts';
import { runDigests, type ChannelPermissions } from './digests/run-digests.ts';
import { answerInteraction, type Desk } from './discord/answer-interaction.ts';
import { fetchPermissions, knownPermissions } from './discord/channel-permissions.ts';
import { createDiscordClient } from './discord/client.ts';
import { registerCommands } from './discord/register-commands.ts';
import { registerCommunities, type Registration, type Server } from './discord/register-communities.ts';
import { waitForDiscord } from './discord/wait-for-discord.ts';
import { watchConnection, type DiscordConnectionError } from './discord/watch-connection.ts';
import { pause } from './time/every.ts';
import { withinTime } from './time/within-time.ts';

export interface BotOptions {
  discordToken: string;
  /** Undefined: the real Discord. */
  discordApiUrl: string | undefined;
  api: ApiClient;
  clock: Clock;
  logger: Logger;
  /** Calls the pass again and again until the signal is aborted. Without it digests go out on `runDigests()` only. */
  tick?: (pass: () => Promise<void>, signal: AbortSignal) => Promise<void>;
  /** Ends waiting for the API and for Discord. */
  signal?: AbortSignal;
  deferAfterMs?: number;
}

export interface Bot {
  /** Commands and communities are registered; rejects when Discord does not let the bot in. */
  ready: Promise<void>;
  /** Resolves when the connection is lost for good. */
  failed: Promise<DiscordConnectionError>;
  /** One pass over what is due; never two at once, and one asked for meanwhile follows. Never rejects. */
  runDigests(): Promise<void>;
  /** Finishes what is under way and leaves Discord. */
  close(): Promise<void>;
}

// Half of the three seconds Discord waits: the rest is for the way there.
const DEFER_AFTER_MS = 1_500;
const SUGGEST_WITHIN_MS = 2_200;
const FINISH_WITHIN_MS = 10_000;

/** Returns once the API answers; `ready` says when Discord does too. */
export async function createBot(options: BotOptions): Promise<Bot> {
  const { api, logger } = options;
  await waitForApi({ api, logger, pause, signal: options.signal });
  const client = createDiscordClient({ apiUrl: options.discordApiUrl });
  const stopping = new AbortController();
  const failed = watchConnection(client, logger);
  const communities = createRegistrar({ api, logger });
  const underway = answerInteractions(client, options);
  const runPass = createPass(client, options, {
    retry: async () => communities.retry(),
    signal: stopping.signal,
  });

  const login = logIn(client, options, stopping.signal);
  const ready = Promise.race([
    login.then(async () => {
      await registerCommands(client.rest, client.application?.id ?? '', commands, logger);
      await communities.register([...client.guilds.cache.values()]);
      client.on(Events.GuildCreate, (guild) => void communities.register([guild]));
      client.on(Events.GuildUpdate, (before, guild) => {
        const changed = before.name !== guild.name || before.preferredLocale !== guild.preferredLocale;
        if (changed) void communities.register([guild]);
      });
    }),
    failed.then((error) => Promise.reject(error)),
  ]);
  const ticking = ready.then(
    () => options.tick?.(runPass, stopping.signal),
    () => undefined,
  );
  return {
    ready,
    failed,
    runDigests: runPass,
    async close() {
      stopping.abort();
      await withinTime(Promise.allSettled([...underway, ticking, runPass()]), FINISH_WITHIN_MS);
      await client.destroy();
    },
  };
}

async function logIn(client: Client, options: BotOptions, stopping: AbortSignal): Promise<void> {
  const signal = options.signal === undefined ? stopping : AbortSignal.any([stopping, options.signal]);
  client.rest.setToken(options.discordToken);
  await waitForDiscord({ rest: client.rest, logger: options.logger, pause, signal });
  const ready = new Promise<void>((resolve) => {
    client.once(Events.ClientReady, () => resolve());
  });
  await client.login(options.discordToken);
  await ready;
}

/** The answers under way, so that stopping can wait for them. */
function answerInteractions(client: Client, options: BotOptions): Set<Promise<void>> {
  const { api, clock, logger, deferAfterMs = DEFER_AFTER_MS } = options;
  const desk: Desk = { commands, api, clock, logger, deferAfterMs, suggestWithinMs: SUGGEST_WITHIN_MS };
  const underway = new Set<Promise<void>>();
  client.on(Events.InteractionCreate, (interaction) => {
    const answer = answerInteraction(interaction, desk);
    underway.add(answer);
    void answer.finally(() => underway.delete(answer));
  });
  return underway;
}

interface Registrar {
  register(servers: readonly Server[]): Promise<void>;
  /** Those that could not be registered before. */
  retry(): Promise<void>;
}

function createRegistrar(options: { api: ApiClient; logger: Logger }): Registrar {
  let left: readonly Registration[] = [];
  async function register(registrations: readonly Registration[]): Promise<void> {
    const failures = await registerCommunities(registrations, options);
    const isNewer = ({ server }: Registration) =>
      registrations.some((other) => other.server.id === server.id);
    left = [...left.filter((each) => !isNewer(each)), ...failures];
  }
  return {
    register: async (servers) =>
      register(servers.map((server) => ({ server, idempotencyKey: randomUUID() }))),
    retry: async () => register(left),
  };
}

function createPass(
  client: Client,
  { api, clock, logger }: BotOptions,
  { retry, signal }: { retry: () => Promise<void>; signal: AbortSignal },
): () => Promise<void> {
  let last = Promise.resolve();
  const permissions: ChannelPermissions = {
    known: (channelId) => knownPermissions(client, channelId),
    fetch: async (channelId) => fetchPermissions(client, channelId),
  };
  async function pass(): Promise<void> {
    if (!client.isReady() || signal.aborted) return;
    try {
      await retry();
      const ownId = client.user.id;
      await runDigests({ api, rest: client.rest, ownId, permissions, clock, logger, signal });
    } catch (error) {
      logger.error({ error: describeError(error) }, 'a pass over the digests failed; the next one follows');
    }
  }
  return async () => {
    last = last.then(pass);
    return last;
  };
}

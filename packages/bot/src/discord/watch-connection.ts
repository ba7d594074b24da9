/** Tells when the connection to Discord is gone for good: `client.isReady()` stays true then, and the process would live on for nothing. */
import { Events, RESTEvents, type Client } from 'discord.js';
import type { Logger } from '@communique/shared/logger';
import { describeError } from '../describe-error.ts';

/** Discord will not let this bot in again until somebody changes something. */
export class DiscordConnectionError extends Error {
  override name = 'DiscordConnectionError';
}

const REASONS: Readonly<Record<number, string>> = {
  4004: 'Discord does not accept DISCORD_TOKEN. Copy the token of your application again (Developer Portal, Bot, Reset Token)',
  4010: 'Discord refused the shard',
  4011: 'The bot is in so many servers that Discord demands sharding',
  4012: 'Discord no longer speaks this version of its gateway',
  4013: 'Discord refused the intents of the bot',
  4014: 'Discord refused the intents of the bot: it asks for none that need approval, so the application itself is restricted',
};

export const INVALID_TOKEN_REASON = REASONS[4004] ?? '';
const UNAUTHORIZED = 401;

export function watchConnection(client: Client, logger: Logger): Promise<DiscordConnectionError> {
  // Errors of a connection that reconnects by itself: worth a line, no more.
  client.on(Events.ShardError, (error) =>
    logger.warn({ error: describeError(error) }, 'connection to Discord disturbed'),
  );
  client.on(Events.ShardReconnecting, () => logger.debug('reconnecting to Discord'));
  client.on(Events.Error, (error) =>
    logger.error({ error: describeError(error) }, 'discord.js reported an error'),
  );
  return new Promise((resolve) => {
    // Emitted only for the close codes after which discord.js does not reconnect.
    client.on(Events.ShardDisconnect, ({ code }) =>
      resolve(
        new DiscordConnectionError(`${REASONS[code] ?? 'Discord closed the connection for good'} (${code}).`),
      ),
    );
    // discord.js forgets the token at the first 401: nothing it sends afterwards would be let in. Interactions have tokens of their own.
    client.rest.on(RESTEvents.Response, ({ route }, { status }) => {
      if (status === UNAUTHORIZED && !/^\/(interactions|webhooks)\//.test(route))
        resolve(new DiscordConnectionError(`${INVALID_TOKEN_REASON}.`));
    });
    client.on(Events.Invalidated, () =>
      resolve(new DiscordConnectionError('Discord invalidated the session for good.')),
    );
  });
}

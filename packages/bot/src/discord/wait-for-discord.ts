import type { Logger } from '@communique/shared/logger';
import { Routes } from 'discord-api-types/v10';
import { DiscordAPIError, type REST } from 'discord.js';
import { DiscordConnectionError, INVALID_TOKEN_REASON } from './watch-connection.ts';

export interface WaitOptions {
  rest: REST;
  logger: Logger;
  pause: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  signal: AbortSignal;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const UNAUTHORIZED = 401;

/** discord.js gives up for good when Discord cannot be reached at login, so it is tried out first. A refused token is an error at once. */
export async function waitForDiscord({ rest, logger, pause, signal }: WaitOptions): Promise<void> {
  let wait = FIRST_PAUSE_MS;
  for (;;) {
    signal.throwIfAborted();
    try {
      await rest.get(Routes.gatewayBot(), { signal });
      return;
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === UNAUTHORIZED)
        throw new DiscordConnectionError(`${INVALID_TOKEN_REASON}.`);
      logger.warn({ err: error, nextTryInMs: wait }, 'waiting for Discord');
    }
    await pause(wait, signal);
    wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
  }
}

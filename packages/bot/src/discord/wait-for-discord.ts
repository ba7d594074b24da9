import type { Logger } from '@communique/shared/logger';
import { Routes } from 'discord-api-types/v10';
import { DiscordAPIError, HTTPError, type REST } from 'discord.js';
import { errorCodes } from '../error-codes.ts';
import { DiscordConnectionError, INVALID_TOKEN_REASON } from './watch-connection.ts';

export interface WaitOptions {
  rest: REST;
  logger: Logger;
  pause: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  signal: AbortSignal;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** While nothing changes, saying so more often helps nobody. */
const SAY_AGAIN_MS = 30_000;
const UNAUTHORIZED = 401;

/** discord.js gives up for good when Discord cannot be reached at login, so it is tried out first. A refused token is an error at once. */
export async function waitForDiscord({ rest, logger, pause, signal }: WaitOptions): Promise<void> {
  let wait = FIRST_PAUSE_MS;
  let silentMs = SAY_AGAIN_MS;
  for (;;) {
    signal.throwIfAborted();
    try {
      await rest.get(Routes.gatewayBot(), { signal });
      return;
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === UNAUTHORIZED)
        throw new DiscordConnectionError(`${INVALID_TOKEN_REASON}.`);
      // Told to stop while asking: that is no trouble with Discord.
      signal.throwIfAborted();
      if (silentMs >= SAY_AGAIN_MS) {
        logger.warn({ nextTryInMs: wait }, `waiting for Discord: ${reasonOf(error)}`);
        silentMs = 0;
      }
    }
    await pause(wait, signal);
    silentMs += wait;
    wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof DiscordAPIError || error instanceof HTTPError)
    return `it answered with status ${error.status}`;
  const [code] = errorCodes(error);
  if (error instanceof Error && error.name === 'AbortError') return 'it did not answer in time';
  return code === undefined ? 'it cannot be reached' : `it cannot be reached (${code})`;
}

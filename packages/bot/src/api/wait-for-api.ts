import type { Logger } from '@communique/shared/logger';
import type { ApiClient } from './client.ts';
import { ApiRefusedError, ApiUnavailableError, StrangeAnswerError, UnusableApiError } from './errors.ts';
import { ApiIsUpDocument } from './generated/graphql.ts';

export interface WaitOptions {
  api: ApiClient;
  logger: Logger;
  pause: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  signal?: AbortSignal | undefined;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** Returns when the API answers. Says that it waits; throws what waiting cannot mend, and when it is told to stop. */
export async function waitForApi({ api, logger, pause, signal }: WaitOptions): Promise<void> {
  let wait = FIRST_PAUSE_MS;
  for (;;) {
    signal?.throwIfAborted();
    try {
      await api.request(ApiIsUpDocument, {});
      return;
    } catch (error) {
      if (error instanceof ApiRefusedError || error instanceof StrangeAnswerError)
        throw unusable(api.address, error);
      if (!(error instanceof ApiUnavailableError)) throw error;
      logger.warn(
        { reason: error.message, nextTryInMs: wait },
        `waiting for the API at ${api.address}. Is it running? API_URL names it`,
      );
    }
    await pause(wait, signal);
    wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
  }
}

function unusable(address: string, error: ApiRefusedError | StrangeAnswerError): UnusableApiError {
  const sentence =
    error instanceof ApiRefusedError && error.code === 'UNAUTHENTICATED'
      ? `The API at ${address} does not know the token of this bot. BOT_API_TOKEN must be the one the API was started with.`
      : `The program at ${address} does not answer like the API. API_URL must be the address of the API, which ends in /graphql.`;
  return new UnusableApiError(sentence, { cause: error });
}

import { ApiUnavailableError } from './errors.ts';

/**
 * Asks again at once when no answer came: the request may have been carried out all the same. For requests with an idempotency key, which
 * must be in what `ask` sends and not be made there.
 */
export async function askTwice<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ApiUnavailableError)) throw error;
    return ask();
  }
}

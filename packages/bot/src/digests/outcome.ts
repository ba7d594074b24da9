/** How an attempt to post ended, in the words of the API. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { errorCodes } from '../error-codes.ts';

export type Outcome =
  | { outcome: 'SENT'; messageId: string }
  /** The request may have reached Discord. */
  | { outcome: 'UNKNOWN'; reason: string }
  /** Certainly not posted; worth trying again. */
  | { outcome: 'RETRY'; reason: string; errorCode?: number }
  /** Will never work as it is. */
  | { outcome: 'FAILED'; reason: string; errorCode?: number };

const UNAUTHORIZED = 401;
const TOO_MANY_REQUESTS = 429;
/** Rate limits and full houses that pass; from Discord's list of error codes. */
const PASSING_CODES = new Set([20_016, 20_022, 20_028, 20_029, 40_004, 40_006, 40_062, 110_001, 130_000]);
/** The nonce was used: the message was created, and somebody deleted it. */
const UNKNOWN_MESSAGE = 10_008;
/** The connection was never made, so nothing was written. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

export function outcomeOfFailure(error: unknown): Outcome {
  if (error instanceof RateLimitError) return { outcome: 'RETRY', reason: 'Discord asks to post less often' };
  if (error instanceof DiscordAPIError) return outcomeOfRefusal(error);
  if (error instanceof HTTPError && error.status < 500)
    return { outcome: 'FAILED', reason: `Discord refused the message (status ${error.status})` };
  if (error instanceof HTTPError)
    return { outcome: 'UNKNOWN', reason: `Discord failed while taking the message (status ${error.status})` };
  if (errorCodes(error).some((code) => NOT_CONNECTED.has(code)))
    return { outcome: 'RETRY', reason: 'Discord could not be reached' };
  return { outcome: 'UNKNOWN', reason: 'the connection to Discord broke while posting' };
}

function outcomeOfRefusal(error: DiscordAPIError): Outcome {
  const errorCode = Number(error.code);
  const known = Number.isInteger(errorCode) && errorCode > 0 ? { errorCode } : {};
  const reason = `Discord says: ${error.rawError instanceof Object && 'message' in error.rawError ? error.rawError.message : error.message}`;
  if (error.status >= 500) return { outcome: 'UNKNOWN', reason };
  if (error.status === TOO_MANY_REQUESTS || PASSING_CODES.has(errorCode))
    return { outcome: 'RETRY', reason, ...known };
  if (error.status === UNAUTHORIZED)
    return { outcome: 'RETRY', reason: 'Discord does not accept the token of the bot any more' };
  if (errorCode === UNKNOWN_MESSAGE)
    return { outcome: 'FAILED', reason: 'It was posted, and somebody deleted it', ...known };
  return { outcome: 'FAILED', reason, ...known };
}

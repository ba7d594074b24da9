import { Client, GatewayIntentBits, type RateLimitData } from 'discord.js';

// Longer waits are reported instead of sat out: discord.js would wait silently, even for an hour.
const LONGEST_RATE_LIMIT_MS = 5_000;
const REST_TIMEOUT_MS = 10_000;

/** No privileged intent, no mention ever, and a nonce on what is sent (so that a retried request makes one message). */
export function createDiscordClient(options: { apiUrl: string | undefined }): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    enforceNonce: true,
    rest: {
      ...(options.apiUrl === undefined ? {} : { api: options.apiUrl }),
      timeout: REST_TIMEOUT_MS,
      rejectOnRateLimit: isTooLong,
    },
  });
}

/** `timeToReset` alone is wrong for shared and sub-limits. */
function isTooLong({ timeToReset, retryAfter, sublimitTimeout }: RateLimitData): boolean {
  return Math.max(timeToReset, retryAfter, sublimitTimeout) > LONGEST_RATE_LIMIT_MS;
}

import { EnvironmentError, readEnvironment, type EnvironmentRecord } from '@communique/shared/environment';
import { LOG_LEVELS } from '@communique/shared/logger';
import { DEFAULT_BUDGETS } from './graphql/limits.ts';

export interface ApiSettings {
  host: string;
  /** 0: the system chooses. */
  port: number;
  databaseUrl: string;
  /** Undefined: no bot may authenticate. */
  botToken: string | undefined;
  /** Origins of web pages that may read answers. */
  allowedOrigins: string[];
  /** Cost per minute and client address, and per token. */
  anonymousBudget: number;
  tokenBudget: number;
  behindProxy: boolean;
  /** Only the operations of a file, nothing else that a client may write. */
  persistedOnly: boolean;
  /** The file with those operations by their ids: JSON. */
  persistedOperations: string | undefined;
  /** Names the code that runs, for ETags; undefined: every process makes up its own. */
  release: string | undefined;
  /** Seals the secrets of webhooks; undefined: webhooks are off. */
  webhookKey: string | undefined;
  /** Only for development: webhooks may go to this machine and its network. */
  allowPrivateWebhooks: boolean;
  /** Only for development: articles and feeds of servers on this machine may be read. */
  allowLoopbackAddresses: boolean;
  /** How long after a look at a feed the next one comes; 0: feeds are only looked at by hand. */
  feedPollMinutes: number;
  loadDemoLibrary: boolean;
  developmentClock: boolean;
  clockOffset: number;
  production: boolean;
  logLevel: string;
}

// 32 characters of base64url are 192 bits.
const SHORTEST_TOKEN = 32;
const MAX_CLOCK_OFFSET_MS = 1e13;
const BUDGET_RANGE = { min: 1, max: 1e15 };

/** Throws an `EnvironmentError` that names every mistake. */
export function readSettings(environment: EnvironmentRecord): ApiSettings {
  const read = readEnvironment(environment);
  const settings: ApiSettings = {
    host: read.text('HOST', '127.0.0.1'),
    port: read.port('PORT', 4000),
    databaseUrl: read.text('DATABASE_URL', 'file:data/communique.db'),
    botToken: read.optionalText('BOT_API_TOKEN'),
    allowedOrigins: words(read.text('ALLOWED_ORIGINS', '')),
    anonymousBudget: read.integer('ANONYMOUS_BUDGET', DEFAULT_BUDGETS.anonymous, BUDGET_RANGE),
    tokenBudget: read.integer('TOKEN_BUDGET', DEFAULT_BUDGETS.token, BUDGET_RANGE),
    behindProxy: read.flag('BEHIND_PROXY', false),
    persistedOnly: read.flag('PERSISTED_ONLY', false),
    persistedOperations: read.optionalText('PERSISTED_OPERATIONS'),
    release: read.optionalText('RELEASE'),
    webhookKey: read.optionalText('WEBHOOK_KEY'),
    allowPrivateWebhooks: read.flag('ALLOW_PRIVATE_WEBHOOKS', false),
    allowLoopbackAddresses: read.flag('ALLOW_LOOPBACK_ADDRESSES', false),
    feedPollMinutes: read.integer('FEED_POLL_MINUTES', 30, { min: 0, max: 1_440 }),
    loadDemoLibrary: read.flag('LOAD_DEMO_LIBRARY', false),
    developmentClock: read.flag('DEVELOPMENT_CLOCK', false),
    clockOffset: read.integer('CLOCK_OFFSET_MS', 0, { min: 0, max: MAX_CLOCK_OFFSET_MS }),
    production: read.text('NODE_ENV', 'development') === 'production',
    logLevel: read.choice('LOG_LEVEL', 'info', LOG_LEVELS),
  };
  const mistakes = [...mistakesSoFar(() => read.finish()), ...furtherMistakes(settings)];
  if (mistakes.length > 0) throw new EnvironmentError(mistakes);
  return settings;
}

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

function mistakesSoFar(finish: () => void): readonly string[] {
  try {
    finish();
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.mistakes;
    throw error;
  }
}

function furtherMistakes({
  botToken,
  webhookKey,
  allowPrivateWebhooks,
  allowLoopbackAddresses,
  allowedOrigins,
  production,
  developmentClock,
}: ApiSettings): string[] {
  const mistakes: string[] = [];
  if (botToken !== undefined && botToken.length < SHORTEST_TOKEN) {
    mistakes.push(`BOT_API_TOKEN must have at least ${SHORTEST_TOKEN} characters`);
  }
  if (webhookKey !== undefined && webhookKey.length < SHORTEST_TOKEN) {
    mistakes.push(`WEBHOOK_KEY must have at least ${SHORTEST_TOKEN} characters`);
  }
  for (const origin of allowedOrigins) {
    if (!isOrigin(origin)) {
      mistakes.push(`ALLOWED_ORIGINS must be origins such as "https://example.org", not "${origin}"`);
    }
  }
  if (production && developmentClock) {
    mistakes.push('DEVELOPMENT_CLOCK moves time and is not for production: unset it, or NODE_ENV');
  }
  if (production && allowPrivateWebhooks) {
    mistakes.push(
      'ALLOW_PRIVATE_WEBHOOKS lets moderators reach into your network and is not for production: unset it',
    );
  }
  if (production && allowLoopbackAddresses) {
    mistakes.push(
      'ALLOW_LOOPBACK_ADDRESSES lets editors reach the programs on your machine and is not for production: unset it',
    );
  }
  return mistakes;
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

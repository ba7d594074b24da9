import type { Secrets } from './secrets.ts';
import type { StartSettings } from './settings.ts';

export type ProgramName = 'api' | 'sandbox' | 'bot';

type ProgramEnvironments = Record<ProgramName, Record<string, string>>;

/** Settings that one program alone understands: it is given them as they are, and judges them. */
const PASSED_ON: Record<ProgramName, readonly string[]> = {
  api: [
    'ALLOWED_ORIGINS',
    'ALLOW_LOOPBACK_ADDRESSES',
    'ALLOW_PRIVATE_WEBHOOKS',
    'ANONYMOUS_BUDGET',
    'BEHIND_PROXY',
    'BOT_API_TOKEN',
    'FEED_POLL_MINUTES',
    'PERSISTED_ONLY',
    'PERSISTED_OPERATIONS',
    'RELEASE',
    'TOKEN_BUDGET',
    'WEBHOOK_KEY',
  ],
  sandbox: ['SANDBOX_BOT_TOKEN', 'SANDBOX_PRIVILEGED_INTENTS', 'SANDBOX_STATE'],
  bot: ['BOT_API_TOKEN'],
};

/** What each program is told; nobody gets a secret that is not its own. */
export function programEnvironments(
  settings: StartSettings,
  secrets: Secrets,
  clockOffset: number,
): ProgramEnvironments {
  const { discordToken, host } = settings;
  const passedOn = (name: ProgramName) => pick(settings.given, PASSED_ON[name]);
  const clock = {
    DEVELOPMENT_CLOCK: String(discordToken === undefined),
    CLOCK_OFFSET_MS: String(clockOffset),
  };
  const common = { ...clock, LOG_LEVEL: settings.logLevel };
  return {
    api: {
      ...common,
      HOST: host,
      PORT: String(settings.apiPort),
      DATABASE_URL: settings.databaseUrl,
      BOT_API_TOKEN: secrets.botApiToken,
      WEBHOOK_KEY: secrets.webhookKey,
      LOAD_DEMO_LIBRARY: String(settings.loadDemoLibrary),
      ...passedOn('api'),
    },
    sandbox: {
      ...common,
      HOST: host,
      SANDBOX_PORT: String(settings.sandboxPort),
      SANDBOX_BOT_TOKEN: secrets.sandboxBotToken,
      SANDBOX_STATE: `${settings.dataDirectory}/sandbox.json`,
      ...passedOn('sandbox'),
    },
    bot: {
      ...common,
      ...discordOf(settings, secrets),
      API_URL: `http://${addressOf(host)}:${settings.apiPort}/graphql`,
      BOT_API_TOKEN: secrets.botApiToken,
      ...passedOn('bot'),
    },
  };
}

function discordOf({ discordToken, host, sandboxPort, given }: StartSettings, secrets: Secrets) {
  if (discordToken !== undefined) {
    return { DISCORD_TOKEN: discordToken, ...pick(given, ['DISCORD_API_URL']) };
  }
  return {
    DISCORD_TOKEN: given['SANDBOX_BOT_TOKEN']?.trim() || secrets.sandboxBotToken,
    DISCORD_API_URL: `http://${addressOf(host)}:${sandboxPort}/api`,
  };
}

/** How a program on this machine reaches another one that listens there. */
function addressOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

/** What is empty counts as not set, as in a program's own settings. */
function pick(given: StartSettings['given'], names: readonly string[]): Record<string, string> {
  const set = names.map((name) => [name, given[name]?.trim() ?? ''] as const);
  return Object.fromEntries(set.filter(([, value]) => value !== ''));
}

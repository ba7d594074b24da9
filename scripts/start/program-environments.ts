import type { Secrets } from './secrets.ts';
import type { StartSettings } from './settings.ts';

export type ProgramName = 'api' | 'sandbox' | 'bot';

type ProgramEnvironments = Record<ProgramName, Record<string, string>>;

/** What each program is told; nobody gets a secret that is not its own. */
export function programEnvironments(
  settings: StartSettings,
  secrets: Secrets,
  clockOffset: number,
): ProgramEnvironments {
  const { discordToken } = settings;
  const common = { HOST: '127.0.0.1', LOG_LEVEL: settings.logLevel };
  const clock = {
    DEVELOPMENT_CLOCK: String(discordToken === undefined),
    CLOCK_OFFSET_MS: String(clockOffset),
  };
  const discord =
    discordToken === undefined
      ? {
          DISCORD_TOKEN: secrets.sandboxBotToken,
          DISCORD_API_URL: `http://127.0.0.1:${settings.sandboxPort}/api`,
        }
      : { DISCORD_TOKEN: discordToken };
  return {
    api: {
      ...common,
      ...clock,
      PORT: String(settings.apiPort),
      DATABASE_URL: settings.databaseUrl,
      BOT_API_TOKEN: secrets.botApiToken,
      WEBHOOK_KEY: secrets.webhookKey,
      ALLOW_PRIVATE_WEBHOOKS: String(settings.allowPrivateWebhooks),
      ALLOW_LOOPBACK_ADDRESSES: String(settings.allowLoopbackAddresses),
      FEED_POLL_MINUTES: String(settings.feedPollMinutes),
      LOAD_DEMO_LIBRARY: String(settings.loadDemoLibrary),
    },
    sandbox: {
      ...common,
      ...clock,
      SANDBOX_PORT: String(settings.sandboxPort),
      SANDBOX_BOT_TOKEN: secrets.sandboxBotToken,
      SANDBOX_STATE: `${settings.dataDirectory}/sandbox.json`,
    },
    bot: {
      ...common,
      ...clock,
      ...discord,
      API_URL: `http://127.0.0.1:${settings.apiPort}/graphql`,
      BOT_API_TOKEN: secrets.botApiToken,
    },
  };
}

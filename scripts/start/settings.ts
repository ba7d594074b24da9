import { LOG_LEVELS } from '@communique/shared/logger';
import { readEnvironment, type EnvironmentRecord } from '@communique/shared/environment';

export interface StartSettings {
  dataDirectory: string;
  databaseUrl: string;
  apiPort: number;
  sandboxPort: number;
  /** Present: the real Discord; absent: the sandbox. */
  discordToken: string | undefined;
  loadDemoLibrary: boolean;
  /** Webhooks may go to this machine and its network. */
  allowPrivateWebhooks: boolean;
  /** Articles and feeds of servers on this machine may be read. */
  allowLoopbackAddresses: boolean;
  feedPollMinutes: number;
  logLevel: string;
}

// Not 0, "any port": each program is told where the others are.
const PORTS = { min: 1, max: 65_535 };

/** Throws an `EnvironmentError` that names every setting to mend. */
export function readStartSettings(environment: EnvironmentRecord): StartSettings {
  const read = readEnvironment(environment);
  const discordToken = read.optionalText('DISCORD_TOKEN');
  const dataDirectory = read.text('DATA_DIR', 'data');
  const settings = {
    dataDirectory,
    databaseUrl: read.text('DATABASE_URL', `file:${dataDirectory}/communique.db`),
    apiPort: read.integer('PORT', 4000, PORTS),
    sandboxPort: read.integer('SANDBOX_PORT', 4100, PORTS),
    discordToken,
    loadDemoLibrary: read.flag('LOAD_DEMO_LIBRARY', discordToken === undefined),
    logLevel: read.choice('LOG_LEVEL', 'info', LOG_LEVELS),
    allowPrivateWebhooks: read.flag('ALLOW_PRIVATE_WEBHOOKS', false),
    allowLoopbackAddresses: read.flag('ALLOW_LOOPBACK_ADDRESSES', false),
    feedPollMinutes: read.integer('FEED_POLL_MINUTES', 30, { min: 0, max: 1_440 }),
  };
  if (settings.apiPort === settings.sandboxPort && discordToken === undefined) {
    read.complain(`PORT and SANDBOX_PORT are both ${settings.apiPort}: give each its own`);
  }
  read.finish();
  return settings;
}

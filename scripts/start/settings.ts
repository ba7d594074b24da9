import { LOG_LEVELS } from '@communique/shared/logger';
import { readEnvironment, type EnvironmentRecord } from '@communique/shared/environment';

export interface StartSettings {
  dataDirectory: string;
  databaseUrl: string;
  apiPort: number;
  sandboxPort: number;
  /** Present: the real Discord; absent: the sandbox. */
  discordToken: string | undefined;
  /** Where the API and the sandbox listen. */
  host: string;
  loadDemoLibrary: boolean;
  logLevel: string;
  /** All that is set, for what only one program understands. */
  given: EnvironmentRecord;
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
    host: read.text('HOST', '127.0.0.1'),
    given: environment,
  };
  if (settings.apiPort === settings.sandboxPort && discordToken === undefined) {
    read.complain(`PORT and SANDBOX_PORT are both ${settings.apiPort}: give each its own`);
  }
  if (discordToken === undefined && environment['NODE_ENV'] === 'production') {
    read.complain(
      'NODE_ENV is production, but the sandbox is for development: set DISCORD_TOKEN, or unset NODE_ENV',
    );
  }
  read.finish();
  return settings;
}

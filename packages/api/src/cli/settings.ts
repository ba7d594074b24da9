import { readEnvironment, type EnvironmentRecord } from '@communique/shared/environment';

/** What the command line needs to know; the API's other settings are none of its business. */
export interface CliSettings {
  databaseUrl: string;
  /** For development: articles and feeds of servers on this machine may be read. */
  allowLoopbackAddresses: boolean;
}

export function readCliSettings(environment: EnvironmentRecord): CliSettings {
  const read = readEnvironment(environment);
  const dataDirectory = read.text('DATA_DIR', 'data');
  const settings = {
    databaseUrl: read.text('DATABASE_URL', `file:${dataDirectory}/communique.db`),
    allowLoopbackAddresses: read.flag('ALLOW_LOOPBACK_ADDRESSES', false),
  };
  const isProduction = read.text('NODE_ENV', 'development') === 'production';
  if (settings.allowLoopbackAddresses && isProduction) {
    read.complain(
      'ALLOW_LOOPBACK_ADDRESSES reaches the programs on your machine and is not for production: unset it',
    );
  }
  read.finish();
  return settings;
}

import { readEnvironment, type EnvironmentRecord } from '@communique/shared/environment';

/** What the command line needs to know; the API's other settings are none of its business. */
export interface CliSettings {
  databaseUrl: string;
  /** For development: articles of servers on this machine and its network may be imported. */
  allowPrivateAddresses: boolean;
}

export function readCliSettings(environment: EnvironmentRecord): CliSettings {
  const read = readEnvironment(environment);
  const dataDirectory = read.text('DATA_DIR', 'data');
  const settings = {
    databaseUrl: read.text('DATABASE_URL', `file:${dataDirectory}/communique.db`),
    allowPrivateAddresses: read.flag('ALLOW_PRIVATE_ADDRESSES', false),
  };
  read.finish();
  return settings;
}

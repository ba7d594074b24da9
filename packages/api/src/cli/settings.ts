import { readEnvironment, type EnvironmentRecord } from '@communique/shared/environment';

/** What the command line needs to know; the API's other settings are none of its business. */
export interface CliSettings {
  databaseUrl: string;
}

export function readCliSettings(environment: EnvironmentRecord): CliSettings {
  const read = readEnvironment(environment);
  const dataDirectory = read.text('DATA_DIR', 'data');
  return { databaseUrl: read.text('DATABASE_URL', `file:${dataDirectory}/communique.db`) };
}

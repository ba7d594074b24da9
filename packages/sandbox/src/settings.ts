import { isIP } from 'node:net';
import { readEnvironment, EnvironmentError, type EnvironmentRecord } from '@communique/shared/environment';
import { LOG_LEVELS } from '@communique/shared/logger';

export interface SandboxSettings {
  host: string;
  port: number;
  botToken: string;
  /** Path of the JSON file that keeps the world; undefined: in memory only. */
  stateFile: string | undefined;
  clockOffset: number;
  logLevel: string;
  /** Lets bots ask for members, presences and message content. */
  privilegedIntents: boolean;
}

/** A hundred years: further ahead dates stop being dates. */
const LONGEST_OFFSET = 100 * 365 * 86_400_000;

/** The only reader of the environment in this program. */
export function readSettings(record: EnvironmentRecord): SandboxSettings {
  if ((record['DISCORD_TOKEN'] ?? '').trim() !== '') {
    throw new EnvironmentError([
      'DISCORD_TOKEN is set: with a real Discord there is no sandbox. Unset it to use the sandbox',
    ]);
  }
  const environment = readEnvironment(record);
  const settings = {
    host: environment.text('HOST', '127.0.0.1'),
    port: environment.port('SANDBOX_PORT', 4100),
    botToken: environment.text('SANDBOX_BOT_TOKEN', 'sandbox'),
    stateFile: environment.optionalText('SANDBOX_STATE'),
    clockOffset: environment.integer('CLOCK_OFFSET_MS', 0, { min: 0, max: LONGEST_OFFSET }),
    logLevel: environment.choice('LOG_LEVEL', 'info', LOG_LEVELS),
    privilegedIntents: environment.flag('SANDBOX_PRIVILEGED_INTENTS', false),
  };
  if (isIP(settings.host) === 0 && settings.host !== 'localhost') {
    environment.complain(`HOST must be an IP address of this machine or localhost, not "${settings.host}"`);
  }
  environment.finish();
  return settings;
}

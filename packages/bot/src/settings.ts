import { EnvironmentError, readEnvironment, type EnvironmentRecord } from '@communique/shared/environment';
import { LOG_LEVELS } from '@communique/shared/logger';

export interface BotSettings {
  discordToken: string;
  /** Undefined: the real Discord. */
  discordApiUrl: string | undefined;
  apiUrl: string;
  botApiToken: string;
  developmentClock: boolean;
  clockOffsetMs: number;
  logLevel: string;
}

const MAX_CLOCK_OFFSET_MS = 1e13;

export function readSettings(environment: EnvironmentRecord): BotSettings {
  const read = readEnvironment(environment);
  const settings: BotSettings = {
    discordToken: read.requiredText('DISCORD_TOKEN', 'the token of the bot, or of the sandbox'),
    discordApiUrl: read.optionalText('DISCORD_API_URL'),
    apiUrl: read.text('API_URL', 'http://127.0.0.1:4000/graphql'),
    botApiToken: read.requiredText('BOT_API_TOKEN', 'the same token the API was started with'),
    developmentClock: read.flag('DEVELOPMENT_CLOCK', false),
    clockOffsetMs: read.integer('CLOCK_OFFSET_MS', 0, { min: 0, max: MAX_CLOCK_OFFSET_MS }),
    logLevel: read.choice('LOG_LEVEL', 'info', LOG_LEVELS),
  };
  const mistakes = [...mistakesSoFar(() => read.finish()), ...furtherMistakes(settings)];
  if (mistakes.length > 0) throw new EnvironmentError(mistakes);
  return settings;
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

function furtherMistakes(settings: BotSettings): string[] {
  const mistakes: string[] = [];
  for (const [name, url] of [
    ['API_URL', settings.apiUrl],
    ['DISCORD_API_URL', settings.discordApiUrl],
  ]) {
    if (url !== undefined && !isWebAddress(url)) mistakes.push(`${name} must be an http(s) address`);
  }
  if (settings.developmentClock && settings.discordApiUrl === undefined)
    mistakes.push(
      'DEVELOPMENT_CLOCK moves time and is for the sandbox only: unset it to use the real Discord',
    );
  return mistakes;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

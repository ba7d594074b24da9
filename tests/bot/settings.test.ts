import { expect, test } from 'vitest';
import { readSettings } from '@communique/bot/settings';

const good = { DISCORD_TOKEN: 'token', BOT_API_TOKEN: 'api-token' };

test('what is left out has a default', () => {
  expect(readSettings(good)).toMatchObject({
    apiUrl: 'http://127.0.0.1:4000/graphql',
    discordApiUrl: undefined,
    developmentClock: false,
    logLevel: 'info',
  });
});

test('all mistakes are named at once, without the secrets', () => {
  const environment = {
    DISCORD_TOKEN: 'very-secret',
    API_URL: 'nowhere',
    DISCORD_API_URL: 'ftp://x',
    CLOCK_OFFSET_MS: '-1',
  };
  expect(() => readSettings(environment)).toThrow(
    /BOT_API_TOKEN is missing[^]*CLOCK_OFFSET_MS[^]*API_URL must be[^]*DISCORD_API_URL must be/,
  );
  expect(() => readSettings(environment)).not.toThrow(/very-secret/);
});

test('time cannot be moved with the real Discord', () => {
  expect(() => readSettings({ ...good, DEVELOPMENT_CLOCK: 'true' })).toThrow(/sandbox only/);
  const sandbox = { DISCORD_API_URL: 'http://127.0.0.1:4100/api', DEVELOPMENT_CLOCK: 'true' };
  expect(readSettings({ ...good, ...sandbox }).developmentClock).toBe(true);
});

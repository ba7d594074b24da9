/** Every setting of every program is documented, and can be set where `start` is told. */
import { describe, expect, test } from 'vitest';
import { programEnvironments } from '../../scripts/start/program-environments.ts';
import { readStartSettings } from '../../scripts/start/settings.ts';
import { readSource } from './source-files.ts';

const SETTINGS = {
  start: 'scripts/start/settings.ts',
  api: 'packages/api/src/settings.ts',
  cli: 'packages/api/src/cli/settings.ts',
  bot: 'packages/bot/src/settings.ts',
  sandbox: 'packages/sandbox/src/settings.ts',
};

/** What `start` decides, because it starts the other programs and knows where they are. */
const DECIDED = new Set(['API_URL', 'CLOCK_OFFSET_MS', 'DEVELOPMENT_CLOCK']);
/** Inherited by every program. */
const INHERITED = new Set(['NODE_ENV']);

const secrets = {
  botApiToken: 'bot-secret',
  sandboxBotToken: 'sandbox-secret',
  webhookKey: 'webhook-secret',
};
const TYPED: Record<string, string> = {
  LOG_LEVEL: 'debug',
  PORT: '4321',
  SANDBOX_PORT: '4322',
  LOAD_DEMO_LIBRARY: 'true',
};

function namesIn(path: string): string[] {
  const calls = readSource(path).matchAll(
    /\.(?:text|optionalText|requiredText|port|integer|flag|choice)\(\s*'([A-Z_]+)'/g,
  );
  return [...new Set([...calls].map(([, name = '']) => name))];
}

const everySetting = [...new Set(Object.values(SETTINGS).flatMap(namesIn))].toSorted();

test('.env.example explains every setting, and none that does not exist', () => {
  const explained = [...readSource('.env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(
    ([, name = '']) => name,
  );
  expect(explained.toSorted()).toEqual(everySetting);
});

test('the table of the README has every setting, and none that does not exist', () => {
  const listed = [...readSource('README.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name = '']) => name);
  expect(listed.toSorted()).toEqual(everySetting);
});

describe.each(['api', 'bot', 'sandbox'] as const)('the %s', (program) => {
  test.each(namesIn(SETTINGS[program]).filter((name) => !DECIDED.has(name) && !INHERITED.has(name)))(
    'is told what %s is set to',
    (name) => {
      const value = TYPED[name] ?? `value of ${name}`;
      const given = { [name]: value, ...(name === 'DISCORD_API_URL' && { DISCORD_TOKEN: 'real' }) };
      const told = programEnvironments(readStartSettings(given), secrets, 0)[program];
      expect(told[name]).toBe(value);
    },
  );
});

test('no program is told a secret of another', () => {
  const given = { BOT_API_TOKEN: 'a', WEBHOOK_KEY: 'b', DISCORD_TOKEN: 'c', SANDBOX_BOT_TOKEN: 'd' };
  const { api, bot, sandbox } = programEnvironments(readStartSettings(given), secrets, 0);
  const told = (environment: Record<string, string>) =>
    Object.keys(environment)
      .filter((name) => /TOKEN$|KEY$/.test(name))
      .toSorted();
  expect(told(api)).toEqual(['BOT_API_TOKEN', 'WEBHOOK_KEY']);
  expect(told(bot)).toEqual(['BOT_API_TOKEN', 'DISCORD_TOKEN']);
  expect(told(sandbox)).toEqual(['SANDBOX_BOT_TOKEN']);
});

test.each([
  ['127.0.0.1', '127.0.0.1'],
  ['0.0.0.0', '127.0.0.1'],
  ['::', '[::1]'],
  ['fd00::2', '[fd00::2]'],
])('with HOST=%s the bot looks for API and sandbox at %s', (HOST, address) => {
  const { bot } = programEnvironments(readStartSettings({ HOST, PORT: '1', SANDBOX_PORT: '2' }), secrets, 0);
  expect(bot).toMatchObject({
    API_URL: `http://${address}:1/graphql`,
    DISCORD_API_URL: `http://${address}:2/api`,
    DISCORD_TOKEN: 'sandbox-secret',
  });
});

test('secrets that are set are used in place of those that are made, by both sides', () => {
  const given = { BOT_API_TOKEN: 'a', SANDBOX_BOT_TOKEN: 'b' };
  const { api, bot, sandbox } = programEnvironments(readStartSettings(given), secrets, 0);
  expect([api['BOT_API_TOKEN'], bot['BOT_API_TOKEN']]).toEqual(['a', 'a']);
  expect([sandbox['SANDBOX_BOT_TOKEN'], bot['DISCORD_TOKEN']]).toEqual(['b', 'b']);
});

test('production without a real Discord is refused in words', () => {
  expect(() => readStartSettings({ NODE_ENV: 'production' })).toThrow(/set DISCORD_TOKEN, or unset NODE_ENV/);
});

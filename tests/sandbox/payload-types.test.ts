import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { checkPayload } from '@communique/sandbox/validation/check-payload';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { Events, GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { readSource, listFiles } from '../repository/source-files.ts';
import { BOT_TOKEN, withBot, withSandbox } from '../support/sandbox.ts';
import { withWire } from '../support/wire.ts';

const schema = readSource('packages/sandbox/src/validation/gateway-schema.json');
const described = JSON.parse(schema) as {
  definitions: Record<string, { properties: Record<string, unknown> }>;
};
const names = (speaker: string): string[] => Object.keys(described.definitions[speaker]?.properties ?? {});

describe('the payloads of the gateway', () => {
  test('are held against the types that are installed: run "pnpm generate:gateway-schema" when they are not', () => {
    const entry = createRequire(import.meta.url).resolve('discord-api-types/v10');
    const manifest = readFileSync(new URL('package.json', `file://${entry}`), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    expect(schema).toContain(`Made from discord-api-types ${version} by`);
    const listed = readSource('packages/sandbox/scripts/gateway-payloads.ts').match(
      /^ {2}\w+(?=: discord)/gm,
    );
    expect([...names('SaidByDiscord'), ...names('SaidByBots')].toSorted()).toEqual(
      listed?.map((name) => name.trim()).toSorted(),
    );
  });

  test('have a schema for every event that the sandbox tells', () => {
    const told = new Set(
      listFiles('packages/sandbox/src', '.ts').flatMap(
        (file) => readSource(file).match(/(?<=GatewayDispatchEvents\.)\w+/g) ?? [],
      ),
    );
    const events = new Map<string, string>(Object.entries(GatewayDispatchEvents));
    expect(told.size).toBeGreaterThan(30);
    for (const name of told) expect(names('SaidByDiscord')).toContain(events.get(name) ?? name);
  });

  test.each<[string, unknown, string]>([
    ['Hello', { op: 10, s: null, t: null, d: {} }, 'd.heartbeat_interval: This field is required'],
    ['Reconnect', { op: 7, s: null, t: null, d: true }, 'd: Expected null.'],
    [
      'MESSAGE_DELETE',
      { op: 0, s: 1, t: 'MESSAGE_DELETE', d: { id: 1, channel_id: '2' } },
      'd.id: Expected string.',
    ],
    [
      'MESSAGE_FORGET',
      { op: 0, s: 1, t: 'MESSAGE_FORGET', d: {} },
      'The sandbox has no schema of this payload',
    ],
  ])('that do not fit are named with the place: %s', (name, payload, problem) => {
    const problems = checkPayload('SaidByDiscord', name, payload);
    expect(problems.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))).toEqual(
      [problem],
    );
  });

  test('may carry sums of flags, and properties that the types do not know', () => {
    const message = {
      id: '1',
      channel_id: '2',
      content: '',
      timestamp: '',
      edited_timestamp: null,
      tts: false,
      pinned: false,
      type: 0,
      flags: (1 << 6) | (1 << 12),
      author: { id: '1', username: 'a', discriminator: '0', global_name: null, avatar: null, more: true },
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
      attachments: [],
      embeds: [],
    };
    const payload = { op: 0, s: 1, t: 'MESSAGE_CREATE', d: message };
    expect(checkPayload('SaidByDiscord', 'MESSAGE_CREATE', payload)).toEqual([]);
    const wrong = { ...payload, d: { ...message, components: [{ type: 1, components: [{ type: 2 }] }] } };
    expect(checkPayload('SaidByDiscord', 'MESSAGE_CREATE', wrong).length).toBeGreaterThan(0);
  });

  test('of a bot are checked, too, and what does not fit is a violation', async () => {
    await withSandbox(
      async (sandbox) => {
        await withBot(sandbox, async (bot) => {
          bot.user.setPresence({ status: 'idle' });
          const general = bot.channels.cache.get(FIRST_WORLD.forum.general);
          if (general?.isSendable() === true) await general.send('Hello');
        });
        expect(sandbox.violations()).toEqual([]);
        await withWire(sandbox, async ({ send, received }) => {
          send({ op: GatewayOpcodes.Identify, d: { token: BOT_TOKEN, intents: 1, properties: {} } });
          await expect.poll(() => received.some(({ t }) => t === 'READY')).toBe(true);
        });
        expect(sandbox.violations()).toMatchObject([
          {
            direction: 'request',
            method: 'GATEWAY',
            path: 'Identify',
            rule: 'payload-types',
            problems: ['os', 'browser', 'device'].map(
              (name) => `d.properties.${name}: This field is required`,
            ),
          },
        ]);
      },
      { expected: { violations: ['payload-types'] } },
    );
  });

  test('tell bots nothing of new direct channels, as since version 8', async () => {
    await withSandbox(async (sandbox) => {
      const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages];
      await withBot(
        sandbox,
        async (bot) => {
          const told: string[] = [];
          bot.on(Events.Raw, ({ t }: { t: string }) => told.push(t));
          const channelId = sandbox.people.directChannel(FIRST_WORLD.ada);
          sandbox.people.say({ memberId: FIRST_WORLD.ada, channelId, content: 'Psst' });
          await expect.poll(() => told).toContain('MESSAGE_CREATE');
          expect(told).not.toContain('CHANNEL_CREATE');
        },
        { intents },
      );
    });
  });
});

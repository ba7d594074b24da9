import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '@communique/api/database/client';
import { migrateDatabase } from '@communique/api/database/migrate';
import { createApi } from '@communique/api/server';
import { createBot, type Bot } from '@communique/bot/create-bot';
import { createSandbox, type Sandbox } from '@communique/sandbox/sandbox';
import { createDevelopmentClock, type DevelopmentClock } from '@communique/shared/clock';
import { createSilentLogger } from '@communique/shared/logger';
import type { APIMessage } from 'discord-api-types/v10';
import { BOT_TOKEN } from '../support/ask-api.ts';
import { createBotApi } from '../support/bot-api.ts';
import { communique } from '../support/communique-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { ROOT } from '../repository/source-files.ts';

const SANDBOX_TOKEN = 'c2FuZGJveA.sandbox.integration';
const logger = createSilentLogger();

interface Programs {
  bot: Bot;
  ask(query: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** API and bot as after a start; the sandbox, like Discord, outlives them. */
async function startPrograms(
  databaseUrl: string,
  sandbox: Sandbox,
  clock: DevelopmentClock,
): Promise<Programs> {
  const db = await openDatabase(databaseUrl);
  await migrateDatabase(db, clock.now());
  const server = createApi({ db, clock, logger, botToken: BOT_TOKEN });
  const fetch: typeof globalThis.fetch = async (input, init) => server.fetch(new Request(input, init));
  const bot = await createBot({
    discordToken: SANDBOX_TOKEN,
    discordApiUrl: sandbox.apiUrl,
    api: createBotApi(fetch),
    clock,
    logger,
  });
  await bot.ready;
  return {
    bot,
    async ask(query) {
      const response = await fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return response.json();
    },
    async stop() {
      await bot.close();
      await server.dispose();
      db.close();
    },
  };
}

function textOf(message: APIMessage | null): string {
  return JSON.stringify(message?.components ?? message?.content ?? '');
}

test(
  'an article becomes a briefing, an answer in Discord, and a digest that comes once',
  { timeout: 60_000 },
  async () => {
    const databaseUrl = `file:${join(temporaryFolder(), 'story.db')}`;
    const clock = createDevelopmentClock();
    const sandbox = await createSandbox({ port: 0, botToken: SANDBOX_TOKEN, clock, logger });
    onTestFinished(async () => sandbox.close());

    // The editor drops in an article, looks at the draft and publishes it.
    const article = join(ROOT, 'tests/fixtures/story/harbour-fees.txt');
    const imported = await communique(databaseUrl, 'import', article);
    expect(imported).toMatchObject({ code: 0 });
    const slug = /publish (\S+)/.exec(imported.stdout)?.[1] ?? '';
    expect(slug).not.toBe('');
    expect(await communique(databaseUrl, 'publish', slug)).toMatchObject({ code: 0 });

    // A client developer asks the graph.
    const first = await startPrograms(databaseUrl, sandbox, clock);
    expect(
      await first.ask(`{
      briefing(slug: "${slug}") { ... on BriefingReady { briefing {
        title
        sections { heading blocks { ... on PointsBlock { items { label } } ... on TableBlock { rows } } }
        claims { verbatim text speaker }
        faq(first: 5) { edges { node { question } } }
      } } }
    }`),
    ).toMatchObject({
      data: {
        briefing: {
          briefing: {
            title: 'Port city weighs new harbour fees: who pays for cleaner air?',
            claims: [
              {
                verbatim: false,
                text: expect.stringContaining('two of the five quays'),
                speaker: 'harbour office',
              },
              {
                verbatim: true,
                text: expect.stringContaining('We will pay our share'),
                speaker: 'Mira Holt',
              },
            ],
            faq: { edges: { length: 2 } },
          },
        },
      },
    });

    // A member asks the bot.
    const [guild] = sandbox.people.guilds();
    if (guild === undefined) throw new Error('The sandbox has no server');
    const channelNamed = (name: string) => guild.channels.find((channel) => channel.name === name)?.id ?? '';
    const ada = guild.members.find((member) => !member.isModerator)?.id ?? '';
    const mara = guild.members.find((member) => member.isModerator)?.id ?? '';
    const here = { memberId: ada, channelId: channelNamed('general') };
    const choices = await sandbox.people.autocomplete({
      ...here,
      command: 'briefing',
      subcommand: 'read',
      options: { slug: 'harbour' },
      focused: 'slug',
    });
    expect(choices).toEqual([expect.objectContaining({ value: slug })]);
    const reply = await sandbox.people.runCommand({
      ...here,
      command: 'briefing',
      subcommand: 'read',
      options: { slug },
    });
    expect(textOf(reply.message)).toContain('Port city weighs new harbour fees');

    // A member may not schedule; a moderator does, looks at the preview, and the machine restarts before the time comes.
    await expect(
      sandbox.people.runCommand({
        ...here,
        command: 'digest',
        subcommand: 'create',
        options: { channel: here.channelId, time: '09:00' },
      }),
    ).rejects.toThrow();
    const desk = { memberId: mara, channelId: channelNamed('mods') };
    const target = channelNamed('briefings');
    const created = await sandbox.people.runCommand({
      ...desk,
      command: 'digest',
      subcommand: 'create',
      options: { channel: target, time: '09:00', timezone: 'Europe/Berlin' },
    });
    expect(textOf(created.message)).toContain('Europe/Berlin');
    const schedules = await sandbox.people.autocomplete({
      ...desk,
      command: 'digest',
      subcommand: 'preview',
      options: { schedule: '' },
      focused: 'schedule',
    });
    const preview = await sandbox.people.runCommand({
      ...desk,
      command: 'digest',
      subcommand: 'preview',
      options: { schedule: String(schedules[0]?.value) },
    });
    expect(textOf(preview.message)).toContain('Port city weighs new harbour fees');
    expect(preview.ephemeral).toBe(true);
    await first.bot.runDigests();
    expect(sandbox.messages(target)).toEqual([]);
    await first.stop();

    // Its time comes: it is posted, once, whatever restarts and however often one looks.
    clock.setOffset(25 * 60 * 60 * 1_000);
    const second = await startPrograms(databaseUrl, sandbox, clock);
    await second.bot.runDigests();
    await second.bot.runDigests();
    await second.stop();
    const third = await startPrograms(databaseUrl, sandbox, clock);
    await third.bot.runDigests();
    await third.stop();
    expect(sandbox.messages(target).map(textOf)).toEqual([
      expect.stringContaining('Port city weighs new harbour fees'),
    ]);

    expect(sandbox.violations()).toEqual([]);
    expect(sandbox.unhandledRoutes()).toEqual([]);
  },
);

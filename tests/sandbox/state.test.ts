import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDevelopmentClock } from '@communique/shared/clock';
import { createSilentLogger } from '@communique/shared/logger';
import type { Sandbox } from '@communique/sandbox/sandbox';
import { createFirstWorld, FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { DISCORD_DEADLINES } from '@communique/sandbox/world/interaction';
import { keepWorld } from '@communique/sandbox/world/keep-world';
import type { SavedWorld, StateStore } from '@communique/sandbox/world/saved-world';
import { createStateFile, StateFileError } from '@communique/sandbox/world/state-file';
import { createWorld } from '@communique/sandbox/world/world';
import { ChannelFlags, ChannelType, Events, MessageFlags, Routes } from 'discord.js';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { BOT_TOKEN, withBot, withSandbox } from '../support/sandbox.ts';

const { forum, ada } = FIRST_WORLD;
const adaInGeneral = { memberId: ada, channelId: forum.general };

async function withState(file: string, act: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  await withSandbox(act, { state: createStateFile(file) });
}

describe('the world', () => {
  test('is found again as it was after a restart, without what only one member saw', async () => {
    const file = join(temporaryFolder(), 'data', 'sandbox.json');
    let before: unknown;
    await withState(file, async (sandbox) => {
      await withBot(sandbox, async (bot) => {
        bot.on(Events.InteractionCreate, (interaction) => {
          if (!interaction.isChatInputCommand()) return;
          void interaction.reply({ content: 'Psst', flags: MessageFlags.Ephemeral });
        });
        await bot.application.commands.set([{ name: 'latest', description: 'x' }]);
        const channel = await bot.channels.fetch(forum.general);
        if (channel?.isSendable() !== true) throw new Error('No text channel');
        const message = await channel.send('Kept');
        await message.startThread({ name: 'Thread' });
        await sandbox.people.runCommand({ ...adaInGeneral, command: 'latest' });
        before = [
          sandbox.messages(forum.general),
          sandbox.people.commands(forum.id),
          sandbox.people.channels(forum.id),
        ];
      });
    });
    await withState(file, async (sandbox) => {
      expect([
        sandbox.messages(forum.general),
        sandbox.people.commands(forum.id),
        sandbox.people.channels(forum.id),
      ]).toEqual(before);
      expect(sandbox.people.messages(adaInGeneral)).toHaveLength(1);
      const last = sandbox.messages(forum.general).at(-1)?.id ?? '0';
      const next = sandbox.people.say({ ...adaInGeneral, content: 'Later' }).id;
      expect(BigInt(next)).toBeGreaterThan(BigInt(last));
    });
  });

  test('still has its posts, polls, votes, reactions, pins, webhooks and roles', async () => {
    const file = join(temporaryFolder(), 'sandbox.json');
    const all = 8n;
    const ask = async (sandbox: Sandbox): Promise<unknown[]> => {
      const get = async (path: string): Promise<unknown> => {
        const headers = { authorization: `Bot ${BOT_TOKEN}` };
        const text = await (await fetch(`${sandbox.apiUrl}/v10${path}`, { headers })).text();
        // The port is another one.
        return JSON.parse(text.replaceAll(sandbox.url, 'http://sandbox.invalid'));
      };
      const where = { memberId: ada, channelId: forum.general };
      return [
        await get(`/channels/${forum.debates}`),
        await get(`/channels/${forum.general}/messages`),
        await get(`/channels/${forum.general}/messages/pins`),
        await get(`/channels/${forum.general}/webhooks`),
        await get(`/guilds/${forum.id}/roles`),
        await get(`/guilds/${forum.id}/threads/active`),
        await get(`/channels/${forum.general}/threads/archived/public`),
        sandbox.people.messages(where),
      ];
    };
    let before: unknown[] = [];
    await withState(file, async (sandbox) => {
      const { people } = sandbox;
      people.grant(forum.id, forum.botRole, all);
      await withBot(sandbox, async (bot) => {
        const debates = await bot.channels.fetch(forum.debates);
        const general = await bot.channels.fetch(forum.general);
        if (debates?.type !== ChannelType.GuildForum) throw new Error('No forum');
        if (general?.type !== ChannelType.GuildText) throw new Error('No text channel');
        await debates.setDefaultReactionEmoji({ id: null, name: '👍' });
        const post = await debates.threads.create({ name: 'Why?', message: { content: 'Because' } });
        await post.setAppliedTags([forum.questionTag]);
        await post.pin();
        const question = { text: 'When?' };
        const answers = [{ text: 'Today' }, { text: 'Tomorrow' }];
        const poll = await general.send({
          poll: { question, answers, duration: 1, allowMultiselect: false },
        });
        people.vote({ ...adaInGeneral, messageId: poll.id, answerIds: [2] });
        await poll.react('🎉');
        await poll.pin();
        await (await poll.startThread({ name: 'Aside' })).setArchived(true);
        await general.createWebhook({ name: 'Wire' });
        for (const name of ['Readers', 'Writers']) await general.guild.roles.create({ name });
      });
      before = await ask(sandbox);
    });
    await withState(file, async (sandbox) => expect(await ask(sandbox)).toEqual(before));
    expect(before[5]).toMatchObject({ threads: [{ name: 'Why?', flags: ChannelFlags.Pinned }] });
  });

  test('still has the files that its messages show, and refuses what is none of them', async () => {
    const file = join(temporaryFolder(), 'sandbox.json');
    const embeds = [{ image: { url: 'attachment://map.png' } }];
    const files = [{ attachment: Buffer.from('a map'), name: 'map.png' }];
    let id = '';
    await withState(file, async (sandbox) =>
      withBot(sandbox, async (bot) => {
        const channel = await bot.channels.fetch(forum.general);
        if (channel?.isSendable() === true) ({ id } = await channel.send({ embeds, files }));
      }),
    );
    await withState(file, async (sandbox) =>
      withBot(sandbox, async (bot) => {
        const route = Routes.channelMessage(forum.general, id);
        const edited = await bot.rest.patch(route, { body: { content: 'Look', embeds } });
        expect(edited).toMatchObject({ content: 'Look', attachments: [] });
      }),
    );
    const world = JSON.parse(await readFile(file, 'utf8')) as SavedWorld;
    const { files: shown } = world.messages[0] ?? {};
    Reflect.deleteProperty(shown ?? {}, 'embeddedIds');
    await writeFile(file, JSON.stringify(world));
    await expect(createStateFile(file).load()).rejects.toThrow('(see messages.0.files.embeddedIds)');
  });

  test('is written a moment after a change, as a whole', async () => {
    const file = join(temporaryFolder(), 'sandbox.json');
    await withState(file, async (sandbox) => {
      sandbox.people.say({ ...adaInGeneral, content: 'One' });
      sandbox.people.say({ ...adaInGeneral, content: 'Two' });
      const saved = async (): Promise<number> => {
        const text = await readFile(file, 'utf8').catch(() => '{"messages":[]}');
        return (JSON.parse(text) as { messages: unknown[] }).messages.length;
      };
      await expect.poll(saved, { timeout: 2_000 }).toBe(2);
    });
  });

  test('is written in pieces that make one world again', async () => {
    const file = join(temporaryFolder(), 'sandbox.json');
    const contents = Array.from({ length: 1_001 }, (_, number) => `Number ${number}`);
    await withState(file, async (sandbox) => {
      for (const content of contents) sandbox.people.say({ ...adaInGeneral, content });
    });
    await withState(file, async (sandbox) => {
      expect(sandbox.messages(forum.general).map(({ content }) => content)).toEqual(contents);
    });
  });

  test('is not replaced when its file cannot be understood', async () => {
    const file = join(temporaryFolder(), 'sandbox.json');
    const holed = { ...createFirstWorld(), guilds: [null] };
    const nameless = { ...createFirstWorld(), messages: [{ message: {} }] };
    for (const text of ['', '{', '[]', '{"version":2}', JSON.stringify(holed), JSON.stringify(nameless)]) {
      await writeFile(file, text);
      await expect(withState(file, async () => {})).rejects.toBeInstanceOf(StateFileError);
      expect(await readFile(file, 'utf8')).toBe(text);
    }
    const folder = temporaryFolder();
    await expect(withState(folder, async () => {})).rejects.toThrow(`${folder} cannot be read (EISDIR)`);
  });

  test.each<[string, (world: SavedWorld) => object | undefined, string]>([
    ['channels.0.overwrites', ({ channels }) => channels[0], 'overwrites'],
    ['channels.0.name', ({ channels }) => channels[0], 'name'],
    ['channels.0.type', ({ channels }) => channels[0], 'type'],
    ['guilds.0.roles.0.permissions', ({ guilds }) => guilds[0]?.roles[0], 'permissions'],
    ['guilds.0.members.0.roleIds', ({ guilds }) => guilds[0]?.members[0], 'roleIds'],
    ['messages.0.message.author', ({ messages }) => messages[0]?.message, 'author'],
  ])('says which part of its file is missing: %s', async (place, partOf, name) => {
    const file = join(temporaryFolder(), 'sandbox.json');
    await withState(file, async (sandbox) => void sandbox.people.say({ ...adaInGeneral, content: 'Kept' }));
    const world = JSON.parse(await readFile(file, 'utf8')) as SavedWorld;
    Reflect.deleteProperty(partOf(world) ?? {}, name);
    await writeFile(file, JSON.stringify(world));
    await expect(createStateFile(file).load()).rejects.toThrow(
      `${file} is not a saved sandbox world of this version (see ${place}). Move it away or choose`,
    );
  });

  test('is saved by itself after a write that failed', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const world = createWorld(createFirstWorld(), createDevelopmentClock(), DISCORD_DEADLINES);
    const save = vi.fn<StateStore['save']>().mockRejectedValueOnce(new Error('No space left'));
    const store = { load: async () => null, save };
    const keeper = keepWorld(world, store, createSilentLogger());
    world.events.emit({ type: 'commands-changed' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(save).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(2);
    await keeper.flush();
    expect(save).toHaveBeenCalledTimes(2);
  });

  test('is the last whole one when a write was broken off', async () => {
    const file = join(temporaryFolder(), 'sandbox.json');
    await withState(file, async (sandbox) => void sandbox.people.say({ ...adaInGeneral, content: 'Kept' }));
    await writeFile(`${file}.new`, (await readFile(file, 'utf8')).slice(0, 100));
    await withState(file, async (sandbox) => {
      expect(sandbox.messages(forum.general)).toMatchObject([{ content: 'Kept' }]);
      sandbox.people.say({ ...adaInGeneral, content: 'Again' });
    });
    await withState(file, async (sandbox) => expect(sandbox.messages(forum.general)).toHaveLength(2));
  });
});

import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { createDevelopmentClock } from '@communique/shared/clock';
import { bundlePage, createPageLoader } from '@communique/sandbox/http/bundle-page';
import type { Sandbox } from '@communique/sandbox/sandbox';
import { createFirstWorld, FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { ChannelType, ComponentType, Events, MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BOT_TOKEN, withBot, withSandbox } from '../support/sandbox.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const { forum, ada, mara } = FIRST_WORLD;

async function get(sandbox: Sandbox, path: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${sandbox.url}${path}`);
  return { status: response.status, body: await response.json() };
}

async function post(sandbox: Sandbox, path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${sandbox.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

/** `fetch` does not let a program choose its Host. */
async function statusFor(
  sandbox: Sandbox,
  headers: Record<string, string>,
  path = '/sandbox/state',
): Promise<number> {
  return new Promise((resolve, reject) => {
    request(`${sandbox.url}${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

/** Collects what a member's page hears until the test ends. */
async function withEvents(
  sandbox: Sandbox,
  memberId: string,
  act: (events: { type: string }[]) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const response = await fetch(`${sandbox.url}/sandbox/events?memberId=${memberId}`, { signal: stop.signal });
  const events: { type: string }[] = [];
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      for (const [, json] of decoder.decode(chunk).matchAll(/^data: (.*)$/gm))
        events.push(JSON.parse(json ?? ''));
    }
  })().catch(() => {});
  try {
    await act(events);
  } finally {
    stop.abort();
    await reading;
  }
}

/** The words and the number of the messages in an answer. */
function readPage({ body }: { body: unknown }) {
  const { messages, hasEarlier } = messagesAnswer.parse(body);
  const [first] = messages;
  return {
    first: first?.content,
    firstId: first?.id,
    last: messages.at(-1)?.content,
    count: messages.length,
    hasEarlier,
  };
}

const messagesAnswer = z.object({
  messages: z.array(z.object({ id: z.string(), content: z.string() })),
  hasEarlier: z.boolean(),
});

describe('the people area', () => {
  test('shows the world', async () => {
    await withSandbox(async (sandbox) => {
      const { body } = await get(sandbox, '/sandbox/state');
      expect(body).toMatchObject({
        guilds: [
          {
            name: 'Foreign Affairs Forum',
            channels: [
              { name: 'general' },
              { name: 'briefings' },
              {
                name: 'digest',
                visibleTo: expect.arrayContaining([ada]),
                writableTo: [FIRST_WORLD.noor],
              },
              { name: 'mods', visibleTo: [mara, FIRST_WORLD.noor] },
              { name: 'debates', availableTags: [{ name: 'Question' }, { name: 'Proposal' }] },
            ],
            members: [
              { name: 'Mara', isModerator: true, roleNames: ['Moderators'] },
              { name: 'Ada', isModerator: false },
              { name: 'Jun', locale: 'de' },
              { name: 'Noor' },
            ],
          },
          { name: 'Second Server', channels: [{ name: 'lobby' }] },
        ],
        bot: { id: FIRST_WORLD.bot, online: false },
        clock: { offsetMilliseconds: 0, canJump: false },
        violations: { bot: 0, sandbox: 0 },
        unhandledRoutes: [],
      });
    });
  });

  test('lets a member talk, use a command and hear what comes of it', async () => {
    await withSandbox(async (sandbox) => {
      await withBot(sandbox, async (bot) => {
        bot.on(Events.InteractionCreate, (interaction) => {
          if (!interaction.isChatInputCommand()) return;
          void interaction
            .deferReply({ flags: MessageFlags.Ephemeral })
            .then(() => interaction.editReply('Here it is'));
        });
        const commands = await bot.application.commands.set([{ name: 'latest', description: 'x' }]);
        await withEvents(sandbox, ada, async (events) => {
          await withEvents(sandbox, mara, async (heardByMara) => {
            const where = { memberId: ada, channelId: forum.general };
            expect(await post(sandbox, '/sandbox/messages', { ...where, content: 'Hello' })).toMatchObject({
              status: 200,
              body: { message: { content: 'Hello', author: { id: ada } } },
            });
            const list = await get(sandbox, `/sandbox/guilds/${forum.id}/commands?memberId=${ada}`);
            expect(list.body).toMatchObject({ commands: [{ name: 'latest' }] });
            const started = await post(sandbox, '/sandbox/command', {
              ...where,
              commandId: commands.first()?.id,
              options: [],
            });
            expect(started).toMatchObject({ status: 200, body: { interactionId: expect.any(String) } });
            await expect
              .poll(() => events.map((event) => event.type))
              .toEqual(['message', 'thinking', 'message', 'interaction']);
            expect(events.at(-1)).toMatchObject({ state: 'ANSWERED', error: null });
            await expect.poll(() => heardByMara.map((event) => event.type)).toEqual(['message']);
            const messages = await get(
              sandbox,
              `/sandbox/channels/${forum.general}/messages?memberId=${ada}`,
            );
            expect(messages.body).toMatchObject({
              messages: [
                { content: 'Hello' },
                { content: 'Here it is', ephemeral_for: ada, verdict: { ok: true } },
              ],
            });
          });
        });
      });
    });
  });

  test('refuses what is not there, not allowed or not understood', async () => {
    await withSandbox(async (sandbox) => {
      const where = { memberId: ada, channelId: forum.general };
      expect(await get(sandbox, `/sandbox/channels/${forum.mods}/messages?memberId=${ada}`)).toMatchObject({
        status: 403,
        body: { error: 'Ada cannot see this channel.' },
      });
      expect(await get(sandbox, `/sandbox/channels/${forum.general}/messages`)).toMatchObject({
        status: 400,
      });
      expect(await get(sandbox, '/sandbox/nothing')).toMatchObject({ status: 404 });
      expect(
        await post(sandbox, '/sandbox/messages', { ...where, channelId: '1', content: 'x' }),
      ).toMatchObject({
        status: 404,
      });
      expect(
        await post(sandbox, '/sandbox/messages', { ...where, channelId: forum.digest, content: 'x' }),
      ).toMatchObject({ status: 403 });
      expect(await post(sandbox, '/sandbox/messages', { ...where, content: 5 })).toEqual({
        status: 400,
        body: { error: 'content: Expected string.' },
      });
      expect(await post(sandbox, '/sandbox/messages', '{')).toMatchObject({ status: 400 });
      const upload = { id: '0', filename: 'a.txt', contentType: 'text/plain', data: '!!!not base64' };
      expect(
        await post(sandbox, '/sandbox/messages', { ...where, content: 'x', attachments: [upload] }),
      ).toMatchObject({
        status: 400,
        body: { error: expect.stringMatching(/^attachments\.0\.data: /) },
      });
      expect(await post(sandbox, '/sandbox/clock', { jump: 'next-digest' })).toMatchObject({ status: 409 });
    });
  });

  test('shows the newest messages first, and older ones page by page', async () => {
    await withSandbox(async (sandbox) => {
      const where = { memberId: ada, channelId: forum.general };
      for (let count = 1; count <= 120; count += 1) sandbox.people.say({ ...where, content: String(count) });
      const path = `/sandbox/channels/${forum.general}/messages?memberId=${ada}`;
      const newest = readPage(await get(sandbox, path));
      expect(newest).toMatchObject({ first: '71', last: '120', count: 50, hasEarlier: true });
      const older = readPage(await get(sandbox, `${path}&before=${newest.firstId}&limit=70`));
      expect(older).toMatchObject({ first: '1', last: '70', count: 70, hasEarlier: false });
      const none = await get(sandbox, `${path}&before=${older.firstId}`);
      expect(none.body).toEqual({ messages: [], hasEarlier: false });
      for (const query of ['before=abc', 'before=', 'limit=0', 'limit=101', 'limit=x', 'limit=1.5']) {
        const refused = await get(sandbox, `${path}&${query}`);
        expect(refused.status, query).toBe(400);
        expect(refused.body, query).toEqual({ error: expect.stringMatching(/^(before|limit): Expected/) });
      }
    });
  });

  test('counts only what a member sees as older', async () => {
    await withSandbox(async (sandbox) => {
      const path = `/sandbox/channels/${forum.general}/messages?memberId=${mara}&limit=1`;
      await withBot(sandbox, async (bot) => {
        bot.on(Events.InteractionCreate, (interaction) => {
          if (interaction.isChatInputCommand())
            void interaction.reply({ content: 'Psst', flags: MessageFlags.Ephemeral });
        });
        await bot.application.commands.set([{ name: 'latest', description: 'x' }]);
        const where = { memberId: ada, channelId: forum.general };
        await sandbox.people.runCommand({ ...where, command: 'latest' });
        sandbox.people.say({ ...where, content: 'Hello' });
      });
      expect((await get(sandbox, path)).body).toMatchObject({
        messages: [{ content: 'Hello' }],
        hasEarlier: false,
      });
    });
  });

  test('lets nobody write in a locked thread but those who manage threads', async () => {
    await withSandbox(async (sandbox) => {
      const said = sandbox.people.say({ memberId: ada, channelId: forum.general, content: 'Hello' });
      await withBot(sandbox, async (bot) => {
        const channel = await bot.channels.fetch(forum.general);
        if (channel?.type !== ChannelType.GuildText) throw new Error('No text channel');
        sandbox.people.setRoles(forum.id, FIRST_WORLD.bot, [forum.botRole, forum.moderatorRole]);
        const thread = await channel.threads.create({ name: 'Talk', startMessage: said.id });
        await thread.setLocked(true);
      });
      const [thread] = sandbox.people.channels(forum.id).filter(({ id }) => id === said.id);
      expect(thread?.visibleTo).toContain(ada);
      expect(thread?.writableTo).toEqual([mara, FIRST_WORLD.noor]);
      expect(
        await post(sandbox, '/sandbox/messages', { memberId: ada, channelId: said.id, content: 'x' }),
      ).toMatchObject({ status: 403 });
    });
  });

  test('moves the clock, alone or by asking the one who keeps it', async () => {
    const clock = createDevelopmentClock();
    await withSandbox(
      async (sandbox) => {
        await withEvents(sandbox, ada, async (events) => {
          expect(await post(sandbox, '/sandbox/clock', { advanceMilliseconds: 3_600_000 })).toMatchObject({
            status: 200,
          });
          expect(clock.offset()).toBe(3_600_000);
          await expect.poll(() => events).toMatchObject([{ type: 'clock', offsetMilliseconds: 3_600_000 }]);
        });
      },
      { clock },
    );
    await withSandbox(
      async (sandbox) => {
        expect(await post(sandbox, '/sandbox/clock', { jump: 'next-digest' })).toEqual({
          status: 200,
          body: { at: '2026-11-23T08:00:00.000Z', message: '"next-digest"' },
        });
      },
      {
        requestClock: async (wish) => ({
          at: new Date('2026-11-23T08:00:00Z'),
          message: JSON.stringify(wish),
        }),
      },
    );
  });
});

test('a message’s verdict comes from what is shown and from the named rules, too', async () => {
  const world = createFirstWorld();
  await withSandbox(
    async (sandbox) => {
      sandbox.people.say({ memberId: ada, channelId: forum.general, content: 'Hello' });
    },
    { state: { load: async () => world, save: async (saved) => void Object.assign(world, saved) } },
  );
  const [stored] = world.messages;
  if (stored === undefined) throw new Error('Nothing was kept');
  stored.message.content = 'x'.repeat(2_001);
  await withSandbox(
    async (sandbox) => {
      const [shown] = sandbox.people.messages({ memberId: ada, channelId: forum.general });
      expect(shown?.verdict).toEqual({
        ok: false,
        violations: ['content-2000: content: Must be 2000 or fewer in length.'],
      });
    },
    { state: { load: async () => world, save: async () => {} } },
  );
});

test('a message’s verdict is that of what was said: files by their names, not by where they were put', async () => {
  await withSandbox(async (sandbox) => {
    await withBot(sandbox, async (bot) => {
      const channel = await bot.channels.fetch(forum.general);
      if (channel?.isSendable() !== true) throw new Error('No channel');
      const spoiler = { url: 'attachment://SPOILER_a.txt' };
      await channel.send({
        flags: MessageFlags.IsComponentsV2,
        files: [
          { name: 'a.txt', attachment: Buffer.from('x') },
          { name: 'SPOILER_a.txt', attachment: Buffer.from('x') },
          { name: 'map.gif', attachment: Buffer.from('x') },
        ],
        components: [
          { type: ComponentType.File, file: { url: 'attachment://a.txt' } },
          {
            type: ComponentType.Container,
            components: [{ type: ComponentType.File, file: spoiler, spoiler: true }],
          },
          { type: ComponentType.MediaGallery, items: [{ media: { url: 'attachment://map.gif' } }] },
        ],
      });
      const [shown] = sandbox.people.messages({ memberId: ada, channelId: forum.general });
      expect(shown?.verdict).toEqual({ ok: true, violations: [] });
    });
  });
});

describe('what broke Discord’s rules', () => {
  test('is counted by who said it and listed, the newest first', async () => {
    await withSandbox(
      async (sandbox) => {
        const send = async (content: string): Promise<unknown> =>
          fetch(`${sandbox.apiUrl}/v10/channels/${forum.general}/messages`, {
            method: 'POST',
            headers: { authorization: `Bot ${BOT_TOKEN}`, 'content-type': 'application/json' },
            body: JSON.stringify({ content, ...(content === '' && { embeds: 'none' }) }),
          });
        await send('x'.repeat(2_001));
        await send('');
        expect((await get(sandbox, '/sandbox/state')).body).toMatchObject({
          violations: { bot: 2, sandbox: 0 },
        });
        expect((await get(sandbox, '/sandbox/violations')).body).toMatchObject({
          violations: [
            { by: 'BOT', rule: 'specification', problems: ['embeds: Expected array.'] },
            {
              by: 'BOT',
              what: `POST /channels/${forum.general}/messages`,
              rule: 'content-2000',
              source: 'https://docs.discord.com/developers/resources/message#create-message',
              problems: ['content: Must be 2000 or fewer in length.'],
            },
          ],
        });
      },
      { expected: { violations: ['content-2000', 'specification'] } },
    );
  });
});

describe('the door', () => {
  test('is closed to other names of this machine and to pages of other sites', async () => {
    await withSandbox(async (sandbox) => {
      const { host, port } = new URL(sandbox.url);
      expect(await statusFor(sandbox, { host })).toBe(200);
      expect(await statusFor(sandbox, { host: `localhost:${port}` })).toBe(200);
      expect(await statusFor(sandbox, { host: 'evil.example' })).toBe(403);
      expect(await statusFor(sandbox, { host: 'evil.example' }, '/api/v10/gateway')).toBe(403);
      const speech = { memberId: ada, channelId: forum.general, content: 'x' };
      expect(
        await post(sandbox, '/sandbox/messages', speech, { origin: 'http://evil.example' }),
      ).toMatchObject({
        status: 403,
      });
      expect(await post(sandbox, '/sandbox/messages', speech, { origin: `http://${host}` })).toMatchObject({
        status: 200,
      });
      expect(
        await post(sandbox, '/sandbox/messages', speech, { 'content-type': 'text/plain' }),
      ).toMatchObject({
        status: 403,
      });
      expect(sandbox.messages(forum.general)).toHaveLength(1);
    });
  });

  test('is closed to pages of other sites on the gateway, too', async () => {
    await withSandbox(async (sandbox) => {
      const upgrade = {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGVzdC10ZXN0LXRlc3QtdA==',
      };
      expect(await statusFor(sandbox, { ...upgrade, origin: 'http://evil.example' }, '/gateway')).toBe(403);
      expect(await statusFor(sandbox, upgrade, '/elsewhere')).toBe(404);
    });
  });

  test('survives nonsense', async () => {
    await withSandbox(
      async (sandbox) => {
        expect(await statusFor(sandbox, {}, '//')).toBeLessThan(500);
        expect(await statusFor(sandbox, {}, '/%')).toBeLessThan(500);
        expect((await fetch(`${sandbox.apiUrl}/v10/gateway`, { method: 'OPTIONS' })).status).toBe(405);
      },
      { expected: { unhandledRoutes: ['OPTIONS /gateway'] } },
    );
  });
});

describe('the page', () => {
  test('is served as given and may load nothing from elsewhere', async () => {
    const page = new Map([['/', { body: '<!doctype html>', type: 'text/html; charset=utf-8' }]]);
    await withSandbox(
      async (sandbox) => {
        const response = await fetch(sandbox.url);
        expect(await response.text()).toBe('<!doctype html>');
        expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
        expect((await fetch(`${sandbox.url}/assets/nothing.js`)).status).toBe(404);
      },
      { loadPage: async () => page },
    );
  });

  test('says what is wrong with it when it cannot be built, and is built again at the next visit', async () => {
    const folder = temporaryFolder();
    const loadPage = createPageLoader(() => bundlePage(folder));
    await withSandbox(
      async (sandbox) => {
        const failed = await fetch(sandbox.url);
        expect(failed.status).toBe(500);
        expect(await failed.text()).toContain('The chat page is incomplete');
        for (const name of ['index.html', 'style.css', 'main.ts']) writeFileSync(join(folder, name), '');
        expect((await fetch(sandbox.url)).status).toBe(200);
      },
      { loadPage },
    );
  });
});

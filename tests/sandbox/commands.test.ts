import { InteractionFailedError, PeopleError } from '@communique/sandbox/people/errors';
import type { People } from '@communique/sandbox/people/people';
import type { Sandbox } from '@communique/sandbox/sandbox';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import {
  ApplicationCommandOptionType,
  ChannelType,
  InteractionContextType,
  InteractionResponseType,
  Routes,
} from 'discord-api-types/v10';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { Events, MessageFlags, PermissionFlagsBits } from 'discord.js';
import type { AutocompleteInteraction, ChatInputCommandInteraction, Client } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createSettableClock } from '../support/settable-clock.ts';
import { withBot, withSandbox } from '../support/sandbox.ts';

const { forum, ada, mara, jun } = FIRST_WORLD;
const adaInGeneral = { memberId: ada, channelId: forum.general };

const ask: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  name: 'faq',
  description: 'Ask a question',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'question',
      description: 'The question',
      required: true,
      autocomplete: true,
    },
  ],
};
const plan: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  name: 'digest',
  description: 'Plan a digest',
  default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
  contexts: [InteractionContextType.Guild],
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'create',
      description: 'Create one',
      options: [
        {
          type: ApplicationCommandOptionType.Channel,
          name: 'channel',
          description: 'Where',
          required: true,
          channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
        },
      ],
    },
  ],
};

interface Handlers {
  command?(interaction: ChatInputCommandInteraction<'cached'>): Promise<unknown>;
  complete?(interaction: AutocompleteInteraction): Promise<unknown>;
}

async function withCommands(
  handlers: Handlers,
  act: (world: { sandbox: Sandbox; people: People; bot: Client<true> }) => Promise<void>,
  options: Parameters<typeof withSandbox>[1] = {},
): Promise<void> {
  const failures: unknown[] = [];
  await withSandbox(async (sandbox) => {
    await withBot(sandbox, async (bot) => {
      bot.on(Events.InteractionCreate, (interaction) => {
        const note = (error: unknown): number => failures.push(error);
        if (interaction.isAutocomplete()) handlers.complete?.(interaction).catch(note);
        if (interaction.isChatInputCommand() && interaction.inCachedGuild()) {
          handlers.command?.(interaction).catch(note);
        }
      });
      await bot.application.commands.set([ask, plan]);
      await act({ sandbox, people: sandbox.people, bot });
    });
    expect(failures).toEqual([]);
    expect(sandbox.violations()).toEqual([]);
    expect(sandbox.unhandledRoutes()).toEqual([]);
  }, options);
}

describe('commands', () => {
  test('are registered, listed and keep their ids when they are registered again', async () => {
    await withCommands({}, async ({ bot, people }) => {
      const before = await bot.application.commands.fetch();
      const again = await bot.application.commands.set([ask, { ...plan, description: 'Plan it' }]);
      expect([...again.keys()].sort()).toEqual([...before.keys()].sort());
      expect(people.commands(forum.id).map((command) => command.name)).toEqual(['faq', 'digest']);
      const created = await bot.application.commands.create({ name: 'more', description: 'More' }, forum.id);
      await created.edit({ description: 'Even more' });
      expect((await bot.application.commands.fetch(created.id, { guildId: forum.id })).description).toBe(
        'Even more',
      );
      await created.delete();
      expect(people.commands(forum.id)).toHaveLength(2);
    });
  });

  test('get an answer that everybody in the channel sees', async () => {
    await withCommands(
      {
        command: (interaction) =>
          interaction.reply(`You asked: ${interaction.options.getString('question')}`),
      },
      async ({ people, sandbox }) => {
        const record = await people.runCommand({
          ...adaInGeneral,
          command: 'faq',
          options: { question: 'Why?' },
        });
        expect(record).toMatchObject({ state: 'ANSWERED', ephemeral: false, error: null });
        expect(record.message).toMatchObject({
          content: 'You asked: Why?',
          type: 20,
          interaction_metadata: { id: record.id, type: 2, user: { id: ada } },
        });
        expect(sandbox.messages(forum.general)).toEqual([record.message]);
        expect(people.messages({ memberId: mara, channelId: forum.general })).toMatchObject([
          { interaction_note: { memberName: 'Ada', command: 'faq' }, verdict: { ok: true, violations: [] } },
        ]);
      },
    );
  });

  test('are answered with the member, the languages and the permissions known', async () => {
    let seen: unknown;
    await withCommands(
      {
        command(interaction) {
          seen = {
            locale: interaction.locale,
            guildLocale: interaction.guildLocale,
            member: interaction.member.id,
            mayManage: interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild),
            mayEmbed: interaction.appPermissions.has(PermissionFlagsBits.EmbedLinks),
            owners: interaction.authorizingIntegrationOwners.guildId,
            context: interaction.context,
          };
          return interaction.reply('Yes');
        },
      },
      async ({ people }) => {
        await people.runCommand({
          memberId: jun,
          channelId: forum.general,
          command: 'faq',
          options: { question: 'Warum?' },
        });
        expect(seen).toEqual({
          locale: 'de',
          guildLocale: 'en-US',
          member: jun,
          mayManage: false,
          mayEmbed: true,
          owners: forum.id,
          context: InteractionContextType.Guild,
        });
      },
    );
  });

  test('show a chosen channel with what the bot may do there', async () => {
    const permissions: (string | undefined)[] = [];
    await withCommands(
      {
        command(interaction) {
          const channel = interaction.options.resolved?.channels?.first();
          permissions.push(channel === undefined ? undefined : Reflect.get(channel, 'id'));
          return interaction.reply({ content: 'Planned', flags: MessageFlags.Ephemeral });
        },
      },
      async ({ people }) => {
        const command = { command: 'digest', subcommand: 'create', options: { channel: forum.digest } };
        const record = await people.runCommand({ memberId: mara, channelId: forum.mods, ...command });
        expect(permissions).toEqual([forum.digest]);
        expect(record.ephemeral).toBe(true);
        await expect(people.runCommand({ ...adaInGeneral, ...command })).rejects.toBeInstanceOf(PeopleError);
      },
    );
  });

  test('answered for one member are seen by nobody else, and not by the bot either', async () => {
    await withCommands(
      { command: (interaction) => interaction.reply({ content: 'Psst', flags: MessageFlags.Ephemeral }) },
      async ({ people, sandbox, bot }) => {
        const record = await people.runCommand({
          ...adaInGeneral,
          command: 'faq',
          options: { question: 'Why?' },
        });
        expect(people.messages(adaInGeneral)).toMatchObject([{ content: 'Psst', ephemeral_for: ada }]);
        expect(people.messages({ memberId: mara, channelId: forum.general })).toEqual([]);
        expect(sandbox.messages(forum.general)).toEqual([]);
        const channel = await bot.channels.fetch(forum.general);
        if (channel?.isTextBased() !== true) throw new Error('No text channel');
        await expect(channel.messages.fetch(record.message?.id ?? '')).rejects.toMatchObject({ code: 10008 });
        people.dismiss({ memberId: ada, messageId: record.message?.id ?? '' });
        expect(people.messages(adaInGeneral)).toEqual([]);
      },
    );
  });

  test('may be answered later: the edit is the answer, follow-ups come after it', async () => {
    await withCommands(
      {
        async command(interaction) {
          await interaction.deferReply({ flags: MessageFlags.Ephemeral });
          await interaction.editReply('Thought about it');
          await interaction.followUp({ content: 'For all' });
        },
      },
      async ({ people, sandbox }) => {
        const record = await people.runCommand({
          ...adaInGeneral,
          command: 'faq',
          options: { question: 'Why?' },
        });
        expect(record).toMatchObject({
          state: 'ANSWERED',
          ephemeral: true,
          message: { content: 'Thought about it', edited_timestamp: null },
        });
        await expect
          .poll(() => sandbox.messages(forum.general))
          .toMatchObject([{ content: 'For all', type: 19 }]);
      },
    );
  });

  test('can be answered with the answer handed back, which can be deleted', async () => {
    const answers: unknown[] = [];
    await withCommands(
      {
        async command(interaction) {
          const callback = await interaction.reply({ content: 'Here', withResponse: true });
          answers.push(callback.resource?.message?.content, callback.interaction.responseMessageEphemeral);
          await interaction.deleteReply();
          answers.push((await interaction.fetchReply().catch((error: unknown) => error)) as unknown);
        },
      },
      async ({ people, sandbox }) => {
        await people.runCommand({
          ...adaInGeneral,
          command: 'faq',
          options: { question: 'Why?' },
        });
        await expect.poll(() => answers).toMatchObject(['Here', false, { code: 10008 }]);
        expect(sandbox.messages(forum.general)).toEqual([]);
      },
    );
  });

  test('can be answered with the activity of the application, which is named', async () => {
    const names: unknown[] = [];
    await withCommands(
      {
        async command(interaction) {
          const { resource, interaction: answered } = await interaction.launchActivity({
            withResponse: true,
          });
          names.push(resource?.activityInstance?.id, answered.activityInstanceId, interaction.id);
        },
      },
      async ({ people, sandbox }) => {
        const typed = { ...adaInGeneral, command: 'faq', options: { question: 'Why?' } };
        expect(await people.runCommand(typed)).toMatchObject({ state: 'ANSWERED', message: null });
        await expect.poll(() => names.length).toBe(3);
        const instance = `i-${String(names[2])}-gc-${forum.id}-${forum.general}`;
        expect(names.slice(0, 2)).toEqual([instance, instance]);
        expect(sandbox.messages(forum.general)).toEqual([]);
      },
    );
  });

  test('can be answered with what the application sells, once', async () => {
    const codes: unknown[] = [];
    await withCommands(
      {
        async command({ id, token, client }) {
          const answer = async () => {
            const options = { body: { type: InteractionResponseType.PremiumRequired }, auth: false };
            return client.rest.post(Routes.interactionCallback(id, token), options);
          };
          codes.push(await answer().then(() => 'answered'));
          codes.push(await answer().catch((error: unknown) => Reflect.get(Object(error), 'code')));
        },
      },
      async ({ people }) => {
        const typed = { ...adaInGeneral, command: 'faq', options: { question: 'Why?' } };
        expect(await people.runCommand(typed)).toMatchObject({ state: 'ANSWERED', message: null });
        await expect.poll(() => codes).toEqual(['answered', 40_060]);
      },
    );
  });

  test('announced for later but never answered fail when their token ends', async () => {
    const answers: unknown[] = [];
    const late = Promise.withResolvers<void>();
    await withCommands(
      {
        async command(interaction) {
          await interaction.deferReply();
          await late.promise;
          answers.push(await interaction.editReply('Late').catch((error: unknown) => error));
        },
      },
      async ({ people, sandbox }) => {
        const answer = people.runCommand({
          ...adaInGeneral,
          command: 'faq',
          options: { question: 'Why?' },
        });
        await expect(answer).rejects.toBeInstanceOf(InteractionFailedError);
        late.resolve();
        await expect.poll(() => answers).toMatchObject([{ code: 50027, status: 401 }]);
        expect(sandbox.messages(forum.general)).toEqual([]);
      },
      { deadlines: { firstAnswerMs: 5_000, tokenMs: 150 } },
    );
  });

  test('can be answered once only', async () => {
    const failures: unknown[] = [];
    await withCommands(
      {
        async command(interaction) {
          await interaction.reply('One');
          const again = interaction.client.rest.post(
            `/interactions/${interaction.id}/${interaction.token}/callback`,
            { body: { type: 4, data: { content: 'Two' } }, auth: false },
          );
          failures.push(await again.catch((error: unknown) => error));
        },
      },
      async ({ people }) => {
        await people.runCommand({ ...adaInGeneral, command: 'faq', options: { question: 'Why?' } });
        await expect.poll(() => failures).toMatchObject([{ code: 40060, status: 400 }]);
      },
    );
  });

  test('that nobody answers in time fail, and an answer after that is refused', async () => {
    const answers: unknown[] = [];
    const late = Promise.withResolvers<void>();
    await withCommands(
      {
        async command(interaction) {
          await late.promise;
          answers.push(await interaction.reply('Late').catch((error: unknown) => error));
        },
      },
      async ({ people, sandbox }) => {
        const answer = people.runCommand({ ...adaInGeneral, command: 'faq', options: { question: 'Why?' } });
        await expect(answer).rejects.toThrow('The application did not respond');
        await expect(answer).rejects.toBeInstanceOf(InteractionFailedError);
        late.resolve();
        await expect.poll(() => answers).toMatchObject([{ code: 10062 }]);
        expect(sandbox.messages(forum.general)).toEqual([]);
      },
      { deadlines: { firstAnswerMs: 40, tokenMs: 10_000 } },
    );
  });

  test('complete what is typed', async () => {
    const typed: unknown[] = [];
    await withCommands(
      {
        complete(interaction) {
          typed.push(interaction.options.getFocused(true));
          return interaction.respond([{ name: 'Why now?', value: 'why-now' }]);
        },
      },
      async ({ people }) => {
        const choices = await people.autocomplete({
          ...adaInGeneral,
          command: 'faq',
          options: { question: 'wh' },
          focused: 'question',
        });
        expect(choices).toEqual([{ name: 'Why now?', value: 'why-now' }]);
        expect(typed).toMatchObject([{ name: 'question', value: 'wh', focused: true }]);
      },
    );
  });

  test('are refused as Discord’s client refuses them', async () => {
    await withCommands({}, async ({ people }) => {
      const wrong = [
        { ...adaInGeneral, command: 'nothing' },
        { ...adaInGeneral, command: 'faq' },
        { ...adaInGeneral, command: 'faq', options: { question: 5 } },
        { ...adaInGeneral, command: 'faq', options: { question: 'Why?', more: 'x' } },
        { memberId: mara, channelId: forum.general, command: 'digest' },
        {
          memberId: mara,
          channelId: forum.general,
          command: 'digest',
          subcommand: 'create',
          options: { channel: '1' },
        },
        { memberId: ada, channelId: forum.mods, command: 'faq', options: { question: 'Why?' } },
      ];
      for (const command of wrong) {
        await expect(people.runCommand(command)).rejects.toBeInstanceOf(PeopleError);
      }
    });
  });
});

describe('creating commands', () => {
  test('is possible two hundred times a day and server; known names do not count', async () => {
    const clock = { ...createSettableClock('2026-11-22T09:00:00Z'), offset: () => 0, setOffset: () => {} };
    await withSandbox(
      async (sandbox) => {
        await withBot(sandbox, async (bot) => {
          const batch = (name: string) =>
            Array.from({ length: 100 }, (_, number) => ({ name: `${name}${number}`, description: 'x' }));
          const { commands } = bot.application;
          await commands.set(batch('a'), forum.id);
          await commands.set(batch('b'), forum.id);
          await commands.set(batch('b'), forum.id);
          await expect(commands.set([...batch('b').slice(1), ask], forum.id)).rejects.toMatchObject({
            code: 30_034,
          });
          expect((await commands.fetch({ guildId: forum.id })).size).toBe(100);
          expect((await commands.set([ask])).size).toBe(1);
          clock.pass(24 * 3_600_000);
          expect((await commands.set([ask], forum.id)).size).toBe(1);
        });
      },
      { clock },
    );
  });
});

import type { Sandbox } from '@communique/sandbox/sandbox';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ComponentType,
  Events,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  type ChatInputCommandInteraction,
  type Client,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { withServer, type ServerScene } from '../../support/discord-server.ts';

const { forum, ada } = FIRST_WORLD;
const where = { memberId: ada, channelId: forum.general };
const { Ephemeral } = MessageFlags;

/** What became of /act when a bot answered it like this; what its handler throws fails the test. */
async function withCommand(
  handle: (interaction: ChatInputCommandInteraction) => Promise<unknown>,
  act: (scene: ServerScene) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  await withServer(async (scene) => {
    await scene.bot.application.commands.create({ name: 'act', description: 'Acts' });
    scene.bot.on(Events.InteractionCreate, (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      handle(interaction).catch((error: unknown) => failures.push(error));
    });
    await act(scene);
    expect(failures).toEqual([]);
  });
}

const act = async ({ people }: Sandbox) => people.runCommand({ ...where, command: 'act' });

/** Until the bot waits for something beside commands. */
async function waiting(bot: Client<true>): Promise<void> {
  await expect.poll(() => bot.listenerCount(Events.InteractionCreate)).toBe(2);
}

function aButton(id: string) {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Primary),
  );
}

describe('an answer', () => {
  test('is given, fetched, changed, followed and taken back', async () => {
    const done = Promise.withResolvers<void>();
    await withCommand(
      async (interaction) => {
        const callback = await interaction.reply({ content: 'One', withResponse: true });
        expect(callback.resource?.message?.content).toBe('One');
        expect((await interaction.fetchReply()).content).toBe('One');
        expect((await interaction.editReply('Two')).content).toBe('Two');
        const more = await interaction.followUp({ content: 'More', flags: Ephemeral });
        expect((await interaction.editReply({ message: more, content: 'Still more' })).content).toBe(
          'Still more',
        );
        expect((await interaction.fetchReply(more.id)).flags.has(Ephemeral)).toBe(true);
        await interaction.deleteReply(more);
        const said = await interaction.fetchReply();
        expect(said.interactionMetadata?.user.id).toBe(ada);
        await said.react('👍');
        expect((await said.reply('To all')).reference?.messageId).toBe(said.id);
        await interaction.deleteReply();
        await expect(interaction.fetchReply()).rejects.toMatchObject({ code: 10_008 });
        done.resolve();
      },
      async ({ sandbox }) => {
        await act(sandbox);
        await done.promise;
        expect(sandbox.messages(forum.general).map(({ content }) => content)).toEqual(['To all']);
      },
    );
  });

  test('that is announced comes later', async () => {
    await withCommand(
      async (interaction) => {
        await interaction.deferReply({ flags: Ephemeral });
        expect(interaction.ephemeral).toBe(true);
        await interaction.editReply({ content: 'At last', embeds: [{ title: 'x' }] });
      },
      async ({ sandbox }) => {
        const { message, ephemeral } = await act(sandbox);
        expect(message?.content).toBe('At last');
        expect(ephemeral).toBe(true);
      },
    );
  });

  test('that only one member sees cannot be answered, reacted to, pinned or found by others', async () => {
    const refusals: unknown[] = [];
    const refused = async (attempt: Promise<unknown>): Promise<void> => {
      await attempt.catch(({ code }: { code: number }) => refusals.push(code));
    };
    await withServer(
      async ({ sandbox, bot, general }) => {
        await bot.application.commands.create({ name: 'act', description: 'Acts' });
        const done = Promise.withResolvers<void>();
        bot.on(Events.InteractionCreate, (interaction) => {
          if (!interaction.isChatInputCommand()) return;
          void (async () => {
            await interaction.reply({ content: 'Psst', flags: Ephemeral });
            const { id } = await interaction.fetchReply();
            const reply = (failIfNotExists: boolean) =>
              general.send({ content: 'What?', reply: { messageReference: id, failIfNotExists } });
            await refused(reply(true));
            expect((await reply(false)).reference).toBeNull();
            await refused(general.messages.react(id, '👍'));
            await refused(general.messages.pin(id));
            await refused(general.messages.edit(id, 'Aloud'));
            await refused(general.messages.fetch(id));
          })().then(() => done.resolve(), done.reject);
        });
        await sandbox.people.runCommand({ ...where, command: 'act' });
        await done.promise;
        expect(refusals).toEqual([50_035, 10_008, 10_008, 10_008, 10_008]);
      },
      { violations: ['message-reference'] },
    );
  });
});

describe('components and forms', () => {
  test('are waited for and answered by changing what they stand in', async () => {
    const done = Promise.withResolvers<void>();
    await withCommand(
      async (interaction) => {
        await interaction.reply({ content: 'Press', components: [aButton('first')] });
        const message = await interaction.fetchReply();
        const pressed = await message.awaitMessageComponent({ componentType: ComponentType.Button });
        expect(pressed.customId).toBe('first');
        const topics = new StringSelectMenuBuilder()
          .setCustomId('topics')
          .setMaxValues(2)
          .setOptions(['A', 'B', 'C'].map((label) => ({ label, value: label.toLowerCase() })));
        const row = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(topics);
        await pressed.update({ content: 'Choose', components: [row] });
        const chosen = await message.awaitMessageComponent({ componentType: ComponentType.StringSelect });
        await chosen.deferUpdate();
        await chosen.editReply({ content: chosen.values.join(' and '), components: [aButton('last')] });
        const last = await message.awaitMessageComponent({ componentType: ComponentType.Button });
        await last.deferReply();
        await last.followUp('Done');
        done.resolve();
      },
      async ({ sandbox, bot }) => {
        const { people } = sandbox;
        const { message } = await act(sandbox);
        const messageId = message?.id ?? '';
        const said = () => sandbox.messages(forum.general)[0]?.content;
        await waiting(bot);
        await people.press({ ...where, messageId, customId: 'first' });
        expect(said()).toBe('Choose');
        await waiting(bot);
        await people.select({ ...where, messageId, customId: 'topics', values: ['a', 'c'] });
        await expect.poll(said).toBe('a and c');
        await waiting(bot);
        await people.press({ ...where, messageId, customId: 'last' });
        await done.promise;
      },
    );
  });

  test('are shown, waited for and answered', async () => {
    const text = new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Paragraph);
    const label = new LabelBuilder().setLabel('Question').setTextInputComponent(text);
    const modal = new ModalBuilder().setTitle('Ask').setCustomId('ask').addLabelComponents(label);
    await withCommand(
      async (interaction) => {
        await interaction.showModal(modal);
        const form = await interaction.awaitModalSubmit({ time: 5_000 });
        await form.reply({ content: form.fields.getTextInputValue('text'), flags: Ephemeral });
      },
      async ({ sandbox, bot }) => {
        const { id: interactionId } = await act(sandbox);
        const values = { text: 'Why?' };
        await waiting(bot);
        const { message } = await sandbox.people.submitModal({ memberId: ada, interactionId, values });
        expect(message?.content).toBe('Why?');
      },
    );
  });
});

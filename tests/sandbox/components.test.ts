import { PeopleError } from '@communique/sandbox/people/errors';
import type { Sandbox } from '@communique/sandbox/sandbox';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ComponentType,
  ContainerBuilder,
  Events,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  type Client,
  type Interaction,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { withBot, withSandbox } from '../support/sandbox.ts';

const { forum, ada, mara } = FIRST_WORLD;
const adaInGeneral = { memberId: ada, channelId: forum.general };

const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary),
  new ButtonBuilder().setCustomId('off').setLabel('Off').setStyle(ButtonStyle.Secondary).setDisabled(true),
  new ButtonBuilder().setURL('https://example.org').setLabel('Source').setStyle(ButtonStyle.Link),
);
const menu = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
  new StringSelectMenuBuilder()
    .setCustomId('section')
    .setPlaceholder('Section')
    .addOptions({ label: 'Overview', value: 'overview' }, { label: 'Outlook', value: 'outlook' }),
);
const channelMenu = new ActionRowBuilder<ChannelSelectMenuBuilder>().addComponents(
  new ChannelSelectMenuBuilder().setCustomId('target'),
);

/** A bot with one posted message that carries these rows, and what it does when they are used. */
async function withMessage(
  onUse: (interaction: Interaction<'cached'>) => Promise<unknown>,
  act: (world: { sandbox: Sandbox; bot: Client<true>; messageId: string }) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  await withSandbox(async (sandbox) => {
    await withBot(sandbox, async (bot) => {
      bot.on(Events.InteractionCreate, (interaction) => {
        if (!interaction.inCachedGuild()) return;
        onUse(interaction).catch((error: unknown) => failures.push(error));
      });
      const channel = await bot.channels.fetch(forum.general);
      if (channel?.isSendable() !== true) throw new Error('No text channel');
      const message = await channel.send({ content: 'Page 1', components: [buttons, menu, channelMenu] });
      await act({ sandbox, bot, messageId: message.id });
    });
    expect(failures).toEqual([]);
    expect(sandbox.violations()).toEqual([]);
    expect(sandbox.unhandledRoutes()).toEqual([]);
  });
}

describe('components', () => {
  test('are numbered as Discord numbers them', async () => {
    await withMessage(
      async () => {},
      async ({ sandbox }) => {
        const rows = sandbox.messages(forum.general)[0]?.components;
        expect(rows).toMatchObject([
          { type: 1, id: 1, components: [{ id: 2 }, { id: 3 }, { id: 4 }] },
          { type: 1, id: 5, components: [{ id: 6, min_values: 1, max_values: 1 }] },
          { type: 1, id: 7, components: [{ id: 8 }] },
        ]);
      },
    );
  });

  test('change their message when the bot says so', async () => {
    await withMessage(
      async (interaction) => {
        if (interaction.isButton()) await interaction.update({ content: 'Page 2' });
      },
      async ({ sandbox, messageId }) => {
        const record = await sandbox.people.press({ ...adaInGeneral, messageId, customId: 'more' });
        expect(record).toMatchObject({ state: 'ANSWERED', message: { id: messageId, content: 'Page 2' } });
        expect(sandbox.messages(forum.general)).toMatchObject([
          { id: messageId, content: 'Page 2', components: [{}, {}, {}] },
        ]);
      },
    );
  });

  test('may be acknowledged first and change their message later', async () => {
    await withMessage(
      async (interaction) => {
        if (!interaction.isStringSelectMenu()) return;
        await interaction.deferUpdate();
        await interaction.editReply({ content: `Section ${interaction.values.join()}` });
      },
      async ({ sandbox, messageId }) => {
        const record = await sandbox.people.select({
          ...adaInGeneral,
          messageId,
          customId: 'section',
          values: ['outlook'],
        });
        expect(record.message).toMatchObject({ id: messageId, content: 'Section outlook' });
      },
    );
  });

  test('answer with a message that only the presser sees', async () => {
    await withMessage(
      async (interaction) => {
        if (!interaction.isButton()) return;
        await interaction.reply({ content: 'For you', flags: MessageFlags.Ephemeral });
      },
      async ({ sandbox, messageId }) => {
        const record = await sandbox.people.press({ ...adaInGeneral, messageId, customId: 'more' });
        expect(record).toMatchObject({
          ephemeral: true,
          message: {
            type: 19,
            message_reference: { message_id: messageId },
            interaction_metadata: { type: 3, interacted_message_id: messageId },
          },
        });
        expect(sandbox.people.messages({ memberId: mara, channelId: forum.general })).toHaveLength(1);
      },
    );
  });

  test('resolve what was chosen in a channel menu', async () => {
    let chosen: unknown;
    await withMessage(
      async (interaction) => {
        if (!interaction.isChannelSelectMenu()) return;
        chosen = interaction.channels.map((channel) => ('name' in channel ? channel.name : null));
        await interaction.reply('Noted');
      },
      async ({ sandbox, messageId }) => {
        const use = { ...adaInGeneral, messageId, customId: 'target' };
        await sandbox.people.select({ ...use, values: [forum.digest] });
        expect(chosen).toEqual(['digest']);
        await expect(sandbox.people.select({ ...use, values: ['1'] })).rejects.toThrow(PeopleError);
      },
    );
  });

  test('that cannot be used are refused', async () => {
    await withMessage(
      async () => {},
      async ({ sandbox, messageId }) => {
        const { people } = sandbox;
        const use = { ...adaInGeneral, messageId };
        await expect(people.press({ ...use, customId: 'off' })).rejects.toThrow('disabled');
        await expect(people.press({ ...use, customId: 'nothing' })).rejects.toThrow('no component');
        await expect(people.press({ ...use, customId: 'more', messageId: '1' })).rejects.toThrow(
          'no such message',
        );
        await expect(people.select({ ...use, customId: 'section', values: [] })).rejects.toThrow('Choose 1');
        await expect(people.select({ ...use, customId: 'section', values: ['x'] })).rejects.toThrow(
          'not one of',
        );
      },
    );
  });

  test('open a modal, which is filled in and sent', async () => {
    const modal = new ModalBuilder()
      .setCustomId('question')
      .setTitle('Ask')
      .addLabelComponents(
        new LabelBuilder()
          .setLabel('Question')
          .setTextInputComponent(
            new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Short).setMaxLength(20),
          ),
        new LabelBuilder()
          .setLabel('Topic')
          .setStringSelectMenuComponent(
            new StringSelectMenuBuilder().setCustomId('topic').addOptions({ label: 'Arms', value: 'arms' }),
          ),
      );
    await withMessage(
      async (interaction) => {
        if (interaction.isButton()) await interaction.showModal(modal);
        else if (interaction.isModalSubmit()) {
          const text = interaction.fields.getTextInputValue('text');
          const [topic] = interaction.fields.getStringSelectValues('topic');
          if (interaction.isFromMessage()) await interaction.update(`${text} (${topic})`);
        }
      },
      async ({ sandbox, messageId }) => {
        const { people } = sandbox;
        const opened = await people.press({ ...adaInGeneral, messageId, customId: 'more' });
        expect(opened).toMatchObject({ state: 'ANSWERED', message: null, modal: { custom_id: 'question' } });
        const submission = { memberId: ada, interactionId: opened.id };
        const submit = (values: Record<string, string | string[]>) =>
          people.submitModal({ ...submission, values });
        await expect(submit({ topic: ['arms'] })).rejects.toThrow('"text" is required');
        await expect(submit({ text: 'x'.repeat(21), topic: ['arms'] })).rejects.toThrow('0 to 20');
        await expect(submit({ text: 'Why?', topic: ['x'] })).rejects.toThrow('one of its options');
        await expect(people.submitModal({ ...submission, memberId: mara, values: {} })).rejects.toThrow(
          PeopleError,
        );
        const record = await submit({ text: 'Why?', topic: ['arms'] });
        expect(record.message).toMatchObject({ id: messageId, content: 'Why? (arms)' });
      },
    );
  });

  test('of version 2 carry text and buttons in a container', async () => {
    await withMessage(
      async (interaction) => {
        if (interaction.isButton()) await interaction.reply(interaction.customId);
      },
      async ({ sandbox, bot }) => {
        const channel = await bot.channels.fetch(forum.digest);
        if (channel?.isSendable() !== true) throw new Error('No text channel');
        const message = await channel.send({
          flags: MessageFlags.IsComponentsV2,
          components: [
            new ContainerBuilder()
              .addTextDisplayComponents(new TextDisplayBuilder().setContent('## Digest'))
              .addActionRowComponents(buttons),
          ],
        });
        expect(sandbox.messages(forum.digest)).toMatchObject([
          {
            flags: MessageFlags.IsComponentsV2,
            components: [
              {
                type: ComponentType.Container,
                id: 1,
                accent_color: null,
                spoiler: false,
                components: [{ id: 2, content: '## Digest' }, { id: 3 }],
              },
            ],
          },
        ]);
        const where = { memberId: ada, channelId: forum.digest };
        const record = await sandbox.people.press({ ...where, messageId: message.id, customId: 'more' });
        expect(record.message?.content).toBe('more');
      },
    );
  });
});

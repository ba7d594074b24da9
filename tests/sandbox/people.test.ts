import type { Sandbox } from '@communique/sandbox/sandbox';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  Events,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  Partials,
  PermissionFlagsBits,
  TextInputBuilder,
  TextInputStyle,
  type Client,
  type Interaction,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { withBot, withSandbox } from '../support/sandbox.ts';

const { forum, ada, mara } = FIRST_WORLD;
const adaInGeneral = { memberId: ada, channelId: forum.general };

function aModal(): ModalBuilder {
  const text = new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Short);
  const label = new LabelBuilder().setLabel('Question').setTextInputComponent(text);
  return new ModalBuilder().setTitle('Your question').setCustomId('question').addLabelComponents(label);
}

async function withAnswers(
  answer: (interaction: Interaction) => Promise<unknown>,
  act: (sandbox: Sandbox, bot: Client<true>) => Promise<void>,
): Promise<void> {
  await withSandbox(async (sandbox) => {
    await withBot(
      sandbox,
      async (bot) => {
        bot.on(Events.InteractionCreate, (interaction) => void answer(interaction));
        await act(sandbox, bot);
      },
      {
        intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
        partials: [Partials.Channel],
      },
    );
    expect(sandbox.violations()).toEqual([]);
    expect(sandbox.unhandledRoutes()).toEqual([]);
  });
}

describe('people', () => {
  test('type numbers, which reach the bot as text until the command is sent', async () => {
    const typed: unknown[] = [];
    await withAnswers(
      async (interaction) => {
        if (interaction.isAutocomplete()) {
          typed.push(interaction.options.data.map(({ name, value, focused }) => [name, value, focused]));
          await interaction.respond([]);
        }
        if (interaction.isChatInputCommand()) {
          typed.push(interaction.options.data.map(({ name, value }) => [name, value]));
          await interaction.reply('Thanks');
        }
      },
      async ({ people }, bot) => {
        const option = { description: 'x', autocomplete: true } as const;
        const { Integer, Number, String } = ApplicationCommandOptionType;
        await bot.application.commands.create({
          name: 'weigh',
          description: 'x',
          options: [
            { ...option, type: Integer, name: 'count', minValue: 1 },
            { ...option, type: Number, name: 'share' },
            { ...option, type: String, name: 'unit' },
          ],
        });
        const command = { ...adaInGeneral, command: 'weigh' };
        await people.autocomplete({
          ...command,
          options: { count: 5, share: '0.', unit: 'kg' },
          focused: 'unit',
        });
        await people.autocomplete({ ...command, options: { count: 'se', share: 0.5 }, focused: 'count' });
        await people.autocomplete({ ...command, options: { count: '' }, focused: 'count' });
        const low = { ...command, options: { count: 0, unit: '' }, focused: 'unit' };
        await expect(people.autocomplete(low)).rejects.toThrow('must be from 1');
        const word = { ...command, options: { count: 'se', unit: '' }, focused: 'unit' };
        await expect(people.autocomplete(word)).rejects.toThrow('must be a number');
        await people.runCommand({ ...command, options: { count: 7, share: 0.5 } });
      },
    );
    expect(typed).toEqual([
      [
        ['count', '5', undefined],
        ['share', '0.', undefined],
        ['unit', 'kg', true],
      ],
      [
        ['count', 'se', true],
        ['share', '0.5', undefined],
      ],
      [['count', '', true]],
      [
        ['count', 7],
        ['share', 0.5],
      ],
    ]);
  });

  test('use commands of the context menu on messages and members', async () => {
    await withAnswers(
      async (interaction) => {
        if (interaction.isMessageContextMenuCommand())
          await interaction.reply(`Quoted: ${interaction.targetMessage.content}`);
        if (interaction.isUserContextMenuCommand())
          await interaction.reply(`Greeted: ${interaction.targetUser.displayName}`);
      },
      async (sandbox, bot) => {
        await bot.application.commands.set([
          { name: 'Quote this', type: ApplicationCommandType.Message },
          { name: 'Greet', type: ApplicationCommandType.User },
        ]);
        const said = sandbox.people.say({ ...adaInGeneral, content: 'Well said' });
        const quoted = await sandbox.people.useOn({
          ...adaInGeneral,
          command: 'Quote this',
          targetId: said.id,
        });
        expect(quoted.message?.content).toBe('Quoted: Well said');
        const greeted = await sandbox.people.useOn({ ...adaInGeneral, command: 'Greet', targetId: mara });
        expect(greeted.message?.content).toBe('Greeted: Mara');
      },
    );
  });

  test('use commands and buttons in direct messages', async () => {
    await withAnswers(
      async (interaction) => {
        if (interaction.isChatInputCommand()) {
          const button = { type: ComponentType.Button, style: 1, label: 'Go', custom_id: 'go' } as const;
          const components = [{ type: ComponentType.ActionRow, components: [button] }];
          await interaction.reply({ content: interaction.inGuild() ? 'server' : 'between two', components });
        }
        if (interaction.isButton())
          await interaction.update({ content: interaction.user.id, components: [] });
      },
      async (sandbox, bot) => {
        await bot.application.commands.set([{ name: 'latest', description: 'x' }]);
        const where = { memberId: ada, channelId: sandbox.people.directChannel(ada) };
        const answer = await sandbox.people.runCommand({ ...where, command: 'latest' });
        expect(answer.message?.content).toBe('between two');
        const messageId = answer.message?.id ?? '';
        const pressed = await sandbox.people.press({ ...where, messageId, customId: 'go' });
        expect(pressed.message?.content).toBe(ada);
      },
    );
  });

  test('send files along with commands and messages', async () => {
    await withAnswers(
      async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const file = interaction.options.getAttachment('file', true);
        await interaction.reply({
          content: file.name,
          files: [{ attachment: Buffer.from('x'), name: 'x.txt' }],
        });
      },
      async (sandbox, bot) => {
        const type = ApplicationCommandOptionType.Attachment as const;
        const option = { name: 'file', description: 'x', type, required: true };
        const commands = await bot.application.commands.set([
          { name: 'read', description: 'x', options: [option] },
        ]);
        const upload = { id: '1', filename: 'a.md', contentType: 'text/markdown', data: 'SGk=' };
        sandbox.people.startCommand({
          ...adaInGeneral,
          commandId: commands.first()?.id ?? '',
          options: [{ name: 'file', type, value: '1' }],
          attachments: [upload],
        });
        await expect
          .poll(() => sandbox.messages(forum.general))
          .toMatchObject([{ content: 'a.md', attachments: [{ filename: 'x.txt' }] }]);
        const said = sandbox.people.say({ ...adaInGeneral, content: '', attachments: [upload] });
        expect(await (await fetch(said.attachments[0]?.url ?? '')).text()).toBe('Hi');
      },
    );
  });

  test('see commands and options in their own language', async () => {
    await withAnswers(
      async () => {},
      async (sandbox, bot) => {
        const command = {
          name: 'latest',
          description: 'News',
          nameLocalizations: { de: 'neues' },
          descriptionLocalizations: { de: 'Neues' },
        };
        await bot.application.commands.set([command]);
        const listed = await bot.application.commands.fetch({ withLocalizations: true });
        expect(listed.first()?.nameLocalizations).toEqual({ de: 'neues' });
        expect(sandbox.people.commands(forum.id)[0]?.name_localizations).toEqual({ de: 'neues' });
      },
    );
  });

  test('change roles and permissions, and what they did is written down', async () => {
    await withAnswers(
      async (interaction) => {
        if (interaction.isChatInputCommand()) await interaction.reply('Here');
      },
      async (sandbox, bot) => {
        await bot.application.commands.set([
          { name: 'manage', description: 'x', defaultMemberPermissions: PermissionFlagsBits.ManageGuild },
        ]);
        const run = () => sandbox.people.runCommand({ ...adaInGeneral, command: 'manage' });
        await expect(run()).rejects.toThrow('may not use');
        sandbox.people.setRoles(forum.id, ada, [forum.moderatorRole]);
        await run();
        expect(sandbox.people.transcript().map(({ what, who, text }) => `${what} ${who} ${text}`)).toEqual([
          'permissions-changed Ada @Moderators',
          'interaction-created Ada manage',
          'message-created Communiqué Here',
          'interaction-acknowledged Ada manage',
        ]);
        const before = Date.parse(sandbox.people.say({ ...adaInGeneral, content: 'Now' }).timestamp);
        sandbox.people.advanceClock(3_600_000);
        const after = Date.parse(sandbox.people.say({ ...adaInGeneral, content: 'Later' }).timestamp);
        expect(after - before).toBeGreaterThanOrEqual(3_600_000);
      },
    );
  });

  test('leave a transcript of everything that was typed, shown, answered and changed', async () => {
    await withAnswers(
      async (interaction) => {
        if (interaction.isAutocomplete()) await interaction.respond([{ name: 'Riyadh', value: 'riyadh' }]);
        if (interaction.isChatInputCommand()) {
          await interaction.deferReply();
          await interaction.editReply({
            flags: MessageFlags.IsComponentsV2,
            components: [
              { type: ComponentType.TextDisplay, content: 'Two sides met.' },
              {
                type: ComponentType.ActionRow,
                components: [
                  { type: ComponentType.Button, customId: 'ask', label: 'Ask', style: ButtonStyle.Primary },
                ],
              },
            ],
          });
        }
        if (interaction.isButton()) {
          await interaction.showModal(aModal());
        }
        if (interaction.isModalSubmit()) await interaction.reply('Thank you');
      },
      async (sandbox, bot) => {
        const slug = { name: 'slug', description: 'x', autocomplete: true } as const;
        await bot.application.commands.set([
          {
            name: 'briefing',
            description: 'x',
            options: [{ type: ApplicationCommandOptionType.String, ...slug }],
          },
        ]);
        const { people } = sandbox;
        const command = { ...adaInGeneral, command: 'briefing', options: { slug: 'riy' } };
        await people.autocomplete({ ...command, focused: 'slug' });
        const read = await people.runCommand({ ...command, options: { slug: 'riyadh' } });
        const messageId = read.message?.id ?? '';
        const asked = await people.press({ ...adaInGeneral, messageId, customId: 'ask' });
        await people.submitModal({ memberId: ada, interactionId: asked.id, values: { text: 'Why?' } });
        people.setOverwrite(forum.general, { id: ada, type: 1, allow: '0', deny: '2048' });
        people.grant(forum.id, forum.botRole, PermissionFlagsBits.ManageWebhooks);
        people.advanceClock(3_600_000);
        const lines = people.transcript().map(({ what, who, text }) => `${what} ${who} ${text}`);
        expect(lines).toEqual([
          'autocomplete-asked Ada briefing slug: riy',
          'autocomplete-answered Communiqué Riyadh',
          'interaction-created Ada briefing slug: riyadh',
          'interaction-deferred Ada briefing slug: riyadh',
          'message-updated Communiqué Two sides met.',
          'interaction-acknowledged Ada briefing slug: riyadh',
          'interaction-created Ada ask',
          'modal-shown Communiqué Your question',
          'interaction-acknowledged Ada ask',
          'modal-submitted Ada question text: Why?',
          'message-created Communiqué Thank you',
          'interaction-acknowledged Ada question text: Why?',
          expect.stringMatching(/^permissions-changed #general .*Ada allow nothing, deny SendMessages/),
          expect.stringMatching(/^permissions-changed @\S+ .*ManageWebhooks/),
          expect.stringMatching(/^clock-moved /),
        ]);
      },
    );
  });

  test('send a modal once, unless the bot did not answer, and choose only channels that they see', async () => {
    await withAnswers(
      async (interaction) => {
        if (interaction.isChatInputCommand()) {
          await interaction.showModal(aModal());
        }
        if (interaction.isModalSubmit()) await interaction.reply('Thank you');
      },
      async ({ people }, bot) => {
        const channel = {
          name: 'channel',
          description: 'x',
          type: ApplicationCommandOptionType.Channel,
        } as const;
        await bot.application.commands.set([{ name: 'ask', description: 'x', options: [channel] }]);
        const ask = (options: Record<string, string>) =>
          people.runCommand({ ...adaInGeneral, command: 'ask', options });
        await expect(ask({ channel: forum.mods })).rejects.toThrow('channel');
        const { id } = await ask({ channel: forum.digest });
        const submit = () =>
          people.submitModal({ memberId: ada, interactionId: id, values: { text: 'Why?' } });
        await submit();
        await expect(submit()).rejects.toThrow('This modal was sent already.');
      },
    );
  });

  test('remove the bot and invite it again; an outage is something else', async () => {
    await withAnswers(
      async () => {},
      async (sandbox, bot) => {
        const heard: string[] = [];
        bot.on(Events.GuildDelete, () => heard.push('removed'));
        bot.on(Events.GuildCreate, () => heard.push('invited'));
        bot.on(Events.GuildUnavailable, () => heard.push('lost'));
        bot.on(Events.GuildAvailable, () => heard.push('found'));
        sandbox.people.changeServer(forum.id, 'REMOVE_BOT');
        await expect.poll(() => heard).toEqual(['removed']);
        await expect(bot.guilds.fetch({ guild: forum.id, force: true })).rejects.toMatchObject({
          code: 10004,
        });
        await expect(bot.rest.get(`/channels/${forum.general}`)).rejects.toMatchObject({ code: 50001 });
        sandbox.people.changeServer(forum.id, 'ADD_BOT');
        await expect.poll(() => heard).toEqual(['removed', 'invited']);
        sandbox.people.changeServer(forum.id, 'BEGIN_OUTAGE');
        await expect.poll(() => heard.at(-1)).toBe('lost');
        sandbox.people.changeServer(forum.id, 'END_OUTAGE');
        await expect.poll(() => heard.at(-1)).toBe('found');
        expect(() =>
          sandbox.people.askForServer({ memberId: ada, guildId: forum.id, act: 'REMOVE_BOT' }),
        ).toThrow('Only moderators');
      },
    );
  });

  test('who have one role that is denied something and one that is allowed it may do it', async () => {
    await withSandbox(async (sandbox) => {
      const bits = PermissionFlagsBits.SendMessages.toString();
      const role = { type: 0, allow: '0', deny: '0' };
      sandbox.people.setRoles(forum.id, ada, [forum.moderatorRole, forum.botRole]);
      sandbox.people.setOverwrite(forum.general, { ...role, id: forum.moderatorRole, deny: bits });
      expect(() => sandbox.people.say({ ...adaInGeneral, content: 'x' })).toThrow('may not write');
      sandbox.people.setOverwrite(forum.general, { ...role, id: forum.botRole, allow: bits });
      expect(sandbox.people.say({ ...adaInGeneral, content: 'x' }).content).toBe('x');
    });
  });

  test('get no answer of a kind that does not fit what they did', async () => {
    await withSandbox(
      async (sandbox) => {
        await withBot(sandbox, async (bot) => {
          await bot.application.commands.set([{ name: 'latest', description: 'x' }]);
          const refused = new Promise<unknown>((resolve) => {
            bot.once(Events.InteractionCreate, (interaction) => {
              const body = { type: 8, data: { choices: [] } };
              bot.rest
                .post(`/interactions/${interaction.id}/${interaction.token}/callback`, { body, auth: false })
                .catch(resolve);
            });
          });
          const [command] = sandbox.people.commands(forum.id);
          sandbox.people.startCommand({ ...adaInGeneral, commandId: command?.id ?? '', options: [] });
          expect(await refused).toMatchObject({ code: 50035 });
        });
        expect(sandbox.violations()).toMatchObject([{ rule: 'callback-type' }]);
      },
      { expected: { violations: ['callback-type'] } },
    );
  });
});

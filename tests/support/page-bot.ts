import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ChannelType,
  Client,
  ComponentType,
  Events,
  GatewayIntentBits,
  MessageFlags,
  PermissionFlagsBits,
  TextInputStyle,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageCreateOptions,
  type ModalComponentData,
  type ModalSubmitInteraction,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';

const titles = ['Talks in Istanbul', 'Talks in Riyadh', 'Sanctions, explained'];

const commands: RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    name: 'briefing',
    description: 'Briefings',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'read',
        description: 'Read a briefing',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'title',
            description: 'Which briefing',
            required: true,
            autocomplete: true,
          },
          {
            type: ApplicationCommandOptionType.Boolean,
            name: 'private',
            description: 'Only for you',
          },
          {
            type: ApplicationCommandOptionType.Integer,
            name: 'points',
            description: 'How many at most',
            min_value: 1,
          },
        ],
      },
    ],
  },
  { name: 'slow', description: 'Thinks before it answers' },
  { name: 'silent', description: 'Never answers' },
  { name: 'Quote', type: ApplicationCommandType.Message },
  { name: 'Greet', type: ApplicationCommandType.User },
  {
    name: 'import',
    description: 'Reads a file, for a role',
    options: [
      { type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'Which', required: true },
      { type: ApplicationCommandOptionType.Role, name: 'role', description: 'For whom', required: true },
    ],
  },
  { name: 'survey', description: 'A form with every kind of field' },
  {
    name: 'announce',
    description: 'For moderators',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      {
        type: ApplicationCommandOptionType.Channel,
        name: 'channel',
        description: 'Where',
        required: true,
        channel_types: [ChannelType.GuildAnnouncement],
      },
    ],
  },
];

/** A small bot that uses everything the chat page must draw. Call `release` to let `/slow` answer. */
export async function startPageBot(options: { apiUrl: string; token: string }) {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: options.apiUrl },
    allowedMentions: { parse: [] },
  });
  const slow = Promise.withResolvers<void>();
  const failures: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction, slow.promise).catch((error: unknown) => failures.push(error));
  });
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  await client.login(options.token);
  const bot = await ready;
  await bot.application.commands.set(commands);
  return {
    failures,
    release: () => slow.resolve(),
    stop: () => bot.destroy(),
    /** Asks for something by its path, as a bot with features of its own would. */
    ask: (path: `/${string}`) => bot.rest.get(path),
    /** Needs the permission to manage channels. */
    async createForum(guildId: string, name: string, tags: readonly string[]) {
      const guild = await bot.guilds.fetch(guildId);
      return guild.channels.create({
        name,
        type: ChannelType.GuildForum,
        availableTags: tags.map((tag) => ({ name: tag })),
      });
    },
    async startThread(channelId: string, name: string) {
      const channel = await bot.channels.fetch(channelId);
      if (channel?.type !== ChannelType.GuildText) throw new Error(`No threads begin in ${channelId}.`);
      return channel.threads.create({ name, type: ChannelType.PublicThread });
    },
    async say(channelId: string, message: string | MessageCreateOptions) {
      const channel = await bot.channels.fetch(channelId);
      if (channel?.isSendable() !== true) throw new Error(`The bot cannot send to ${channelId}.`);
      return channel.send(message);
    },
  };
}

async function answer(interaction: Interaction, slow: Promise<void>): Promise<unknown> {
  if (interaction.isAutocomplete()) return suggest(interaction);
  if (interaction.isChatInputCommand()) return run(interaction, slow);
  if (interaction.isMessageContextMenuCommand()) {
    return interaction.reply(`> ${interaction.targetMessage.id}`);
  }
  if (interaction.isUserContextMenuCommand()) return interaction.reply(`Hello, <@${interaction.targetId}>`);
  if (interaction.isButton()) return press(interaction);
  if (interaction.isStringSelectMenu()) {
    return interaction.update({ components: [card(`Section: ${interaction.values.join(', ')}`)] });
  }
  if (interaction.isModalSubmit() && interaction.customId === 'survey-form') return thank(interaction);
  if (interaction.isModalSubmit()) {
    const question = interaction.fields.getTextInputValue('question');
    const topics = interaction.fields.getStringSelectValues('topic');
    return interaction.reply({
      content: `Thank you. You asked “${question}” about ${topics.join(', ')}.`,
      flags: MessageFlags.Ephemeral,
    });
  }
}

async function suggest(interaction: AutocompleteInteraction): Promise<void> {
  const typed = interaction.options.getFocused().toLowerCase();
  // While it is typed a number is text.
  const points = interaction.options.data[0]?.options?.find(({ name }) => name === 'points')?.value ?? '9';
  const fitting = titles
    .filter((title) => title.toLowerCase().includes(typed))
    .slice(0, typeof points === 'string' ? Number(points) : 0);
  await interaction.respond(fitting.map((title) => ({ name: title, value: `slug:${title}` })));
}

async function run(interaction: ChatInputCommandInteraction, slow: Promise<void>): Promise<unknown> {
  if (interaction.commandName === 'silent') return;
  if (interaction.commandName === 'survey') return interaction.showModal(survey);
  if (interaction.commandName === 'import') {
    const file = interaction.options.getAttachment('file', true);
    const role = interaction.options.getRole('role', true);
    return interaction.reply(`${file.name} (${file.size} bytes) for <@&${role.id}>`);
  }
  if (interaction.commandName === 'slow') {
    await interaction.deferReply();
    await slow;
    return interaction.editReply('Thought about it.');
  }
  if (interaction.commandName === 'announce') {
    const channel = interaction.options.getChannel('channel', true);
    return interaction.reply(`Announced in <#${channel.id}>`);
  }
  const title = interaction.options.getString('title', true);
  const isPrivate = interaction.options.getBoolean('private') === true;
  return interaction.reply({
    flags: MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
    components: [card(title)],
  });
}

async function press(interaction: ButtonInteraction): Promise<unknown> {
  if (interaction.customId === 'sources') {
    return interaction.reply({ content: 'Three sources.', flags: MessageFlags.Ephemeral });
  }
  return interaction.showModal({
    custom_id: 'ask-form',
    title: 'Ask a question',
    components: [
      {
        type: ComponentType.Label,
        label: 'Your question',
        component: {
          type: ComponentType.TextInput,
          custom_id: 'question',
          style: TextInputStyle.Short,
          required: true,
        },
      },
      {
        type: ComponentType.Label,
        label: 'Topic',
        component: {
          type: ComponentType.StringSelect,
          custom_id: 'topic',
          options: [
            { label: 'Diplomacy', value: 'diplomacy' },
            { label: 'Arms control', value: 'arms-control' },
          ],
        },
      },
    ],
  });
}

function card(title: string) {
  return {
    type: ComponentType.Container as const,
    accentColor: 0x5865f2,
    components: [
      {
        type: ComponentType.TextDisplay as const,
        content: `# ${title}\n- **First** point, see [a source](https://example.org/source)\n- second point\n\n> a quote\n-# <t:1700000000:R>`,
      },
      { type: ComponentType.Separator as const },
      {
        type: ComponentType.ActionRow as const,
        components: [
          {
            type: ComponentType.StringSelect as const,
            customId: 'section',
            placeholder: 'Go to a section',
            options: [
              { label: 'Overview', value: 'overview' },
              { label: 'Background', value: 'background' },
            ],
          },
        ],
      },
      {
        type: ComponentType.ActionRow as const,
        components: [
          {
            type: ComponentType.Button as const,
            style: ButtonStyle.Primary as const,
            label: 'Sources',
            customId: 'sources',
          },
          {
            type: ComponentType.Button as const,
            style: ButtonStyle.Secondary as const,
            label: 'Ask a question',
            customId: 'ask',
          },
          {
            type: ComponentType.Button as const,
            style: ButtonStyle.Danger as const,
            label: 'Retired',
            customId: 'retired',
            disabled: true,
          },
        ],
      },
    ],
  };
}

const survey: ModalComponentData = {
  customId: 'survey-form',
  title: 'Survey',
  components: [
    { type: ComponentType.TextDisplay, content: 'Three questions, **no** traps.' },
    {
      type: ComponentType.Label,
      label: 'How often do you read?',
      component: {
        type: ComponentType.RadioGroup,
        customId: 'often',
        required: true,
        options: [
          { label: 'Daily', value: 'daily', description: 'Or more' },
          { label: 'Weekly', value: 'weekly' },
        ],
      },
    },
    {
      type: ComponentType.Label,
      label: 'What about?',
      component: {
        type: ComponentType.CheckboxGroup,
        customId: 'topics',
        options: [
          { label: 'Trade', value: 'trade' },
          { label: 'Borders', value: 'borders' },
          { label: 'Climate', value: 'climate' },
        ],
      },
    },
    {
      type: ComponentType.Label,
      label: 'A picture',
      component: { type: ComponentType.FileUpload, customId: 'picture', required: false },
    },
    {
      type: ComponentType.Label,
      label: 'Who should hear of it?',
      component: { type: ComponentType.RoleSelect, customId: 'role' },
    },
  ],
};

async function thank(interaction: ModalSubmitInteraction): Promise<unknown> {
  const { fields } = interaction;
  const often = fields.getRadioGroup('often', true);
  const topics = fields.getCheckboxGroup('topics');
  const files = fields.getUploadedFiles('picture');
  const roles = fields.getSelectedRoles('role');
  return interaction.reply(
    `${often}: ${topics.join(' and ')}, ${files?.size ?? 0} files, for ${roles?.map((role) => role?.name).join() ?? 'nobody'}`,
  );
}

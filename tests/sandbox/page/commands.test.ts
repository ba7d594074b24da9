import { buildFocusedOptions, buildOptions } from '@communique/sandbox/page/commands/build-options';
import {
  addOption,
  changeOption,
  startDraft,
  type CommandDraft,
} from '@communique/sandbox/page/commands/command-draft';
import { listEntries, matchEntries } from '@communique/sandbox/page/commands/list-entries';
import { suggestValues } from '@communique/sandbox/page/commands/suggest-values';
import {
  ApplicationCommandOptionType as OptionType,
  ApplicationCommandType,
  ChannelType,
  type APIApplicationCommand,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10';
import { expect, test } from 'vitest';

const place = { parentId: null, topic: null, visibleTo: ['9'], writableTo: ['9'], overwrites: [] };
const pickable = {
  channels: [
    { ...place, id: '1', name: 'general', type: ChannelType.GuildText },
    { ...place, id: '2', name: 'digest', type: ChannelType.GuildAnnouncement },
  ],
  members: [{ id: '9', name: 'Ada', isModerator: false, roleIds: [], roleNames: [], locale: 'en-US' }],
  roles: [{ id: '5', name: 'Moderators', color: 0 }],
};

const briefing = command('briefing', [
  {
    type: OptionType.Subcommand,
    name: 'read',
    description: 'Read one',
    options: [
      { type: OptionType.String, name: 'slug', description: 'Which', required: true, autocomplete: true },
      { type: OptionType.Integer, name: 'page', description: 'Page', min_value: 1, max_value: 9 },
      { type: OptionType.Boolean, name: 'private', description: 'Only for you' },
    ],
  },
  { type: OptionType.Subcommand, name: 'latest', description: 'The newest' },
]);
const digest = command('digest', [
  {
    type: OptionType.SubcommandGroup,
    name: 'schedule',
    description: 'Schedules',
    options: [
      {
        type: OptionType.Subcommand,
        name: 'create',
        description: 'Create',
        options: [
          {
            type: OptionType.Channel,
            name: 'channel',
            description: 'Where',
            required: true,
            channel_types: [ChannelType.GuildAnnouncement],
          },
        ],
      },
    ],
  },
]);
const entries = listEntries([digest, briefing], 'en-US');

test('every subcommand is an entry of its own, in the order of the alphabet', () => {
  expect(entries.map(({ name }) => name)).toEqual([
    'briefing latest',
    'briefing read',
    'digest schedule create',
  ]);
});

test('what begins with the typed text comes before what contains it', () => {
  const names = matchEntries(listEntries([command('read'), briefing], 'en-US'), 'read').map(
    ({ name }) => name,
  );
  expect(names).toEqual(['read', 'briefing read']);
});

test("descriptions are in the member's language where the bot has one", () => {
  const localized = { ...command('faq'), description_localizations: { de: 'Häufige Fragen' } };
  expect(listEntries([localized], 'de')[0]?.description).toBe('Häufige Fragen');
  expect(listEntries([localized], 'fr')[0]?.description).toBe('faq');
});

test('a command begins with its required options', () => {
  expect(draftOf('briefing read').options.map(({ option }) => option.name)).toEqual(['slug']);
});

test('a required option without a value is named', () => {
  expect(buildOptions(draftOf('briefing read'), pickable)).toEqual({
    problem: 'slug: this option needs a value.',
    index: 0,
  });
});

test('options are wrapped in their group and subcommand', () => {
  const draft = changeOption(draftOf('digest schedule create'), 0, { text: '#digest', chosen: null });
  expect(buildOptions(draft, pickable)).toEqual({
    options: [
      {
        name: 'schedule',
        type: OptionType.SubcommandGroup,
        options: [
          {
            name: 'create',
            type: OptionType.Subcommand,
            options: [{ name: 'channel', type: OptionType.Channel, value: '2' }],
          },
        ],
      },
    ],
  });
});

test('only channels of the wanted types are offered', () => {
  const [channel] = draftOf('digest schedule create').options;
  expect(channel && suggestValues(channel.option, '', pickable)).toEqual([{ name: '#digest', value: '2' }]);
});

test.each([
  ['0', 'page: 1 or more, please.'],
  ['10', 'page: 9 or less, please.'],
  ['1.5', 'page: this must be a whole number.'],
  ['two', 'page: this must be a whole number.'],
])('the number %j is refused before it is sent', (text, problem) => {
  expect(buildOptions(withPage(text), pickable)).toEqual({ problem, index: 1 });
});

test('while typing, the focused option is sent as it stands and unreadable ones are left out', () => {
  const draft = withPage('two');
  expect(buildFocusedOptions(draft, 0, pickable)).toEqual([
    {
      name: 'read',
      type: OptionType.Subcommand,
      options: [{ name: 'slug', type: OptionType.String, value: 'tal', focused: true }],
    },
  ]);
});

function withPage(text: string): CommandDraft {
  const draft = addOption(changeOption(draftOf('briefing read'), 0, { text: 'tal', chosen: null }), 'page');
  return changeOption(draft, 1, { text, chosen: null });
}

function draftOf(name: string): CommandDraft {
  const entry = entries.find((each) => each.name === name);
  if (entry === undefined) throw new Error(`no entry ${name}`);
  return startDraft(entry);
}

function command(name: string, options: APIApplicationCommandOption[] = []): APIApplicationCommand {
  return {
    id: '1400000000000000001',
    application_id: '1',
    version: '1',
    type: ApplicationCommandType.ChatInput,
    name,
    description: name,
    default_member_permissions: null,
    options,
  };
}

test('roles are offered where an option wants one, beside the members where it wants either', () => {
  const role = { type: OptionType.Role as const, name: 'who', description: 'Who' };
  expect(suggestValues(role, '', pickable)).toEqual([{ name: '@Moderators', value: '5' }]);
  const either = { type: OptionType.Mentionable as const, name: 'who', description: 'Who' };
  expect(suggestValues(either, '', pickable).map(({ name }) => name)).toEqual(['@Ada', '@Moderators']);
});

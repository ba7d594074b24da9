import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { APIApplicationCommandOption, LocalizationMap } from 'discord-api-types/v10';
import { isBranch, isChatInput, isCommandName, optionsOf, type CommandBody } from './command-body.ts';
import { COMMAND_TEXT_RULES } from './command-text-rules.ts';
import { lengthOf, problem, type Problem, type Rule } from './problem.ts';

const COMMAND_DOCS = 'https://docs.discord.com/developers/interactions/application-commands';

export const COMMAND_RULES: readonly Rule<CommandBody>[] = [
  {
    name: 'command-name',
    source: `${COMMAND_DOCS}#application-command-object-application-command-naming`,
    check(command) {
      if (!isChatInput(command)) return [];
      const names = [
        { name: command.name, path: ['name'] as (string | number)[] },
        ...optionsOf(command).map(({ option, path }) => ({ name: option.name, path: [...path, 'name'] })),
      ];
      return names
        .filter(({ name }) => !isCommandName(name))
        .map(({ path }) => problem(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'));
    },
  },
  {
    name: 'command-description',
    source: `${COMMAND_DOCS}#application-command-object-application-command-structure`,
    check: (command) =>
      isChatInput(command) && (command.description ?? '') === ''
        ? [problem(['description'], 'BASE_TYPE_REQUIRED', 'This field is required')]
        : [],
  },
  {
    name: 'command-nsfw',
    source: `${COMMAND_DOCS}#age-restricted-commands`,
    check: ({ nsfw }) =>
      typeof (nsfw ?? false) === 'boolean'
        ? []
        : [problem(['nsfw'], 'BASE_TYPE_BAD_TYPE', 'Expected boolean.')],
  },
  {
    name: 'command-8000',
    source: `${COMMAND_DOCS}#registering-a-command`,
    check: (command) =>
      commandSize(command) > 8000
        ? [problem([], 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (8000)`)]
        : [],
  },
  {
    name: 'options-required-first',
    source: `${COMMAND_DOCS}#application-command-object-application-command-option-structure`,
    check: (command) =>
      optionLists(command).flatMap(({ options, path }) => {
        const firstOptional = options.findIndex((option) => option.required !== true);
        return options.flatMap((option, index) =>
          option.required === true && firstOptional !== -1 && index > firstOptional
            ? [
                problem(
                  [...path, index],
                  'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
                  'Required options must be placed before non-required options',
                ),
              ]
            : [],
        );
      }),
  },
  {
    name: 'option-names-unique',
    source: `${COMMAND_DOCS}#application-command-object-application-command-option-structure`,
    check: (command) =>
      optionLists(command).flatMap(({ options, path }) =>
        namesakes(options).map((index) =>
          problem(
            [...path, index, 'name'],
            'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
            'The option name is already in use',
          ),
        ),
      ),
  },
  {
    name: 'choice-names-unique',
    source: `${COMMAND_DOCS}#application-command-object-application-command-option-choice-structure`,
    check: (command) =>
      optionsOf(command).flatMap(({ option, path }) => {
        const choices = 'choices' in option ? (option.choices ?? []) : [];
        return namesakes(choices).map((index) =>
          problem(
            [...path, 'choices', index, 'name'],
            'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
            'The choice name is already in use',
          ),
        );
      }),
  },
  {
    name: 'subcommand-nesting',
    source: `${COMMAND_DOCS}#subcommands-and-subcommand-groups`,
    check: (command) => [...mixedOptions(command), ...deepOptions(command)],
  },
  {
    name: 'autocomplete-excludes-choices',
    source: `${COMMAND_DOCS}#application-command-object-application-command-option-structure`,
    check: (command) =>
      optionsOf(command)
        .filter(
          ({ option }) =>
            'autocomplete' in option &&
            option.autocomplete === true &&
            'choices' in option &&
            (option.choices ?? []).length > 0,
        )
        .map(({ path }) =>
          problem(
            [...path, 'autocomplete'],
            'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES',
            'Autocomplete and choices are mutually exclusive',
          ),
        ),
  },
  ...COMMAND_TEXT_RULES,
];

/** Rules about all commands that are registered together. */
export const COMMAND_LIST_RULES: readonly Rule<readonly CommandBody[]>[] = [
  {
    name: 'command-names-unique',
    source: `${COMMAND_DOCS}#application-command-object`,
    check(commands) {
      const named = commands.map(({ name, type }) => ({
        name: `${type ?? ApplicationCommandType.ChatInput} ${name}`,
      }));
      return namesakes(named).map((index) =>
        problem(
          [index, 'name'],
          'APPLICATION_COMMANDS_DUPLICATE_NAME',
          'Application command names must be unique',
        ),
      );
    },
  },
];

/** Where a name stands that stood before. */
function namesakes(named: readonly { name: string }[]): number[] {
  const seen = new Set<string>();
  return named.flatMap(({ name }, index) => {
    if (seen.has(name)) return [index];
    seen.add(name);
    return [];
  });
}

/** 100 slash commands and 15 of each context menu kind; https://docs.discord.com/developers/interactions/application-commands#registering-a-command */
export const COMMAND_LIMITS: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
  [ApplicationCommandType.PrimaryEntryPoint]: 1,
};

/** The command's own list and that of every subcommand and group. */
function optionLists(
  command: CommandBody,
): { options: readonly APIApplicationCommandOption[]; path: (string | number)[] }[] {
  return [
    { options: command.options ?? [], path: ['options'] },
    ...optionsOf(command).flatMap(({ option, path }) =>
      isBranch(option) ? [{ options: option.options ?? [], path: [...path, 'options'] }] : [],
    ),
  ];
}

function mixedOptions(command: CommandBody): Problem[] {
  return optionLists(command).flatMap(({ options, path }) => {
    const branches = options.filter(isBranch).length;
    return branches === 0 || branches === options.length
      ? []
      : [
          problem(
            path,
            'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
            'Sub-command and sub-command group option types are mutually exclusive to all other types',
          ),
        ];
  });
}

/** A group stands at the top, a subcommand at the top or in a group, and nothing holds more than one level. */
function deepOptions(command: CommandBody): Problem[] {
  return optionsOf(command)
    .filter(
      ({ option, depth }) =>
        (option.type === ApplicationCommandOptionType.SubcommandGroup && depth > 0) ||
        (option.type === ApplicationCommandOptionType.Subcommand && depth > 1),
    )
    .map(({ path }) =>
      problem(
        [...path, 'type'],
        'APPLICATION_COMMAND_OPTIONS_NESTING',
        'Subcommands can be nested one level deep in a group',
      ),
    );
}

/** Names, descriptions and values together; of a localised text the longest counts. */
function commandSize(command: CommandBody): number {
  const own =
    longest(command.name, command.name_localizations) +
    longest(command.description, command.description_localizations);
  return optionsOf(command).reduce((sum, { option }) => {
    const choices = 'choices' in option ? (option.choices ?? []) : [];
    const values = choices.reduce(
      (length, choice) =>
        length + longest(choice.name, choice.name_localizations) + lengthOf(String(choice.value)),
      0,
    );
    return (
      sum +
      longest(option.name, option.name_localizations) +
      longest(option.description, option.description_localizations) +
      values
    );
  }, own);
}

function longest(text: string | null | undefined, localized: LocalizationMap | null | undefined): number {
  const texts = [text, ...Object.values(localized ?? {})];
  return Math.max(...texts.map((candidate) => lengthOf(candidate ?? '')));
}

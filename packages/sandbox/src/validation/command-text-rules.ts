import { ApplicationCommandType, Locale } from 'discord-api-types/v10';
import type { LocalizationMap } from 'discord-api-types/v10';
import { isChatInput, isCommandName, optionsOf, type CommandBody } from './command-body.ts';
import { lengthOf, problem, type Problem, type Rule } from './problem.ts';

const COMMAND_DOCS = 'https://docs.discord.com/developers/interactions/application-commands';
const LOCALES = new Set<string>(Object.values(Locale));

/** What may stand in the texts and numbers of commands and their options. */
export const COMMAND_TEXT_RULES: readonly Rule<CommandBody>[] = [
  {
    name: 'localized-names',
    source: `${COMMAND_DOCS}#localization`,
    check: (command) =>
      isChatInput(command)
        ? [command, ...optionsOf(command).map(({ option }) => option)].flatMap(nameProblems)
        : [],
  },
  {
    name: 'known-locales',
    source: 'https://docs.discord.com/developers/reference#locales',
    check: (command) => [
      ...localeProblems(command.name_localizations, ['name_localizations']),
      ...localeProblems(command.description_localizations, ['description_localizations']),
      ...optionsOf(command).flatMap(({ option, path }) => [
        ...localeProblems(option.name_localizations, [...path, 'name_localizations']),
        ...localeProblems(option.description_localizations, [...path, 'description_localizations']),
      ]),
    ],
  },
  {
    name: 'context-menu-bare',
    source: `${COMMAND_DOCS}#user-commands`,
    check: (command) =>
      command.type === ApplicationCommandType.User || command.type === ApplicationCommandType.Message
        ? [
            ...((command.description ?? '') === '' ? [] : [bare('description')]),
            ...((command.options ?? []).length === 0 ? [] : [bare('options')]),
          ]
        : [],
  },
  {
    name: 'choice-value-100',
    source: `${COMMAND_DOCS}#application-command-object-application-command-option-choice-structure`,
    check: (command) =>
      optionsOf(command).flatMap(({ option, path }) =>
        ('choices' in option ? (option.choices ?? []) : []).flatMap(({ value }, index) =>
          typeof value === 'string' && lengthOf(value) > 100
            ? [
                problem(
                  [...path, 'choices', index, 'value'],
                  'BASE_TYPE_MAX_LENGTH',
                  'Must be 100 or fewer in length.',
                ),
              ]
            : [],
        ),
      ),
  },
  {
    name: 'option-range',
    source: `${COMMAND_DOCS}#application-command-object-application-command-option-structure`,
    check: (command) =>
      optionsOf(command).flatMap(({ option, path }) => [
        ...('min_value' in option ? inOrder(option.min_value, option.max_value, [...path, 'min_value']) : []),
        ...('min_length' in option
          ? inOrder(option.min_length, option.max_length, [...path, 'min_length'])
          : []),
      ]),
  },
];

function nameProblems({
  name_localizations: names,
}: {
  name_localizations?: LocalizationMap | null | undefined;
}): Problem[] {
  return Object.entries(names ?? {}).flatMap(([locale, name]) =>
    name === null || isCommandName(name)
      ? []
      : [
          problem(
            ['name_localizations', locale],
            'APPLICATION_COMMAND_INVALID_NAME',
            'Command name is invalid',
          ),
        ],
  );
}

function localeProblems(texts: LocalizationMap | null | undefined, path: (string | number)[]): Problem[] {
  return Object.keys(texts ?? {})
    .filter((locale) => !LOCALES.has(locale))
    .map((locale) => problem([...path, locale], 'BASE_TYPE_CHOICES', `"${locale}" is no locale of Discord`));
}

function bare(field: string): Problem {
  return problem([field], 'APPLICATION_COMMAND_CONTEXT_MENU', `Context menu commands have no ${field}`);
}

/** Null is as good as nothing, here as everywhere in a request. */
type Bound = number | null | undefined;

function inOrder(least: Bound, most: Bound, path: (string | number)[]): Problem[] {
  if (least === undefined || least === null || most === undefined || most === null) return [];
  if (least <= most) return [];
  return [problem(path, 'NUMBER_TYPE_MAX', `Value should be less than or equal to ${most}.`)];
}

import { ApplicationCommandOptionType, type APIApplicationCommandOption } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { breakRules } from '@communique/sandbox/validation/problem';
import { COMMAND_RULES } from '@communique/sandbox/validation/command-rules';
import { commands } from '@communique/bot/commands/index';

describe.each(commands.map((command) => [command.data.name, command] as const))('/%s', (_, command) => {
  test('keeps Discord’s rules for commands', () => {
    expect(breakRules(COMMAND_RULES, JSON.parse(JSON.stringify(command.data)))).toEqual([]);
  });

  test('is for servers only', () => {
    expect(command.data.contexts).toEqual([0]);
  });

  test('has somebody to answer its autocomplete', () => {
    const completed = allOptions(command.data.options ?? []).filter(
      (option) => 'autocomplete' in option && option.autocomplete === true,
    );
    expect(completed.length === 0 || command.complete !== undefined).toBe(true);
  });
});

test('no kind of button or menu has two owners', () => {
  const kinds = commands.flatMap(({ presses }) => Object.keys(presses ?? {}));
  expect(kinds.toSorted()).toEqual([
    'briefing',
    'delivery',
    'dismiss-question',
    'faq',
    'faq-menu',
    'questions',
    'section',
    'sections',
  ]);
});

function allOptions(options: readonly APIApplicationCommandOption[]): APIApplicationCommandOption[] {
  return options.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Subcommand
      ? [option, ...allOptions(option.options ?? [])]
      : [option],
  );
}

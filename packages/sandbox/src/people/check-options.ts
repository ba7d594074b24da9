import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
} from 'discord-api-types/v10';
import type { World } from '../world/world.ts';
import { PeopleError } from './errors.ts';
import type { NamedCommand, OptionValues } from './people.ts';
import type { RawOption, RawValueOption } from './protocol.ts';
import type { EntityKind, Resolver } from './resolve-entities.ts';

interface OptionCheck {
  world: World;
  resolver: Resolver;
  /** While typing nothing is required, the focused value may be half of one, and numbers may still be text. */
  typing: boolean;
}

/** Refuses what Discord's client would not send: unknown, missing or ill-typed options. */
export function checkOptions(
  check: OptionCheck,
  definitions: readonly APIApplicationCommandOption[],
  given: readonly RawOption[],
): void {
  if (definitions.some(isBranch)) {
    checkBranch(check, definitions, given);
    return;
  }
  for (const option of given) {
    const definition = definitions.find((candidate) => candidate.name === option.name);
    if (
      definition === undefined ||
      isBranch(definition) ||
      !isValue(option) ||
      definition.type !== option.type
    ) {
      throw new PeopleError(400, `The command has no option "${option.name}" of this type.`);
    }
    if (check.typing && option.focused === true) checkFocus(definition);
    else checkValue(check, definition, check.typing ? asTyped(definition, option.value) : option.value);
  }
  if (check.typing) return;
  const missing = definitions.find(
    (definition) => definition.required === true && !given.some((option) => option.name === definition.name),
  );
  if (missing !== undefined) throw new PeopleError(400, `The option "${missing.name}" is required.`);
}

/**
 * What is being typed reaches the bot as it stands in the line: numbers as text, also in the options beside;
 * https://github.com/discord/discord-api-docs/issues/4338 and https://github.com/discordjs/discord-api-types/pull/1198
 */
export function withNumbersAsText(options: readonly RawOption[]): RawOption[] {
  return options.map((option) => {
    if (!isValue(option)) return { ...option, options: withNumbersAsText(option.options ?? []) };
    return isNumeric(option.type) ? { ...option, value: String(option.value) } : option;
  });
}

/** The words of a test as the options that Discord's client would send. */
export function toRawOptions(
  command: APIApplicationCommand,
  named: NamedCommand,
  focused?: string,
): RawOption[] {
  const words = [named.group, named.subcommand].filter((word) => word !== undefined);
  return nest(command.options ?? [], words, named.options ?? {}, focused);
}

/** What a member is typing in, wherever it is nested. */
export function focusedOption(options: readonly RawOption[]): RawValueOption | undefined {
  return options
    .flatMap((option) => (isValue(option) ? [option] : [focusedOption(option.options ?? [])]))
    .find((option) => option?.focused === true);
}

/** "briefing read": the words after the slash. */
export function commandWords(name: string, options: readonly RawOption[]): string {
  const [first] = options;
  return first === undefined || isValue(first)
    ? name
    : commandWords(`${name} ${first.name}`, first.options ?? []);
}

function checkBranch(
  check: OptionCheck,
  definitions: readonly APIApplicationCommandOption[],
  given: readonly RawOption[],
): void {
  const [chosen] = given;
  const definition = definitions.find((candidate) => candidate.name === chosen?.name);
  if (
    given.length !== 1 ||
    chosen === undefined ||
    definition === undefined ||
    !isBranch(definition) ||
    isValue(chosen) ||
    chosen.type !== definition.type
  ) {
    const names = definitions.map((candidate) => candidate.name).join(', ');
    throw new PeopleError(400, `Choose exactly one of: ${names}.`);
  }
  checkOptions(check, definition.options ?? [], chosen.options ?? []);
}

function asTyped(
  { type }: APIApplicationCommandBasicOption,
  value: string | number | boolean,
): string | number | boolean {
  return isNumeric(type) && typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
}

function isNumeric(type: ApplicationCommandOptionType): boolean {
  return type === ApplicationCommandOptionType.Integer || type === ApplicationCommandOptionType.Number;
}

function checkFocus(definition: APIApplicationCommandBasicOption): void {
  if (!('autocomplete' in definition) || definition.autocomplete !== true) {
    throw new PeopleError(400, `The option "${definition.name}" has no autocomplete.`);
  }
}

function checkValue(
  check: OptionCheck,
  definition: APIApplicationCommandBasicOption,
  value: string | number | boolean,
): void {
  const problem = entityProblem(check, definition, value) ?? plainProblem(definition, value);
  if (problem !== null) throw new PeopleError(400, `The option "${definition.name}" ${problem}.`);
}

function plainProblem(
  definition: APIApplicationCommandBasicOption,
  value: string | number | boolean,
): string | null {
  switch (definition.type) {
    case ApplicationCommandOptionType.String: {
      if (typeof value !== 'string') return 'must be text';
      // 6000 is what Discord's client lets people type.
      const { min_length: min = 0, max_length: max = 6_000 } = definition;
      if (value.length < min || value.length > max) return `must have ${min} to ${max} characters`;
      return choiceProblem(definition.choices, value);
    }
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number: {
      const isNumber =
        definition.type === ApplicationCommandOptionType.Integer
          ? Number.isSafeInteger(value)
          : typeof value === 'number' && Number.isFinite(value);
      if (!isNumber) return 'must be a number';
      const { min_value: min = -(2 ** 53), max_value: max = 2 ** 53 } = definition;
      if (Number(value) < min || Number(value) > max) return `must be from ${min} to ${max}`;
      return choiceProblem(definition.choices, value);
    }
    case ApplicationCommandOptionType.Boolean:
      return typeof value === 'boolean' ? null : 'must be true or false';
    case ApplicationCommandOptionType.User:
    case ApplicationCommandOptionType.Channel:
    case ApplicationCommandOptionType.Role:
    case ApplicationCommandOptionType.Mentionable:
    case ApplicationCommandOptionType.Attachment:
      return null;
  }
}

function choiceProblem(
  choices: readonly { value: string | number }[] | undefined,
  value: string | number | boolean,
): string | null {
  if (choices === undefined || choices.length === 0) return null;
  return choices.some((choice) => choice.value === value) ? null : 'must be one of its choices';
}

const ENTITIES: Readonly<Partial<Record<ApplicationCommandOptionType, EntityKind>>> = {
  [ApplicationCommandOptionType.User]: 'user',
  [ApplicationCommandOptionType.Role]: 'role',
  [ApplicationCommandOptionType.Channel]: 'channel',
  [ApplicationCommandOptionType.Mentionable]: 'mentionable',
  [ApplicationCommandOptionType.Attachment]: 'attachment',
};

function entityProblem(
  { world, resolver }: OptionCheck,
  definition: APIApplicationCommandBasicOption,
  value: string | number | boolean,
): string | null {
  const kind = ENTITIES[definition.type];
  if (kind === undefined) return null;
  if (typeof value !== 'string' || !resolver.add(kind, value)) return `must be a ${kind} of this server`;
  if (definition.type !== ApplicationCommandOptionType.Channel) return null;
  const type = world.channels.get(value)?.type;
  const allowed = definition.channel_types ?? [];
  return allowed.length === 0 || allowed.some((candidate) => candidate === type)
    ? null
    : 'must be a channel of another type';
}

function nest(
  definitions: readonly APIApplicationCommandOption[],
  words: readonly string[],
  values: OptionValues,
  focused: string | undefined,
): RawOption[] {
  const [word, ...rest] = words;
  if (word !== undefined) {
    const branch = definitions.find((definition) => definition.name === word);
    if (branch === undefined || !isBranch(branch)) {
      throw new PeopleError(404, `The command has no subcommand "${word}".`);
    }
    return [{ name: word, type: branch.type, options: nest(branch.options ?? [], rest, values, focused) }];
  }
  return Object.entries(values).map(([name, value]) => {
    const definition = definitions.find((candidate) => candidate.name === name);
    if (definition === undefined || isBranch(definition)) {
      throw new PeopleError(400, `The command has no option "${name}".`);
    }
    return { name, type: definition.type, value, ...(name === focused && { focused: true }) };
  });
}

function isBranch(
  option: APIApplicationCommandOption,
): option is Exclude<APIApplicationCommandOption, APIApplicationCommandBasicOption> {
  return (
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
  );
}

function isValue(option: RawOption): option is RawValueOption {
  return (
    option.type !== ApplicationCommandOptionType.Subcommand &&
    option.type !== ApplicationCommandOptionType.SubcommandGroup
  );
}

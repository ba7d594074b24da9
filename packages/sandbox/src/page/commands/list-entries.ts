import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
} from 'discord-api-types/payloads/v10';

type OuterType = ApplicationCommandOptionType.Subcommand | ApplicationCommandOptionType.SubcommandGroup;

/** One line of the command list: a command, or each subcommand of one, as Discord's client lists them. */
export interface CommandEntry {
  commandId: string;
  /** "briefing read" */
  name: string;
  description: string;
  /** The subcommand group and subcommand to wrap the options in, outermost first. */
  path: readonly { name: string; type: OuterType }[];
  options: readonly APIApplicationCommandBasicOption[];
}

export function listEntries(commands: readonly APIApplicationCommand[], locale: string): CommandEntry[] {
  return commands
    .filter(({ type }) => type === ApplicationCommandType.ChatInput)
    .flatMap((command) =>
      entriesOf(
        {
          commandId: command.id,
          name: command.name,
          description: localized(command, locale),
          path: [],
          options: [],
        },
        command.options ?? [],
        locale,
      ),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Entries whose name begins with what was typed, then those in which it occurs. */
export function matchEntries(entries: readonly CommandEntry[], typed: string): CommandEntry[] {
  const wanted = typed.trim().toLowerCase();
  const starting = entries.filter(({ name }) => name.startsWith(wanted));
  const containing = entries.filter(({ name }) => !name.startsWith(wanted) && name.includes(wanted));
  return [...starting, ...containing];
}

function entriesOf(
  outer: CommandEntry,
  options: readonly APIApplicationCommandOption[],
  locale: string,
): CommandEntry[] {
  const inner = options.filter(isOuter);
  if (inner.length === 0) return [{ ...outer, options: options.filter(isBasic) }];
  return inner.flatMap((option) =>
    entriesOf(
      {
        ...outer,
        name: `${outer.name} ${option.name}`,
        description: localized(option, locale),
        path: [...outer.path, { name: option.name, type: option.type }],
      },
      option.options ?? [],
      locale,
    ),
  );
}

function isOuter(
  option: APIApplicationCommandOption,
): option is Extract<APIApplicationCommandOption, { type: OuterType }> {
  return (
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
  );
}

function isBasic(option: APIApplicationCommandOption): option is APIApplicationCommandBasicOption {
  return !isOuter(option);
}

interface Described {
  description: string;
  description_localizations?: Partial<Record<string, string | null>> | null;
}

function localized(described: Described, locale: string): string {
  return described.description_localizations?.[locale] ?? described.description;
}

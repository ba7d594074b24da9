import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  LocalizationMap,
} from 'discord-api-types/v10';

/** The body that creates or changes a command, as far as the rules look at it. */
export interface CommandBody {
  name: string;
  description?: string | null;
  type?: ApplicationCommandType | null;
  options?: APIApplicationCommandOption[] | null;
  /** The specification does not know it in requests, so nothing has checked it. */
  nsfw?: unknown;
  name_localizations?: LocalizationMap | null;
  description_localizations?: LocalizationMap | null;
}

export interface PlacedOption {
  option: APIApplicationCommandOption;
  path: (string | number)[];
  depth: number;
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

export function isCommandName(name: string): boolean {
  return NAME.test(name) && name === name.toLowerCase();
}

export function isChatInput(command: CommandBody): boolean {
  return (command.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
}

/** All options, those of subcommands included. */
export function optionsOf(command: CommandBody): PlacedOption[] {
  return walkOptions(command.options ?? [], ['options'], 0);
}

function walkOptions(
  options: readonly APIApplicationCommandOption[],
  path: (string | number)[],
  depth: number,
): PlacedOption[] {
  return options.flatMap((option, index) => {
    const place = [...path, index];
    const nested = isBranch(option) ? (option.options ?? []) : [];
    return [{ option, path: place, depth }, ...walkOptions(nested, [...place, 'options'], depth + 1)];
  });
}

export function isBranch(
  option: APIApplicationCommandOption,
): option is Exclude<APIApplicationCommandOption, APIApplicationCommandBasicOption> {
  return (
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
  );
}

import { ApplicationCommandType, type APIApplicationCommand } from 'discord-api-types/payloads/v10';

/** A command of the context menu of messages or of members. */
export interface ContextCommand {
  commandId: string;
  name: string;
  on: 'MESSAGE' | 'MEMBER';
}

export function listContextCommands(
  commands: readonly APIApplicationCommand[],
  locale: string,
): ContextCommand[] {
  return commands.flatMap(({ id, name, type, name_localizations: names }): ContextCommand[] => {
    const isOnMember = type === ApplicationCommandType.User;
    if (!isOnMember && type !== ApplicationCommandType.Message) return [];
    const localized: Partial<Record<string, string | null>> = names ?? {};
    return [{ commandId: id, name: localized[locale] ?? name, on: isOnMember ? 'MEMBER' : 'MESSAGE' }];
  });
}

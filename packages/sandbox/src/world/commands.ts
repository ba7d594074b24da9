import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { APIApplicationCommand, InteractionContextType, Permissions } from 'discord-api-types/v10';
import type { CommandBody } from '../validation/command-body.ts';
import { COMMAND_LIMITS } from '../validation/command-rules.ts';
import { countCreations } from './command-creations.ts';
import { DiscordError } from './discord-error.ts';
import { readBits } from './permission-bits.ts';
import { channelPermissions, has } from './permissions.ts';
import type { ChannelRecord } from './records.ts';
import { withoutNulls } from './without-nulls.ts';
import type { World } from './world.ts';

/** What a request says of a command. */
export interface CommandDraft extends CommandBody {
  default_member_permissions?: Permissions | number | null;
  contexts?: InteractionContextType[] | null;
  integration_types?: ApplicationIntegrationType[] | null;
  nsfw?: boolean | null;
}

/** Null: the commands of every server. */
export type Scope = string | null;

export function commandsIn(world: World, scope: Scope): APIApplicationCommand[] {
  return [...world.commands.values()].filter((command) => (command.guild_id ?? null) === scope);
}

/** The commands a person may use in a channel; https://docs.discord.com/developers/interactions/application-commands#permissions */
export function usableCommands(
  world: World,
  channel: ChannelRecord,
  userId: string,
): APIApplicationCommand[] {
  const permissions = channelPermissions(world, channel, userId);
  if (!has(permissions, PermissionFlagsBits.UseApplicationCommands)) return [];
  return [...commandsIn(world, channel.guildId), ...commandsIn(world, null)].filter((command) =>
    mayUse(command, permissions),
  );
}

/** "0" means administrators only. */
export function mayUse(command: APIApplicationCommand, permissions: bigint): boolean {
  if (has(permissions, PermissionFlagsBits.Administrator)) return true;
  if (command.default_member_permissions === null) return true;
  const wanted = BigInt(command.default_member_permissions);
  return wanted !== 0n && has(permissions, wanted);
}

/** A name that exists already is replaced and keeps its id. */
export function saveCommand(world: World, scope: Scope, draft: CommandDraft): APIApplicationCommand {
  const others = commandsIn(world, scope).filter((candidate) => !isNamesake(candidate, draft));
  refuseTooMany([...others, draft]);
  const command = readCommand(world, scope, draft);
  countCreations(world, scope, others.length === commandsIn(world, scope).length ? 1 : 0);
  world.commands.set(command.id, command);
  world.events.emit({ type: 'commands-changed' });
  return command;
}

/** Exactly these commands exist afterwards. */
export function replaceCommands(
  world: World,
  scope: Scope,
  drafts: readonly CommandDraft[],
): APIApplicationCommand[] {
  refuseTooMany(drafts);
  const before = commandsIn(world, scope);
  const isNew = (draft: CommandDraft): boolean => !before.some((command) => isNamesake(command, draft));
  // A draft that cannot be read is refused before anything counts.
  const kept = drafts.map((draft, index) => readCommand(world, scope, draft, [index]));
  countCreations(world, scope, drafts.filter(isNew).length);
  for (const command of kept) world.commands.set(command.id, command);
  const keptIds = new Set(kept.map((command) => command.id));
  for (const command of before) if (!keptIds.has(command.id)) world.commands.delete(command.id);
  world.events.emit({ type: 'commands-changed' });
  return kept;
}

export function changeCommand(
  world: World,
  command: APIApplicationCommand,
  changes: Partial<CommandDraft>,
): APIApplicationCommand {
  // The kind of a command is for ever.
  const draft: CommandDraft = { ...command, ...changes, type: command.type };
  const changed = describeCommand(world, command.guild_id ?? null, draft, { before: command, path: [] });
  world.commands.set(command.id, changed);
  world.events.emit({ type: 'commands-changed' });
  return changed;
}

export function deleteCommand(world: World, command: APIApplicationCommand): void {
  world.commands.delete(command.id);
  world.events.emit({ type: 'commands-changed' });
}

/** The command as it will be; its namesake is the one it replaces. */
function readCommand(
  world: World,
  scope: Scope,
  draft: CommandDraft,
  path: readonly (string | number)[] = [],
): APIApplicationCommand {
  const before = commandsIn(world, scope).find((candidate) => isNamesake(candidate, draft));
  return describeCommand(world, scope, draft, { before, path });
}

function describeCommand(
  world: World,
  scope: Scope,
  draft: CommandDraft,
  { before, path }: { before: APIApplicationCommand | undefined; path: readonly (string | number)[] },
): APIApplicationCommand {
  const permissions = readPermissions(draft.default_member_permissions, path);
  const command: APIApplicationCommand = {
    id: before?.id ?? world.snowflakes.next(),
    application_id: world.bot.id,
    version: before?.version ?? '',
    type: draft.type ?? ApplicationCommandType.ChatInput,
    name: draft.name,
    name_localizations: draft.name_localizations ?? null,
    description: draft.description ?? '',
    description_localizations: draft.description_localizations ?? null,
    default_member_permissions: permissions,
    nsfw: draft.nsfw ?? false,
    ...(draft.options !== undefined &&
      draft.options !== null && {
        options: withoutNulls(structuredClone(draft.options)),
      }),
    ...(scope === null
      ? {
          contexts: draft.contexts ?? null,
          integration_types: draft.integration_types ?? [ApplicationIntegrationType.GuildInstall],
          dm_permission: true,
        }
      : { guild_id: scope }),
  };
  const same = before !== undefined && JSON.stringify(before) === JSON.stringify(command);
  return same ? before : { ...command, version: world.snowflakes.next() };
}

function readPermissions(
  permissions: Permissions | number | null | undefined,
  path: readonly (string | number)[],
): Permissions | null {
  if (permissions === null || permissions === undefined) return null;
  return readBits(permissions, [...path, 'default_member_permissions']).toString();
}

/** Names are unique per kind of command. */
function isNamesake(command: APIApplicationCommand, draft: CommandBody): boolean {
  return command.name === draft.name && command.type === (draft.type ?? ApplicationCommandType.ChatInput);
}

function refuseTooMany(commands: readonly CommandBody[]): void {
  for (const [type, limit] of Object.entries(COMMAND_LIMITS)) {
    const count = commands.filter(
      (command) => (command.type ?? ApplicationCommandType.ChatInput) === Number(type),
    ).length;
    if (count > limit) throw new DiscordError('tooManyCommands');
  }
}

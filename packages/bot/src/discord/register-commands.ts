import type { Logger } from '@communique/shared/logger';
import { Routes } from 'discord-api-types/v10';
import type { REST } from 'discord.js';
import type { Command } from '../commands/command.ts';

/** Writes the list of commands only when Discord has another one: a person's client notices every write. */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly Command[],
  logger: Logger,
): Promise<void> {
  const route = Routes.applicationCommands(applicationId);
  const wanted = commands.map(({ data }) => data);
  if (isSameList(await rest.get(route), wanted)) return;
  await rest.put(route, { body: wanted });
  logger.info({ commands: wanted.map(({ name }) => name) }, 'commands registered');
}

export function isSameList(existing: unknown, wanted: readonly object[]): boolean {
  if (!Array.isArray(existing) || existing.length !== wanted.length) return false;
  return fingerprint(existing) === fingerprint(wanted);
}

function fingerprint(commands: readonly object[]): string {
  return commands
    .map((command) => JSON.stringify(essence(command)))
    .toSorted()
    .join('\n');
}

/** What a definition says, without what Discord adds (ids, versions) and without defaults that may be left out. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(essence);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, content]) => DEFINING.has(key) && !isDefault(key, content))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, content]) => [key, essence(content)]);
  return Object.fromEntries(entries);
}

function isDefault(key: string, content: unknown): boolean {
  return (
    // A command without a type is a slash command (1); no option of ours has this number but subcommands.
    (key === 'type' && content === 1) ||
    content === undefined ||
    content === null ||
    content === false ||
    (Array.isArray(content) && content.length === 0)
  );
}

const DEFINING = new Set([
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'type',
  'default_member_permissions',
  'contexts',
  'integration_types',
  'nsfw',
  'options',
  'required',
  'choices',
  'value',
  'autocomplete',
  'channel_types',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
]);

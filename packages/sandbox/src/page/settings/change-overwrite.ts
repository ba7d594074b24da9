import { PermissionFlagsBits, type APIOverwrite } from 'discord-api-types/payloads/v10';

export type Setting = 'ALLOW' | 'INHERIT' | 'DENY';

/** What a moderator can allow or deny on this page, in the words of Discord's own settings. */
export const permissions: readonly { name: string; bit: bigint }[] = [
  { name: 'View channel', bit: PermissionFlagsBits.ViewChannel },
  { name: 'Send messages', bit: PermissionFlagsBits.SendMessages },
  { name: 'Send messages in threads', bit: PermissionFlagsBits.SendMessagesInThreads },
  { name: 'Create public threads', bit: PermissionFlagsBits.CreatePublicThreads },
  { name: 'Embed links', bit: PermissionFlagsBits.EmbedLinks },
  { name: 'Attach files', bit: PermissionFlagsBits.AttachFiles },
  { name: 'Add reactions', bit: PermissionFlagsBits.AddReactions },
  { name: 'Read message history', bit: PermissionFlagsBits.ReadMessageHistory },
  { name: 'Use application commands', bit: PermissionFlagsBits.UseApplicationCommands },
  { name: 'Manage messages', bit: PermissionFlagsBits.ManageMessages },
];

export function findOverwrite(
  overwrites: readonly APIOverwrite[],
  { id, type }: Pick<APIOverwrite, 'id' | 'type'>,
): APIOverwrite {
  return overwrites.find((overwrite) => overwrite.id === id) ?? { id, type, allow: '0', deny: '0' };
}

export function readSetting(overwrite: APIOverwrite, bit: bigint): Setting {
  if ((BigInt(overwrite.allow) & bit) !== 0n) return 'ALLOW';
  return (BigInt(overwrite.deny) & bit) !== 0n ? 'DENY' : 'INHERIT';
}

export function changeOverwrite(overwrite: APIOverwrite, bit: bigint, setting: Setting): APIOverwrite {
  const allow = BigInt(overwrite.allow) & ~bit;
  const deny = BigInt(overwrite.deny) & ~bit;
  return {
    ...overwrite,
    allow: String(setting === 'ALLOW' ? allow | bit : allow),
    deny: String(setting === 'DENY' ? deny | bit : deny),
  };
}

export function isSetting(value: string): value is Setting {
  return value === 'ALLOW' || value === 'INHERIT' || value === 'DENY';
}

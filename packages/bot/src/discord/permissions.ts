import { PermissionFlagsBits } from 'discord-api-types/v10';

/** What a digest needs in its channel. Reading the history is what keeps it from being posted twice. */
const NEEDED: readonly { bit: bigint; name: string }[] = [
  { bit: PermissionFlagsBits.ViewChannel, name: 'View Channel' },
  { bit: PermissionFlagsBits.SendMessages, name: 'Send Messages' },
  { bit: PermissionFlagsBits.ReadMessageHistory, name: 'Read Message History' },
];

/** Discord's names of the permissions the bot lacks; none when Discord did not say what it may do. */
export function missingPermissions(permissions: bigint | null): string[] {
  if (permissions === null || has(permissions, PermissionFlagsBits.Administrator)) return [];
  return NEEDED.filter(({ bit }) => !has(permissions, bit)).map(({ name }) => name);
}

/** Without both, Discord answers with an empty list of messages, or refuses. */
export function mayReadHistory(permissions: bigint): boolean {
  return (
    has(permissions, PermissionFlagsBits.Administrator) ||
    has(permissions, PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory)
  );
}

function has(permissions: bigint, bit: bigint): boolean {
  return (permissions & bit) === bit;
}

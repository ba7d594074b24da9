import { OverwriteType, type APIOverwrite } from 'discord-api-types/payloads/v10';
import type { SandboxGuild, StateResponse } from '../../people/protocol.ts';

/** A role or member that a channel may treat otherwise than its server does. */
export interface Target {
  id: string;
  type: OverwriteType;
  name: string;
  /** How many permissions the channel allows and denies it. */
  allowed: number;
  denied: number;
}

/** @everyone and the roles, highest first, then the members and the bot. */
export function listTargets(
  guild: SandboxGuild,
  bot: StateResponse['bot'],
  overwrites: readonly APIOverwrite[],
): Target[] {
  // @everyone has the id of its server.
  const roles = [{ id: guild.id, name: 'everyone' }, ...guild.roles];
  const members = guild.hasBot ? [...guild.members, bot] : guild.members;
  return [
    ...roles.map(({ id, name }) => aTarget(id, OverwriteType.Role, `@${name}`, overwrites)),
    ...members.map(({ id, name }) => aTarget(id, OverwriteType.Member, name, overwrites)),
  ];
}

export function isSet({ allowed, denied }: Target): boolean {
  return allowed + denied > 0;
}

/** "2 allowed, 1 denied" */
export function describeTarget({ allowed, denied }: Target): string {
  const parts = [allowed > 0 ? `${allowed} allowed` : '', denied > 0 ? `${denied} denied` : ''];
  return parts.filter(Boolean).join(', ') || 'as on the server';
}

function aTarget(id: string, type: OverwriteType, name: string, overwrites: readonly APIOverwrite[]): Target {
  const overwrite = overwrites.find((each) => each.id === id);
  return { id, type, name, allowed: countBits(overwrite?.allow), denied: countBits(overwrite?.deny) };
}

function countBits(bits = '0'): number {
  return BigInt(bits).toString(2).replaceAll('0', '').length;
}

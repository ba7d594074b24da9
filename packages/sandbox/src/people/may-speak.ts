import { PermissionFlagsBits } from 'discord-api-types/v10';
import { has, permissionToSend } from '../world/permissions.ts';
import type { ChannelRecord } from '../world/records.ts';

/** Whether a member with these permissions may write in the channel; a locked thread is shut for all but those who manage threads. */
export function maySpeak(channel: ChannelRecord, permissions: bigint): boolean {
  if (!has(permissions, PermissionFlagsBits.ViewChannel | permissionToSend(channel))) return false;
  const isLocked = channel.kind === 'thread' && channel.thread.locked;
  return !isLocked || has(permissions, PermissionFlagsBits.ManageThreads);
}

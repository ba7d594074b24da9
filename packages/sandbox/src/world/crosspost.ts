import { MessageFlags } from 'discord-api-types/v10';
import { DiscordError, RateLimitedError } from './discord-error.ts';
import type { StoredMessage } from './records.ts';
import type { World } from './world.ts';

/** Ten in an hour and channel: not in the documentation, but what everybody reports; https://github.com/discordjs/discord.js/issues/4956 */
const PER_HOUR = 10;
const HOUR_MS = 3_600_000;

/** Publishing is no edit: the time of the last edit stays. */
export function crosspost(world: World, stored: StoredMessage): StoredMessage {
  const { message } = stored;
  const flags = message.flags ?? 0;
  if ((flags & MessageFlags.Crossposted) !== 0) throw new DiscordError('alreadyCrossposted');
  const now = world.clock.deadline().getTime();
  const times = (world.crossposts.get(message.channel_id) ?? []).filter((at) => now - at < HOUR_MS);
  const [oldest = now] = times;
  if (times.length >= PER_HOUR) throw new RateLimitedError((oldest + HOUR_MS - now) / 1_000);
  world.crossposts.set(message.channel_id, [...times, now]);
  message.flags = flags | MessageFlags.Crossposted;
  world.events.emit({ type: 'message-updated', stored });
  return stored;
}

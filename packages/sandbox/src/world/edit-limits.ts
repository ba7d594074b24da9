import { MessageFlags } from 'discord-api-types/v10';
import { RateLimitedError } from './discord-error.ts';
import type { StoredMessage } from './records.ts';
import { snowflakeTime } from './snowflakes.ts';
import type { World } from './world.ts';

const HOUR_MS = 3_600_000;

interface EditLimit {
  /** Discord's code and words for it. */
  code: number;
  message: string;
  perHour: number;
}

/** Three in an hour: not in the documentation, but reported; https://github.com/discord/discord-api-docs/issues/2258 */
const PUBLISHED: EditLimit = {
  code: 20_022,
  message: 'This message cannot be edited due to announcement rate limits',
  perHour: 3,
};

/** Discord documents the code and keeps the number to itself: the thirty are the sandbox's own; https://github.com/discord/discord-api-docs/issues/4413 */
const OLD: EditLimit = {
  code: 30_046,
  message: 'Maximum number of edits to messages older than 1 hour reached. Try again later',
  perHour: 30,
};

/** Counts an edit of what is published (by message) or older than an hour (by channel), and refuses one too many. */
export function countEdit(world: World, { message }: StoredMessage): void {
  if (((message.flags ?? 0) & MessageFlags.Crossposted) !== 0) take(world, PUBLISHED, message.id);
  if (world.clock.now().getTime() - snowflakeTime(message.id) > HOUR_MS) take(world, OLD, message.channel_id);
}

/** In machine time: whoever moves the clock of the content ahead gains nothing. */
function take(world: World, limit: EditLimit, id: string): void {
  const key = `${limit.code}:${id}`;
  const now = world.clock.deadline().getTime();
  const times = (world.edits.get(key) ?? []).filter((at) => now - at < HOUR_MS);
  const [oldest = now] = times;
  if (times.length >= limit.perHour) throw new RateLimitedError((oldest + HOUR_MS - now) / 1_000, limit);
  world.edits.set(key, [...times, now]);
}

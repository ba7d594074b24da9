import { DiscordError } from './discord-error.ts';
import type { World } from './world.ts';

/** https://docs.discord.com/developers/interactions/application-commands#registering-a-command */
const PER_DAY = 200;
const DAY_MS = 24 * 3_600_000;

/** Counts new commands of a server, or of all; those of a known name are no creations. Refuses all of them when they are too many. */
export function countCreations(world: World, scope: string | null, created: number): void {
  const now = world.clock.deadline().getTime();
  const times = (world.commandCreations.get(scope) ?? []).filter((at) => now - at < DAY_MS);
  if (times.length + created > PER_DAY) throw new DiscordError('tooManyCreations');
  world.commandCreations.set(scope, [...times, ...Array.from({ length: created }, () => now)]);
}

import type { Clock } from '@communique/shared/clock';

/** Milliseconds between 1970 and the first second of 2015; https://docs.discord.com/developers/reference#snowflakes */
const DISCORD_EPOCH = 1_420_070_400_000n;

export interface Snowflakes {
  /** A new id, greater than every id before it even when the clock stands still or went back between two starts. */
  next(): string;
  /** The last id given out, kept between starts. */
  last(): string;
}

export function createSnowflakes(clock: Clock, lastId = '0'): Snowflakes {
  let last = BigInt(lastId);
  return {
    next() {
      const fromClock = (BigInt(clock.now().getTime()) - DISCORD_EPOCH) << 22n;
      last = fromClock > last ? fromClock : last + 1n;
      return last.toString();
    },
    last: () => last.toString(),
  };
}

export function compareSnowflakes(left: string, right: string): number {
  const difference = BigInt(left) - BigInt(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isSnowflake(text: string): boolean {
  return /^(0|[1-9][0-9]{0,18})$/.test(text);
}

/** When an id was given out. */
export function snowflakeTime(id: string): number {
  return Number((BigInt(id) >> 22n) + DISCORD_EPOCH);
}

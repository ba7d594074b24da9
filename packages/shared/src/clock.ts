/**
 * Two readings of time, because a development clock may run ahead.
 * `now` is what content and schedules live by; it can be moved forward on a developer's machine.
 * `deadline` is the machine's own time: leases, interaction tokens and other protocol deadlines.
 */
export interface Clock {
  now(): Date;
  deadline(): Date;
}

export interface DevelopmentClock extends Clock {
  /** Milliseconds that `now` runs ahead of the machine. */
  offset(): number;
  /** Sets the offset. It never shrinks: what has happened stays in the past. What would give no valid date is ignored. */
  setOffset(milliseconds: number): void;
}

export const systemClock: Clock = {
  now: () => new Date(),
  deadline: () => new Date(),
};

export function createDevelopmentClock(initialOffset = 0): DevelopmentClock {
  let offset = initialOffset;
  return {
    now: () => new Date(Date.now() + offset),
    deadline: () => new Date(),
    offset: () => offset,
    setOffset(milliseconds) {
      const isDate = !Number.isNaN(new Date(Date.now() + milliseconds).getTime());
      if (isDate) offset = Math.max(offset, milliseconds);
    },
  };
}

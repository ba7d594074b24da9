import type { Clock } from '@communique/shared/clock';

export interface SettableClock extends Clock {
  /** Lets time pass, for content and for deadlines alike. */
  pass(milliseconds: number): void;
  /** Moves content time forward only, as a development clock does. */
  jumpTo(instant: string): void;
}

/** A clock that stands still until the test moves it. */
export function createSettableClock(start: string): SettableClock {
  let now = new Date(start).getTime();
  let deadline = now;
  return {
    now: () => new Date(now),
    deadline: () => new Date(deadline),
    pass(milliseconds) {
      now += milliseconds;
      deadline += milliseconds;
    },
    jumpTo(instant) {
      now = new Date(instant).getTime();
    },
  };
}

/**
 * Moments: what was read of the database at one is still right for as long as it lasts, so those who need the same need not all read it.
 * A moment ends with the turn of the event loop and with every write of this program. What another program wrote is seen in the next turn:
 * whoever asks in this one had sent the question before the turn began.
 */
import { setImmediate } from 'node:timers';

export type Moment = symbol;

// Of the whole program: what one connection to a file writes, another one reads.
let moment: Moment | null = null;

export function currentMoment(): Moment {
  if (moment === null) {
    moment = Symbol('moment');
    setImmediate(endMoment);
  }
  return moment;
}

export function endMoment(): void {
  moment = null;
}

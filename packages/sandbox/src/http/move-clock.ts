import type { DevelopmentClock } from '@communique/shared/clock';
import { PeopleError } from '../people/errors.ts';
import type { ClockRequest, ClockResponse } from '../people/protocol.ts';
import type { World } from '../world/world.ts';

export type ClockWish = { advanceMilliseconds: number } | 'next-digest';

/** Asks whoever started the sandbox to move the clock of all programs. */
export type RequestClock = (wish: ClockWish) => Promise<{ at: Date | null; message: string }>;

/** Moves the content clock: of all programs when somebody coordinates them, else of the sandbox alone. */
export async function moveClock(
  options: { world: World; clock: DevelopmentClock; requestClock: RequestClock | undefined },
  request: ClockRequest,
): Promise<ClockResponse> {
  const { clock, requestClock, world } = options;
  const wish: ClockWish = 'jump' in request ? request.jump : request;
  if (requestClock === undefined) {
    if (wish === 'next-digest') {
      throw new PeopleError(409, 'The sandbox runs alone: nobody here knows when the next digest is due.');
    }
    clock.setOffset(clock.offset() + wish.advanceMilliseconds);
    world.events.emit({ type: 'clock' });
    return { at: clock.now().toISOString(), message: 'The clock of the sandbox moved.' };
  }
  const { at, message } = await requestClock(wish);
  world.events.emit({ type: 'clock' });
  return { at: at?.toISOString() ?? null, message };
}

import { refuseFault } from './fault-shape.ts';
import { fitsPattern } from './path-pattern.ts';

/** A mishap to happen to requests of the bot. */
export interface Fault {
  /** Any method when left out. */
  method?: string | undefined;
  /**
   * Matched against the path after the version, such as /channels/1191200000000000111/messages; any path when left out.
   * In a text `*` stands for anything.
   */
  path?: RegExp | string | undefined;
  /** How many requests it happens to; 1 when left out, `Infinity` for all until `clear()`. */
  times?: number | undefined;
  /** How likely it is that a request which fits is hit, from 0 to 1; always when left out. A hit uses up one of `times`. */
  probability?: number | undefined;
  /** Waits before anything else happens. */
  delayMs?: number | undefined;
  /**
   * Answers with this status, from 200 to 599, instead of Discord's answer; nothing is written unless `afterWrite` says so.
   * 429 without a `body` is `rateLimitSeconds: 1`.
   */
  status?: number | undefined;
  body?: unknown;
  headers?: Record<string, string> | undefined;
  /** Answers 429 and asks for so many seconds of patience, an hour for example. */
  rateLimitSeconds?: number | undefined;
  /** With `status` or `rateLimitSeconds`: the request is carried out first, and only its answer is lost. */
  afterWrite?: boolean | undefined;
  /** Sends the answer's body in pieces over this time. */
  slowBodyMs?: number | undefined;
  /** Cuts the connection; with `after` the write happens first, so that the bot cannot know. */
  drop?: 'before' | 'after' | undefined;
}

export interface Faults {
  /** Throws a RangeError that names the field when the fault could never happen as it is described. */
  add(fault: Fault): void;
  /** The same seed gives the same luck. */
  seed(seed: number): void;
  clear(): void;
}

export interface ArmedFaults extends Faults {
  /** The first fault that fits, used up by one. */
  take(method: string, path: string): Fault | null;
}

export function createFaults(): ArmedFaults {
  let armed: { fault: Fault; left: number }[] = [];
  let luck = createLuck(1);
  return {
    add(fault) {
      const reason = refuseFault(fault);
      if (reason !== null) throw new RangeError(reason);
      armed.push({ fault, left: fault.times ?? 1 });
    },
    seed(seed) {
      luck = createLuck(seed);
    },
    clear() {
      armed = [];
    },
    take(method, path) {
      const hit = armed.find(
        ({ fault, left }) =>
          left > 0 &&
          fits(fault, method, path) &&
          (fault.probability === undefined || luck() < fault.probability),
      );
      if (hit === undefined) return null;
      hit.left -= 1;
      return hit.fault;
    },
  };
}

function fits(fault: Fault, method: string, path: string): boolean {
  return (
    (fault.method === undefined || fault.method.toUpperCase() === method) &&
    (fault.path === undefined || fitsPath(fault.path, path))
  );
}

function fitsPath(wanted: RegExp | string, path: string): boolean {
  // `search` ignores the state that a global expression keeps between uses.
  return typeof wanted === 'string' ? fitsPattern(wanted, path) : path.search(wanted) !== -1;
}

/** Numbers from 0 to 1 that look random and are the same in every run (mulberry32). */
function createLuck(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A mishap to happen to requests of the bot. */
export interface Fault {
  /** Any method when left out. */
  method?: string;
  /** Matched against the path after the version, such as /channels/1191200000000000111/messages; any path when left out. */
  path?: RegExp;
  /** How many requests it happens to; 1 when left out, `Infinity` for all until `clear()`. */
  times?: number;
  /** Waits before anything else happens. */
  delayMs?: number;
  /** Answers with this status instead of Discord's answer; nothing is written. */
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** Cuts the connection; with `after` the write happens first, so that the bot cannot know. */
  drop?: 'before' | 'after';
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
}

export interface ArmedFaults extends Faults {
  /** The first fault that fits, used up by one. */
  take(method: string, path: string): Fault | null;
}

export function createFaults(): ArmedFaults {
  let armed: { fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      armed.push({ fault, left: fault.times ?? 1 });
    },
    clear() {
      armed = [];
    },
    take(method, path) {
      const hit = armed.find(({ fault, left }) => left > 0 && fits(fault, method, path));
      if (hit === undefined) return null;
      hit.left -= 1;
      return hit.fault;
    },
  };
}

function fits(fault: Fault, method: string, path: string): boolean {
  return (
    (fault.method === undefined || fault.method.toUpperCase() === method) &&
    // `search` ignores the state that a global expression keeps between uses.
    (fault.path === undefined || path.search(fault.path) !== -1)
  );
}

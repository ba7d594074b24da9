export interface Refresher {
  /** Runs the task soon, once for many wishes. */
  wish(): void;
  stop(): void;
}

interface RefresherOptions {
  task(): Promise<void>;
  /** Told after every run: null when it succeeded, else what went wrong. After a failure it runs again by itself. */
  onEnd(failure: Error | null): void;
  soonMilliseconds?: number;
}

const longestRetryMilliseconds = 8_000;
// With a thousand servers a run takes a while: most of the time should be left for other things.
const restPerRun = 4;

/** Repeats a task on request, never twice at once, and again after a failure until it succeeds. */
export function createRefresher(options: RefresherOptions): Refresher {
  const { soonMilliseconds = 100 } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retry = soonMilliseconds;
  let lastMilliseconds = 0;
  let isStopped = false;

  function plan(milliseconds: number): void {
    if (isStopped) return;
    timer ??= setTimeout(() => void run(), milliseconds);
  }

  async function run(): Promise<void> {
    timer = undefined;
    const began = performance.now();
    try {
      await options.task();
      lastMilliseconds = performance.now() - began;
      retry = soonMilliseconds;
      options.onEnd(null);
    } catch (error) {
      retry = Math.min(retry * 2, longestRetryMilliseconds);
      plan(retry);
      options.onEnd(error instanceof Error ? error : new Error(String(error)));
    }
  }

  return {
    wish: () => plan(Math.max(soonMilliseconds, lastMilliseconds * restPerRun)),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

export interface Repetition {
  /** No further run; resolves when the one under way is done. */
  stop(): Promise<void>;
}

/** Runs again and again, each time so long after the run before has ended: runs never overlap. `run` deals with its own failures. */
export function repeat(run: () => Promise<void>, pauseMilliseconds: number): Repetition {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let underWay = Promise.resolve();
  const schedule = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      underWay = run().then(schedule);
    }, pauseMilliseconds);
  };
  schedule();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}

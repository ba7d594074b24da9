/** A line at the bottom of the terminal that says how far a long command is. */
export interface Progress {
  /** It will be about this much. */
  expect(total: number): void;
  /** One more is done, well or not. */
  step(isFine: boolean): void;
  /** Takes the line away while something else is written. */
  aside(write: () => void): void;
  end(): void;
}

/** Where the line is drawn; a file or a pipe is no place for it. */
export interface Screen {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const WIDTH = 24;
/** Fewer are done before anybody looks. */
const MIN_TOTAL = 5;
const CLEAR = '\r\u001B[K';

export function createProgress(screen: Screen): Progress {
  let total = 0;
  let done = 0;
  let failed = 0;
  let isShown = false;
  const draw = (): void => {
    const isWanted = screen.isTTY === true && total >= MIN_TOTAL;
    if (!isWanted) return;
    screen.write(`${CLEAR}${progressLine({ total, done, failed }).slice(0, widthOf(screen) - 1)}`);
    isShown = true;
  };
  const hide = (): void => {
    if (isShown) screen.write(CLEAR);
    isShown = false;
  };
  return {
    expect(count) {
      total += count;
      draw();
    },
    step(isFine) {
      done += 1;
      if (!isFine) failed += 1;
      draw();
    },
    aside(write) {
      const wasShown = isShown;
      hide();
      write();
      if (wasShown) draw();
    },
    end() {
      hide();
      total = 0;
    },
  };
}

/** Some terminals say that they have no columns at all. */
function widthOf({ columns = 0 }: Screen): number {
  return columns > 0 ? columns : 80;
}

/** "[########----------------] 120 of 360, 2 failed" */
export function progressLine({ total, done, failed }: Record<'total' | 'done' | 'failed', number>): string {
  const filled = Math.min(WIDTH, Math.floor((done / Math.max(total, done, 1)) * WIDTH));
  const bar = `${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}`;
  const problems = failed === 0 ? '' : `, ${failed.toLocaleString('en')} failed`;
  return `[${bar}] ${done.toLocaleString('en')} of ${Math.max(total, done).toLocaleString('en')}${problems}`;
}

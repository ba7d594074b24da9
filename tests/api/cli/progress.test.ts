import { describe, expect, test } from 'vitest';
import { createProgress, progressLine, type Screen } from '@communique/api/cli/progress';

function screen(isTTY: boolean): Screen & { written: string } {
  return {
    isTTY,
    columns: 80,
    written: '',
    write(text) {
      this.written += text;
    },
  };
}

const CLEAR = '\r\u001B[K';

describe('the line that says how far a command is', () => {
  test.each([
    [{ total: 360, done: 120, failed: 2 }, '[########----------------] 120 of 360, 2 failed'],
    [{ total: 10_000, done: 10_000, failed: 0 }, '[########################] 10,000 of 10,000'],
    [{ total: 0, done: 0, failed: 0 }, '[------------------------] 0 of 0'],
    [{ total: 1, done: 3, failed: 0 }, '[########################] 3 of 3'],
  ])('%o', (counts, line) => {
    expect(progressLine(counts)).toBe(line);
  });

  test('is drawn in place, gives way to what is printed, and is gone at the end', () => {
    const terminal = screen(true);
    const progress = createProgress(terminal);
    progress.expect(10);
    progress.step(true);
    progress.aside(() => terminal.write('A line of the result.\n'));
    progress.end();
    expect(terminal.written).toBe(
      `${CLEAR}[------------------------] 0 of 10${CLEAR}[##----------------------] 1 of 10${CLEAR}A line of the result.\n${CLEAR}[##----------------------] 1 of 10${CLEAR}`,
    );
  });

  test('is whole on a terminal that says it has no columns', () => {
    const terminal = { ...screen(true), columns: 0 };
    const progress = createProgress(terminal);
    progress.expect(10);
    expect(terminal.written).toBe(`${CLEAR}[------------------------] 0 of 10`);
  });

  test.each([
    ['a file or a pipe', false, 1_000],
    ['a terminal, where there is little to do', true, 4],
  ])('never reaches %s', (_, isTTY, total) => {
    const place = screen(isTTY);
    const progress = createProgress(place);
    progress.expect(total);
    progress.step(false);
    progress.aside(() => place.write('Words.'));
    progress.end();
    expect(place.written).toBe('Words.');
  });
});

import { createRefresher } from '@communique/sandbox/page/session/create-refresher';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('many wishes are one run', async () => {
  const task = vi.fn(async () => {});
  const refresher = createRefresher({ task, onEnd: () => {} });
  refresher.wish();
  refresher.wish();
  await vi.advanceTimersByTimeAsync(100);
  expect(task).toHaveBeenCalledTimes(1);
  refresher.wish();
  await vi.advanceTimersByTimeAsync(100);
  expect(task).toHaveBeenCalledTimes(2);
});

test('a run that takes long is followed by a longer rest', async () => {
  let runs = 0;
  const refresher = createRefresher({
    async task() {
      runs += 1;
      await vi.advanceTimersByTimeAsync(500);
    },
    onEnd: () => {},
  });
  refresher.wish();
  await vi.advanceTimersByTimeAsync(600);
  refresher.wish();
  await vi.advanceTimersByTimeAsync(1_900);
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(runs).toBe(2);
});

test('a failure is told, and the run is repeated ever more slowly until it succeeds', async () => {
  const ends: (string | null)[] = [];
  let isDown = true;
  const refresher = createRefresher({
    async task() {
      if (isDown) throw new Error('No answer.');
    },
    onEnd: (failure) => ends.push(failure?.message ?? null),
  });
  refresher.wish();
  await vi.advanceTimersByTimeAsync(100);
  expect(ends).toEqual(['No answer.']);
  await vi.advanceTimersByTimeAsync(200);
  await vi.advanceTimersByTimeAsync(200);
  expect(ends).toEqual(['No answer.', 'No answer.']);
  isDown = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ends).toEqual(['No answer.', 'No answer.', null]);
});

test('nothing runs after the end', async () => {
  const task = vi.fn(async () => {});
  const refresher = createRefresher({ task, onEnd: () => {} });
  refresher.wish();
  refresher.stop();
  refresher.wish();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(task).not.toHaveBeenCalled();
});

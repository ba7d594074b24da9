import { createRefresher } from '@communique/sandbox/page/session/create-refresher';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('many wishes are one run', async () => {
  const task = vi.fn(async () => {});
  const { wish } = createRefresher({ task, onEnd: () => {} });
  wish();
  wish();
  await vi.advanceTimersByTimeAsync(400);
  expect(task).toHaveBeenCalledTimes(1);
  wish();
  await vi.advanceTimersByTimeAsync(400);
  expect(task).toHaveBeenCalledTimes(2);
});

test('a failure is told, and the run is repeated ever more slowly until it succeeds', async () => {
  const ends: (string | null)[] = [];
  let isDown = true;
  const { wish } = createRefresher({
    async task() {
      if (isDown) throw new Error('No answer.');
    },
    onEnd: (failure) => ends.push(failure?.message ?? null),
  });
  wish();
  await vi.advanceTimersByTimeAsync(400);
  expect(ends).toEqual(['No answer.']);
  await vi.advanceTimersByTimeAsync(800);
  await vi.advanceTimersByTimeAsync(800);
  expect(ends).toEqual(['No answer.', 'No answer.']);
  isDown = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ends).toEqual(['No answer.', 'No answer.', null]);
});

test('nothing runs after the end', async () => {
  const task = vi.fn(async () => {});
  const { wish, stop } = createRefresher({ task, onEnd: () => {} });
  wish();
  stop();
  wish();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(task).not.toHaveBeenCalled();
});

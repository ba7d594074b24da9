import { pause } from './every.ts';

/** Null when the time is up; the work goes on. */
export async function withinTime<Result>(
  work: Promise<Result>,
  milliseconds: number,
): Promise<Result | null> {
  const done = new AbortController();
  try {
    return await Promise.race([work, pause(milliseconds, done.signal).then(() => null)]);
  } finally {
    done.abort();
  }
}

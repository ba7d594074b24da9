import { expect, test, vi } from 'vitest';
import { createDevelopmentClock, systemClock } from '@communique/shared/clock';

function atNoon(check: () => void): void {
  vi.useFakeTimers({ now: new Date('2025-02-18T12:00:00Z') });
  try {
    check();
  } finally {
    vi.useRealTimers();
  }
}

test('the system clock reads the same time twice', () => {
  atNoon(() => {
    expect(systemClock.now()).toEqual(new Date('2025-02-18T12:00:00Z'));
    expect(systemClock.deadline()).toEqual(systemClock.now());
  });
});

test('a development clock runs ahead for content and never for deadlines', () => {
  atNoon(() => {
    const clock = createDevelopmentClock();
    clock.setOffset(3_600_000);
    expect(clock.now()).toEqual(new Date('2025-02-18T13:00:00Z'));
    expect(clock.deadline()).toEqual(new Date('2025-02-18T12:00:00Z'));
    expect(clock.offset()).toBe(3_600_000);
  });
});

test('a development clock starts ahead when told so', () => {
  atNoon(() => {
    expect(createDevelopmentClock(60_000).now()).toEqual(new Date('2025-02-18T12:01:00Z'));
  });
});

test('a development clock never goes back', () => {
  const clock = createDevelopmentClock(60_000);
  clock.setOffset(1_000);
  clock.setOffset(-60_000);
  expect(clock.offset()).toBe(60_000);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('a development clock ignores the offset %s', (offset) => {
  const clock = createDevelopmentClock(60_000);
  clock.setOffset(offset);
  expect(clock.offset()).toBe(60_000);
  expect(clock.now().getTime()).not.toBeNaN();
});

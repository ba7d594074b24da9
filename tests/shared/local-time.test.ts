import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTimeOfDay, isTimeZone, nextRun, WEEKDAYS, type WeeklyPlan } from '@communique/shared/local-time';

function daily(localTime: string, timeZone: string): WeeklyPlan {
  return { localTime, timeZone, weekdays: WEEKDAYS };
}

/** The next `count` runs as "instant localDate" lines, an asterisk behind those that were moved out of a gap. */
function runs(plan: WeeklyPlan, after: string, count: number): string[] {
  const lines: string[] = [];
  let last = new Date(after);
  while (lines.length < count) {
    const run = nextRun(plan, last);
    lines.push(`${run.at.toISOString()} ${run.localDate}${run.shifted ? ' *' : ''}`);
    last = run.at;
  }
  return lines;
}

describe('the next run of a plan', () => {
  test('keeps the local time when summer time begins and ends', () => {
    expect(runs(daily('09:00', 'Europe/Berlin'), '2026-03-28T00:00:00Z', 3)).toEqual([
      '2026-03-28T08:00:00.000Z 2026-03-28',
      '2026-03-29T07:00:00.000Z 2026-03-29',
      '2026-03-30T07:00:00.000Z 2026-03-30',
    ]);
    expect(runs(daily('09:00', 'Europe/Berlin'), '2026-10-24T00:00:00Z', 3)).toEqual([
      '2026-10-24T07:00:00.000Z 2026-10-24',
      '2026-10-25T08:00:00.000Z 2026-10-25',
      '2026-10-26T08:00:00.000Z 2026-10-26',
    ]);
  });

  test('is strictly after the given instant', () => {
    const plan = daily('09:00', 'UTC');
    expect(runs(plan, '2025-02-18T08:59:59.999Z', 1)).toEqual(['2025-02-18T09:00:00.000Z 2025-02-18']);
    expect(runs(plan, '2025-02-18T09:00:00.000Z', 1)).toEqual(['2025-02-19T09:00:00.000Z 2025-02-19']);
  });

  test('moves a time inside the spring gap to the first instant after it, that day only', () => {
    expect(runs(daily('02:30', 'Europe/Berlin'), '2026-03-28T02:00:00Z', 2)).toEqual([
      '2026-03-29T01:00:00.000Z 2026-03-29 *',
      '2026-03-30T00:30:00.000Z 2026-03-30',
    ]);
  });

  test('finds the moved run from any instant of the night before it', () => {
    const plan = daily('02:30', 'Europe/Berlin');
    expect(runs(plan, '2026-03-29T00:59:59.999Z', 1)).toEqual(['2026-03-29T01:00:00.000Z 2026-03-29 *']);
    expect(runs(plan, '2026-03-29T01:00:00.000Z', 1)).toEqual(['2026-03-30T00:30:00.000Z 2026-03-30']);
  });

  test('takes the edges of the gap as they are: its first minute is moved, the minute after it is not', () => {
    expect(runs(daily('02:00', 'Europe/Berlin'), '2026-03-28T12:00:00Z', 1)).toEqual([
      '2026-03-29T01:00:00.000Z 2026-03-29 *',
    ]);
    expect(runs(daily('03:00', 'Europe/Berlin'), '2026-03-28T12:00:00Z', 1)).toEqual([
      '2026-03-29T01:00:00.000Z 2026-03-29',
    ]);
    expect(runs(daily('01:59', 'Europe/Berlin'), '2026-03-28T12:00:00Z', 1)).toEqual([
      '2026-03-29T00:59:00.000Z 2026-03-29',
    ]);
  });

  test('runs once, at the first occurrence, where a time exists twice in autumn', () => {
    expect(runs(daily('02:30', 'Europe/Berlin'), '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00.000Z 2026-10-25',
      '2026-10-26T01:30:00.000Z 2026-10-26',
    ]);
  });

  test('follows the half-hour changes of Lord Howe Island', () => {
    // 2026-10-04: 02:00 +10:30 becomes 02:30 +11. 2026-04-05: 02:00 +11 becomes 01:30 +10:30.
    expect(runs(daily('02:15', 'Australia/Lord_Howe'), '2026-10-03T00:00:00Z', 2)).toEqual([
      '2026-10-03T15:30:00.000Z 2026-10-04 *',
      '2026-10-04T15:15:00.000Z 2026-10-05',
    ]);
    expect(runs(daily('01:45', 'Australia/Lord_Howe'), '2026-04-04T00:00:00Z', 2)).toEqual([
      '2026-04-04T14:45:00.000Z 2026-04-05',
      '2026-04-05T15:15:00.000Z 2026-04-06',
    ]);
  });

  test('moves the run of a date that a zone skipped to the first instant after it', () => {
    // Apia crossed the date line: Thursday 29 December 2011 was followed by Saturday 31 December.
    expect(runs(daily('09:00', 'Pacific/Apia'), '2011-12-29T00:00:00Z', 3)).toEqual([
      '2011-12-29T19:00:00.000Z 2011-12-29',
      '2011-12-30T10:00:00.000Z 2011-12-30 *',
      '2011-12-30T19:00:00.000Z 2011-12-31',
    ]);
  });

  test('never runs twice at one instant, even where two dates fall on it', () => {
    expect(runs(daily('00:00', 'Pacific/Apia'), '2011-12-29T20:00:00Z', 2)).toEqual([
      '2011-12-30T10:00:00.000Z 2011-12-30 *',
      '2011-12-31T10:00:00.000Z 2012-01-01',
    ]);
  });

  test('knows midnight, also where the clocks change at midnight', () => {
    expect(runs(daily('00:00', 'Europe/Berlin'), '2025-02-18T12:00:00Z', 1)).toEqual([
      '2025-02-18T23:00:00.000Z 2025-02-19',
    ]);
    // Cairo begins summer time at 00:00: that midnight does not exist.
    expect(runs(daily('00:00', 'Africa/Cairo'), '2026-04-23T12:00:00Z', 1)).toEqual([
      '2026-04-23T22:00:00.000Z 2026-04-24 *',
    ]);
  });

  test('knows zones that are off by a quarter of an hour', () => {
    expect(runs(daily('09:00', 'Asia/Kathmandu'), '2025-02-18T00:00:00Z', 1)).toEqual([
      '2025-02-18T03:15:00.000Z 2025-02-18',
    ]);
  });

  test('keeps to the weekdays of the zone, not of UTC', () => {
    const plan: WeeklyPlan = { localTime: '01:00', timeZone: 'Asia/Tokyo', weekdays: ['MONDAY', 'FRIDAY'] };
    expect(runs(plan, '2025-02-15T00:00:00Z', 3)).toEqual([
      '2025-02-16T16:00:00.000Z 2025-02-17',
      '2025-02-20T16:00:00.000Z 2025-02-21',
      '2025-02-23T16:00:00.000Z 2025-02-24',
    ]);
  });

  test('looks a whole week ahead for the only weekday', () => {
    const plan: WeeklyPlan = { localTime: '09:00', timeZone: 'UTC', weekdays: ['TUESDAY'] };
    expect(runs(plan, '2025-02-18T09:00:00Z', 1)).toEqual(['2025-02-25T09:00:00.000Z 2025-02-25']);
  });

  test('refuses a plan without weekdays', () => {
    const plan: WeeklyPlan = { localTime: '09:00', timeZone: 'UTC', weekdays: [] };
    expect(() => nextRun(plan, new Date())).toThrow(RangeError);
  });
});

describe('in any zone, on any day, a run', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const plans = fc.record({
    localTime: fc
      .integer({ min: 0, max: 24 * 60 - 1 })
      .map(
        (minute) =>
          `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
      ),
    timeZone: zones,
    weekdays: fc.subarray([...WEEKDAYS], { minLength: 1 }),
  });
  const instants = fc.date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2040-01-01T00:00:00Z'),
    noInvalidDate: true,
  });

  test('is later than asked, within nine days, on a wanted weekday, at the wanted time unless it was moved', () => {
    fc.assert(
      fc.property(plans, instants, (plan, after) => {
        const run = nextRun(plan, after);
        const lateness = run.at.getTime() - after.getTime();
        expect(lateness).toBeGreaterThan(0);
        expect(lateness).toBeLessThan(9 * 86_400_000);
        const date = Temporal.PlainDate.from(run.localDate);
        expect(plan.weekdays).toContain(WEEKDAYS[date.dayOfWeek - 1]);
        const local = Temporal.Instant.fromEpochMilliseconds(run.at.getTime()).toZonedDateTimeISO(
          plan.timeZone,
        );
        if (!run.shifted) {
          expect(local.toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(
            `${run.localDate}T${plan.localTime}`,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('is the same whichever instant before it one asks from: none is skipped', () => {
    fc.assert(
      fc.property(plans, instants, fc.double({ min: 0, max: 0.999, noNaN: true }), (plan, after, share) => {
        const run = nextRun(plan, after);
        const between = after.getTime() + Math.floor((run.at.getTime() - after.getTime()) * share);
        expect(nextRun(plan, new Date(between)).at).toEqual(run.at);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what counts as a time of day', () => {
  test.each(['00:00', '09:05', '19:59', '23:59'])('%s does', (text) => {
    expect(isTimeOfDay(text)).toBe(true);
  });
  test.each([
    '25:99',
    '24:00',
    '9:00',
    '09:60',
    '09:00:00',
    '0900',
    ' 09:00',
    '09:00\n',
    '',
    '０９:00',
    '-1:00',
  ])('%j does not', (text) => {
    expect(isTimeOfDay(text)).toBe(false);
  });
});

describe('what counts as a time zone', () => {
  test.each(['Europe/Berlin', 'europe/berlin', 'UTC', 'Asia/Kathmandu', 'Asia/Katmandu', 'US/Pacific'])(
    '%s does',
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );
  test.each([
    '+02:00',
    'UTC+2',
    'Europe/Atlantis',
    'Berlin',
    '',
    ' ',
    'Europe/Berlin ',
    '2025-02-18T00:00[UTC]',
    '../etc/passwd',
  ])('%j does not', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});

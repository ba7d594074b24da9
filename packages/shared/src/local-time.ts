/** Local times in IANA zones: "09:00 in Europe/Berlin on weekdays" becomes instants, summer time included. */

export const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A weekly plan. `localTime` is "HH:MM" (00:00–23:59); `timeZone` an IANA name; `weekdays` at least one. */
export interface WeeklyPlan {
  localTime: string;
  timeZone: string;
  weekdays: readonly Weekday[];
}

export interface LocalRun {
  /** The instant of the run in UTC. */
  at: Date;
  /** The local calendar date the run belongs to, "YYYY-MM-DD". */
  localDate: string;
  /** The local time of the plan does not exist that day (clocks go forward): the run is at the first instant after the gap. */
  shifted: boolean;
}

const TIME_OF_DAY = /^([01]\d|2[0-3]):([0-5]\d)$/;

export function isTimeOfDay(text: string): boolean {
  return TIME_OF_DAY.test(text);
}

/** True for a name of the IANA database (any case the platform accepts); offsets such as "+02:00" are not zones. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** The first run strictly after `after`. A time that exists twice (clocks go back) runs at its first occurrence only. */
export function nextRun(plan: WeeklyPlan, after: Date): LocalRun {
  const start = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(plan.timeZone);
  const time = Temporal.PlainTime.from(plan.localTime);
  // From the day before, because a run moved out of a gap can fall on the next local day; 9 days cover a week and a skipped date.
  for (let days = -1; days <= 9; days += 1) {
    const date = start.toPlainDate().add({ days });
    if (!plan.weekdays.includes(weekdayOf(date))) continue;
    const run = runOn(date, time, plan.timeZone);
    if (run.at.getTime() > after.getTime()) return run;
  }
  throw new RangeError('A weekly plan needs at least one weekday');
}

export function weekdayOf(date: Temporal.PlainDate): Weekday {
  const weekday = WEEKDAYS[date.dayOfWeek - 1];
  if (weekday === undefined) throw new RangeError(`No such weekday: ${date.dayOfWeek}`);
  return weekday;
}

function runOn(date: Temporal.PlainDate, time: Temporal.PlainTime, timeZone: string): LocalRun {
  const wanted = date.toPlainDateTime(time);
  const earlier = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const exists = earlier.toPlainDateTime().equals(wanted);
  const zoned = exists ? earlier : firstInstantAfterGap(earlier);
  return { at: new Date(zoned.epochMilliseconds), localDate: date.toString(), shifted: !exists };
}

/** Temporal's "earlier" reading of a time inside a gap is an instant shortly before the change; the change itself is the next transition. */
function firstInstantAfterGap(beforeGap: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return beforeGap.getTimeZoneTransition('next') ?? beforeGap;
}

/** IANA time zones by what people type: a city, a region, "utc". */
import { toChoices, matches } from './choices.ts';

/** Large cities from west to east, so that nearly everybody finds one of their time. */
const LARGE_CITIES = [
  'America/Los_Angeles',
  'America/Mexico_City',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Africa/Lagos',
  'Europe/Berlin',
  'Africa/Cairo',
  'Africa/Nairobi',
  'Europe/Moscow',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
];

/** `first` are offered while nothing is typed, then UTC and large cities. Each comes with its local time, by which people know whether it is theirs. */
export function suggestTimeZones(
  typed: string,
  options: { first: readonly string[]; now: Date },
): { name: string; value: string }[] {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  const text = typed.trim().replaceAll(' ', '_');
  const found = zones.filter((zone) => matches(zone, text));
  const ranked = text === '' ? [...options.first, 'UTC', ...LARGE_CITIES] : found.toSorted(byCity(text));
  return toChoices(
    ranked.slice(0, 50).map((value) => ({ name: `${value} (now ${localTime(options.now, value)})`, value })),
  );
}

/** Zones whose city starts with the text come first. */
function byCity(text: string): (a: string, b: string) => number {
  const startsCity = (zone: string): boolean =>
    (zone.split('/').at(-1) ?? '').toLowerCase().startsWith(text.toLowerCase());
  return (a, b) => Number(startsCity(b)) - Number(startsCity(a)) || a.localeCompare(b);
}

function localTime(now: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(now);
}

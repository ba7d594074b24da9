const ISO =
  /^(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2})(?:[T ](?<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s?(?<zone>Z|[+-]\d{2}:?\d{2})?)?)?$/i;
const RFC_822 =
  /^(?:[a-z]{2,9}\.?,?\s+)?(?<day>\d{1,2})[\s-](?<name>[a-z]{3,9})\.?[\s-](?<year>\d{4}|\d{2}),?(?:\s+(?<time>\d{1,2}:\d{2}(?::\d{2})?)\s*(?<zone>[a-z]{1,5}|(?:GMT|UTC)?[+-]\d{2}:?\d{2})?)?(?:\s*\([^)]{0,40}\))?$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ZONES: Readonly<Record<string, string>> = {
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
  CET: '+0100',
  CEST: '+0200',
  MSK: '+0300',
};

/** ISO 8601 or RFC 822, and what feeds make of them; a time without zone counts as UTC. Null for anything else. */
export function readFeedDate(text: string | undefined): Date | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > 80) return null;
  const groups = (ISO.exec(trimmed) ?? RFC_822.exec(trimmed))?.groups;
  if (groups === undefined) return null;
  const { day = '1', time = '0:00', zone = 'Z' } = groups;
  const month = groups['month'] ?? MONTHS.indexOf(groups['name']?.slice(0, 3).toLowerCase() ?? '') + 1;
  const date = [fullYear(groups['year'] ?? ''), Number(month), Number(day)] as const;
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  // 24:00 is the end of its day, and a leap second the end of its minute.
  if (hours > 24 || minutes > 59 || seconds > 60 || !isDay(...date)) return null;
  return new Date(Date.UTC(date[0], date[1] - 1, date[2], hours, minutes, seconds) - offsetOf(zone) * 60_000);
}

function fullYear(year: string): number {
  const number = Number(year);
  return year.length > 2 ? number : number + (number < 70 ? 2000 : 1900);
}

/** 30 February is no day; before 1970 there were no feeds, and after 2200 there is no date worth keeping. */
function isDay(year: number, month: number, day: number): boolean {
  if (year < 1970 || year > 2200) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Minutes east of Greenwich. */
function offsetOf(zone: string): number {
  const name = zone.toUpperCase();
  const match = /(?<sign>[+-])(?<hours>\d{2}):?(?<minutes>\d{2})$/.exec(ZONES[name] ?? name);
  if (match?.groups === undefined) return 0;
  const { sign, hours, minutes } = match.groups;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

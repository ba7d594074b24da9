export type TimestampStyle = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 'R' | 's' | 'S';

const styles: Record<Exclude<TimestampStyle, 'R'>, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** What Discord shows for `<t:…:style>`, in the reader's own zone and language. */
export function formatTimestamp(at: Date, style: string | undefined, now: Date): string {
  if (Number.isNaN(at.getTime())) return 'Invalid date';
  if (style === 'R') return relativeTime(at, now);
  const options = isStyle(style) ? styles[style] : styles.f;
  return new Intl.DateTimeFormat(undefined, options).format(at);
}

/** "Today at 09:12", "Yesterday at 17:40" or a date: the time beside an author's name. */
export function formatMessageTime(at: Date, now: Date): string {
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(at);
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (days === 0) return `Today at ${time}`;
  if (days === 1) return `Yesterday at ${time}`;
  if (days === -1) return `Tomorrow at ${time}`;
  return `${new Intl.DateTimeFormat(undefined, { dateStyle: 'short' }).format(at)}, ${time}`;
}

function relativeTime(at: Date, now: Date): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function isStyle(style: string | undefined): style is Exclude<TimestampStyle, 'R'> {
  return style !== undefined && Object.hasOwn(styles, style);
}

import { z } from 'zod';

export const DATE_PRECISIONS = ['DAY', 'MONTH', 'YEAR'] as const;

/** "2025-02-18", "2025-02" or "2025": as precise as the source is, never more. */
export const datedSchema = z
  .object({ value: z.string(), precision: z.enum(DATE_PRECISIONS) })
  .refine(
    ({ value, precision }) => DATE_SHAPES[precision].test(value) && isCalendarDate(value),
    'is YYYY-MM-DD, YYYY-MM or YYYY, as its precision says',
  );

const DATE_SHAPES = { DAY: /^\d{4}-\d{2}-\d{2}$/, MONTH: /^\d{4}-\d{2}$/, YEAR: /^\d{4}$/ };

function isCalendarDate(value: string): boolean {
  const full = `${value}-01-01`.slice(0, 10);
  const date = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(full);
}

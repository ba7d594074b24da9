import { z } from 'zod';
import { plainText } from './plain-text-schema.ts';

const MAX_TEXT = 20_000;
const MAX_DEPTH = 7;

/** A point within another one stands one deeper, right after it or after others of its own. */
const pointSchema = z.object({
  label: plainText(500).nullable(),
  text: plainText(MAX_TEXT),
  /** 0–7; missing: 0. */
  depth: z.number().int().min(0).max(MAX_DEPTH).optional(),
});

function isNested(points: readonly z.infer<typeof pointSchema>[]): boolean {
  return points.every(
    ({ depth = 0 }, index) => depth <= (index === 0 ? 0 : (points[index - 1]?.depth ?? 0) + 1),
  );
}

/** The points of a list, in reading order. */
export const pointsSchema = z
  .array(pointSchema)
  .min(1)
  .refine(isNested, 'must begin at depth 0 and go at most one deeper from point to point');

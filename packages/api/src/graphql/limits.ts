/** What one request may ask for. Generous for any real page, small enough that no request is expensive. */
import { InvalidInputError } from '../domain-errors.ts';

/** Bytes of a request's body. The bot's largest operation is about 4 KB. */
export const MAX_BODY_BYTES = 100 * 1024;
/** Items of one page of a list. */
export const MAX_PAGE_SIZE = 100;

export const documentLimits = {
  maxDepth: 12,
  maxAliases: 30,
  maxTokens: 2_000,
  maxDirectives: 30,
} as const;

/** What a page costs: as many items as were asked for, at most as many as can be had. */
export function pageCost({ first }: { first: number }): { field: number; multiplier: number } {
  return { field: 1, multiplier: Math.min(Math.max(first, 1), MAX_PAGE_SIZE) };
}

// Forty whole briefings with every section, claim and source: one is about 10,000.
const MAX_COST = 400_000;
const MAX_FIELDS = 1_000;

/** A field costs 1, a list 10 times its fields, a page as many times as it was asked for. */
export const complexityOptions = {
  defaultComplexity: 1,
  defaultListMultiplier: 10,
  limit: { complexity: MAX_COST, depth: documentLimits.maxDepth, breadth: MAX_FIELDS },
  complexityError: (kind: string) =>
    new InvalidInputError(
      kind === 'Complexity'
        ? 'This asks for too much at once: ask for fewer items, or for less of each'
        : 'This operation is too large: split it into several',
    ),
};

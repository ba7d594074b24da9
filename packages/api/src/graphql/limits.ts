/** What one request may ask for. Generous for any real page, small enough that no request is expensive. */
/** Bytes of a request's body. The bot's largest operation is about 4 KB. */
export const MAX_BODY_BYTES = 100 * 1024;
/** Bytes of all files of one POST /import. */
export const MAX_UPLOAD_BYTES = 20 * 1_048_576;
/** Items of one page of a list. */
export const MAX_PAGE_SIZE = 100;

export const documentLimits = {
  maxDepth: 12,
  maxAliases: 30,
  maxTokens: 2_000,
  /** Brackets of every kind inside each other: twice what the deepest selection with the largest input takes. */
  maxNesting: 60,
  maxDirectives: 30,
} as const;

/** What a page costs: as many items as were asked for, at most as many as can be had. */
export function pageCost({ first }: { first: number }): { field: number; multiplier: number } {
  return { field: 1, multiplier: Math.min(Math.max(first, 1), MAX_PAGE_SIZE) };
}

/** Of one operation. Forty whole briefings with every section, claim and source: one is about 10,000. */
export const MAX_COST = 400_000;
/** Fields written in one operation, those of a fragment as often as it is used. */
export const MAX_FIELDS = 1_000;

/** Cost per minute: a hundred whole briefings for an address, twenty times as much for a token. The settings can change both. */
export const DEFAULT_BUDGETS = { anonymous: 1_000_000, token: 20_000_000 } as const;

/** Reading and taking apart a large article is worth some hundred lists. */
export const IMPORT_COST = 20_000;

/** A field costs 1, a list 10 times its fields, a page as many times as it was asked for; `use-cost.ts` prices the operation by it. */
export const complexityOptions = { defaultComplexity: 1, defaultListMultiplier: 10, disabled: true } as const;

/** Prices a request and takes the price off its client's budget. */
import { BUDGET_SECONDS, type Budgets } from './budgets.ts';
import type { GraphQLContext } from './context.ts';
import { MAX_COST, MAX_FIELDS } from './limits.ts';
import { createPricing, type Price, type Priced } from './price-operation.ts';

export interface CostOptions {
  budgets: Budgets;
  /** Cost per minute and client address, and per token. */
  anonymousBudget: number;
  tokenBudget: number;
}

/** Headers of the answer to a request: what the client has left. */
export type BudgetHeaders = Record<string, string>;

export interface Charge {
  allowed: boolean;
  /** Of the budget per minute. */
  limit: number;
  remaining: number;
  resetSeconds: number;
  headers: BudgetHeaders;
}

export interface Meter {
  /** Null: there is no such operation. Throws what GraphQL says of variables that do not fit. */
  price(priced: Priced): Price | null;
  charge(context: Pick<GraphQLContext, 'client' | 'viewer'>, cost: number): Promise<Charge>;
}

export function createMeter({ budgets, anonymousBudget, tokenBudget }: CostOptions): Meter {
  const anonymous = { limit: anonymousBudget, policy: policyOf(anonymousBudget) };
  const known = { limit: tokenBudget, policy: policyOf(tokenBudget) };
  return {
    price: createPricing(),
    async charge({ client, viewer }, cost) {
      const { limit, policy } = viewer.kind === 'anonymous' ? anonymous : known;
      const spending = budgets.spend(client, cost, limit);
      const { allowed, remaining, resetSeconds } = spending instanceof Promise ? await spending : spending;
      const left = `"cost";r=${remaining};t=${resetSeconds}`;
      const headers: BudgetHeaders = { 'RateLimit-Policy': policy, RateLimit: left };
      // What a whole minute's budget cannot pay is never allowed, however long its client waits.
      if (!allowed && cost <= limit) headers['Retry-After'] = String(resetSeconds);
      return { allowed, limit, remaining, resetSeconds, headers };
    },
  };
}

/** In the syntax of draft-ietf-httpapi-ratelimit-headers-10. It has no quota unit for cost: the name of the policy says it. */
function policyOf(limit: number): string {
  return `"cost";q=${limit};w=${BUDGET_SECONDS}`;
}

/** What may be run at all, whatever the budget. */
export function isAffordable(price: Price): price is Price & { cost: number } {
  return price.cost !== null && price.cost <= MAX_COST && price.fields <= MAX_FIELDS;
}

/** What an answer says of its cost. */
export function costExtension(cost: number): { requested: number; limit: number } {
  return { requested: cost, limit: MAX_COST };
}

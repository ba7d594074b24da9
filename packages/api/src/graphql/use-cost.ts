/** Prices every operation before it runs, takes the price off the client's budget, and says both. */
import { GraphQLError } from 'graphql';
import { createGraphQLError, type Plugin } from 'graphql-yoga';
import type { Logger } from '@communique/shared/logger';
import { BUDGET_SECONDS, type Budgets } from './budgets.ts';
import type { GraphQLContext } from './context.ts';
import { MAX_COST, MAX_FIELDS } from './limits.ts';
import { createPricing } from './price-operation.ts';

export interface CostOptions {
  budgets: Budgets;
  /** Cost per minute and client address, and per token. */
  anonymousBudget: number;
  tokenBudget: number;
  logger: Logger;
}

/** Headers of the answer to a request: what the client has left. */
export type BudgetHeaders = Record<string, string>;

export const budgetHeadersOf = new WeakMap<Request, BudgetHeaders>();

export function useCost({
  budgets,
  anonymousBudget,
  tokenBudget,
  logger,
}: CostOptions): Plugin<GraphQLContext> {
  const priceOf = createPricing();
  return {
    async onExecute({ args, setResultAndStopExecution }) {
      const { contextValue: context, schema, document, operationName } = args;
      const refuse = (error: GraphQLError) => setResultAndStopExecution({ errors: [error] });
      let cost: number;
      try {
        const variables = args.variableValues ?? {};
        const price = priceOf({ schema, document, operationName: operationName ?? null, variables });
        if (price === null) return;
        cost = price.cost;
        if (price.fields > MAX_FIELDS) return refuse(tooManyFields(price.fields));
      } catch (error) {
        // A variable that does not fit its type; executing would say the same.
        if (error instanceof GraphQLError) return refuse(error);
        logger.error({ err: error, requestId: context.requestId }, 'An operation could not be priced');
        return refuse(createGraphQLError('What this operation costs cannot be told, so it was not run.'));
      }
      if (cost > MAX_COST) return refuse(tooExpensive(cost));
      const limit = context.viewer.kind === 'anonymous' ? anonymousBudget : tokenBudget;
      const spending = await budgets.spend(context.client, cost, limit);
      const { remaining, resetSeconds, allowed } = spending;
      budgetHeadersOf.set(context.request, {
        'RateLimit-Policy': `"cost";q=${limit};w=${BUDGET_SECONDS}`,
        RateLimit: `"cost";r=${remaining};t=${resetSeconds}`,
        ...(allowed ? {} : { 'Retry-After': String(resetSeconds) }),
      });
      if (!allowed) return refuse(overBudget(cost, limit, spending));
      return {
        onExecuteDone({ result, setResult }) {
          // A stream of answers says nothing of its cost.
          if (Symbol.asyncIterator in result) return;
          setResult({
            ...result,
            extensions: { ...result.extensions, cost: { requested: cost, limit: MAX_COST } },
          });
        },
      };
    },
  };
}

function tooExpensive(requested: number): GraphQLError {
  return createGraphQLError(
    `This asks for too much at once: it costs ${requested}, one operation may cost ${MAX_COST}. Ask for fewer items, or for less of each.`,
    { extensions: { code: 'INVALID_INPUT', cost: { requested, limit: MAX_COST }, http: { status: 400 } } },
  );
}

function tooManyFields(fields: number): GraphQLError {
  return createGraphQLError(
    `This operation is too large: it names ${fields} fields, ${MAX_FIELDS} are the limit. Split it into several.`,
    { extensions: { code: 'INVALID_INPUT', http: { status: 400 } } },
  );
}

function overBudget(
  requested: number,
  limit: number,
  { remaining, resetSeconds }: { remaining: number; resetSeconds: number },
): GraphQLError {
  return createGraphQLError(
    `This costs ${requested}, and of ${limit} per minute ${remaining} are left. Ask again in ${resetSeconds} seconds.`,
    {
      extensions: {
        code: 'RATE_LIMITED',
        cost: { requested, limit: MAX_COST, budget: limit, remaining },
        http: { status: 429 },
      },
    },
  );
}

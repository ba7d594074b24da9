/** Prices every operation before it runs, takes the price off the client's budget, and says both. */
import { GraphQLError } from 'graphql';
import { createGraphQLError, type Plugin } from 'graphql-yoga';
import type { Logger } from '@communique/shared/logger';
import type { GraphQLContext } from './context.ts';
import { MAX_COST, MAX_FIELDS } from './limits.ts';
import type { Price } from './price-operation.ts';
import { costExtension, type BudgetHeaders, type Charge, type Meter } from './meter-cost.ts';

export const budgetHeadersOf = new WeakMap<Request, BudgetHeaders>();

export interface CostOptions {
  meter: Meter;
  logger: Logger;
}

/** `charge` is what was charged for the request before it came here. */
export function useCost({ meter, logger }: CostOptions): Plugin<GraphQLContext & { charge?: Charge }> {
  return {
    async onExecute({ args, setResultAndStopExecution }) {
      const { contextValue: context, schema, document, operationName } = args;
      const refuse = (error: GraphQLError) => setResultAndStopExecution({ errors: [error] });
      let cost: number;
      try {
        const variables = args.variableValues ?? {};
        const price = meter.price({ schema, document, operationName: operationName ?? null, variables });
        if (price === null) return;
        cost = price.cost;
        if (price.fields > MAX_FIELDS) return refuse(tooManyFields(price));
      } catch (error) {
        // A variable that does not fit its type; executing would say the same.
        if (error instanceof GraphQLError) return refuse(error);
        logger.error({ err: error, requestId: context.requestId }, 'An operation could not be priced');
        return refuse(createGraphQLError('What this operation costs cannot be told, so it was not run.'));
      }
      if (cost > MAX_COST) return refuse(tooExpensive(cost));
      const charge = context.charge ?? (await meter.charge(context, cost));
      budgetHeadersOf.set(context.request, charge.headers);
      if (!charge.allowed) return refuse(overBudget(cost, charge));
      return {
        onExecuteDone({ result, setResult }) {
          // A stream of answers says nothing of its cost.
          if (Symbol.asyncIterator in result) return;
          setResult({ ...result, extensions: { ...result.extensions, cost: costExtension(cost) } });
        },
      };
    },
  };
}

function tooExpensive(requested: number): GraphQLError {
  return createGraphQLError(
    `This asks for too much at once: it costs ${requested}, one operation may cost ${MAX_COST}. Ask for fewer items, or for less of each.`,
    { extensions: { code: 'INVALID_INPUT', cost: costExtension(requested), http: { status: 400 } } },
  );
}

function tooManyFields({ fields, cost }: Price): GraphQLError {
  return createGraphQLError(
    `This operation is too large: it names ${fields} fields, ${MAX_FIELDS} are the limit. Split it into several.`,
    { extensions: { code: 'INVALID_INPUT', cost: costExtension(cost), http: { status: 400 } } },
  );
}

function overBudget(requested: number, { limit, remaining, resetSeconds }: Charge): GraphQLError {
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

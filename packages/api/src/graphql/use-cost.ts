/** Prices every operation before it runs, takes the price off the client's budget, and says both. */
import { GraphQLError, type ExecutionArgs } from 'graphql';
import { createGraphQLError, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import type { Logger } from '@communique/shared/logger';
import { MOST_COUNTED } from './count-fields.ts';
import type { GraphQLContext } from './context.ts';
import { tooLarge } from './exceeded.ts';
import { MAX_COST, MAX_FIELDS } from './limits.ts';
import type { Price } from './price-operation.ts';
import { costExtension, isAffordable, type BudgetHeaders, type Charge, type Meter } from './meter-cost.ts';

export const budgetHeadersOf = new WeakMap<Request, BudgetHeaders>();

export interface CostOptions {
  meter: Meter;
  logger: Logger;
}

type CostContext = GraphQLContext & { charge?: Charge };
type Payer = CostContext & Pick<YogaInitialContext, 'request'>;

/** `charge` is what was charged for the request before it came here. */
export function useCost({ meter, logger }: CostOptions): Plugin<CostContext> {
  /** What is refused costs nothing, and its client is told what is left all the same. */
  async function refuse(error: GraphQLError, context: Payer): Promise<GraphQLError> {
    const { headers } = context.charge ?? (await meter.charge(context, 0));
    budgetHeadersOf.set(context.request, headers);
    return error;
  }

  /** Its price, once that is charged; null: there is no such operation. */
  async function pay(args: ExecutionArgs, context: Payer): Promise<number | GraphQLError | null> {
    const { schema, document, operationName } = args;
    let price: Price | null;
    try {
      const variables = args.variableValues ?? {};
      price = meter.price({ schema, document, operationName: operationName ?? null, variables });
    } catch (error) {
      // A variable that does not fit its type; executing would say the same.
      if (error instanceof GraphQLError) return refuse(error, context);
      logger.error({ err: error, requestId: context.requestId }, 'An operation could not be priced');
      return createGraphQLError('What this operation costs cannot be told, so it was not run.');
    }
    if (price === null) return null;
    if (!isAffordable(price)) {
      return refuse(price.fields > MAX_FIELDS ? tooManyFields(price) : tooExpensive(price), context);
    }
    const charge = context.charge ?? (await meter.charge(context, price.cost));
    budgetHeadersOf.set(context.request, charge.headers);
    return charge.allowed ? price.cost : overBudget(price.cost, charge);
  }
  return {
    async onExecute({ args, setResultAndStopExecution }) {
      const cost = await pay(args, args.contextValue);
      if (cost instanceof GraphQLError) return setResultAndStopExecution({ errors: [cost] });
      if (cost === null) return;
      return {
        onExecuteDone({ result, setResult }) {
          // A stream of answers says nothing of its cost.
          if (Symbol.asyncIterator in result) return;
          setResult({ ...result, extensions: { ...result.extensions, cost: costExtension(cost) } });
        },
      };
    },
    async onSubscribe({ args, setResultAndStopExecution }) {
      const cost = await pay(args, args.contextValue);
      if (cost instanceof GraphQLError) setResultAndStopExecution({ errors: [cost] });
    },
  };
}

function tooExpensive({ cost }: Price): GraphQLError {
  const requested = cost ?? Infinity;
  return tooLarge(
    `This asks for too much at once: it costs ${requested}, one operation may cost ${MAX_COST}. Ask for fewer items, or for less of each.`,
    { measure: 'COST', requested, limit: MAX_COST },
    { cost: costExtension(requested) },
  );
}

function tooManyFields({ fields, cost }: Price): GraphQLError {
  const named = fields < MOST_COUNTED ? fields : `${MOST_COUNTED} or more`;
  return tooLarge(
    `This operation is too large: it names ${named} fields, ${MAX_FIELDS} are the limit. Split it into several.`,
    { measure: 'FIELDS', requested: fields, limit: MAX_FIELDS },
    cost === null ? {} : { cost: costExtension(cost) },
  );
}

function overBudget(requested: number, { limit, remaining, resetSeconds }: Charge): GraphQLError {
  const isEverAllowed = requested <= limit;
  return createGraphQLError(
    isEverAllowed
      ? `This costs ${requested}, and of ${limit} per minute ${remaining} are left. Ask again in ${resetSeconds} seconds.`
      : `This costs ${requested}, more than the ${limit} of a whole minute: waiting does not help. Ask for fewer items, or for less of each.`,
    {
      extensions: {
        code: 'RATE_LIMITED',
        cost: { requested, limit: MAX_COST, budget: limit, remaining },
        http: { status: 429 },
      },
    },
  );
}

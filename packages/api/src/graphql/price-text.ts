/** What an operation that is too long to be run would cost: its text was not validated, and nothing of it will run. */
import { NoFragmentCyclesRule, parse, validate, type GraphQLSchema } from 'graphql';
import type { PriceText } from './limit-text.ts';
import type { Meter } from './meter-cost.ts';

export function createTextPricing(schema: GraphQLSchema, { price }: Pick<Meter, 'price'>): PriceText {
  return (text, { operationName = null, variables = {} }) => {
    try {
      const document = parse(text, { noLocation: true });
      // What contains itself has no end.
      if (validate(schema, document, [NoFragmentCyclesRule]).length > 0) return null;
      return price({ schema, document, operationName, variables })?.cost ?? null;
    } catch {
      // No GraphQL, or a field, type or variable that there is not: it has no price.
      return null;
    }
  };
}

/** What an operation costs, before anything of it runs: by the complexity that each field states. */
import { complexityFromQuery } from '@pothos/plugin-complexity';
import { Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { countFields } from './count-fields.ts';

export interface Price {
  /** Null: it names more fields than anybody should go through. */
  cost: number | null;
  /** Fields that are written in it, those of a fragment as often as it is used. */
  fields: number;
}

export interface Priced {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName: string | null;
  variables: Record<string, unknown>;
}

interface Known {
  operation: OperationDefinitionNode;
  /** The operation alone with its fragments: the plugin prices the first one of a document. */
  document: DocumentNode;
  fields: number;
  /** The variables a price can depend on: numbers. */
  numbers: string[];
  prices: Map<string, Price>;
}

/** Pricing goes through a fragment as often as it is used. */
const MOST_PRICED = 10_000;

// Page sizes are few; a client that tries them all must not fill the memory.
const MAX_PRICES = 100;

export function createPricing(): (priced: Priced) => Price | null {
  const known = new WeakMap<DocumentNode, Map<string, Known>>();
  const find = ({ document, operationName }: Priced): Known | null => {
    const operations = known.get(document) ?? new Map<string, Known>();
    known.set(document, operations);
    const found = operations.get(operationName ?? '') ?? read(document, operationName);
    if (found !== null) operations.set(operationName ?? '', found);
    return found;
  };
  return (priced) => {
    const operation = find(priced);
    if (operation === null) return null;
    const { document, fields, numbers, prices } = operation;
    if (fields > MOST_PRICED) return { cost: null, fields };
    const key = numbers.length === 0 ? '' : JSON.stringify(numbers.map((name) => priced.variables[name]));
    let price = prices.get(key);
    if (price === undefined) {
      price = { cost: complexityFromQuery(document, priced).complexity, fields };
      if (prices.size >= MAX_PRICES) prices.clear();
      prices.set(key, price);
    }
    return price;
  };
}

/** Null: there is no such operation, which executing it will say. */
function read(document: DocumentNode, operationName: string | null): Known | null {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const operation =
    operationName === null && operations.length === 1
      ? operations[0]
      : operations.find(({ name }) => name?.value === operationName);
  if (operation === undefined) return null;
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const numbers = (operation.variableDefinitions ?? [])
    .filter(({ type }) => isInt(type))
    .map(({ variable }) => variable.name.value);
  return {
    operation,
    document: { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] },
    fields: countFields(operation, byName),
    numbers,
    prices: new Map(),
  };
}

type VariableType = NonNullable<OperationDefinitionNode['variableDefinitions']>[number]['type'];

function isInt(type: VariableType): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isInt(type.type);
  return type.kind === Kind.NAMED_TYPE && type.name.value === 'Int';
}

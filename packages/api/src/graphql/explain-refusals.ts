/** Why GraphQL did not run an operation: with a code, the path of what does not fit, and no more of what was sent than is needed. */
import { truncate } from '@communique/shared/text';
import {
  getOperationAST,
  GraphQLError,
  Kind,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GraphQLContext } from './context.ts';
import {
  findMistakenPlaces,
  findWrongVariables,
  isAbout,
  type MistakenPlace,
} from './find-input-mistakes.ts';
import type { InputMistake } from './find-misfits.ts';
import { costExtension, type Meter } from './meter-cost.ts';
import { pathOfValue } from './name-inputs.ts';
import type { Price } from './price-operation.ts';

// A mistake made a thousand times is understood after ten.
const MAX_ERRORS = 10;
/** Messages quote the value, which can be as long as the request. */
const MAX_MESSAGE = 500;

export function useExplainedRefusals({ price }: Pick<Meter, 'price'>): Plugin<GraphQLContext> {
  return {
    onValidate:
      ({ params: { schema, documentAST: document }, context }) =>
      ({ valid, result, setResult }) => {
        if (valid) return;
        const errors = result.filter((error) => error instanceof GraphQLError);
        const { operationName = null, variables = {} } = context.params;
        const asked = { schema, document, operationName, variables };
        setResult(
          errors.every(({ extensions }) => 'exceeded' in extensions)
            ? withCost(errors, () => price(asked))
            : explainAll(schema, document, errors).slice(0, MAX_ERRORS),
        );
      },
  };
}

/** What is too large in some other way, and right otherwise, has a price. */
function withCost(errors: readonly GraphQLError[], price: () => Price | null): GraphQLError[] {
  const cost = costOf(price);
  return errors.map((error) =>
    cost === null
      ? error
      : withMessage(error, error.message, { ...error.extensions, cost: costExtension(cost) }),
  );
}

function costOf(price: () => Price | null): number | null {
  try {
    return price()?.cost ?? null;
  } catch {
    // Of variables that do not fit there is none.
    return null;
  }
}

/** What GraphQL says of arguments is said once for each mistake, under its path; all else stays. */
function explainAll(
  schema: GraphQLSchema,
  document: DocumentNode,
  errors: readonly GraphQLError[],
): GraphQLError[] {
  const places = findMistakenPlaces(schema, document);
  const told = new Set<MistakenPlace>();
  return limitsFirst(errors).flatMap((error) => {
    const place = places.find((each) => isAbout(error, each));
    if (place === undefined) return [explained(error, document)];
    if (told.has(place)) return [];
    told.add(place);
    return place.mistakes.map((mistake) => inputError(mistake, error));
  });
}

/** Among a hundred mistakes, what is too large is the one to know. */
function limitsFirst(errors: readonly GraphQLError[]): GraphQLError[] {
  const isLimit = ({ extensions }: GraphQLError) => 'exceeded' in extensions;
  return [...errors.filter(isLimit), ...errors.filter((error) => !isLimit(error))];
}

/** Errors before anything of an operation ran: mostly variables that do not fit. */
export function explainRequestErrors(
  { schema, document, operationName, variableValues }: ExecutionArgs,
  errors: readonly GraphQLError[],
): GraphQLError[] {
  const operation = getOperationAST(document, operationName);
  const [first] = errors;
  const ofVariables = first?.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;
  const wrong =
    operation && ofVariables ? findWrongVariables(schema, document, operation, variableValues ?? {}) : [];
  return first === undefined || wrong.length === 0
    ? errors.map((error) => explained(error, document))
    : wrong.slice(0, MAX_ERRORS).map((mistake) => inputError(mistake, first));
}

function explained(error: GraphQLError, document: DocumentNode): GraphQLError {
  const nodes = error.nodes ?? [];
  // Of a variable where it cannot be, what it is passed to says more than where it is declared.
  const node = nodes.find(({ kind }) => kind === Kind.VARIABLE) ?? nodes[0];
  const path = node === undefined ? null : pathOfValue(document, node);
  if (path === null) return withMessage(error, error.message, error.extensions);
  return inputError({ path, message: `"${path.join('.')}": ${error.message}` }, error);
}

function inputError({ path, message }: InputMistake, error: GraphQLError): GraphQLError {
  return withMessage(error, message, { ...error.extensions, code: 'INVALID_INPUT', path });
}

function withMessage(
  { nodes, source, positions }: GraphQLError,
  message: string,
  extensions: GraphQLError['extensions'],
): GraphQLError {
  return new GraphQLError(truncate(message, MAX_MESSAGE), { nodes, source, positions, extensions });
}

/** Why GraphQL did not run an operation: with a code, the path of what does not fit, and no more of what was sent than is needed. */
import { truncate } from '@communique/shared/text';
import { GraphQLError, Kind, getOperationAST, type DocumentNode, type ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GraphQLContext } from './context.ts';
import { inputError, pathOfValue, wrongVariables } from './name-inputs.ts';

// A mistake made a thousand times is understood after ten.
const MAX_ERRORS = 10;
/** Messages quote the value, which can be as long as the request. */
const MAX_MESSAGE = 300;

export function useExplainedRefusals(): Plugin<GraphQLContext> {
  return {
    onValidate:
      ({ params }) =>
      ({ valid, result, setResult }) => {
        if (valid) return;
        const errors = result.filter((error) => error instanceof GraphQLError);
        setResult(errors.slice(0, MAX_ERRORS).map((error) => explained(error, params.documentAST)));
      },
  };
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
    operation && ofVariables ? wrongVariables(schema, document, operation, variableValues ?? {}) : [];
  return first === undefined || wrong.length === 0
    ? errors.map((error) => explained(error, document))
    : wrong.slice(0, MAX_ERRORS).map((input) => shortened(inputError(input, first)));
}

function explained(error: GraphQLError, document: DocumentNode): GraphQLError {
  const [node] = error.nodes ?? [];
  const path = node === undefined ? null : pathOfValue(document, node);
  return shortened(path === null ? error : inputError({ path, message: error.message }, error));
}

function shortened(error: GraphQLError): GraphQLError {
  if (error.message.length <= MAX_MESSAGE) return error;
  const { nodes, source, positions, extensions } = error;
  return new GraphQLError(truncate(error.message, MAX_MESSAGE), { nodes, source, positions, extensions });
}

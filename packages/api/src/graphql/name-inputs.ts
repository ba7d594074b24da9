/** Where in the arguments a value stands that does not fit its type: GraphQL's own messages say it for variables at most. */
import {
  GraphQLError,
  Kind,
  isInputType,
  typeFromAST,
  validateInputValue,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';

export interface NamedInputError {
  /** The argument and the fields inside it. */
  path: string[];
  message: string;
}

/** The path of a value in the text of an operation; null: it stands in no argument. */
export function pathOfValue(document: DocumentNode, wanted: ASTNode): string[] | null {
  let found: string[] | null = null;
  visit(document, {
    Argument({ name, value }) {
      found ??= pathInside(value, wanted, [name.value]);
      return false;
    },
  });
  return found;
}

function pathInside(value: ValueNode, wanted: ASTNode, path: string[]): string[] | null {
  if (value === wanted) return path;
  const parts: [string, ValueNode][] =
    value.kind === Kind.LIST
      ? value.values.map((item, index) => [String(index), item])
      : value.kind === Kind.OBJECT
        ? value.fields.map((field) => [field.name.value, field.value])
        : [];
  for (const [name, part] of parts) {
    const found = pathInside(part, wanted, [...path, name]);
    if (found !== null) return found;
  }
  return null;
}

/** What is wrong with the variables of an operation, each in the words of its type. */
export function wrongVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): NamedInputError[] {
  return (operation.variableDefinitions ?? []).flatMap(({ variable, type: typeNode, defaultValue }) => {
    const name = variable.name.value;
    const type = typeFromAST(schema, typeNode);
    const value = variables[name];
    if (!isInputType(type) || (value === undefined && defaultValue !== undefined)) return [];
    const wrong: NamedInputError[] = [];
    const place = pathOfVariable(document, operation, name);
    validateInputValue(value, type, ({ message }, path) => {
      wrong.push({ message, path: [...place, ...path.map(String)] });
    });
    return wrong;
  });
}

/** The argument it is passed to; its own name where it is passed to none. */
function pathOfVariable(document: DocumentNode, operation: OperationDefinitionNode, name: string): string[] {
  let use: ASTNode | undefined;
  visit(document, {
    OperationDefinition: (node) => (node === operation ? undefined : false),
    VariableDefinition: () => false,
    Variable(node) {
      if (node.name.value === name) use ??= node;
    },
  });
  return (use === undefined ? null : pathOfValue(document, use)) ?? [name];
}

export function inputError({ path, message }: NamedInputError, error: GraphQLError): GraphQLError {
  const { nodes, source, positions } = error;
  return new GraphQLError(`"${path.join('.')}": ${message}`, {
    nodes,
    source,
    positions,
    extensions: { ...error.extensions, code: 'INVALID_INPUT', path },
  });
}

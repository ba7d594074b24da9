/** Where in the arguments a value stands. */
import {
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';

/** The path of a value in the text of an operation; null: it stands in no argument. */
export function pathOfValue(document: DocumentNode, wanted: ASTNode): string[] | null {
  let found: string[] | null = null;
  visit(document, {
    Argument(node) {
      const { name, value } = node;
      found ??= node === wanted ? [name.value] : pathInside(value, wanted, [name.value]);
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

/** The argument a variable is passed to; its own name where it is passed to none. */
export function pathOfVariable(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  name: string,
): string[] {
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

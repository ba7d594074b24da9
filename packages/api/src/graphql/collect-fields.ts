/** Which fields a selection asks of a type, fragments included: GraphQL's CollectFields, for documents without directives. */
import {
  Kind,
  isAbstractType,
  visit,
  BREAK,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type NamedTypeNode,
  type SelectionSetNode,
} from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** By the key of the answer, in the order of the answer; several nodes where a field is asked for several times. */
export type CollectedFields = Map<string, [FieldNode, ...FieldNode[]]>;

export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
}

export function hasDirectives(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive() {
      found = true;
      return BREAK;
    },
  });
  return found;
}

export function collectFields(
  schema: GraphQLSchema,
  fragments: Fragments,
  type: GraphQLObjectType,
  parents: readonly { selectionSet?: SelectionSetNode | undefined }[],
): CollectedFields {
  const fields: CollectedFields = new Map();
  const visited = new Set<string>();
  const collect = ({ selections }: SelectionSetNode) => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) addField(fields, selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (isMeant(schema, type, selection.typeCondition)) collect(selection.selectionSet);
      } else {
        const { name } = selection;
        const fragment = visited.has(name.value) ? undefined : fragments.get(name.value);
        if (fragment === undefined || !isMeant(schema, type, fragment.typeCondition)) continue;
        visited.add(name.value);
        collect(fragment.selectionSet);
      }
    }
  };
  for (const { selectionSet } of parents) if (selectionSet !== undefined) collect(selectionSet);
  return fields;
}

function addField(fields: CollectedFields, node: FieldNode): void {
  const key = node.alias?.value ?? node.name.value;
  const nodes = fields.get(key);
  if (nodes === undefined) fields.set(key, [node]);
  else nodes.push(node);
}

function isMeant(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  condition: NamedTypeNode | undefined,
): boolean {
  if (condition === undefined || condition.name.value === type.name) return true;
  const meant = schema.getType(condition.name.value);
  return isAbstractType(meant) && schema.isSubType(meant, type);
}

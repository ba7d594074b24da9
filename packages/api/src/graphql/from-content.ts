/** Which operations can be answered "nothing has changed" from the content versions alone. */
import { TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';

const known = new WeakMap<DocumentNode, boolean>();

/** True: equal content versions and an equal viewer mean an equal answer. A root field that does not say so is taken not to be. */
export function readsContentOnly(schema: GraphQLSchema, document: DocumentNode): boolean {
  const earlier = known.get(document);
  if (earlier !== undefined) return earlier;
  const answer = findOut(schema, document);
  known.set(document, answer);
  return answer;
}

function findOut(schema: GraphQLSchema, document: DocumentNode): boolean {
  const typeInfo = new TypeInfo(schema);
  let contentOnly = true;
  const visitor = visitWithTypeInfo(typeInfo, {
    OperationDefinition({ operation }) {
      contentOnly &&= operation === 'query';
    },
    Field({ name }) {
      if (name.value === '__typename') return;
      const fromContent = typeInfo.getFieldDef()?.extensions['fromContent'];
      const isRoot = typeInfo.getParentType() === schema.getQueryType();
      contentOnly &&= isRoot ? fromContent === true : fromContent !== false;
    },
  });
  visit(document, visitor);
  return contentOnly;
}

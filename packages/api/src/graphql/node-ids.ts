/** What `node(id)` takes: the type and the id inside it, as the Relay plugin wrote them. */
import { quoted } from '@communique/shared/text';
import { isInterfaceType, type GraphQLSchema } from 'graphql';
import { InvalidInputError } from '../domain-errors.ts';

export interface NodeId {
  typename: string;
  id: string;
}

const UNREADABLE = '';

/** Never throws: what cannot be read is of a type that there is not. */
export function decodeNodeId(given: string): NodeId {
  const text = Buffer.from(given, 'base64').toString('utf8');
  const at = text.indexOf(':');
  return at < 1 || at === text.length - 1
    ? { typename: UNREADABLE, id: given }
    : { typename: text.slice(0, at), id: text.slice(at + 1) };
}

export function requireNodeType({ typename, id }: NodeId, schema: GraphQLSchema): void {
  const types = nodeTypesOf(schema);
  if (types.includes(typename)) return;
  const given = typename === UNREADABLE ? quoted(id) : `one of type ${quoted(typename)}`;
  throw new InvalidInputError(`"id" must be the "id" of a ${types.join(', ')}, not ${given}`, ['id']);
}

function nodeTypesOf(schema: GraphQLSchema): string[] {
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) return [];
  return schema
    .getPossibleTypes(node)
    .map(({ name }) => name)
    .toSorted();
}

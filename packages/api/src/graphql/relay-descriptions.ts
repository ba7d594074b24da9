/** The Relay plugin's own types and fields, described. */
import type { GraphQLResolveInfo } from 'graphql';
import { decodeNodeId, requireNodeType, type NodeId } from './node-ids.ts';
import { MAX_ID_LENGTH } from './text-limits.ts';

/** What the plugin's resolver is given: root, arguments, context, info, and how to go on. */
type NodeQuery = [object, { id: NodeId }, object, GraphQLResolveInfo, (id: NodeId) => unknown];

const cursor = 'Stands for a place in this list; pass it back as `after`, do not take it apart.';

export const relayOptions = {
  cursorType: 'String',
  nodesOnConnection: false,
  nodesQueryOptions: false,
  nodeTypeOptions: { description: 'Anything that can be fetched again by its id.' },
  decodeGlobalID: decodeNodeId,
  nodeQueryOptions: {
    description: 'Anything by its id, as this viewer sees it; null when there is no such thing for them.',
    args: {
      id: { description: `An \`id\` that this API gave out. At most ${MAX_ID_LENGTH} characters.` },
    },
    resolve: (...[, { id }, , { schema }, load]: NodeQuery) => {
      requireNodeType(id, schema);
      return load(id);
    },
  },
  idFieldOptions: { description: 'Names it in `node(id)` for ever. Opaque: do not take it apart.' },
  pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
  hasNextPageFieldOptions: { description: 'True when the list goes on after this page.' },
  hasPreviousPageFieldOptions: { description: 'True when something stands before this page.' },
  startCursorFieldOptions: { description: 'The cursor of the first item; null on an empty page.' },
  endCursorFieldOptions: { description: 'The cursor of the last item; null on an empty page.' },
  pageInfoFieldOptions: { description: 'Where this page stands in the list.' },
  edgesFieldOptions: {
    description: 'The items of this page in order, each with its cursor.',
    nullable: { list: false, items: false },
    // The page itself is counted by how many items were asked for.
    complexity: { field: 1, multiplier: 1 },
  },
  nodeFieldOptions: { description: 'The item.', nullable: false },
  cursorFieldOptions: { description: cursor },
} as const;

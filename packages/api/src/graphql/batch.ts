import type { GraphQLContext } from './context.ts';

/**
 * Loads by key what the items of a list ask for one by one, in one query: siblings are resolved before the next microtask, so what
 * they asked for is collected until then. Nothing is remembered after that.
 */
export function batched<Key, Value>(
  load: (keys: Key[], context: GraphQLContext) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key, context: GraphQLContext) => Promise<Value | null> {
  const open = new WeakMap<GraphQLContext, { keys: Set<Key>; values: Promise<ReadonlyMap<Key, Value>> }>();
  return async (key, context) => {
    let batch = open.get(context);
    if (batch === undefined) {
      const keys = new Set<Key>();
      const values = Promise.resolve().then(() => {
        open.delete(context);
        return load([...keys], context);
      });
      batch = { keys, values };
      open.set(context, batch);
    }
    batch.keys.add(key);
    return (await batch.values).get(key) ?? null;
  };
}

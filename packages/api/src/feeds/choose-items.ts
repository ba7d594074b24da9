import type { ItemArticle } from './read-items.ts';

/** At once; what is more comes with the next look. */
const MAX_NEW_ITEMS = 20;

/** RSS has no date of a change: there the new text alone tells of it. An item that once had one keeps having one. */
function isLater(at: Date | null, then: Date | null): boolean {
  return at === null ? then === null : then === null || at > then;
}

/** By key: when the item said that it was last changed; null: it did not say. */
export type SeenKeys = ReadonlyMap<string, Date | null>;

export interface ChosenItems {
  fresh: ItemArticle[];
  /** Known, with another text and, where items say when they were changed, a later change than before. */
  updated: ItemArticle[];
  /** There are more, for the next look. */
  waiting: ItemArticle[];
}

export function chooseItems(items: readonly ItemArticle[], seen: SeenKeys): ChosenItems {
  const fresh = items.filter(({ keys }) => keys.every((key) => !seen.has(key)));
  const updated = items.filter(({ keys, updated: at }) => {
    const before = keys.flatMap((key) => (seen.has(key) ? [seen.get(key) ?? null] : []));
    const hasNewText = !seen.has(keys.at(-1) ?? '');
    return before.length > 0 && hasNewText && before.every((then) => isLater(at, then));
  });
  return {
    fresh: fresh.slice(0, MAX_NEW_ITEMS),
    updated: updated.slice(0, MAX_NEW_ITEMS),
    waiting: [...fresh.slice(MAX_NEW_ITEMS), ...updated.slice(MAX_NEW_ITEMS)],
  };
}

import type { ItemArticle } from './read-items.ts';

/** At once; what is more comes with the next look. */
const MAX_NEW_ITEMS = 20;

/** By key: when the item said that it was last changed; null: it did not say. */
export type SeenKeys = ReadonlyMap<string, Date | null>;

export interface ChosenItems {
  fresh: ItemArticle[];
  /** Known, with another text and a later change than before. */
  updated: ItemArticle[];
  /** There are more, for the next look. */
  waiting: ItemArticle[];
}

export function chooseItems(items: readonly ItemArticle[], seen: SeenKeys): ChosenItems {
  const fresh = items.filter(({ keys }) => keys.every((key) => !seen.has(key)));
  const updated = items.filter(({ keys, updated: at }) => {
    const before = keys.flatMap((key) => (seen.has(key) ? [seen.get(key) ?? null] : []));
    const hasNewText = !seen.has(keys.at(-1) ?? '');
    return (
      before.length > 0 && hasNewText && at !== null && before.every((then) => then === null || at > then)
    );
  });
  return {
    fresh: fresh.slice(0, MAX_NEW_ITEMS),
    updated: updated.slice(0, MAX_NEW_ITEMS),
    waiting: [...fresh.slice(MAX_NEW_ITEMS), ...updated.slice(MAX_NEW_ITEMS)],
  };
}

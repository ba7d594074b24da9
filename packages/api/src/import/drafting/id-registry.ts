/** Ids of a document's pieces: unique within it, and readable. */
export interface IdRegistry {
  /** `wish`, or `wish-2`, `wish-3` … when it is taken; `part` when nothing is wished. */
  unique(wish: string): string;
  /** Takes exactly this id; false when somebody has it. */
  claim(id: string): boolean;
}

export function createIdRegistry(taken: Iterable<string> = []): IdRegistry {
  const ids = new Set(taken);
  // Where to go on counting: a document may repeat one heading thousands of times.
  const lastNumber = new Map<string, number>();
  return {
    unique(wish) {
      const base = wish === '' ? 'part' : wish;
      let id = base;
      let number = lastNumber.get(base) ?? 1;
      while (ids.has(id)) {
        number += 1;
        id = `${base}-${number}`;
      }
      lastNumber.set(base, number);
      ids.add(id);
      return id;
    },
    claim(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      return true;
    },
  };
}

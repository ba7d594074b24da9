/** Which section the next one stands in, as the depth of its heading says: the same for who writes a file and who reads it. */
export interface Ancestors {
  /** The depth of a heading within `parentId`. Markdown has six levels, and the first is the title's. */
  depthBelow(parentId: string | null): number;
  /** Goes on with section `id`, whose heading has this depth, 0 without one. Answers what it stands in. */
  enter(id: string, depth: number): string | null;
}

const TITLE = 1;
const DEEPEST = 6;

export function createAncestors(): Ancestors {
  const depths = new Map<string, number>();
  const open: { id: string; depth: number }[] = [];
  return {
    depthBelow: (parentId) => Math.min(DEEPEST, Math.max(TITLE, depths.get(parentId ?? '') ?? TITLE) + 1),
    enter(id, depth) {
      while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
      const parent = depth === 0 ? null : (open.at(-1)?.id ?? null);
      depths.set(id, depth);
      if (depth > 0) open.push({ id, depth });
      return parent;
    },
  };
}

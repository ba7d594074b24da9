/** Names in order, to be found by how they begin. New ones gather beside the order and are merged into it when there are many. */

interface Named<Value> {
  name: string;
  value: Value;
}

export interface SortedNames<Value> {
  add(name: string, value: Value): void;
  /** Shows those that begin so, in order, for as long as `visit` answers true. */
  visitStartingWith(beginning: string, visit: (name: string, value: Value) => boolean): void;
}

const MANY = 512;

export function createSortedNames<Value>(): SortedNames<Value> {
  let sorted: Named<Value>[] = [];
  let recent: Named<Value>[] = [];
  let inOrder = true;
  const settle = () => {
    if (!inOrder) recent.sort(byName);
    inOrder = true;
    if (recent.length <= MANY) return;
    sorted = merge(sorted, recent);
    recent = [];
  };
  return {
    add(name, value) {
      recent.push({ name, value });
      inOrder = false;
    },
    // No generator: what a search spends its time on is here.
    visitStartingWith(beginning, visit) {
      settle();
      let i = firstFrom(sorted, beginning);
      let j = firstFrom(recent, beginning);
      for (;;) {
        const left = sorted[i];
        const right = recent[j];
        const takesLeft = left !== undefined && (right === undefined || left.name <= right.name);
        const next = takesLeft ? left : right;
        if (next === undefined || !next.name.startsWith(beginning) || !visit(next.name, next.value)) return;
        if (takesLeft) i += 1;
        else j += 1;
      }
    },
  };
}

function byName(a: Named<unknown>, b: Named<unknown>): number {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}

function merge<Value>(a: readonly Named<Value>[], b: readonly Named<Value>[]): Named<Value>[] {
  // V8 finds the two runs and merges them.
  return [...a, ...b].sort(byName);
}

function firstFrom(names: readonly Named<unknown>[], beginning: string): number {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((names[middle]?.name ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  return low;
}

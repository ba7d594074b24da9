/**
 * Which of the ids that are in both orders stand elsewhere: as few as possible, so that one piece put in another place is one that moved,
 * not all those it passed.
 */
export function findMoved(earlier: readonly string[], later: readonly string[]): ReadonlySet<string> {
  const places = new Map(earlier.map((id, place) => [id, place]));
  const kept = later.filter((id) => places.has(id));
  const staying = longestRise(kept.map((id) => places.get(id) ?? 0));
  return new Set(kept.filter((_id, at) => !staying.has(at)));
}

/** The positions of a longest rising run among the numbers, which are all different. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  // For each length the position its best run ends at: the one with the least number.
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, number] of numbers.entries()) {
    const found = ends.findIndex((end) => (numbers[end] ?? 0) > number);
    const length = found === -1 ? ends.length : found;
    before.push(ends[length - 1]);
    ends[length] = at;
  }
  const run = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) run.add(at);
  return run;
}

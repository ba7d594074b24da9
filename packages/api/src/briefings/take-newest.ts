import type { BriefingRow } from './list-statement.ts';
import type { Head } from './newest-heads.ts';
import type { BriefingKey } from './briefing-order.ts';

export interface Stretch {
  limit: number;
  /** Publication and id of the last one before it; null: it is the first. */
  after: BriefingKey | null;
  /** Published then or later, and before then: milliseconds; null: whenever. */
  since: number | null;
  before: number | null;
}

/** A page of several lists together, each briefing once. Null: it goes on where a head ends. */
export function takeNewest(
  heads: readonly Head[],
  { limit, after, since, before }: Stretch,
): BriefingRow[] | null {
  // A key of this order: a time and an id.
  const [time, lastId] = after === null ? [Infinity, ''] : [Number(after[0]), String(after[1])];
  const isInside = ([id, , publishedAt]: BriefingRow) =>
    (before === null || publishedAt < before) &&
    (publishedAt < time || (publishedAt === time && id < lastId));
  const places = heads.map(({ rows }) => firstInside(rows, isInside));
  const taken: BriefingRow[] = [];
  while (taken.length < limit) {
    let next: BriefingRow | undefined;
    for (const [at, { rows, isWhole }] of heads.entries()) {
      const row = rows[places[at] ?? 0];
      if (row === undefined && !isWhole && !isOver(rows.at(-1), since)) return null;
      if (row !== undefined && (next === undefined || isNewer(row, next))) next = row;
    }
    if (next === undefined || isOver(next, since)) break;
    taken.push(next);
    for (const [at, { rows }] of heads.entries())
      if (rows[places[at] ?? 0]?.[0] === next[0]) places[at] = (places[at] ?? 0) + 1;
  }
  return taken;
}

/** Too old, and so is whatever comes after it. */
function isOver(row: BriefingRow | undefined, since: number | null): boolean {
  return since !== null && row !== undefined && row[2] < since;
}

function isNewer([id, , publishedAt]: BriefingRow, [otherId, , otherPublishedAt]: BriefingRow): boolean {
  return publishedAt > otherPublishedAt || (publishedAt === otherPublishedAt && id > otherId);
}

function firstInside(rows: readonly BriefingRow[], isInside: (row: BriefingRow) => boolean): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && isInside(row)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** When the next planned change is due, and how whoever carries them out hears of a new plan in this program. */
import { and, eq, gt, min } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { briefings } from './table.ts';

/** Null: nothing is planned for later. What is due already and was held is not meant. */
export async function findNextPlanned(db: Database, now: Date): Promise<Date | null> {
  const [publication] = await db.orm
    .select({ at: min(briefings.publishAt) })
    .from(briefings)
    .where(gt(briefings.publishAt, now));
  const [archival] = await db.orm
    .select({ at: min(briefings.unpublishAt) })
    .from(briefings)
    .where(and(gt(briefings.unpublishAt, now), eq(briefings.status, 'PUBLISHED')));
  const instants = [publication?.at, archival?.at].flatMap((at) => at?.getTime() ?? []);
  return instants.length === 0 ? null : new Date(Math.min(...instants));
}

type Listener = () => void;

/** Calls back for every plan made in this program, until the answer is called; those of other programs are seen at the next pass. */
export function onPlanned(db: Database, listener: Listener): () => void {
  const listeners = db.once(noListeners);
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function tellPlanned(db: Database): void {
  for (const listener of db.once(noListeners)) listener();
}

function noListeners(): Set<Listener> {
  return new Set();
}

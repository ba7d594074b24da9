import { sql } from 'drizzle-orm';
import { changes } from '../changes/table.ts';
import type { Database, Orm } from '../database/client.ts';
import { ConflictError } from '../domain-errors.ts';

/** Wakes the streams of this process when somebody has written to the change feed, in whatever process that was. */
export interface ChangeHub {
  /** Looks into the feed, and wakes who waits when it has grown. To be called again and again. */
  check(): Promise<void>;
  /** The last change the hub has seen, of whatever community. */
  latest(): number;
  /** Waits until there is a change after this one: true. False: the program stops, or `signal` says that nobody listens any more. */
  waitBeyond(id: number, signal: AbortSignal): Promise<boolean>;
  /** Counts one more stream; what it answers counts it off again. Throws when there are too many. */
  open(): () => void;
  /** Ends every stream, now and later. */
  close(): void;
  isClosed(): boolean;
}

/** An open stream is a socket and a few kilobytes; a process has 1,024 sockets unless it was given more. */
const MAX_STREAMS = 500;

export function createChangeHub(db: Database): ChangeHub {
  let latest = 0;
  let open = 0;
  let closed = false;
  const waiting = new Set<() => void>();
  const wakeAll = () => {
    for (const wake of waiting) wake();
  };
  return {
    async check() {
      if (open === 0) return;
      const [row] = await db.once(lastChange).execute();
      const id = row?.id ?? 0;
      if (id <= latest) return;
      latest = id;
      wakeAll();
    },
    latest: () => latest,
    async waitBeyond(id, signal) {
      while (latest <= id && !closed && !signal.aborted) await nextWake(waiting, signal);
      return !closed && !signal.aborted;
    },
    open() {
      if (open >= MAX_STREAMS) {
        throw new ConflictError('Too many streams are open here: try again in a minute, or ask `changeFeed`');
      }
      open += 1;
      let counted = true;
      return () => {
        if (counted) open -= 1;
        counted = false;
      };
    },
    close() {
      closed = true;
      wakeAll();
    },
    isClosed: () => closed,
  };
}

async function nextWake(waiting: Set<() => void>, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const wake = () => {
      waiting.delete(wake);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    waiting.add(wake);
    signal.addEventListener('abort', wake);
  });
}

function lastChange(orm: Orm) {
  return orm
    .select({ id: sql<number | null>`max(${changes.id})` })
    .from(changes)
    .prepare();
}

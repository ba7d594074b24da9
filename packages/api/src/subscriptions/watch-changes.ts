import { changeKey, findFeedEnd, listChanges, type Change, type ChangeKey } from '../changes/list-changes.ts';
import type { ChangeKind } from '../changes/table.ts';
import type { Database } from '../database/client.ts';
import type { ChangeHub } from './change-hub.ts';

export interface ChangeEvent {
  /** Where to go on from, should the stream break now. */
  cursor: ChangeKey;
  /** Null in the first event of a stream, which says where it begins. */
  change: Change | null;
}

export interface WatchOptions {
  /** Whose content it is about, beside the library's; null: the library's only. */
  communityId: string | null;
  /** None: every kind. */
  kinds: readonly ChangeKind[];
  /** What came after this place is told first; null: only what comes from now on. */
  after: ChangeKey | null;
  /** Asked before anything is told: whether who listens still may. The stream ends when not. */
  mayListen: () => Promise<boolean>;
}

const PAGE = 100;

/** A stream of what changes, until the program stops or nobody listens any more. It reads the feed itself, so nothing falls between. */
export function watchChanges(
  db: Database,
  hub: ChangeHub,
  options: WatchOptions,
): AsyncIterableIterator<ChangeEvent> {
  const countOff = hub.open();
  const listener = new AbortController();
  const events = eventsOf(db, hub, options, listener.signal);
  const end = () => {
    countOff();
    listener.abort();
  };
  return {
    async next() {
      try {
        const event = await events.next();
        if (event.done === true) end();
        return event;
      } catch (error) {
        end();
        throw error;
      }
    },
    // A generator that waits cannot be ended from outside: it is woken first.
    async return() {
      end();
      return events.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* eventsOf(
  db: Database,
  hub: ChangeHub,
  { communityId, kinds, after, mayListen }: WatchOptions,
  signal: AbortSignal,
): AsyncGenerator<ChangeEvent, undefined> {
  let cursor = after ?? (await findFeedEnd(db, communityId));
  yield { cursor, change: null };
  for (;;) {
    // Before the feed is read: what is written meanwhile makes the wait below short.
    const seen = hub.latest();
    if (!(await mayListen())) return undefined;
    const page = await listChanges(db, communityId, { kinds, after: cursor, limit: PAGE });
    for (const change of page) {
      if (signal.aborted || hub.isClosed()) return undefined;
      cursor = changeKey(change);
      yield { cursor, change };
    }
    if (page.length < PAGE && !(await hub.waitBeyond(seen, signal))) return undefined;
  }
}

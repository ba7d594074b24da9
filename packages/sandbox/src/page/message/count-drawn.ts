import type { SandboxMessage } from '../../people/protocol.ts';

/** So many messages are drawn at once, the newest; older ones when the reader goes up to them. */
export const drawnAtOnce = 100;

interface Change {
  before: readonly SandboxMessage[];
  now: readonly SandboxMessage[];
  /** How many of the newest were drawn. */
  drawn: number;
  /** Whether the reader is at the end: then the oldest drawn may go for each that comes. */
  isFollowing: boolean;
}

/** How many of the newest messages are drawn after the list changed. */
export function countDrawn({ before, now, drawn, isFollowing }: Change): number {
  const [oldest] = before;
  const last = before.at(-1);
  if (oldest === undefined || last === undefined) return drawn;
  const earlier = Math.max(
    0,
    now.findIndex(({ id }) => id === oldest.id),
  );
  const lastIndex = now.findLastIndex(({ id }) => id === last.id);
  const newer = lastIndex === -1 ? 0 : now.length - 1 - lastIndex;
  const grown = earlier + (isFollowing ? 0 : newer);
  return grown === 0 ? drawn : Math.min(drawn, before.length) + grown;
}

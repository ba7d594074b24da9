/**
 * For a root field's `extensions`: its answer changes only when a write set raises a content version, or at one of the timed changes
 * of `changes/find-content-state.ts`.
 */
export const FROM_CONTENT = { fromContent: true } as const;

/** For a field inside such an answer that changes without either: a count of votes, who is asking, the time of day. */
export const NOT_FROM_CONTENT = { fromContent: false } as const;

/** What a client may spend per minute. Kept in this process; several processes share one by another implementation of `Budgets`. */

export interface Spending {
  allowed: boolean;
  /** What is left until the minute ends. */
  remaining: number;
  /** Whole seconds until it begins anew, at least 1. */
  resetSeconds: number;
}

export interface Budgets {
  spend(client: string, cost: number, limit: number): Spending | Promise<Spending>;
}

export const BUDGET_SECONDS = 60;
/** More clients at a time than this and the oldest windows are forgotten: memory is worth more than their bill. */
const MAX_CLIENTS = 50_000;

/** A client's minute begins with its first request. `now` in milliseconds. */
export function createBudgets(now: () => number): Budgets {
  const windows = new Map<string, { spent: number; ends: number }>();
  return {
    spend(client, cost, limit) {
      const time = now();
      let window = windows.get(client);
      if (window === undefined || window.ends <= time) {
        windows.delete(client);
        forgetOldest(windows, time);
        window = { spent: 0, ends: time + BUDGET_SECONDS * 1_000 };
        windows.set(client, window);
      }
      const allowed = window.spent + cost <= limit;
      // What is refused costs nothing, so that a smaller question may still be asked.
      if (allowed) window.spent += cost;
      const resetSeconds = Math.max(1, Math.ceil((window.ends - time) / 1_000));
      return { allowed, remaining: Math.max(0, limit - window.spent), resetSeconds };
    },
  };
}

/** A map keeps the order of insertion: the first windows end first. */
function forgetOldest(windows: Map<string, { ends: number }>, time: number): void {
  for (const [client, { ends }] of windows) {
    if (ends > time && windows.size < MAX_CLIENTS) return;
    windows.delete(client);
  }
}

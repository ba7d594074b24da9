/** Whether the answer of an entry may be out of date, and why. */
import { sql, type SQL } from 'drizzle-orm';
import type { FaqEntry } from './find-entries.ts';

export const STALE_REASONS = ['REVIEW_OVERDUE', 'SECTION_CHANGED', 'BRIEFING_WITHDRAWN'] as const;
export type StaleReason = (typeof STALE_REASONS)[number];

/** Stands for the hash of a section that readers have lost: whoever verifies the entry afterwards has checked it without. */
export const WITHDRAWN_SECTION = 'withdrawn';

export function staleReasons(entry: FaqEntry, now: Date): StaleReason[] {
  const { reviewDueAt, verifiedSectionHash: verified, currentSectionHash: current } = entry;
  const isWithdrawn = current === WITHDRAWN_SECTION && verified !== WITHDRAWN_SECTION;
  return [
    ...(reviewDueAt !== null && reviewDueAt <= now ? ['REVIEW_OVERDUE' as const] : []),
    ...(isWithdrawn ? ['BRIEFING_WITHDRAWN' as const] : []),
    ...(!isWithdrawn && verified !== null && verified !== current ? ['SECTION_CHANGED' as const] : []),
  ];
}

/** `staleReasons` that are any, in SQL, of the rows of this name. */
export function staleAt(now: Date, entry: SQL): SQL {
  return sql`(${entry}.review_due_at <= ${now.getTime()}
    or (${entry}.verified_section_hash is not ${entry}.current_section_hash
      and (${entry}.verified_section_hash is not null or ${entry}.current_section_hash = ${WITHDRAWN_SECTION})))`;
}

/** What an entry is called: its question and its aliases. A community never gives two answers to one wording. */
import { eq } from 'drizzle-orm';
import type { Orm, WriteStatement } from '../database/client.ts';
import { insertRow } from '../database/insert-row.ts';
import { normalizeText } from '../search/normalize-text.ts';
import { faqNames } from './table.ts';

export interface Named {
  id: string;
  communityId: string;
  question: string;
  aliases: readonly string[];
}

/** What becomes of a wording that another entry has: it fails the write set, or this entry goes without it. */
export type TakenNames = 'conflict' | 'leave aliases' | 'leave';

/** The entry has exactly its names afterwards. */
export function claimNames(orm: Orm, entry: Named, taken: TakenNames): WriteStatement[] {
  const { id: entryId, communityId } = entry;
  return [
    ...releaseNames(orm, entryId),
    ...nameKeys(entry).map((nameKey, at) => {
      const mustHave = taken === 'conflict' || (taken === 'leave aliases' && at === 0);
      return insertRow(faqNames, { communityId, nameKey, entryId }, { orLeave: !mustHave });
    }),
  ];
}

export function releaseNames(orm: Orm, entryId: string): WriteStatement[] {
  return [orm.delete(faqNames).where(eq(faqNames.entryId, entryId))];
}

/** As search compares words, the question first, each once. */
export function nameKeys({ question, aliases }: Pick<Named, 'question' | 'aliases'>): string[] {
  return [...new Set([question, ...aliases].map(normalizeText))];
}

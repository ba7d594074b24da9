import { eq, sql } from 'drizzle-orm';
import { actorKey, withoutPerson, type Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Database } from '../database/client.ts';
import { commit } from '../idempotency/commit.ts';
import type { EntryAct } from './as-then.ts';
import { findEntry } from './find-entries.ts';
import { faqEntries, faqVotes } from './table.ts';

export interface CastVote extends EntryAct {
  helpful: boolean | null;
}

/** One vote per person or token and entry: the last one counts, null takes it back. Readers see nothing else for it. */
export async function voteOnEntry(
  db: Database,
  { communityId, slug, helpful }: { communityId: string | null; slug: string; helpful: boolean | null },
  act: Act,
): Promise<CastVote> {
  const { orm } = db;
  const entry = await findEntry(db, communityId, slug);
  const voter = actorKey(act.actor);
  const mine = sql`${faqVotes.entryId} = ${entry.id} and ${faqVotes.voter} = ${voter}`;
  const [earlier] = await orm.select({ helpful: faqVotes.helpful }).from(faqVotes).where(mine);
  const result = { entryId: entry.id, helpful, at: act.now.getTime() };
  if ((earlier?.helpful ?? null) === helpful) return commit(db, act, { statements: [], result });
  const vote =
    helpful === null
      ? orm.delete(faqVotes).where(mine)
      : orm
          .insert(faqVotes)
          .values({ entryId: entry.id, voter, helpful })
          .onConflictDoUpdate({ target: [faqVotes.entryId, faqVotes.voter], set: { helpful } });
  const count = (value: number) =>
    sql<number>`(select count(*) from ${faqVotes} where ${faqVotes.entryId} = ${entry.id} and ${faqVotes.helpful} = ${value})`;
  return commit(db, act, {
    statements: [
      vote,
      orm
        .update(faqEntries)
        .set({
          helpfulVotes: count(1),
          unhelpfulVotes: count(0),
          popularity: sql`${count(1)} - ${count(0)}`,
        })
        .where(eq(faqEntries.id, entry.id)),
      recordAct(withoutPerson(act), {
        communityId: entry.communityId,
        action: 'faq_entry.vote',
        subjectId: entry.id,
        details: { slug: entry.slug },
        before: { helpful: earlier?.helpful ?? null },
        after: { helpful },
      }),
    ],
    result,
  });
}

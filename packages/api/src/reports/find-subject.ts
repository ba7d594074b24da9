/** What a report is about, as the reader who reports it sees it. */
import { findBriefing } from '../briefings/find-briefings.ts';
import type { Database } from '../database/client.ts';
import { InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { findEntry } from '../faq/find-entries.ts';

/** Either a briefing, and maybe a claim of it, or an FAQ entry. */
export interface SubjectName {
  briefing: string | null;
  claimId: string | null;
  faqEntry: string | null;
}

export interface Subject {
  communityId: string;
  briefingId: string | null;
  claimId: string | null;
  entryId: string | null;
  revision: number;
}

export async function findSubject(
  db: Database,
  communityId: string | null,
  { briefing, claimId, faqEntry }: SubjectName,
): Promise<Subject> {
  if ((briefing === null) === (faqEntry === null)) {
    throw new InvalidInputError('Name either "briefing" or "faqEntry"', [
      briefing === null ? 'briefing' : 'faqEntry',
    ]);
  }
  if (briefing !== null) return findBriefingSubject(db, communityId, { slug: briefing, claimId });
  if (claimId !== null)
    throw new InvalidInputError('"claimId" needs "briefing": a claim stands in one', ['briefing']);
  const entry = await findEntry(db, communityId, faqEntry ?? '').catch((error: unknown) => {
    if (error instanceof NotFoundError) error.inputPath = ['faqEntry'];
    throw error;
  });
  const { id: entryId, revision } = entry;
  return { communityId: entry.communityId, briefingId: null, claimId: null, entryId, revision };
}

async function findBriefingSubject(
  db: Database,
  communityId: string | null,
  { slug, claimId }: { slug: string; claimId: string | null },
): Promise<Subject> {
  const found = await findBriefing(db, communityId, slug).catch((error: unknown) => {
    if (error instanceof NotFoundError) error.inputPath = ['briefing'];
    throw error;
  });
  if (found.availability !== 'READY') {
    throw new NotFoundError(`The briefing "${slug}" cannot be read now`, ['briefing']);
  }
  const { briefing } = found;
  if (claimId !== null && !briefing.document.claims.some(({ id }) => id === claimId)) {
    throw new NotFoundError(`The briefing "${slug}" has no claim "${claimId.slice(0, 80)}"`, ['claimId']);
  }
  const { id: briefingId, revision } = briefing;
  return { communityId: briefing.communityId, briefingId, claimId, entryId: null, revision };
}

/** Gives readers the head revision of a briefing, together with the FAQ drafts bound to it. */
import type { Act } from '../audit/actor.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { ConflictError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { composePublication, ORIGINAL_PUBLISHED, TRANSLATED_PUBLISHED } from './compose-publication.ts';
import { checkLanguageFree } from './language-of-family.ts';
import {
  checkHead,
  checkNotRedacted,
  conflictAt,
  readBoundEntries,
  readHead,
  type BriefingName,
  type Head,
} from './read-head.ts';

export interface PublishedRevision {
  briefingId: string;
  slug: string;
  revisionId: string;
  revision: number;
  /** How many FAQ drafts became visible with it. */
  publishedEntries: number;
}

/** A briefing whose head is published already stays as it is; only new FAQ drafts are published. */
export async function publishBriefing(
  db: Database,
  { communityId, slug, expectedRevision }: BriefingName & { expectedRevision?: number },
  act: Act,
): Promise<PublishedRevision> {
  const head = await readHead(db, { communityId, slug });
  const { briefing, revision } = head;
  checkHead(head, expectedRevision);
  const entries = await readBoundEntries(db, briefing.id);
  const drafts = entries.filter(({ status }) => status === 'DRAFT');
  const result = {
    briefingId: briefing.id,
    slug,
    revisionId: revision.id,
    revision: revision.number,
    publishedEntries: drafts.length,
  };
  const isPublishedAlready = isPublishedHead(head);
  if (isPublishedAlready && drafts.length === 0) return commit(db, act, { statements: [], result });
  if (!isPublishedAlready) checkApproved(head, act);
  const { language } = revision.document;
  await checkLanguageFree(db, briefing, { language, path: ['slug'] });
  try {
    const statements = composePublication(db.orm, { briefing, revision, entries }, act);
    return await commit(db, act, { statements, result });
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    if (error.isGuard(ORIGINAL_PUBLISHED)) throw unpublishedOriginal(slug, error);
    if (error.isGuard(TRANSLATED_PUBLISHED)) {
      throw new ConflictError(
        `The briefing "${slug}" translates revision ${revision.document.translatedRevision} of its original, which readers do not have yet: publish that one first`,
        ['slug'],
        { cause: error },
      );
    }
    // Somebody published the same in this moment: what was asked for is so, but for FAQ drafts that came meanwhile.
    if (await isPublished(db, { communityId, slug }, revision.id)) {
      return publishBriefing(db, { communityId, slug, expectedRevision: revision.number }, act);
    }
    throw await conflictAt(db, { communityId, slug }, revision, error);
  }
}

async function isPublished(db: Database, name: BriefingName, revisionId: string): Promise<boolean> {
  const { briefing, revision } = await readHead(db, name);
  return revision.id === revisionId && isPublishedHead({ briefing, revision });
}

function isPublishedHead({ briefing, revision }: Pick<Head, 'briefing' | 'revision'>): boolean {
  return briefing.publishedRevisionId === revision.id && briefing.status === 'PUBLISHED';
}

/** Operators answer for themselves: the command line publishes without a review. */
export function checkApproved(head: Head, { actor }: Act): void {
  checkNotRedacted(head);
  const { slug, headState } = head.briefing;
  if (actor.kind === 'OPERATOR' || headState === 'APPROVED' || headState === 'SCHEDULED') return;
  throw new ConflictError(
    `Revision ${head.revision.number} of the briefing "${slug}" is not approved: submit it for review and approve it first`,
    ['slug'],
  );
}

export function unpublishedOriginal(slug: string, cause?: Error): ConflictError {
  return new ConflictError(
    `The briefing "${slug}" translates one that is not published: publish that one first`,
    ['slug'],
    { cause },
  );
}

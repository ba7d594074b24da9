/** Starts a briefing as a draft. */
import { and, eq } from 'drizzle-orm';
import { signatureOf, type Act } from '../audit/actor.ts';
import { checkSlug } from '../database/choose-slug.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { ConflictError, NotFoundError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { checkDocument, composeDraft } from './compose-draft.ts';
import type { GENERATORS } from './document.ts';
import type { BriefingName } from './read-head.ts';
import { briefings } from './table.ts';

export interface NewBriefing extends BriefingName {
  /** Checked here: whatever came in. */
  document: unknown;
  generatedBy: (typeof GENERATORS)[number];
  reason: string | null;
  /** Slug of the briefing of the same community it translates. */
  translationOf: string | null;
}

/** What an editor's act has made: ids, never texts. */
export interface EditedBriefing {
  briefingId: string;
  revisionId: string;
}

export async function createBriefing(
  db: Database,
  { communityId, slug, ...input }: NewBriefing,
  act: Act,
): Promise<EditedBriefing> {
  checkSlug(slug);
  const document = checkDocument(input.document);
  const original =
    input.translationOf === null ? null : await readOriginal(db, communityId, input.translationOf);
  const createdBy = signatureOf(act.actor);
  const { briefing, revision, statements } = composeDraft(
    db.orm,
    {
      communityId,
      slug,
      document,
      provenance: { createdBy, reviewedBy: null, importedFrom: null, generatedBy: input.generatedBy },
      reason: input.reason ?? 'Written',
      translationOf: original,
      article: null,
      faq: [],
    },
    act,
  );
  try {
    return await commit(db, act, {
      statements,
      result: { briefingId: briefing.id, revisionId: revision.id },
    });
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    if (error.isUnique('briefings.translation_of', 'briefings.language')) {
      throw new ConflictError(
        `There is a translation of "${input.translationOf}" into "${document.language}" already`,
        ['translationOf'],
        { cause: error },
      );
    }
    throw new ConflictError(`The slug "${slug}" is taken: choose another one`, ['slug'], { cause: error });
  }
}

/** A translation of a translation translates the original. */
async function readOriginal(db: Database, communityId: string, slug: string): Promise<string> {
  const [original] = await db.orm
    .select({ id: briefings.id, translationOf: briefings.translationOf })
    .from(briefings)
    .where(and(eq(briefings.communityId, communityId), eq(briefings.slug, slug)));
  if (original === undefined) {
    throw new NotFoundError(`There is no briefing "${slug.slice(0, 100)}" to translate`, ['translationOf']);
  }
  return original.translationOf ?? original.id;
}

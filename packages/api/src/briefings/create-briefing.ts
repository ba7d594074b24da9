/** Starts a briefing as a draft. */
import { signatureOf, type Act } from '../audit/actor.ts';
import { checkSlug } from '../database/choose-slug.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { ConflictError, InvalidInputError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { checkWrittenDocument } from './check-written-document.ts';
import { composeDraft } from './compose-draft.ts';
import type { BriefingDocument, GENERATORS } from './document.ts';
import { checkLanguageFree, LANGUAGE_PATH } from './language-of-family.ts';
import type { BriefingName } from './read-head.ts';
import { readOriginal, translatedRevisionOf } from './read-original.ts';

export interface NewBriefing extends BriefingName {
  /** Checked here: whatever came in. */
  document: unknown;
  generatedBy: (typeof GENERATORS)[number];
  reason: string | null;
  /** Slug of the briefing of the same community it translates. */
  translationOf: string | null;
  /** Number of the revision of that one it was made from; null: what readers have of it, else the latest. */
  translatedRevision: number | null;
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
  const { document, original } = await translated(db, { communityId, slug, ...input });
  await checkTranslation(db, { original, document });
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
    // Somebody else began a translation into the same language in between.
    await checkTranslation(db, { original, document });
    throw new ConflictError(`The slug "${slug}" is taken: choose another one`, ['slug'], { cause: error });
  }
}

/** It is in a language that neither the original nor another translation is in. */
async function checkTranslation(
  db: Database,
  { original, document: { language } }: { original: string | null; document: BriefingDocument },
): Promise<void> {
  if (original === null) return;
  await checkLanguageFree(db, { id: NOT_YET, translationOf: original }, { language, path: LANGUAGE_PATH });
}

/** The one that is begun has no id that another could have. */
const NOT_YET = '';

/** A translation says what it was made from; nothing else does. */
async function translated(
  db: Database,
  { communityId, translationOf, translatedRevision, document: written }: NewBriefing,
): Promise<{ document: BriefingDocument; original: string | null }> {
  const document = checkWrittenDocument(written);
  if (translationOf !== null) {
    const original = await readOriginal(db, { communityId, slug: translationOf });
    const revision = translatedRevisionOf(original, translatedRevision);
    return { document: { ...document, translatedRevision: revision }, original: original.id };
  }
  if (translatedRevision === null) return { document, original: null };
  throw new InvalidInputError(
    '"translatedRevision" needs "translationOf": only a translation is made from a revision',
    ['translatedRevision'],
  );
}

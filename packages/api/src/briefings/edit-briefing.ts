/** Saves a new head revision. Readers see nothing of it until it is published. */
import { signatureOf, type Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { regradeChangedQuotes } from '../claims/regrade-claims.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { InvalidInputError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { checkWrittenDocument } from './check-written-document.ts';
import type { Provenance } from './compose-draft.ts';
import { assertUnmoved, insertRevision, moveHead, revisionRow } from './compose-revision.ts';
import { checkReason } from './check-reason.ts';
import type { EditedBriefing } from './create-briefing.ts';
import type { BriefingDocument, Claim, GENERATORS } from './document.ts';
import { isSameDocument } from './is-same-document.ts';
import { keepOutcomes } from './keep-outcomes.ts';
import { keepProvenance } from './keep-provenance.ts';
import { assertLanguageFree, checkLanguageFree, LANGUAGE_PATH } from './language-of-family.ts';
import {
  checkHead,
  conflictAt,
  provenanceOf,
  readHead,
  type BriefingName,
  type BriefingRow,
  type Head,
} from './read-head.ts';
import { readOriginalById, translatedRevisionOf } from './read-original.ts';

export interface Edit extends BriefingName {
  /** The number of the head revision the editor has seen. */
  expectedRevision: number;
  /** The whole document as it is to be; checked here. Corrections and gradings stay, whatever it says of them; a quotation that it words otherwise is to be judged anew. */
  document: unknown;
  generatedBy: (typeof GENERATORS)[number];
  /** Of a translation: the revision of the original it says the same as from now on; null: as before. */
  translatedRevision: number | null;
  /** Why, for the history. */
  reason: string;
  /** What else the audit log says. */
  also?: { before: object; after: object };
}

export async function editBriefing(
  db: Database,
  { communityId, slug, expectedRevision, ...edit }: Edit,
  act: Act,
): Promise<EditedBriefing> {
  const reason = checkReason(edit.reason);
  const written = checkWrittenDocument(edit.document);
  const head = await readHead(db, { communityId, slug });
  checkHead(head, expectedRevision);
  const { briefing } = head;
  const provenance = {
    createdBy: signatureOf(act.actor),
    reviewedBy: null,
    importedFrom: null,
    generatedBy: edit.generatedBy,
  };
  const previous = { document: head.revision.document, provenance: provenanceOf(head.revision) };
  const kept = regradeChangedQuotes(
    head.revision.document,
    keepRecord(head.revision.document, written),
    reason,
    act,
  );
  const translatedRevision = await followOriginal(db, briefing, edit.translatedRevision);
  const document = keepProvenance(previous, {
    document: translatedRevision === null ? kept : { ...kept, translatedRevision },
    provenance,
  });
  if (isSameDocument(document, head.revision.document)) return leaveHead(db, head, act);
  await checkLanguageFree(db, briefing, { language: document.language, path: LANGUAGE_PATH });
  return writeHead(db, head, { action: 'briefing.edit', document, provenance, reason }, act);
}

/** The wish was fulfilled before it was made: nothing is saved, and the head stays in the state it is in. */
function leaveHead(db: Database, { briefing, revision }: Head, act: Act): Promise<EditedBriefing> {
  return commit(db, act, { statements: [], result: { briefingId: briefing.id, revisionId: revision.id } });
}

/** Makes a document the new head of a briefing that has been read: it is a draft from then on. */
export async function writeHead(
  db: Database,
  head: Head,
  { action, document, provenance, reason, also }: NewHead,
  act: Act,
): Promise<EditedBriefing> {
  const { briefing } = head;
  const { communityId, slug } = briefing;
  const { number } = head.revision;
  const { orm } = db;
  const revision = revisionRow(
    { briefingId: briefing.id, number: number + 1, document, provenance, reason },
    act,
  );
  try {
    return await commit(db, act, {
      statements: [
        assertUnmoved(briefing),
        assertLanguageFree(briefing, document.language),
        insertRevision(orm, revision),
        moveHead(orm, briefing, revision, 'DRAFT'),
        recordAct(act, {
          communityId,
          action,
          subjectId: briefing.id,
          details: { slug, reason },
          before: { revision: number, state: briefing.headState, ...also?.before },
          after: { revision: revision.number, state: 'DRAFT', ...also?.after },
        }),
      ],
      result: { briefingId: briefing.id, revisionId: revision.id },
    });
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    throw await conflictAt(db, { communityId, slug }, head.revision, error);
  }
}

interface NewHead {
  /** "briefing.edit", … */
  action: string;
  document: BriefingDocument;
  provenance: Provenance;
  /** Why, for the history. */
  reason: string;
  /** What else the audit log says. */
  also?: { before: object; after: object };
}

async function followOriginal(
  db: Database,
  { translationOf }: BriefingRow,
  wanted: number | null,
): Promise<number | null> {
  if (wanted === null) return null;
  if (translationOf !== null) return translatedRevisionOf(await readOriginalById(db, translationOf), wanted);
  throw new InvalidInputError('"translatedRevision" must be left out: it translates nothing', [
    'translatedRevision',
  ]);
}

/** The public record is not edited: corrections, how claims were graded and what scenarios came to are carried over; so is what a translation was made from. */
export function keepRecord(previous: BriefingDocument, next: BriefingDocument): BriefingDocument {
  const graded = new Map(previous.claims.map((claim) => [claim.id, claim]));
  return {
    ...next,
    corrections: previous.corrections,
    translatedRevision: previous.translatedRevision,
    scenarios: keepOutcomes(previous, next),
    claims: next.claims.map((claim) => {
      const known = graded.get(claim.id);
      if (known === undefined) return { ...claim, ...UNGRADED };
      const { status, credibility, reliability, gradings } = known;
      return { ...claim, status, credibility, reliability, gradings };
    }),
  };
}

const UNGRADED = {
  status: 'UNVERIFIED',
  credibility: 6,
  reliability: null,
  gradings: [],
} satisfies Partial<Claim>;

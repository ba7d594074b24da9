/** Changes what readers see at once: a new published revision, with the public record of why, all in one write set. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { signatureOf, type Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Database, Orm, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { ConflictError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { checkDocument, type Provenance } from './compose-draft.ts';
import { composeReaderView, recordBriefingChange } from './compose-publication.ts';
import { assertUnmoved, insertRevision, revisionRow } from './compose-revision.ts';
import type { BriefingDocument, Correction } from './document.ts';
import { diffDocuments } from './diff-documents.ts';
import { RevisionConflictError } from './errors.ts';
import { keepProvenance } from './keep-provenance.ts';
import { checkLanguageFree, LANGUAGE_PATH } from './language-of-family.ts';
import {
  checkNotWithdrawn,
  conflictAt,
  provenanceOf,
  readBoundEntries,
  readHead,
  type BriefingName,
  type BriefingRow,
  type Head,
  type RevisionRow,
} from './read-head.ts';
import { readableDocument } from './readable-document.ts';
import { briefings } from './table.ts';

export interface Revising {
  action: string;
  /** The number of the published revision that was looked at. */
  expectedRevision: number;
  /** The published document put right. */
  change: (document: BriefingDocument) => BriefingDocument;
  /** The same for a draft that is being worked on, beside what readers get; null: it cannot be carried over, so it is in the way. */
  carry: ((draft: BriefingDocument, revised: BriefingDocument) => BriefingDocument) | null;
  /** What the public is told; null: it is no correction. */
  record: (document: BriefingDocument) => Pick<Correction, 'kind' | 'wrong' | 'right' | 'reason'> | null;
  reason: string;
  /** What else is written with it, and what the audit log says of that. */
  also?: { statements: readonly WriteStatement[]; before: object; after: object };
}

export interface RevisedBriefing {
  briefingId: string;
  revisionId: string;
  /** Id of the correction; null: none was recorded. */
  correctionId: string | null;
}

export async function revisePublished(
  db: Database,
  name: BriefingName,
  revising: Revising,
  act: Act,
): Promise<RevisedBriefing> {
  const head = await readHead(db, name);
  const published = checkPublished(head, revising);
  const { briefing } = head;
  const { revision, correction } = reviseDocument(head, published, revising, act);
  await checkLanguageFree(db, briefing, { language: revision.document.language, path: LANGUAGE_PATH });
  const draft =
    head.revision.id === published.id ? null : carriedDraft(head.revision, revision, revising, act);
  const entries = (await readBoundEntries(db, briefing.id)).filter(({ status }) => status === 'PUBLISHED');
  const { orm } = db;
  try {
    return await commit(db, act, {
      statements: [
        assertUnmoved(briefing),
        insertRevision(orm, revision),
        ...(draft === null ? [] : [insertRevision(orm, draft)]),
        moveHead(orm, briefing, { revision, draft }),
        ...(revising.also?.statements ?? []),
        ...composeReaderView(orm, { briefing, revision, entries }, act),
        ...recordBriefingChange(
          orm,
          { briefing, revision },
          correction === null
            ? { kind: 'BRIEFING_UPDATED' }
            : { kind: 'BRIEFING_CORRECTED', reason: correction.reason },
          act,
        ),
        recordAct(act, {
          communityId: name.communityId,
          action: revising.action,
          subjectId: briefing.id,
          details: { slug: name.slug, reason: revising.reason, correction: correction?.id ?? null },
          before: { revision: published.number, ...revising.also?.before },
          after: { revision: revision.number, ...revising.also?.after },
        }),
      ],
      result: { briefingId: briefing.id, revisionId: revision.id, correctionId: correction?.id ?? null },
    });
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    throw await conflictAt(db, name, head.revision, error);
  }
}

function checkPublished(
  { briefing, revision, published }: Head,
  { expectedRevision, carry }: Revising,
): RevisionRow {
  checkNotWithdrawn(briefing);
  if (published === null || briefing.status !== 'PUBLISHED') {
    throw new ConflictError(
      `The briefing "${briefing.slug}" is not published: only what readers see is corrected or graded`,
      ['slug'],
    );
  }
  if (published.number !== expectedRevision) {
    throw new RevisionConflictError(briefing, expectedRevision, published);
  }
  if (revision.id !== published.id && carry === null) {
    throw new ConflictError(
      `Revision ${revision.number} of "${briefing.slug}" is being worked on: publish it first, or correct one passage`,
      ['slug'],
    );
  }
  return published;
}

function reviseDocument(
  { briefing, revision: head }: Head,
  published: RevisionRow,
  { change, record, reason }: Revising,
  act: Act,
): { revision: RevisionRow; correction: Correction | null } {
  const signature = signatureOf(act.actor);
  const provenance: Provenance = {
    createdBy: signature,
    reviewedBy: signature,
    importedFrom: null,
    generatedBy: 'HUMAN',
  };
  const before = { document: published.document, provenance: provenanceOf(published) };
  const changed = keepProvenance(before, { document: change(published.document), provenance });
  const number = head.number + 1;
  const words = record(published.document);
  const correction: Correction | null = words && {
    ...words,
    id: randomUUID(),
    correctedBy: signature,
    correctedAt: act.now.toISOString(),
    wrongRevision: published.number,
    revision: number,
    pieces: changedPieces(before, { document: changed, provenance }),
  };
  const document = checkDocument({
    ...changed,
    corrections: [...(published.document.corrections ?? []), ...(correction === null ? [] : [correction])],
  });
  const revision = revisionRow({ briefingId: briefing.id, number, document, provenance, reason }, act);
  return { revision, correction };
}

interface Version {
  document: BriefingDocument;
  provenance: Provenance;
}

function changedPieces(before: Version, after: Version): string[] {
  const [earlier, later] = [before, after].map((version) =>
    readableDocument(version.document, version.provenance),
  );
  if (earlier === undefined || later === undefined) return [];
  return diffDocuments(earlier, later).map(({ piece }) => piece.id);
}

/** What somebody is working on follows the corrected revision, so that publishing it does not bring the mistake back. */
function carriedDraft(
  draft: RevisionRow,
  { number, document: revised }: RevisionRow,
  { carry }: Revising,
  act: Act,
): RevisionRow {
  const { briefingId, reason } = draft;
  const carried = carry?.(draft.document, revised) ?? draft.document;
  const document = checkDocument({ ...carried, corrections: revised.corrections });
  return revisionRow(
    { briefingId, number: number + 1, document, provenance: provenanceOf(draft), reason },
    act,
  );
}

function moveHead(
  orm: Orm,
  { id }: BriefingRow,
  { revision, draft }: { revision: RevisionRow; draft: RevisionRow | null },
): WriteStatement {
  const head =
    draft === null
      ? {
          headRevisionId: revision.id,
          headState: 'PUBLISHED' as const,
          savedAt: revision.createdAt,
          publishAt: null,
        }
      : { headRevisionId: draft.id, savedAt: draft.createdAt };
  return orm.update(briefings).set(head).where(eq(briefings.id, id));
}

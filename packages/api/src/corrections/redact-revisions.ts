/** Which revisions of a briefing a redaction changes, and how they read afterwards. Nothing is written here. */
import { randomUUID } from 'node:crypto';
import { checkDocument } from '../briefings/compose-draft.ts';
import type { BriefingDocument } from '../briefings/document.ts';
import type { BriefingRow, RevisionRow } from '../briefings/read-head.ts';
import { availabilityOf } from '../briefings/status.ts';
import { ConflictError, InvalidInputError } from '../domain-errors.ts';
import { BLACK, blackOutAll, type BlackOut } from './black-out.ts';
import type { RedactedBriefing, RedactedRevision } from './compose-redaction.ts';
import { redactDocument } from './redact-document.ts';

interface Revisions {
  briefing: BriefingRow;
  all: readonly RevisionRow[];
}

export function redactRevisions(
  { briefing, all }: Revisions,
  { blackOut, newIds }: { blackOut: BlackOut; newIds: Map<string, string> },
): RedactedBriefing {
  const changed = all.flatMap((old): RedactedRevision[] => {
    const { reason, createdBy, reviewedBy, importedFrom } = old;
    const said = { reason, createdBy, reviewedBy, importedFrom };
    const facts = blackOutAll(said, blackOut);
    const redacted = redactDocument(old.document, blackOut);
    if (redacted === null && JSON.stringify(facts) === JSON.stringify(said)) return [];
    for (const [id, fresh] of redacted?.newIds ?? []) newIds.set(id, fresh);
    const document = redacted === null ? old.document : checkDocument(redacted.document);
    return [{ old, id: randomUUID(), document, facts, redactedAt: old.redactedAt }];
  });
  const { withdrawnReason, unpublishReason } = briefing;
  const reasons = blackOutAll({ withdrawnReason, unpublishReason }, blackOut);
  const isReasoned = JSON.stringify(reasons) !== JSON.stringify({ withdrawnReason, unpublishReason });
  return {
    briefing,
    count: all.length,
    revisions: changed,
    reasons,
    published: documentOf(briefing.publishedRevisionId, all, changed),
    shown: documentOf(shownRevision(briefing), all, changed),
    isChanged: changed.length > 0 || isReasoned,
  };
}

export function redactWholeRevision(
  { briefing, all }: Revisions,
  { number, now }: { number: number; now: Date },
): RedactedBriefing {
  const { withdrawnReason, unpublishReason } = briefing;
  const old = all.find((row) => row.number === number);
  if (old === undefined)
    throw new InvalidInputError(`"revision" must be the number of one of its revisions, not ${number}`, [
      'revision',
    ]);
  refuseInUse(briefing, old);
  const document = checkDocument({ title: BLACK, language: old.document.language, sections: [] });
  const { createdBy, reviewedBy } = old;
  const facts = { reason: BLACK, createdBy, reviewedBy, importedFrom: null };
  const changed = [{ old, id: randomUUID(), document, facts, redactedAt: now }];
  return {
    briefing,
    count: all.length,
    revisions: changed,
    reasons: { withdrawnReason, unpublishReason },
    published: documentOf(briefing.publishedRevisionId, all, changed),
    shown: documentOf(shownRevision(briefing), all, changed),
    isChanged: true,
  };
}

/** Nobody reads what was withdrawn, or a draft: what readers have goes once they have something else, what waits for them does not go unseen. */
function refuseInUse(briefing: BriefingRow, { id, number }: RevisionRow): void {
  const { status, headState, headRevisionId, publishedRevisionId } = briefing;
  if (availabilityOf(status) === 'WITHDRAWN') return;
  if (id === publishedRevisionId) {
    throw new ConflictError(
      `Revision ${number} is what readers see now: publish another one first, or retract the briefing`,
      ['revision'],
    );
  }
  if (id === headRevisionId && headState !== 'DRAFT') {
    throw new ConflictError(`Revision ${number} is on its way to readers: send it back first`, ['revision']);
  }
}

/** What lists show: of a draft its head, of everything else what readers have or had. */
function shownRevision({ publishedRevisionId, headRevisionId }: BriefingRow): string {
  return publishedRevisionId ?? headRevisionId;
}

function documentOf(
  revisionId: string | null,
  all: readonly RevisionRow[],
  changed: readonly RedactedRevision[],
): BriefingDocument | null {
  const redacted = changed.find(({ old }) => old.id === revisionId);
  return redacted?.document ?? all.find(({ id }) => id === revisionId)?.document ?? null;
}

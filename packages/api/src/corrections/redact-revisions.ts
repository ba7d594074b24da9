/** Which revisions of a briefing a redaction changes, and how they read afterwards. Nothing is written here. */
import { randomUUID } from 'node:crypto';
import { checkDocument } from '../briefings/compose-draft.ts';
import type { BriefingDocument } from '../briefings/document.ts';
import type { BriefingRow, RevisionRow } from '../briefings/read-head.ts';
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
  const { headRevisionId, publishedRevisionId, withdrawnReason, unpublishReason } = briefing;
  const old = all.find((row) => row.number === number);
  if (old === undefined)
    throw new InvalidInputError(`"revision" must be the number of one of its revisions, not ${number}`, [
      'revision',
    ]);
  if (old.id === headRevisionId || old.id === publishedRevisionId) {
    throw new ConflictError(
      `Revision ${number} is what readers or editors see now: publish another one first`,
      ['revision'],
    );
  }
  const document = checkDocument({ title: BLACK, language: old.document.language, sections: [] });
  const { createdBy, reviewedBy } = old;
  const facts = { reason: BLACK, createdBy, reviewedBy, importedFrom: null };
  return {
    briefing,
    count: all.length,
    revisions: [{ old, id: randomUUID(), document, facts, redactedAt: now }],
    reasons: { withdrawnReason, unpublishReason },
    published: null,
    shown: null,
    isChanged: true,
  };
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

/** The statements that put redacted revisions in the place of the old ones. */
import { countWords } from '@communique/shared/text';
import { eq, sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { listColumns } from '../briefings/compose-draft.ts';
import type { BriefingDocument } from '../briefings/document.ts';
import { documentText } from '../briefings/plain-text.ts';
import { projectBriefing, projectRecord } from '../briefings/project-briefing.ts';
import type { BriefingRow, RevisionRow } from '../briefings/read-head.ts';
import { briefings, revisions } from '../briefings/table.ts';
import { recordChange } from '../changes/record-change.ts';
import type { Orm, WriteStatement } from '../database/client.ts';
import { raiseContentVersion } from '../database/raise-content-version.ts';
import { assertChanged } from '../database/write-set.ts';
import { editions, posts } from '../digests/table.ts';

export interface RedactedRevision {
  old: RevisionRow;
  id: string;
  document: BriefingDocument;
  facts: Pick<RevisionRow, 'reason' | 'createdBy' | 'reviewedBy' | 'importedFrom'>;
  /** When nothing was left of it; null: only a passage is gone. */
  redactedAt: Date | null;
}

export interface RedactedBriefing {
  briefing: BriefingRow;
  /** How many revisions it had when they were read. */
  count: number;
  revisions: RedactedRevision[];
  reasons: Pick<BriefingRow, 'withdrawnReason' | 'unpublishReason'>;
  /** What readers have, or had until it was withdrawn, as it is afterwards; null: nothing, or it stays as it is. */
  published: BriefingDocument | null;
  /** What lists show of it, as it is afterwards; null: as before. */
  shown: BriefingDocument | null;
  isChanged: boolean;
}

export function composeRedaction(orm: Orm, redacted: RedactedBriefing, act: Act): WriteStatement[] {
  if (!redacted.isChanged) return [];
  const { briefing, reasons, shown, published } = redacted;
  const { id, publishedAt, status } = briefing;
  const project = status === 'PUBLISHED' ? projectBriefing : projectRecord;
  return [
    ...redacted.revisions.flatMap((change) => replaceRevision(orm, change)),
    orm
      .update(briefings)
      .set({ ...reasons, ...(shown !== null && listColumns(shown)) })
      .where(eq(briefings.id, id)),
    ...(publishedAt !== null && published !== null
      ? project(orm, { ...briefing, publishedAt }, published)
      : []),
    ...tellReaders(orm, redacted, act),
  ];
}

/** Under another id, so that no memory of the old document is asked any more; whoever points at it follows. */
function replaceRevision(
  orm: Orm,
  { old, id, document, facts, redactedAt }: RedactedRevision,
): WriteStatement[] {
  return [
    orm
      .update(revisions)
      .set({ ...facts, id, document, wordCount: countWords(documentText(document)), redactedAt })
      .where(eq(revisions.id, old.id)),
    assertChanged('revision is there'),
    orm.update(briefings).set({ headRevisionId: id }).where(eq(briefings.headRevisionId, old.id)),
    orm.update(briefings).set({ publishedRevisionId: id }).where(eq(briefings.publishedRevisionId, old.id)),
    orm.update(posts).set({ revisionId: id }).where(eq(posts.revisionId, old.id)),
    orm
      .update(editions)
      .set({ items: sql`replace(${editions.items}, ${old.id}, ${id})` })
      .where(sql`instr(${editions.items}, ${old.id}) > 0`),
  ];
}

/** An earlier revision is no news; links to it show something else all the same. */
function tellReaders(
  orm: Orm,
  { briefing, revisions: changed }: RedactedBriefing,
  { now }: Act,
): WriteStatement[] {
  const { id: subjectId, communityId, slug, status, publishedRevisionId } = briefing;
  const current = changed.find(({ old }) => old.id === publishedRevisionId);
  if (current === undefined || status !== 'PUBLISHED') return [raiseContentVersion(orm, communityId)];
  const revision = current.old.number;
  return recordChange(orm, { kind: 'BRIEFING_UPDATED', communityId, subjectId, slug, revision }, now);
}

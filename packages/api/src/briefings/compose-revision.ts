/** The statements of a new revision, for a write set that may hold more. */
import { randomUUID } from 'node:crypto';
import { countWords } from '@communique/shared/text';
import { eq, sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import type { Orm, WriteStatement } from '../database/client.ts';
import { assertThat, type Guard } from '../database/write-set.ts';
import { listColumns, type Provenance } from './compose-draft.ts';
import type { BriefingDocument } from './document.ts';
import { documentText } from './plain-text.ts';
import type { BriefingRow, RevisionRow } from './read-head.ts';
import { statusAfter, type HeadState } from './status.ts';
import { briefings, revisions } from './table.ts';

export interface NewRevision {
  briefingId: string;
  number: number;
  document: BriefingDocument;
  provenance: Provenance;
  /** Why it exists, for the history. */
  reason: string;
}

export function revisionRow({ provenance, document, ...rest }: NewRevision, act: Act): RevisionRow {
  const { createdBy, reviewedBy, importedFrom, generatedBy = 'HUMAN' } = provenance;
  return {
    ...rest,
    document,
    id: randomUUID(),
    wordCount: countWords(documentText(document)),
    createdBy,
    reviewedBy,
    importedFrom,
    generatedBy,
    createdAt: act.now,
    publishedAt: null,
    redactedAt: null,
  };
}

/** Fails the set when somebody has saved, moved, published or withdrawn the briefing since it was read. */
export function assertUnmoved({
  id,
  headRevisionId,
  headState,
  status,
  publishedRevisionId,
}: BriefingRow): Guard {
  return assertThat(
    'briefing is unmoved',
    sql`exists (select 1 from ${briefings} where ${briefings.id} = ${id} and ${briefings.headRevisionId} = ${headRevisionId}
      and ${briefings.headState} = ${headState} and ${briefings.status} = ${status}
      and ${briefings.publishedRevisionId} is ${publishedRevisionId})`,
  );
}

/** A row that follows the one it was made from: two that follow the same break the unique number. */
export function insertRevision(orm: Orm, revision: RevisionRow): WriteStatement {
  return orm.insert(revisions).values(revision);
}

/** Makes a revision what editors see. What readers see stays. */
export function moveHead(
  orm: Orm,
  { id, status }: BriefingRow,
  revision: RevisionRow,
  headState: Exclude<HeadState, 'PUBLISHED' | 'SCHEDULED'>,
): WriteStatement {
  const next = statusAfter(status, headState);
  // Until something is published, lists show the draft.
  const columns = next === 'PUBLISHED' ? {} : listColumns(revision.document);
  return orm
    .update(briefings)
    .set({
      headRevisionId: revision.id,
      headState,
      status: next,
      savedAt: revision.createdAt,
      publishAt: null,
      ...columns,
    })
    .where(eq(briefings.id, id));
}

/** Takes out for good what must not be kept: the one act that changes revisions. What was taken out is written down nowhere. */
import { randomUUID } from 'node:crypto';
import { countWords } from '@communique/shared/text';
import { eq, sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { articles } from '../articles/table.ts';
import { checkReason } from '../briefings/check-reason.ts';
import { checkDocument, listColumns } from '../briefings/compose-draft.ts';
import { assertUnmoved } from '../briefings/compose-revision.ts';
import type { BriefingDocument } from '../briefings/document.ts';
import { documentText } from '../briefings/plain-text.ts';
import { projectBriefing } from '../briefings/project-briefing.ts';
import { readHead, type BriefingName, type BriefingRow, type RevisionRow } from '../briefings/read-head.ts';
import { replaceText } from '../briefings/replace-text.ts';
import { briefings, revisions } from '../briefings/table.ts';
import type { Database, Orm, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { recordChange } from '../changes/record-change.ts';
import { changes } from '../changes/table.ts';
import { raiseContentVersion } from '../database/raise-content-version.ts';
import { assertChanged, assertThat } from '../database/write-set.ts';
import { ConflictError, InvalidInputError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { editions, posts } from '../digests/table.ts';

export interface Redaction extends BriefingName {
  /** Taken out of every revision and of the article; null: a whole revision goes. */
  passage: string | null;
  /** The revision that goes; null: a passage goes. */
  revision: number | null;
  /** Kept in the audit log: why, never what. */
  reason: string;
}

const BLACK = '█████';

interface Redacted {
  old: RevisionRow;
  id: string;
  document: BriefingDocument;
  /** When nothing was left of it; null: only a passage is gone. */
  redactedAt: Date | null;
}

export async function redactBriefing(
  db: Database,
  { communityId, slug, passage, revision, ...input }: Redaction,
  act: Act,
): Promise<{ briefingId: string; revisions: number }> {
  const reason = checkReason(input.reason);
  if ((passage === null) === (revision === null)) {
    throw new InvalidInputError('Name either a passage or a revision', ['passage']);
  }
  const { briefing } = await readHead(db, { communityId, slug });
  const all = await db.orm.select().from(revisions).where(eq(revisions.briefingId, briefing.id));
  const redacted =
    passage === null
      ? wholeRevision(briefing, all, { number: revision, now: act.now })
      : withoutPassage(all, passage);
  const numbers = redacted.map(({ old }) => old.number);
  try {
    return await commit(db, act, {
      statements: [
        assertUnmoved(briefing),
        assertCount(briefing, all.length),
        ...redacted.flatMap((change) => replaceRevision(db.orm, briefing, change)),
        ...(passage === null ? [] : redactCopies(db.orm, briefing, passage)),
        recordAct(db.orm, act, {
          communityId,
          action: 'briefing.redact',
          subjectId: briefing.id,
          details: { slug, reason, revisions: numbers, whole: passage === null },
        }),
        ...redactionChange(db.orm, briefing, redacted, act),
      ],
      result: { briefingId: briefing.id, revisions: numbers.length },
    });
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    throw new ConflictError(`The briefing "${slug}" was changed meanwhile: redact it again`, ['slug'], {
      cause: error,
    });
  }
}

function withoutPassage(all: readonly RevisionRow[], passage: string): Redacted[] {
  if (passage.trim().length < 2) throw new InvalidInputError('Name at least two characters', ['passage']);
  const redacted = all.flatMap((old) => {
    const replaced = replaceText(old.document, { passage, by: BLACK, inRecord: true });
    return replaced === null
      ? []
      : [{ old, id: randomUUID(), document: checkDocument(replaced), redactedAt: old.redactedAt }];
  });
  if (redacted.length > 0) return redacted;
  throw new InvalidInputError('No revision has this passage: copy it as it stands there', ['passage']);
}

function wholeRevision(
  { headRevisionId, publishedRevisionId }: BriefingRow,
  all: readonly RevisionRow[],
  { number, now }: { number: number | null; now: Date },
): Redacted[] {
  const old = all.find((row) => row.number === number);
  if (old === undefined) throw new InvalidInputError(`There is no revision ${number}`, ['revision']);
  if (old.id === headRevisionId || old.id === publishedRevisionId) {
    throw new ConflictError(
      `Revision ${number} is what readers or editors see now: publish another one first`,
      ['revision'],
    );
  }
  const document = checkDocument({ title: BLACK, language: old.document.language, sections: [] });
  return [{ old, id: randomUUID(), document, redactedAt: now }];
}

/** A revision that was saved since would keep the passage. */
function assertCount({ id }: BriefingRow, count: number): WriteStatement {
  return assertThat(
    'no new revision',
    sql`(select count(*) from ${revisions} where ${revisions.briefingId} = ${id}) = ${count}`,
  );
}

/** Under another id, so that no memory of the old document is asked any more; whoever points at it follows. */
function replaceRevision(
  orm: Orm,
  briefing: BriefingRow,
  { old, id, document, redactedAt }: Redacted,
): WriteStatement[] {
  const isPublished = old.id === briefing.publishedRevisionId;
  const { publishedAt } = briefing;
  return [
    orm
      .update(revisions)
      .set({
        id,
        document,
        wordCount: countWords(documentText(document)),
        redactedAt,
      })
      .where(eq(revisions.id, old.id)),
    assertChanged('revision is there'),
    orm.update(briefings).set({ headRevisionId: id }).where(eq(briefings.headRevisionId, old.id)),
    orm.update(briefings).set({ publishedRevisionId: id }).where(eq(briefings.publishedRevisionId, old.id)),
    orm.update(posts).set({ revisionId: id }).where(eq(posts.revisionId, old.id)),
    orm
      .update(editions)
      .set({ items: sql`replace(${editions.items}, ${old.id}, ${id})` })
      .where(sql`instr(${editions.items}, ${old.id}) > 0`),
    ...(isPublished && briefing.status === 'PUBLISHED' && publishedAt !== null
      ? [
          orm.update(briefings).set(listColumns(document)).where(eq(briefings.id, briefing.id)),
          ...projectBriefing(orm, { ...briefing, publishedAt }, document),
        ]
      : []),
  ];
}

/** An earlier revision is no news; links to it show something else all the same. */
function redactionChange(
  orm: Orm,
  { id: subjectId, communityId, slug, status, publishedRevisionId }: BriefingRow,
  redacted: readonly Redacted[],
  { now }: Act,
): WriteStatement[] {
  const published = redacted.find(({ old }) => old.id === publishedRevisionId);
  if (published === undefined || status !== 'PUBLISHED') return [raiseContentVersion(orm, communityId)];
  const revision = published.old.number;
  return recordChange(orm, { kind: 'BRIEFING_UPDATED', communityId, subjectId, slug, revision }, now);
}

/** The imported text, the reasons in the change feed, and the prompts that editions keep. */
function redactCopies(orm: Orm, { id }: BriefingRow, passage: string): WriteStatement[] {
  const inJson = JSON.stringify(passage).slice(1, -1);
  return [
    orm
      .update(articles)
      .set({
        text: sql`replace(${articles.text}, ${passage}, ${BLACK})`,
        title: sql`replace(${articles.title}, ${passage}, ${BLACK})`,
      })
      .where(eq(articles.briefingId, id)),
    orm
      .update(changes)
      .set({ reason: sql`replace(${changes.reason}, ${passage}, ${BLACK})` })
      .where(eq(changes.subjectId, id)),
    orm
      .update(editions)
      .set({ prompt: sql`replace(${editions.prompt}, ${inJson}, ${BLACK})` })
      .where(sql`json_extract(${editions.prompt}, '$.briefingId') = ${id}`),
  ];
}

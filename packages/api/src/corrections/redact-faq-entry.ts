/** Takes a passage out of an FAQ entry for good, bound to a briefing or not. What was taken out is written down nowhere. */
import { countWords } from '@communique/shared/text';
import { asc, eq, sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { checkReason } from '../briefings/check-reason.ts';
import { recordChange } from '../changes/record-change.ts';
import type { Database, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { raiseContentVersion } from '../database/raise-content-version.ts';
import { assertThat } from '../database/write-set.ts';
import { ConflictError, InvalidInputError } from '../domain-errors.ts';
import { answerText } from '../faq/answer-text.ts';
import { assertEntryUnchanged, type EntryRow } from '../faq/compose-entry.ts';
import { readEntry, type EntryName } from '../faq/read-entry.ts';
import { faqRevisions } from '../faq/table.ts';
import { commit } from '../idempotency/commit.ts';
import { topicId } from '../topics/table.ts';
import { blackOutAll, type BlackOut } from './black-out.ts';
import { checkPassage } from './check-passage.ts';
import { redactCopies } from './redact-copies.ts';

export interface EntryRedaction extends Omit<EntryName, 'expectedRevision'> {
  /** Taken out of the entry as it is and ever was, and of whatever was copied out of it. */
  passage: string;
  /** Kept in the audit log: why, never what. */
  reason: string;
}

export interface EntryRedactionResult {
  entryId: string;
  /** How many of its revisions were changed, the current one included. */
  revisions: number;
}

type Former = typeof faqRevisions.$inferSelect;

export async function redactFaqEntry(
  db: Database,
  { communityId, slug, passage, ...input }: EntryRedaction,
  act: Act,
): Promise<EntryRedactionResult> {
  const reason = checkReason(input.reason);
  const blackOut = checkPassage(passage, reason);
  const entry = await readEntry(db, { communityId, slug });
  const former = await readFormer(db, entry.id);
  const copies = await composeCopies(db, { entry, former }, blackOut);
  if (copies.length === 0) {
    throw new InvalidInputError('"passage" stands in no revision: copy it as it stands there', ['passage']);
  }
  const said = [...former, entry].filter((revision) => says(revision, blackOut));
  try {
    return await commit(db, act, {
      statements: [
        assertEntryUnchanged(entry),
        assertNoMore(entry, former.length),
        ...copies,
        recordAct(act, {
          communityId,
          action: 'faq_entry.redact',
          subjectId: entry.id,
          details: { slug, reason },
          before: { revisions: said.map((revision) => measure(revision, revision)) },
          after: {
            revisions: said.map((revision) => measure(blackOutAll(wordsOf(revision), blackOut), revision)),
          },
        }),
        ...tellReaders(db, entry, act),
      ],
      result: { entryId: entry.id, revisions: said.length },
    });
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    throw new ConflictError(`The FAQ entry "${slug}" was changed meanwhile: redact it again`, ['slug'], {
      cause: error,
    });
  }
}

function readFormer({ orm }: Database, entryId: string): Promise<Former[]> {
  return orm
    .select()
    .from(faqRevisions)
    .where(eq(faqRevisions.entryId, entryId))
    .orderBy(asc(faqRevisions.number))
    .then((rows) => rows);
}

function composeCopies(
  db: Database,
  { entry, former }: { entry: EntryRow; former: readonly Former[] },
  blackOut: BlackOut,
): Promise<WriteStatement[]> {
  const slugs = [entry, ...former].flatMap(({ topics }) => topics.map(({ slug }) => slug));
  const family = {
    briefingIds: [],
    entryIds: [entry.id],
    articleIds: entry.articleId === null ? [] : [entry.articleId],
    topicIds: [...new Set(slugs)].map((slug) => topicId(entry.communityId, slug)),
    published: new Map(),
    newIds: new Map(),
  };
  return redactCopies(db, family, blackOut);
}

function says(revision: EntryRow | Former, blackOut: BlackOut): boolean {
  const words = wordsOf(revision);
  return JSON.stringify(blackOutAll(words, blackOut)) !== JSON.stringify(words);
}

function wordsOf({ question, answer, aliases, topics, verifiedBy }: EntryRow | Former) {
  return { question, answer, aliases, topics, verifiedBy };
}

/** How many words there are in a revision, never which. */
function measure(
  { question, answer }: Pick<EntryRow, 'question' | 'answer'>,
  revision: EntryRow | Former,
): { number: number; words: number } {
  const number = 'number' in revision ? revision.number : revision.revision;
  return { number, words: countWords(`${question}\n${answerText(answer)}`) };
}

/** One that was kept since would have the passage. */
function assertNoMore({ id }: EntryRow, count: number): WriteStatement {
  return assertThat(
    'no new revision',
    sql`(select count(*) from ${faqRevisions} where ${faqRevisions.entryId} = ${id}) = ${count}`,
  );
}

/** Readers who have it get it without the passage. */
function tellReaders({ orm }: Database, entry: EntryRow, { now }: Act): WriteStatement[] {
  const { id: subjectId, communityId, slug, status } = entry;
  if (status !== 'PUBLISHED') return [raiseContentVersion(orm, communityId)];
  return recordChange(orm, { kind: 'FAQ_ENTRY_UPDATED', communityId, subjectId, slug }, now);
}

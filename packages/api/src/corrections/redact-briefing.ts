/** Takes out for good what must not be kept: the one act that changes revisions. What was taken out is written down nowhere. */
import { eq, inArray, or, sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { checkReason } from '../briefings/check-reason.ts';
import { assertUnmoved } from '../briefings/compose-revision.ts';
import { readHead, type BriefingName, type BriefingRow } from '../briefings/read-head.ts';
import { briefings, revisions } from '../briefings/table.ts';
import type { Database, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertThat } from '../database/write-set.ts';
import { ConflictError, InvalidInputError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { topicId } from '../topics/table.ts';
import { checkPassage } from './check-passage.ts';
import { composeRedaction, type RedactedBriefing } from './compose-redaction.ts';
import { describeRedaction } from './describe-redaction.ts';
import { redactCopies } from './redact-copies.ts';
import { redactRevisionCopies } from './redact-revision-copies.ts';
import { redactRevisions, redactWholeRevision } from './redact-revisions.ts';

export interface Redaction extends BriefingName {
  /** Taken out of every revision, of its translations and of whatever was copied out of them; null: a whole revision goes. */
  passage: string | null;
  /** The revision that goes; null: a passage goes. */
  revision: number | null;
  /** Kept in the audit log: why, never what. */
  reason: string;
}

export interface RedactionResult {
  briefingId: string;
  /** How many revisions were changed. */
  revisions: number;
}

export async function redactBriefing(
  db: Database,
  { communityId, slug, passage, revision, ...input }: Redaction,
  act: Act,
): Promise<RedactionResult> {
  const reason = checkReason(input.reason);
  if ((passage === null) === (revision === null)) {
    throw new InvalidInputError('Name either "passage" or "revision"', ['passage']);
  }
  const { briefing } = await readHead(db, { communityId, slug });
  const plan =
    passage === null
      ? await withoutRevision(db, briefing, revision ?? 0, act.now)
      : await withoutPassage(db, briefing, { passage, reason });
  const changed = plan.redacted.flatMap((one) => one.revisions);
  const result = { briefingId: briefing.id, revisions: changed.length };
  const whole = passage === null;
  try {
    return await commit(db, act, {
      statements: [
        ...plan.redacted.flatMap(({ briefing: row, count }) => [assertUnmoved(row), assertCount(row, count)]),
        ...plan.redacted.flatMap((one) => composeRedaction(db.orm, one, act)),
        ...plan.copies,
        recordAct(act, {
          communityId,
          action: 'briefing.redact',
          subjectId: briefing.id,
          details: { slug, reason, whole },
          ...describeRedaction(plan.redacted),
        }),
      ],
      result,
    });
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    throw new ConflictError(`The briefing "${slug}" was changed meanwhile: redact it again`, ['slug'], {
      cause: error,
    });
  }
}

interface Plan {
  redacted: RedactedBriefing[];
  copies: WriteStatement[];
}

async function withoutRevision(
  db: Database,
  briefing: BriefingRow,
  number: number,
  now: Date,
): Promise<Plan> {
  const all = await db.orm.select().from(revisions).where(eq(revisions.briefingId, briefing.id));
  const redacted = redactWholeRevision({ briefing, all }, { number, now });
  return { redacted: [redacted], copies: await redactRevisionCopies(db, briefing, number) };
}

/** A name stands in the translations too. */
async function withoutPassage(
  db: Database,
  briefing: BriefingRow,
  { passage, reason }: { passage: string; reason: string },
): Promise<Plan> {
  const blackOut = checkPassage(passage, reason);
  const family = await readFamily(db, briefing);
  const newIds = new Map<string, string>();
  const redacted = family.map((member) => redactRevisions(member, { blackOut, newIds }));
  const documents = family.flatMap(({ briefing: { communityId }, all }) =>
    all.map(({ document }) => ({ communityId, document })),
  );
  const copies = await redactCopies(
    db,
    {
      briefingIds: family.map((member) => member.briefing.id),
      entryIds: [],
      articleIds: family.flatMap((member) => member.briefing.articleId ?? []),
      topicIds: [
        ...new Set(
          documents.flatMap(({ communityId, document }) =>
            document.topics.map(({ slug }) => topicId(communityId, slug)),
          ),
        ),
      ],
      published: new Map(
        redacted.flatMap(({ briefing: { id }, published }) => (published === null ? [] : [[id, published]])),
      ),
      newIds,
    },
    blackOut,
  );
  if (copies.length === 0 && redacted.every(({ isChanged }) => !isChanged)) {
    throw new InvalidInputError('"passage" stands in no revision: copy it as it stands there', ['passage']);
  }
  return { redacted, copies };
}

interface Member {
  briefing: BriefingRow;
  all: (typeof revisions.$inferSelect)[];
}

/** The briefing, what it translates, and everything that translates the same. */
async function readFamily(db: Database, { id, translationOf }: BriefingRow): Promise<Member[]> {
  const original = translationOf ?? id;
  const members = await db.orm
    .select()
    .from(briefings)
    .where(or(eq(briefings.id, original), eq(briefings.translationOf, original)));
  const ids = members.map((member) => member.id);
  const rows = await db.orm.select().from(revisions).where(inArray(revisions.briefingId, ids));
  return members.map((briefing) => ({
    briefing,
    all: rows.filter(({ briefingId }) => briefingId === briefing.id),
  }));
}

/** A revision that was saved since would keep the passage. */
function assertCount({ id }: BriefingRow, count: number): WriteStatement {
  return assertThat(
    'no new revision',
    sql`(select count(*) from ${revisions} where ${revisions.briefingId} = ${id}) = ${count}`,
  );
}

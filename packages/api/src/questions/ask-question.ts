/** Somebody asks what no entry answers: it is counted, and its words are kept if they hand them in. */
import { createHash } from 'node:crypto';
import { and, asc, eq, gt, inArray, lte, sql, type SQL } from 'drizzle-orm';
import { actorKey, withoutPerson, type Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { visibleCommunities } from '../communities/library.ts';
import type { Database, Orm, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { insertRow } from '../database/insert-row.ts';
import { assertThat } from '../database/write-set.ts';
import { checkQuestion } from '../faq/entry-content.ts';
import { findEntriesByIds } from '../faq/find-entries.ts';
import { faqEntries, faqNames } from '../faq/table.ts';
import { commit } from '../idempotency/commit.ts';
import { normalizeText } from '../search/normalize-text.ts';
import type { QuestionAct } from './as-then.ts';
import { QuestionAnsweredError, TooManyQuestionsError } from './errors.ts';
import { forgottenBefore, questionActors, questions } from './table.ts';

export interface Asking {
  communityId: string;
  question: string;
  /** True: those who edit the community may read the words. */
  handIn: boolean;
}

const WINDOW_MS = 24 * 60 * 60 * 1000;
/** Different ones, of one person or token within the window. */
const MOST_OF_ONE = 20;
/** New ones, of one community within the window. */
const MOST_NEW = 200;
const LIMIT_OF_ONE = 'asker is within the limit';
const LIMIT_OF_ALL = 'community is within the limit';

export async function askQuestion(
  db: Database,
  { communityId, question: written, handIn }: Asking,
  act: Act,
): Promise<QuestionAct> {
  const words = checkQuestion(written);
  const key = normalizeText(words);
  await refuseAnswered(db, communityId, key);
  const id = questionId(communityId, key);
  const actor = createHash('sha256').update(actorKey(act.actor)).digest('hex');
  const since = new Date(act.now.getTime() - WINDOW_MS);
  try {
    return await commit(db, act, {
      statements: [
        ...forgetOld(db.orm, since, act.now),
        assertThat(LIMIT_OF_ONE, mayAsk(id, actor)),
        keepQuestion(db.orm, { id, communityId, words: handIn ? words : null }, act.now),
        assertThat(
          LIMIT_OF_ALL,
          sql`(select count(*) from ${questions} where ${questions.communityId} = ${communityId} and ${questions.firstAskedAt} > ${since.getTime()}) <= ${MOST_NEW}`,
        ),
        insertRow(questionActors, { questionId: id, actor, askedAt: act.now }, { orLeave: true }),
        // Whoever asked today already is counted.
        sql`update questions set times_asked = times_asked + changes() where id = ${id}`,
        recordAct(withoutPerson(act), {
          communityId,
          action: 'question.ask',
          subjectId: id,
          after: { handedIn: handIn },
        }),
      ],
      result: { questionId: id },
    });
  } catch (error) {
    throw await whyNotTaken(db, { communityId, actor, since, now: act.now }, error);
  }
}

export function questionId(communityId: string, key: string): string {
  return createHash('sha256').update(`${communityId}\n${key}`).digest('hex').slice(0, 32);
}

/** Readers who ask exactly what an entry is called are led to it. */
async function refuseAnswered(db: Database, communityId: string, key: string): Promise<void> {
  const named = await db.orm
    .select({ id: faqEntries.id })
    .from(faqNames)
    .innerJoin(faqEntries, eq(faqEntries.id, faqNames.entryId))
    .where(and(inArray(faqNames.communityId, visibleCommunities(communityId)), eq(faqNames.nameKey, key)));
  const visible = await findEntriesByIds(
    db,
    communityId,
    named.map(({ id }) => id),
  );
  const [entry] = visible.values();
  if (entry !== undefined) throw new QuestionAnsweredError(entry);
}

function forgetOld(orm: Orm, since: Date, now: Date): WriteStatement[] {
  return [
    orm.delete(questionActors).where(lte(questionActors.askedAt, since)),
    orm.delete(questions).where(lte(questions.lastAskedAt, forgottenBefore(now))),
  ];
}

function mayAsk(id: string, actor: string): SQL {
  const mine = sql`select 1 from ${questionActors} where ${questionActors.actor} = ${actor}`;
  return sql`exists (${mine} and ${questionActors.questionId} = ${id})
    or (select count(*) from (${mine})) < ${MOST_OF_ONE}`;
}

/** The first words that were handed in stay. What was decided stays decided, unless the entry that answered it is obsolete. */
function keepQuestion(
  orm: Orm,
  { id, communityId, words }: { id: string; communityId: string; words: string | null },
  now: Date,
): WriteStatement {
  const status = words === null ? 'MISSED' : 'OPEN';
  const asksAnew = sql`(${questions.status} = 'MISSED' or (${questions.status} = 'ANSWERED' and not exists (
    select 1 from ${faqEntries} where ${faqEntries.id} = ${questions.entryId} and ${faqEntries.status} <> 'OBSOLETE')))`;
  return orm
    .insert(questions)
    .values({ id, communityId, words, status, timesAsked: 0, firstAskedAt: now, lastAskedAt: now })
    .onConflictDoUpdate({
      target: questions.id,
      set: {
        lastAskedAt: now,
        words: sql`case when ${asksAnew} then ${words} else ${questions.words} end`,
        status: sql`case when ${asksAnew} then ${status} else ${questions.status} end`,
        entryId: sql`case when ${asksAnew} then null else ${questions.entryId} end`,
        handledBy: sql`case when ${asksAnew} then null else ${questions.handledBy} end`,
        handledAt: sql`case when ${asksAnew} then null else ${questions.handledAt} end`,
      },
    });
}

/** What a person can act on, of a write set that failed. */
async function whyNotTaken(
  { orm }: Database,
  { communityId, actor, since, now }: { communityId: string; actor: string; since: Date; now: Date },
  cause: unknown,
): Promise<unknown> {
  if (!(cause instanceof WriteConflictError)) return cause;
  const after = (oldest: { at: Date } | undefined) => new Date((oldest?.at ?? now).getTime() + WINDOW_MS);
  if (cause.isGuard(LIMIT_OF_ONE)) {
    const [oldest] = await orm
      .select({ at: questionActors.askedAt })
      .from(questionActors)
      .where(and(eq(questionActors.actor, actor), gt(questionActors.askedAt, since)))
      .orderBy(asc(questionActors.askedAt))
      .limit(1);
    const message = `You have asked ${MOST_OF_ONE} questions within a day: try again later`;
    return new TooManyQuestionsError(message, after(oldest), { cause });
  }
  if (!cause.isGuard(LIMIT_OF_ALL)) return cause;
  const [oldest] = await orm
    .select({ at: questions.firstAskedAt })
    .from(questions)
    .where(and(eq(questions.communityId, communityId), gt(questions.firstAskedAt, since)))
    .orderBy(asc(questions.firstAskedAt))
    .limit(1);
  const message = `${MOST_NEW} new questions were asked here within a day: try again later`;
  return new TooManyQuestionsError(message, after(oldest), { cause });
}

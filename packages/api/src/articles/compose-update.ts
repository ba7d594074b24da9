/** A later version of an article → a new revision of the briefing that the earlier one made; or, where an editor has changed that, the inbox. */
import { and, eq } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { checkDocument } from '../briefings/compose-draft.ts';
import { assertUnmoved, insertRevision, moveHead, revisionRow } from '../briefings/compose-revision.ts';
import type { BriefingDocument } from '../briefings/document.ts';
import { keepProvenance } from '../briefings/keep-provenance.ts';
import { checkHead, provenanceOf, readHeadOf, type Head, type RevisionRow } from '../briefings/read-head.ts';
import { revisions } from '../briefings/table.ts';
import { regradeChangedQuotes } from '../claims/regrade-claims.ts';
import type { Database, WriteStatement } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import { alignIds } from './align-ids.ts';
import type { ArticleToSave, SavedArticle } from './article-draft.ts';
import { composeDraftedArticle, composeHeldArticle } from './compose-article.ts';
import { composeNewEntries } from './compose-new-entries.ts';
import type { Drafted } from './decide-import.ts';
import { keepEditorsWords } from './keep-editors-words.ts';
import { describeChanges, summariseChanges, type ChangeSummary } from './summarise-changes.ts';

export interface Update {
  communityId: string;
  draft: ArticleToSave;
  /** The version that made the briefing. */
  previous: Drafted;
  /** Its row, where it lies in the inbox already. */
  articleId: string | null;
  /** It follows even a head that editors have changed. */
  overEdits: boolean;
  /** An editor has to say first whether it is a later version at all. */
  isGuess: boolean;
  /** The head that the editor who wants that has looked at; null: whatever it is. */
  expectedRevision: number | null;
}

export interface ComposedImport {
  statements: WriteStatement[];
  result: SavedArticle;
}

export async function composeUpdate(db: Database, update: Update, act: Act): Promise<ComposedImport> {
  const { previous, draft, overEdits, isGuess, expectedRevision } = update;
  const head = await readHeadOf(db, previous.briefingId);
  if (head === null) throw new NotFoundError('The briefing that this article made is not there any more');
  checkHead(head, expectedRevision ?? undefined);
  const before = await readImported(db, previous);
  const document = alignIds(before ?? head.revision.document, draft.document);
  const changes = summariseChanges(before ?? head.revision.document, document);
  const isFree = overEdits || isAsImported(head, previous);
  return isFree && !isGuess
    ? revise(db, { ...update, head, document, changes }, act)
    : hold(db, { ...update, head, changes }, act);
}

/** Nobody has edited it since, asked for a review or planned its publication: what would be lost is the article's own. */
function isAsImported({ briefing, revision }: Head, { revisionNumber }: Drafted): boolean {
  return (
    revision.number === revisionNumber &&
    (briefing.headState === 'DRAFT' || briefing.headState === 'PUBLISHED')
  );
}

async function readImported(
  db: Database,
  { briefingId, revisionNumber }: Drafted,
): Promise<BriefingDocument | null> {
  const [imported] = await db.orm
    .select({ document: revisions.document })
    .from(revisions)
    .where(and(eq(revisions.briefingId, briefingId), eq(revisions.number, revisionNumber)));
  return imported?.document ?? null;
}

interface Revising extends Update {
  head: Head;
  /** The later version, with the ids of the earlier one. */
  document: BriefingDocument;
  changes: ChangeSummary;
}

async function revise(db: Database, revising: Revising, act: Act): Promise<ComposedImport> {
  const { orm } = db;
  const { communityId, draft, articleId, head, changes } = revising;
  const { briefing } = head;
  const revision = nextRevision(revising, act);
  const place = { communityId, articleId, briefingId: briefing.id, revisionNumber: revision.number };
  const kept = composeDraftedArticle(orm, draft.article, place, act);
  const { provenance } = draft;
  const made = { briefing, document: revision.document, provenance, articleId: kept.articleId };
  const entries = await composeNewEntries(db, draft.faq, made, act);
  return {
    statements: [
      assertUnmoved(briefing),
      ...kept.statements,
      insertRevision(orm, revision),
      moveHead(orm, briefing, revision, 'DRAFT'),
      ...entries.flatMap(({ statements }) => statements),
      recordAct(act, {
        communityId,
        action: 'briefing.update_from_article',
        subjectId: briefing.id,
        details: { slug: briefing.slug, articleId: kept.articleId, ...countsOf(changes) },
        before: { revision: head.revision.number, state: briefing.headState },
        after: { revision: revision.number, state: 'DRAFT' },
      }),
    ],
    result: {
      ...resultOf(head, kept.articleId, changes),
      outcome: 'REVISED',
      revision: revision.number,
      faqEntries: entries.length,
      namesake: null,
    },
  };
}

function nextRevision(
  { draft: { provenance }, head: { briefing, revision: current }, document: written, changes }: Revising,
  act: Act,
): RevisionRow {
  const reason = `The article was imported again: ${describeChanges(changes)}`;
  const kept = regradeChangedQuotes(
    current.document,
    keepEditorsWords(current.document, written),
    'The article was imported again.',
    act,
  );
  const document = checkDocument(
    keepProvenance(
      { document: current.document, provenance: provenanceOf(current) },
      { document: kept, provenance },
    ),
  );
  return revisionRow(
    {
      briefingId: briefing.id,
      number: current.number + 1,
      document,
      provenance,
      reason: reason.slice(0, MAX_REASON).toWellFormed(),
    },
    act,
  );
}

const MAX_REASON = 1_000;

function hold(
  { orm }: Database,
  { communityId, draft, articleId, isGuess, head, changes }: Omit<Revising, 'document'>,
  act: Act,
): ComposedImport {
  const { id: briefingId, slug } = head.briefing;
  const kept = composeHeldArticle(orm, draft.article, { communityId, articleId, briefingId }, act);
  const details = { slug, ...countsOf(changes) };
  return {
    statements: [
      ...kept.statements,
      recordAct(act, {
        communityId,
        action: 'article.hold',
        subjectId: kept.articleId,
        details,
        after: { state: 'NEW' },
      }),
    ],
    result: {
      ...resultOf(head, kept.articleId, changes),
      outcome: 'HELD',
      revision: null,
      faqEntries: 0,
      namesake: isGuess ? slug : null,
    },
  };
}

function countsOf({ added, changed, removed }: ChangeSummary) {
  return { added, changed, removed };
}

function resultOf({ briefing: { id: briefingId, slug } }: Head, articleId: string, changes: ChangeSummary) {
  return { articleId, briefingId, slug, changes };
}

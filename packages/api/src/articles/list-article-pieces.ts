/** Where in an article's text the pieces of its draft came from. */
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { BriefingDocument, Origin } from '../briefings/document.ts';
import type { PieceKind } from '../briefings/list-pieces.ts';
import { revisions } from '../briefings/table.ts';
import type { Database } from '../database/client.ts';
import { faqEntries } from '../faq/table.ts';
import { articles } from './table.ts';

export interface ArticlePiece {
  kind: PieceKind | 'FAQ_ENTRY';
  /** The piece's id in the revision that the article made; of an FAQ entry its slug. */
  id: string;
  /** UTF-16 units of the text; the end is exclusive. */
  start: number;
  end: number;
}

/** By the id of the article, in the order of its text: two queries for all of them. */
export async function findPieces(
  db: Database,
  articleIds: readonly string[],
): Promise<Map<string, ArticlePiece[]>> {
  const rows = await db.orm
    .select({ id: articles.id, document: revisions.document })
    .from(articles)
    .innerJoin(
      revisions,
      and(eq(revisions.briefingId, articles.briefingId), eq(revisions.number, articles.revisionNumber)),
    )
    .where(inArray(articles.id, [...articleIds]));
  const questions = await findQuestions(db, articleIds);
  return new Map(
    rows.map(({ id, document }) => {
      const pieces = [...piecesOf(document), ...(questions.get(id) ?? [])];
      return [id, pieces.toSorted((a, b) => a.start - b.start || b.end - a.end)];
    }),
  );
}

/** What it asked and answered: drafts of FAQ entries, whatever became of them. */
async function findQuestions(
  db: Database,
  articleIds: readonly string[],
): Promise<Map<string, ArticlePiece[]>> {
  const { articleId, slug, originStart, originEnd } = faqEntries;
  const rows = await db.orm
    .select({ articleId, slug, originStart, originEnd })
    .from(faqEntries)
    .where(and(inArray(articleId, [...articleIds]), isNotNull(originStart), isNotNull(originEnd)));
  const found = Map.groupBy(rows, (row) => row.articleId ?? '');
  return new Map(
    [...found].map(([id, entries]) => [
      id,
      entries.map((row) => ({
        kind: 'FAQ_ENTRY',
        id: row.slug,
        start: row.originStart ?? 0,
        end: row.originEnd ?? 0,
      })),
    ]),
  );
}

function piecesOf(document: BriefingDocument): ArticlePiece[] {
  const blocks = document.sections.flatMap((section) => section.blocks);
  const { title = null, summary = null } = document.origins ?? {};
  return [
    ...placed('TITLE', [{ id: 'title', origin: title }]),
    ...placed('SUMMARY', [{ id: 'summary', origin: summary }]),
    ...placed('SECTION', document.sections),
    ...placed('BLOCK', blocks),
    ...placed('CLAIM', document.claims),
    ...placed('STAKEHOLDER', document.stakeholders),
    ...placed('EVENT', document.events),
    ...placed('SCENARIO', document.scenarios),
    ...placed('PERSPECTIVE', document.perspectives),
    ...placed('PROMPT', document.prompts),
  ];
}

function placed(kind: PieceKind, pieces: readonly { id: string; origin: Origin | null }[]): ArticlePiece[] {
  return pieces.flatMap(({ id, origin }) => (origin === null ? [] : [{ kind, id, ...origin }]));
}

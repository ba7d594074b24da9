/** Where in an article's text the pieces of its draft came from. */
import { and, eq, inArray } from 'drizzle-orm';
import type { BriefingDocument, Origin } from '../briefings/document.ts';
import type { PieceKind } from '../briefings/list-pieces.ts';
import { revisions } from '../briefings/table.ts';
import type { Database } from '../database/client.ts';
import { articles } from './table.ts';

export interface ArticlePiece {
  kind: PieceKind;
  /** The piece's id in the revision that the article made. */
  id: string;
  /** UTF-16 units of the text; the end is exclusive. */
  start: number;
  end: number;
}

/** By the id of the article: one query for all of them. */
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
  return new Map(rows.map(({ id, document }) => [id, piecesOf(document)]));
}

function piecesOf(document: BriefingDocument): ArticlePiece[] {
  const blocks = document.sections.flatMap((section) => section.blocks);
  return [
    ...placed('SECTION', document.sections),
    ...placed('BLOCK', blocks),
    ...placed('CLAIM', document.claims),
    ...placed('STAKEHOLDER', document.stakeholders),
    ...placed('EVENT', document.events),
    ...placed('SCENARIO', document.scenarios),
    ...placed('PERSPECTIVE', document.perspectives),
    ...placed('PROMPT', document.prompts),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function placed(kind: PieceKind, pieces: readonly { id: string; origin: Origin | null }[]): ArticlePiece[] {
  return pieces.flatMap(({ id, origin }) => (origin === null ? [] : [{ kind, id, ...origin }]));
}

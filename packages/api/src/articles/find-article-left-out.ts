import type { Database } from '../database/client.ts';
import { DocumentError } from '../import/errors.ts';
import type { ImportWork } from '../import-work/import-work.ts';
import { readArticle, sourceOf, type ArticleName } from './draft-from-article.ts';
import { shortenLeftOut, type LeftOut } from './shorten-left-out.ts';

/** What a draft of it leaves out, found by making one; null: none can be made. */
export async function findArticleLeftOut(
  { db, importWork }: { db: Database; importWork: ImportWork },
  name: ArticleName,
  now: Date,
): Promise<LeftOut | null> {
  const source = sourceOf(await readArticle(db, name));
  try {
    const answer = await importWork.draftSource({ source, now });
    return 'draft' in answer ? shortenLeftOut(answer.draft.leftOut) : null;
  } catch (error) {
    if (error instanceof DocumentError) return null;
    throw error;
  }
}

import { join } from 'node:path';
import { draftArticle, type ArticleDraft } from '@communique/api/import/draft-article';
import { readDocument } from '@communique/api/import/read-document';

export const ARTICLES = join(import.meta.dirname, '../fixtures/articles');
export const NOW = new Date('2026-11-22T09:00:00Z');

export async function draftFile(path: string): Promise<ArticleDraft> {
  return draftArticle(await readDocument(path), { now: NOW });
}

export function draftText(text: string, fileName = 'article.txt'): ArticleDraft {
  return draftArticle({ path: fileName, fileName, text }, { now: NOW });
}

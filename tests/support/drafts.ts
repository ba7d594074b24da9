import { join } from 'node:path';
import type { PieceCounts } from '@communique/api/import/drafting/count-pieces';
import { draftArticle, type ArticleDraft } from '@communique/api/import/draft-article';
import { readDocument } from '@communique/api/import/read-document';

export const ARTICLES = join(import.meta.dirname, '../fixtures/articles');
/** The counts of a text with a title, which is the one source of its draft. */
export const NOTHING_BUT_ITSELF: PieceCounts = {
  sections: 0,
  points: 0,
  tables: 0,
  tableRows: 0,
  faq: 0,
  faqCandidates: 0,
  exchanges: 0,
  quotes: 0,
  claims: 0,
  events: 0,
  stakeholders: 0,
  scenarios: 0,
  prompts: 0,
  topics: 0,
  sources: 1,
};
export const NOW = new Date('2026-11-22T09:00:00Z');

export async function draftFile(path: string): Promise<ArticleDraft> {
  return draftArticle(await readDocument(path), { now: NOW });
}

export function draftText(text: string, fileName = 'article.txt'): ArticleDraft {
  return draftArticle({ path: fileName, fileName, text }, { now: NOW });
}

/** Articles as they come in, and what is kept of them. */
import type { SaveOptions } from '@communique/api/articles/save-articles';
import { saveDocuments, type DocumentOutcome } from '@communique/api/articles/save-documents';
import { interpretDocument } from '@communique/api/import/interpret-document';
import type { TestApi } from './api.ts';

export interface Paper {
  text: string;
  name?: string;
  url?: string;
}

const TOLL_URL = 'https://strait.example/news/toll';

/** The article at one address, with the passages it has today. */
export function tollArticle(...passages: string[]): Paper {
  return {
    name: 'toll.md',
    url: TOLL_URL,
    text: ['# The toll on the strait', 'It is paid by every ship.', '## Background', ...passages].join(
      '\n\n',
    ),
  };
}

export async function importPapers(
  { db, clock, act }: Pick<TestApi, 'db' | 'clock' | 'act'>,
  papers: readonly Paper[],
  options: Partial<SaveOptions> = {},
): Promise<DocumentOutcome[]> {
  const documents = papers.map(({ text, name = 'article.txt', url }) =>
    interpretDocument(
      { path: name, fileName: name, text, ...(url !== undefined && { url }) },
      { now: clock.now() },
    ),
  );
  return saveDocuments(db, documents, { communityId: 'library', ...options }, act());
}

export async function importPaper(...wish: [TestApi, Paper, Partial<SaveOptions>?]) {
  const [api, paper, options] = wish;
  const [outcome] = await importPapers(api, [paper], options);
  if (outcome === undefined || 'error' in outcome) throw outcome?.error ?? new Error('No outcome');
  return outcome.saved;
}

/** Documents of every kind, articles and files of our own format, with what became of each. */
import type { Act } from '../audit/actor.ts';
import { saveDraft } from '../briefings/save-draft.ts';
import type { Database } from '../database/client.ts';
import { DomainError } from '../domain-errors.ts';
import type { ImportedDocument } from '../import/interpret-document.ts';
import type { SavedArticle } from './article-draft.ts';
import { describeOutcome } from './describe-outcome.ts';
import { saveOwnEntry } from './save-own-entry.ts';
import { signDraft } from './sign-draft.ts';
import { saveArticles, type SaveOptions } from './save-articles.ts';

export interface SavedDocument {
  slug: string;
  outcome: SavedArticle['outcome'];
  /** For the person who imported it. */
  message: string;
  /** Null: it is a file of our own format, which is no article. */
  article: SavedArticle | null;
  /** Readers have it already. */
  isPublished: boolean;
}

export interface DocumentOptions extends SaveOptions {
  /** FAQ entries are published at once. */
  publish?: boolean;
}

export type DocumentOutcome = { saved: SavedDocument } | { error: DomainError };

/** Answers in the order of the documents. */
export async function saveDocuments(
  db: Database,
  documents: readonly ImportedDocument[],
  options: DocumentOptions,
  act: Act,
): Promise<DocumentOutcome[]> {
  const drafts = documents.flatMap((document) => {
    if (document.kind === 'FAQ_ENTRY' || document.draft.article === null) return [];
    return [{ document, draft: document.draft }];
  });
  const saved = await saveArticles(
    db,
    drafts.map(({ draft }) => signDraft(draft, act.actor)),
    options,
    act,
  );
  const articles = new Map<ImportedDocument, (typeof saved)[number] | undefined>(
    drafts.map(({ document }, index) => [document, saved[index]]),
  );
  const outcomes: DocumentOutcome[] = [];
  for (const document of documents) {
    const article = articles.get(document);
    if (article === undefined) outcomes.push(await saveOwnFile(db, options, document, act));
    else if ('error' in article) outcomes.push(article);
    else outcomes.push({ saved: ofArticle(article.saved) });
  }
  return outcomes;
}

function ofArticle(article: SavedArticle): SavedDocument {
  const { slug, outcome } = article;
  return { slug, outcome, message: describeOutcome(article), article, isPublished: false };
}

async function saveOwnFile(
  db: Database,
  { communityId, publish = false }: DocumentOptions,
  document: ImportedDocument,
  act: Act,
): Promise<DocumentOutcome> {
  try {
    const saved =
      document.kind === 'FAQ_ENTRY'
        ? await saveOwnEntry(db, { communityId, publish }, document.draft, act)
        : await saveOwnBriefing(db, communityId, document.draft, act);
    return { saved: { outcome: 'DRAFTED', article: null, ...saved } };
  } catch (error) {
    if (error instanceof DomainError) return { error };
    throw error;
  }
}

/** A file of our own format says what its slug is. */
async function saveOwnBriefing(
  db: Database,
  communityId: string,
  { slug: wanted, document, provenance }: Extract<ImportedDocument, { kind: 'BRIEFING' }>['draft'],
  act: Act,
): Promise<Pick<SavedDocument, 'slug' | 'message' | 'isPublished'>> {
  const draft = { communityId, slug: wanted, document, provenance, slugTaken: 'conflict' } as const;
  const { slug } = await saveDraft(db, draft, act);
  return { slug, message: `It is the draft "${slug}".`, isPublished: false };
}

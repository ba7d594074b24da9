import { and, eq } from 'drizzle-orm';
import { articles } from '../articles/table.ts';
import { operator } from '../audit/actor.ts';
import { saveDraft } from '../briefings/save-draft.ts';
import { briefings } from '../briefings/table.ts';
import type { Database } from '../database/client.ts';
import { saveEntry } from '../faq/save-entry.ts';
import type { ImportedDocument } from './read-import.ts';

export interface SavedImport {
  slug: string;
  outcome: 'DRAFTED' | 'KNOWN';
}

/** One document into the database, or nothing of it: as a draft, an FAQ entry published at once where that is wished. */
export async function saveImport(
  db: Database,
  document: ImportedDocument,
  { communityId, publish }: { communityId: string; publish: boolean },
  now: Date,
): Promise<SavedImport> {
  const act = { now, actor: operator };
  if (document.kind === 'FAQ_ENTRY') {
    const { kind: _kind, section: sectionId, verifiedAt, ...content } = document.draft;
    const entry = {
      ...content,
      communityId,
      sectionId,
      verifiedAt: verifiedAt === null ? null : new Date(verifiedAt),
      publish,
    };
    const { slug } = await saveEntry(db, entry, act);
    return { slug, outcome: 'DRAFTED' };
  }
  const { slug: wanted, document: content, provenance, article, faq } = document.draft;
  const known = article === null ? null : await findImported(db, communityId, article.contentHash);
  if (known !== null) return { slug: known, outcome: 'KNOWN' };
  const draft = { communityId, slug: wanted, document: content, provenance, article, faq };
  // An article's slug is only a proposal; a file of our own format says what its slug is.
  const slugTaken = article === null ? 'conflict' : 'suffix';
  const { slug } = await saveDraft(db, { ...draft, slugTaken }, act);
  return { slug, outcome: 'DRAFTED' };
}

/** The slug of the briefing that the same text made before. */
async function findImported(db: Database, communityId: string, contentHash: string): Promise<string | null> {
  const [known] = await db.orm
    .select({ slug: briefings.slug })
    .from(briefings)
    .innerJoin(articles, eq(articles.id, briefings.articleId))
    .where(and(eq(articles.communityId, communityId), eq(articles.contentHash, contentHash)));
  return known?.slug ?? null;
}

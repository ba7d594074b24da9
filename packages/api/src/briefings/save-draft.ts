/** Brings a document in as a draft: article, briefing, its first revision and the FAQ drafts bound to it, all or nothing. */
import { and, eq } from 'drizzle-orm';
import { slugify } from '@communique/shared/text';
import { articles } from '../articles/table.ts';
import type { Act } from '../audit/actor.ts';
import type { Database } from '../database/client.ts';
import { checkSlug, chooseSlugs } from '../database/choose-slug.ts';
import { WriteConflictError } from '../database/errors.ts';
import { ConflictError } from '../domain-errors.ts';
import type { EntryContent } from '../faq/entry-content.ts';
import { faqEntries } from '../faq/table.ts';
import type { ArticleInput } from '../articles/compose-article.ts';
import { checkWrittenDocument } from './check-written-document.ts';
import { composeDraft, type BoundEntry, type Provenance } from './compose-draft.ts';
import type { BriefingDocumentInput } from './document.ts';
import { briefings } from './table.ts';

export type { Provenance } from './compose-draft.ts';

export interface DraftInput {
  communityId: string;
  slug: string;
  /** What to do about a slug that is taken: answer a conflict (the default) or append "-2", "-3", …. */
  slugTaken?: 'conflict' | 'suffix';
  document: BriefingDocumentInput;
  provenance: Provenance;
  /** Why this revision exists, for its history. */
  reason?: string;
  /** What it was made from; the same text is not imported twice. */
  article?: ArticleInput | null;
  /** Saved as drafts bound to this briefing and published with it; a slug is made of the question where there is none. */
  faq?: readonly (EntryContent & { slug?: string })[];
}

export interface SavedDraft {
  briefingId: string;
  slug: string;
  revisionId: string;
  revision: number;
  /** The slugs of the FAQ drafts, in the order they were given. */
  faqSlugs: string[];
}

const ATTEMPTS = 3;

export async function saveDraft(db: Database, input: DraftInput, act: Act): Promise<SavedDraft> {
  const document = checkWrittenDocument(input.document);
  checkSlug(input.slug);
  for (let attempt = 1; ; attempt += 1) {
    await refuseKnownArticle(db, input);
    const draft = composeDraft(db.orm, { ...(await named(db, input)), document }, act);
    try {
      await db.write(draft.statements);
      return {
        briefingId: draft.briefing.id,
        slug: draft.briefing.slug,
        revisionId: draft.revision.id,
        revision: draft.revision.number,
        faqSlugs: draft.entries.map(({ entry }) => entry.slug),
      };
    } catch (error) {
      // Between looking for free slugs and writing, another program can take one: look again.
      if (!(error instanceof WriteConflictError)) throw error;
      const final =
        error.isUnique('briefings.community_id', 'briefings.slug') && input.slugTaken !== 'suffix';
      if (final || attempt === ATTEMPTS) throw takenConflict(input.slug, error);
    }
  }
}

/** The input with a free slug for everything in it. */
async function named(db: Database, input: DraftInput) {
  const { communityId, slug, provenance, faq = [] } = input;
  const [freeSlug = slug] =
    input.slugTaken === 'suffix' ? await chooseSlugs(db, briefings, communityId, [slug]) : [];
  const wanted = faq.map((entry) => entry.slug ?? (slugify(entry.question) || 'question'));
  const faqSlugs = await chooseSlugs(db, faqEntries, communityId, wanted);
  return {
    communityId,
    slug: freeSlug,
    provenance,
    reason: input.reason ?? (provenance.importedFrom === null ? 'Written' : 'Imported'),
    article: input.article ?? null,
    faq: faq.map((entry, index): BoundEntry => ({ ...entry, slug: faqSlugs[index] ?? '' })),
  };
}

async function refuseKnownArticle(db: Database, { communityId, article }: DraftInput): Promise<void> {
  if (!article) return;
  const [known] = await db.orm
    .select({ slug: briefings.slug })
    .from(articles)
    .innerJoin(briefings, eq(briefings.articleId, articles.id))
    .where(and(eq(articles.communityId, communityId), eq(articles.contentHash, article.contentHash)));
  if (known) {
    throw new ConflictError(`This article was imported before: it is the briefing "${known.slug}"`, [
      'article',
    ]);
  }
}

function takenConflict(slug: string, cause: Error): ConflictError {
  return new ConflictError(`The slug "${slug}" is taken: choose another one`, ['slug'], { cause });
}

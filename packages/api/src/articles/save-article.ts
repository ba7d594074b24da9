/** Keeps an article with the briefing it makes: all of it or nothing. The same article twice changes nothing. */
import { eq, sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { composeDraft } from '../briefings/compose-draft.ts';
import { briefings } from '../briefings/table.ts';
import { checkSlug, chooseSlugs } from '../database/choose-slug.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertThat, type WriteStatement } from '../database/write-set.ts';
import { ConflictError } from '../domain-errors.ts';
import { faqEntries } from '../faq/table.ts';
import { commit } from '../idempotency/commit.ts';
import { wantedSlugs, type ArticleToSave, type SameName, type SavedArticle } from './article-draft.ts';
import { composeUpdate, type ComposedImport, type Update } from './compose-update.ts';
import { decideImport, type Drafted, type ImportDecision } from './decide-import.ts';
import { findKnownArticles } from './find-known-articles.ts';
import { resembles } from './resembles.ts';
import { articles } from './table.ts';

export interface ArticleWish {
  communityId: string;
  draft: ArticleToSave;
  /** A later version follows even a head that editors have changed. */
  overEdits?: boolean;
  /** The head that the editor who wants that has looked at; null: whatever it is. */
  expectedRevision?: number | null;
  sameName?: SameName;
}

const ATTEMPTS = 3;

export async function saveArticle(db: Database, wish: ArticleWish, act: Act): Promise<SavedArticle> {
  checkSlug(wish.draft.slug);
  for (let attempt = 1; ; attempt += 1) {
    const composed = await composeImport(db, wish, act);
    try {
      await commit(db, act, { statements: composed.statements, result: withoutTexts(composed.result) });
      return { ...composed.result, notes: wish.draft.notes ?? [] };
    } catch (error) {
      // Between looking and writing, another program can take a slug or import the same article: look again.
      if (!(error instanceof WriteConflictError)) throw error;
      if (attempt === ATTEMPTS) {
        throw new ConflictError('Somebody else changed the same at the same time: try again', [], {
          cause: error,
        });
      }
    }
  }
}

/** What is remembered of an answer names things and tells none of their words. */
function withoutTexts(result: SavedArticle): SavedArticle {
  return result.changes === null ? result : { ...result, changes: { ...result.changes, sections: [] } };
}

async function composeImport(
  db: Database,
  { communityId, draft, overEdits = false, expectedRevision = null, sameName = 'ASK' }: ArticleWish,
  act: Act,
): Promise<ComposedImport> {
  const known = await findKnownArticles(db, communityId, [draft.article]);
  const decision = decideImport(draft.article, known);
  if (decision.kind === 'KNOWN') return { statements: [], result: await knownArticle(db, decision.article) };
  const version = await findVersion(db, decision, { draft, sameName });
  if (version !== null) {
    return composeUpdate(db, { communityId, draft, overEdits, expectedRevision, ...version }, act);
  }
  const [slug = draft.slug] = await chooseSlugs(db, briefings, communityId, [draft.slug]);
  const faqSlugs = await chooseSlugs(db, faqEntries, communityId, wantedSlugs(draft.faq));
  const isUnlike = decision.kind === 'NAMESAKE' && sameName === 'ASK';
  const namesake = isUnlike ? await slugOf(db, decision.namesakes[0]) : null;
  const { articleId } = decision;
  return composeNewArticle(db, { communityId, draft, articleId, slug, faqSlugs, namesake }, act);
}

/** What it is a later version of, for certain or by guess; null: of nothing. */
async function findVersion(
  db: Database,
  decision: ImportDecision,
  { draft, sameName }: { draft: ArticleToSave; sameName: SameName },
): Promise<Pick<Update, 'previous' | 'articleId' | 'isGuess'> | null> {
  if (decision.kind === 'KNOWN' || decision.kind === 'NEW') return null;
  const { articleId } = decision;
  if (decision.kind === 'UPDATE') return { previous: decision.previous, articleId, isGuess: false };
  if (sameName === 'NEW') return null;
  const likely = await findLikely(db, decision.namesakes, draft);
  if (sameName === 'UPDATE') return { previous: likely ?? decision.namesakes[0], articleId, isGuess: false };
  return likely === null ? null : { previous: likely, articleId, isGuess: true };
}

async function findLikely(
  db: Database,
  namesakes: readonly Drafted[],
  { article }: ArticleToSave,
): Promise<Drafted | null> {
  for (const namesake of namesakes) {
    const [before] = await db.orm
      .select({ title: articles.title, text: articles.text })
      .from(articles)
      .where(eq(articles.id, namesake.id));
    if (before !== undefined && resembles(before, article)) return namesake;
  }
  return null;
}

export interface NewArticle {
  communityId: string;
  draft: ArticleToSave;
  articleId: string | null;
  slug: string;
  /** In the order of its questions. */
  faqSlugs: readonly string[];
  /** The briefing of an article that came in a file of the same name; left out: there is none. */
  namesake?: string | null;
}

export function composeNewArticle(
  { orm }: Database,
  { communityId, draft, articleId, slug, faqSlugs, namesake = null }: NewArticle,
  act: Act,
): ComposedImport {
  const { document, provenance, article } = draft;
  const faq = draft.faq.map((entry, index) => ({ ...entry, slug: faqSlugs[index] ?? '' }));
  const content = { communityId, slug, document, provenance, reason: 'Imported', article, articleId, faq };
  const { briefing, entries, statements } = composeDraft(orm, content, act);
  return {
    statements: [...assertNewAddress(communityId, article.urlKey), ...statements],
    result: {
      outcome: 'DRAFTED',
      articleId: briefing.articleId ?? '',
      briefingId: briefing.id,
      slug,
      revision: 1,
      changes: null,
      faqEntries: entries.length,
      namesake,
    },
  };
}

/** Two programs that import two versions of one article at once must not make two briefings. */
function assertNewAddress(communityId: string, urlKey: string | null | undefined): WriteStatement[] {
  if (urlKey === null || urlKey === undefined) return [];
  return [
    assertThat(
      'address is new',
      sql`not exists (select 1 from ${articles} where ${articles.communityId} = ${communityId}
        and ${articles.urlKey} = ${urlKey} and ${articles.revisionNumber} is not null)`,
    ),
  ];
}

export async function knownArticle(db: Database, article: Drafted): Promise<SavedArticle> {
  const { id: articleId, briefingId, revisionNumber: revision } = article;
  const slug = await slugOf(db, article);
  return {
    outcome: 'KNOWN',
    articleId,
    briefingId,
    slug,
    revision,
    changes: null,
    faqEntries: 0,
    namesake: null,
  };
}

async function slugOf(db: Database, { briefingId }: Drafted): Promise<string> {
  const [briefing] = await db.orm
    .select({ slug: briefings.slug })
    .from(briefings)
    .where(eq(briefings.id, briefingId));
  return briefing?.slug ?? '';
}

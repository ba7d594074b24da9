/** Many articles in one write: a commit waits for the disk, and thousands of commits wait thousands of times. */
import type { Act } from '../audit/actor.ts';
import { briefings } from '../briefings/table.ts';
import { chooseSlugs } from '../database/choose-slug.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { DomainError } from '../domain-errors.ts';
import { faqEntries } from '../faq/table.ts';
import { wantedSlugs, type ArticleToSave, type SameName, type SavedArticle } from './article-draft.ts';
import type { ComposedImport } from './compose-update.ts';
import { decideImport, type ImportDecision } from './decide-import.ts';
import { findKnownArticles, type ArticleKeys } from './find-known-articles.ts';
import { composeNewArticle, saveArticle } from './save-article.ts';
import { tellingFileName } from './telling-file-name.ts';

export interface SaveOptions {
  communityId: string;
  /** A later version of an article follows even a head that editors have changed. */
  overEdits?: boolean;
  sameName?: SameName;
}

/** What became of one of them: the others do not depend on it. */
export type SaveOutcome = { saved: SavedArticle } | { error: DomainError };

interface Position {
  index: number;
  draft: ArticleToSave;
}

/** Answers in their order. When it rejects (the disk is full, the file is locked), none of those that were not answered is there half. */
export async function saveArticles(
  db: Database,
  drafts: readonly ArticleToSave[],
  { communityId, overEdits = false, sameName = 'ASK' }: SaveOptions,
  act: Act,
): Promise<SaveOutcome[]> {
  const outcomes = await saveNewOnes(db, communityId, drafts, act);
  // What is known, updated or in conflict: one after the other.
  for (const [index, draft] of drafts.entries()) {
    if (outcomes.has(index)) continue;
    outcomes.set(
      index,
      await settle(async () => saveArticle(db, { communityId, draft, overEdits, sameName }, act)),
    );
  }
  return drafts.flatMap((_draft, index) => outcomes.get(index) ?? []);
}

/** Those of which nothing is known, together. Where one of them cannot be written none is, and each is tried on its own. */
async function saveNewOnes(
  db: Database,
  communityId: string,
  drafts: readonly ArticleToSave[],
  act: Act,
): Promise<Map<number, SaveOutcome>> {
  const outcomes = new Map<number, SaveOutcome>();
  const composed = new Map<number, ComposedImport>();
  const fresh = await findNewOnes(db, communityId, drafts);
  if (fresh.length < 2) return outcomes;
  const slugs = await chooseSlugs(
    db,
    briefings,
    communityId,
    fresh.map(({ draft }) => draft.slug),
  );
  const faqSlugs = await chooseSlugs(
    db,
    faqEntries,
    communityId,
    fresh.flatMap(({ draft }) => wantedSlugs(draft.faq)),
  );
  for (const [place, { index, draft, articleId }] of fresh.entries()) {
    const own = faqSlugs.splice(0, draft.faq.length);
    const slug = slugs[place] ?? draft.slug;
    const outcome = await settle(async () => {
      const each = composeNewArticle(db, { communityId, draft, articleId, slug, faqSlugs: own }, act);
      composed.set(index, each);
      return each.result;
    });
    outcomes.set(index, outcome);
  }
  try {
    await db.write([...composed.values()].flatMap(({ statements }) => statements));
    return outcomes;
  } catch (error) {
    if (error instanceof WriteConflictError) return new Map();
    throw error;
  }
}

async function findNewOnes(
  db: Database,
  communityId: string,
  drafts: readonly ArticleToSave[],
): Promise<(Position & { articleId: string | null })[]> {
  const known = await findKnownArticles(
    db,
    communityId,
    drafts.map(({ article }) => article),
  );
  const byKey = new Map<string, typeof known>();
  for (const article of known) {
    for (const key of keysOf(article)) byKey.set(key, [...(byKey.get(key) ?? []), article]);
  }
  const taken = new Set<string>();
  return drafts.flatMap((draft, index) => {
    const keys = keysOf(draft.article);
    const decision: ImportDecision = decideImport(
      draft.article,
      keys.flatMap((key) => byKey.get(key) ?? []),
    );
    // The second of two that are the same waits for the first.
    const isFirst = keys.every((key) => !taken.has(key));
    for (const key of keys) taken.add(key);
    return decision.kind === 'NEW' && isFirst ? [{ index, draft, articleId: decision.articleId }] : [];
  });
}

function keysOf(article: ArticleKeys): string[] {
  const { contentHash, draftHash, urlKey } = article;
  const name = tellingFileName(article);
  return [`text ${contentHash}`, `draft ${draftHash}`, `url ${urlKey}`, `name ${name}`].filter(
    (key) => !/ (?:null|undefined)$/.test(key),
  );
}

async function settle(act: () => Promise<SavedArticle>): Promise<SaveOutcome> {
  try {
    return { saved: await act() };
  } catch (error) {
    if (error instanceof DomainError) return { error };
    throw error;
  }
}

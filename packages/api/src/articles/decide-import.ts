import { tellingFileName } from './telling-file-name.ts';
import type { ArticleKeys, KnownArticle } from './find-known-articles.ts';

/** What an article is to what is known: `articleId` names its row where it lies in the inbox already. */
export type ImportDecision =
  /** The same text made a briefing before. */
  | { kind: 'KNOWN'; article: Drafted }
  | { kind: 'NEW'; articleId: string | null }
  /** Another text at the address of an article that made a briefing. */
  | { kind: 'UPDATE'; previous: Drafted; articleId: string | null }
  /** Another text in a file of the same name as some that made briefings, the latest first: perhaps a later version of one of them. */
  | { kind: 'NAMESAKE'; namesakes: [Drafted, ...Drafted[]]; articleId: string | null };

export type Drafted = KnownArticle & { briefingId: string; revisionNumber: number };

/** `known` may hold more than what concerns this article; the latest comes first. */
export function decideImport(keys: ArticleKeys, known: readonly KnownArticle[]): ImportDecision {
  const sameText = known.filter(
    ({ contentHash, draftHash }) =>
      contentHash === keys.contentHash || (draftHash !== null && draftHash === keys.draftHash),
  );
  const article = sameText.find(isDrafted);
  if (article !== undefined) return { kind: 'KNOWN', article };
  const articleId = sameText.find(({ contentHash }) => contentHash === keys.contentHash)?.id ?? null;
  const previous = known.filter(({ urlKey }) => urlKey !== null && urlKey === keys.urlKey).find(isDrafted);
  if (previous !== undefined) return { kind: 'UPDATE', previous, articleId };
  const [latest, ...others] = namesakesOf(keys, known);
  return latest === undefined
    ? { kind: 'NEW', articleId }
    : { kind: 'NAMESAKE', namesakes: [latest, ...others], articleId };
}

const MAX_NAMESAKES = 5;

function namesakesOf(keys: ArticleKeys, known: readonly KnownArticle[]): Drafted[] {
  const name = tellingFileName(keys);
  if (name === null) return [];
  return known
    .filter((each) => tellingFileName(each) === name)
    .filter(isDrafted)
    .slice(0, MAX_NAMESAKES);
}

function isDrafted(article: KnownArticle): article is Drafted {
  return article.briefingId !== null && article.revisionNumber !== null;
}

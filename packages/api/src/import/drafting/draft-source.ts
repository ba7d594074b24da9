import { draftArticle, type ArticleDraft } from '../draft-article.ts';
import { UnusableDocumentError } from '../errors.ts';
import { isLibraryFile } from '../library/is-library-file.ts';
import { isFeed } from '../feed/read-feed.ts';
import { readText, type ReadDocument } from '../read-document.ts';

/** An article before anybody looked at it. */
export interface ArticleSource extends Omit<ReadDocument, 'text'> {
  /** Bytes as they came, with what was said about their encoding; or a text that was decoded before. */
  content: string | { bytes: Uint8Array; charset: string | null };
}

/** A file of our own format is a draft already, and no article. */
export type DraftedSource = { draft: ArticleDraft } | { isLibraryFile: true };

export function draftSource(source: ArticleSource, now: Date): DraftedSource {
  const read = decodeSource(source);
  if (isFeed(read.text)) {
    throw new UnusableDocumentError(
      source.path,
      'it is a feed, not an article. Follow it with addFeed, or name the address of one of its articles.',
    );
  }
  return isLibraryFile(read.text) ? { isLibraryFile: true } : { draft: draftArticle(read, { now }) };
}

export function decodeSource({ content, ...source }: ArticleSource): ReadDocument {
  if (typeof content === 'string') return { ...source, text: content };
  return { ...source, ...readText(content.bytes, source.path, content.charset) };
}

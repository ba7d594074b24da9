import type { Root } from 'mdast';
import { readArticleFrontMatter } from './article-front-matter.ts';
import type { ArticleFrontMatter } from './article-front-matter.ts';
import { MalformedDocumentError } from './errors.ts';
import { measureFrontMatter } from './measure-front-matter.ts';
import { readFrontMatter } from './read-front-matter.ts';
import type { ReadDocument } from './read-document.ts';
import { tidyMarkdown } from './tidy-markdown.ts';
import { tidyPlainText } from './tidy-plain-text.ts';

export interface TidyDocument {
  root: Root;
  /** What a Markdown file says about itself; all empty for other formats. */
  frontMatter: ArticleFrontMatter;
}

/** The one tree every format becomes. */
export function tidyDocument({ text, path, fileName }: ReadDocument): TidyDocument {
  if (measureFrontMatter(text).isUnclosed) {
    throw new MalformedDocumentError(
      path,
      1,
      'the front matter has no end: write a line "---" below its last key, or remove the first "---".',
    );
  }
  const isMarkdown = /\.(?:md|markdown|mdown|mkd)$/i.test(fileName) || looksLikeMarkdown(text);
  const root = isMarkdown ? tidyMarkdown(text) : tidyPlainText(text);
  return { root, frontMatter: readArticleFrontMatter(readFrontMatter(root, path)) };
}

/** A front matter, or headings marked with "#": a page scraper leaves neither. */
function looksLikeMarkdown(text: string): boolean {
  if (measureFrontMatter(text).length > 0) return true;
  let headings = 0;
  for (const _match of text.matchAll(/^#{1,6} \S/gm)) {
    headings += 1;
    if (headings >= 2) return true;
  }
  return /^# \S/.test(text);
}

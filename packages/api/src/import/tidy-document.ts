import type { Root } from 'mdast';
import { readArticleFacts, readArticleFrontMatter } from './article-front-matter.ts';
import type { ArticleFrontMatter } from './article-front-matter.ts';
import { MalformedDocumentError, UnusableDocumentError } from './errors.ts';
import { measureFrontMatter } from './measure-front-matter.ts';
import { dropHeadingAttributes } from './drop-heading-attributes.ts';
import { dropUnsafeNodes } from './drop-unsafe-nodes.ts';
import type { FaqPair } from './faq-pair.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { resolveLinks } from './resolve-links.ts';
import type { ReadDocument } from './read-document.ts';
import { isHtml, tidyHtml } from './tidy-html.ts';
import { tidyMarkdown } from './tidy-markdown.ts';
import { tidyPlainText } from './tidy-plain-text.ts';

export interface TidyDocument {
  root: Root;
  /** What a Markdown file says about itself; all empty for other formats. */
  frontMatter: ArticleFrontMatter;
  /** Questions and answers that stand in no text of the document, only in data about it. */
  questions: FaqPair[];
}

/** The one tree every format becomes. */
export function tidyDocument(read: ReadDocument): TidyDocument {
  const tidy = tidyText(read);
  if (read.facts === undefined) return tidy;
  const { topics, ...facts } = readArticleFacts(read.facts);
  const { frontMatter } = tidy;
  return {
    ...tidy,
    frontMatter: {
      title: facts.title ?? frontMatter.title,
      byline: facts.byline ?? frontMatter.byline,
      publishedOn: facts.publishedOn ?? frontMatter.publishedOn,
      language: frontMatter.language ?? facts.language,
      summary: facts.summary ?? frontMatter.summary,
      url: facts.url ?? frontMatter.url,
      publisher: facts.publisher ?? frontMatter.publisher,
      topics: [...topics, ...frontMatter.topics],
      notes: frontMatter.notes,
    },
  };
}

/** Longer than any word, address or picture within a text. */
const MAX_WORD = 100_000;

/** Nearly all of it is one run of letters. */
function refuseWordless(text: string, path: string): void {
  if (text.length <= MAX_WORD) return;
  for (const { 0: run } of text.matchAll(/\S{1000,}/g)) {
    // Scripts without spaces end their sentences all the same.
    if (run.length > MAX_WORD && run.length > text.length * 0.9 && !/[。．！？、，\p{Lo}]/u.test(run))
      throw new UnusableDocumentError(path, 'there are no words in it.');
  }
}

function tidyText({ text, path, fileName, url }: ReadDocument): TidyDocument {
  if (isHtml(text, fileName)) {
    refuseHugeTables(text, path);
    return tidyHtml(text, url ?? null);
  }
  refuseWordless(text, path);
  if (measureFrontMatter(text).isUnclosed) {
    throw new MalformedDocumentError(
      path,
      1,
      'the front matter has no end: write a line "---" below its last key, or remove the first "---".',
    );
  }
  const isMarkdown = /\.(?:md|markdown|mdown|mkd)$/i.test(fileName) || looksLikeMarkdown(text);
  const root = isMarkdown ? tidyMarkdown(text) : tidyPlainText(text);
  if (isMarkdown) dropHeadingAttributes(root);
  resolveLinks(root, url ?? null);
  dropUnsafeNodes(root);
  const frontMatter = readArticleFrontMatter(readFrontMatter(root, path));
  return { root, frontMatter: { ...frontMatter, url: frontMatter.url ?? url ?? null }, questions: [] };
}

/** More than all tables of an article have; building their tree would take longer than saying so. */
const MAX_HTML_ROWS = 20_000;

function refuseHugeTables(html: string, path: string): void {
  let rows = 0;
  for (const _match of html.matchAll(/<tr[\s>]/gi)) {
    rows += 1;
    if (rows > MAX_HTML_ROWS) {
      throw new UnusableDocumentError(
        path,
        `its tables have more than ${MAX_HTML_ROWS.toLocaleString('en')} rows, which no briefing can hold. Import the part of it that matters.`,
      );
    }
  }
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

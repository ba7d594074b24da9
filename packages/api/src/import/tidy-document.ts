import type { Root } from 'mdast';
import { readArticleFacts, readArticleFrontMatter } from './front-matter/article-front-matter.ts';
import type { ArticleFrontMatter } from './front-matter/article-front-matter.ts';
import { blocksIn } from './left-out/blocks-in.ts';
import { MalformedDocumentError, UnusableDocumentError } from './errors.ts';
import { measureFrontMatter } from './front-matter/measure-front-matter.ts';
import { blankSiteCodes } from './markdown/blank-site-codes.ts';
import { dropHeadingAttributes } from './markdown/drop-heading-attributes.ts';
import { dropUnsafeNodes } from './markdown/drop-unsafe-nodes.ts';
import type { FaqPair } from './faq/faq-pair.ts';
import { nameMarkup } from './reading/name-markup.ts';
import { readFrontMatter } from './front-matter/read-front-matter.ts';
import { resolveLinks } from './markdown/resolve-links.ts';
import type { ReadDocument } from './read-document.ts';
import { refuseOversizedHtml, refuseOversizedText, refuseOversizedTree } from './reading/refuse-oversized.ts';
import { isEmptyPage } from './html/is-empty-page.ts';
import { isHtml, tidyHtml } from './html/tidy-html.ts';
import { markUpwardLinks } from './markdown/mark-upward-links.ts';
import { tidyMarkdown } from './markdown/tidy-markdown.ts';
import { tidyPlainText } from './plain-text/tidy-plain-text.ts';
import { isRst, tidyRst } from './plain-text/tidy-rst.ts';

export interface TidyDocument {
  root: Root;
  /** What a Markdown file says about itself; all empty for other formats. */
  frontMatter: ArticleFrontMatter;
  /** Questions and answers that stand in no text of the document, only in data about it. */
  questions: FaqPair[];
  /** All that a reader sees of it, block by block; of a page also what stands around the article. */
  blocks: readonly string[];
}

/** The one tree every format becomes. */
export function tidyDocument(read: ReadDocument): TidyDocument {
  const tidy = tidyText(read);
  return read.facts === undefined ? tidy : withFacts(tidy, read.facts);
}

/** What is known from elsewhere comes before what the document says, but for its language. */
function withFacts(tidy: TidyDocument, value: unknown): TidyDocument {
  const { topics, ...facts } = readArticleFacts(value);
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

/** Generators of sites begin their pages with a front matter, as they begin their Markdown. */
function tidyPage({ text, path, url }: ReadDocument): TidyDocument {
  const { length } = measureFrontMatter(text);
  // Every other character stays where it was.
  const page = tidyHtml(' '.repeat(length) + text.slice(length), url ?? null);
  if (length === 0 && isEmptyPage(page.root, page.frontMatter.title)) {
    throw new UnusableDocumentError(
      path,
      'it says only that there is no page, or none without JavaScript. Open its address in a browser, save what you see there, and import that.',
    );
  }
  if (length === 0) return page;
  return withFacts(page, readFrontMatter(tidyMarkdown(text.slice(0, length)), path)?.value);
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

function tidyText(read: ReadDocument): TidyDocument {
  const { text, path, fileName, url } = read;
  if (isHtml(text, fileName)) {
    refuseOversizedHtml(text, path);
    return tidyPage(read);
  }
  const markup = nameMarkup(text, fileName);
  if (markup !== null) {
    throw new UnusableDocumentError(
      path,
      `it is written in ${markup}, which is not read here: convert it to Markdown or HTML, and import that.`,
    );
  }
  refuseWordless(text, path);
  refuseOversizedText(text, path);
  const { isUnclosed, fence } = measureFrontMatter(text);
  if (isUnclosed) {
    throw new MalformedDocumentError(
      path,
      1,
      `the front matter has no end: write a line "${fence}" below its last key, or remove the first "${fence}".`,
    );
  }
  const isMarkdown = /\.(?:md|markdown|mdown|mkd)$/i.test(fileName) || looksLikeMarkdown(text);
  const tidy = isMarkdown ? tidyMarkdown : isRst(text, fileName) ? tidyRst : tidyPlainText;
  const code = isMarkdown ? blankSiteCodes(text) : { text, lines: [] };
  const root = tidy(code.text);
  refuseOversizedTree(root, path);
  if (isMarkdown) dropHeadingAttributes(root);
  markUpwardLinks(root);
  resolveLinks(root, url ?? null);
  dropUnsafeNodes(root);
  const frontMatter = readArticleFrontMatter(readFrontMatter(root, path));
  return {
    root,
    frontMatter: { ...frontMatter, url: frontMatter.url ?? url ?? null },
    questions: [],
    blocks: [...blocksIn(root.children), ...code.lines],
  };
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

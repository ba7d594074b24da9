import type { Root as HtmlRoot } from 'hast';
import type { Heading, RootContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { titleWithin } from './choose-title.ts';
import { chooseHtmlContent } from './choose-html-content.ts';
import { dropFurniture } from './drop-furniture.ts';
import { dropContentsLinks } from './drop-contents-links.ts';
import { dropAboveHeadline } from './drop-above-headline.ts';
import { dropDateline } from './drop-dateline.ts';
import { dropUpwardLinks } from './drop-upward-links.ts';
import { dropTeasers } from './drop-teasers.ts';
import { flattenHtml } from './flatten-html.ts';
import { htmlNodes } from './html-nodes.ts';
import { elementText } from './html-tree.ts';
import { keepHeadline } from './keep-headline.ts';
import { liftBlocks } from './lift-blocks.ts';
import { markDisclosures } from './mark-disclosures.ts';
import { markClassedQuestions } from './mark-classed-questions.ts';
import { htmlLines } from './html-text.ts';
import { markHtmlQuestions } from './mark-html-questions.ts';
import { markQuotationSources } from './mark-quotation-sources.ts';
import { readHtmlMetadata } from './read-html-metadata.ts';
import type { TidyDocument } from '../tidy-document.ts';
import { textOf } from '../text/tree-text.ts';
import { answerMarkdown } from '../faq/answer-markdown.ts';

const page = unified().use(rehypeParse).freeze();
const fragment = unified().use(rehypeParse, { fragment: true }).freeze();

/** A web page, as a browser saves it or a server sends it, → tree. `address` is where it was found. */
export function tidyHtml(text: string, address: string | null): TidyDocument {
  const tree = page.parse(flattenHtml(text));
  liftBlocks(tree);
  const blocks = htmlLines(tree);
  const { frontMatter, questions, titleElement, base } = readHtmlMetadata(tree, address);
  dropContentsLinks(tree);
  dropUpwardLinks(tree);
  markDisclosures(tree);
  const content = keepHeadline(chooseHtmlContent(tree, frontMatter.title), tree, {
    ...frontMatter,
    fullTitle: titleElement === null ? '' : elementText(titleElement),
  });
  dropDateline(content, frontMatter.byline);
  markQuotationSources(content);
  markClassedQuestions(content);
  markHtmlQuestions(content);
  const nodes = dropTeasers(htmlNodes(content, base), base);
  const children = dropAboveHeadline(nodes, frontMatter.title);
  shortenHeadline(children, frontMatter.title);
  const hasTitle = children.some((node) => node.type === 'heading' && node.depth === 1);
  // Without a main heading the title stands only in the page's head.
  if (!hasTitle && frontMatter.title !== null && children.length > 0) {
    const position = titleElement?.position ?? { start: START, end: START };
    const title: Heading = {
      type: 'heading',
      depth: 1,
      children: [{ type: 'text', value: frontMatter.title, position }],
      position,
    };
    children.unshift(title);
  }
  return {
    root: { type: 'root', children, position: { start: START, end: { ...START, offset: text.length } } },
    frontMatter,
    blocks,
    questions: questions.map(({ answer, ...rest }) => ({
      ...rest,
      answer: answerMarkdown(tidyHtmlFragment(answer)),
    })),
  };
}

/** The one main heading is the title alone, also where it holds a rubric. */
function shortenHeadline(nodes: readonly RootContent[], title: string | null): void {
  const heads = nodes.filter((node) => node.type === 'heading').filter(({ depth }) => depth === 1);
  const [head] = heads;
  if (head === undefined || heads.length > 1) return;
  const value = titleWithin(textOf(head), title);
  const { position } = head;
  if (value !== null) head.children = [{ type: 'text', value, ...(position && { position }) }];
}

const START = { line: 1, column: 1, offset: 0 };

/** HTML within another text; positions count from its own beginning. */
export function tidyHtmlFragment(text: string): RootContent[] {
  const tree: HtmlRoot = fragment.parse(flattenHtml(text));
  liftBlocks(tree);
  dropFurniture(tree);
  markHtmlQuestions(tree);
  return htmlNodes(tree, null);
}

/** By its name, or because it begins like one. */
export function isHtml(text: string, fileName: string): boolean {
  if (/\.(?:x?html?|htm)$/i.test(fileName)) return true;
  if (/\.(?:md|markdown|mdown|mkd)$/i.test(fileName)) return false;
  return /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)?<(?:!doctype html|html|head|body|article|main)\b/i.test(
    text.slice(0, 4_000),
  );
}

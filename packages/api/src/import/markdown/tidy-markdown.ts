import type { Nodes, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { cutMarkdown } from './cut-markdown.ts';
import type { MarkdownChunk } from './cut-markdown.ts';
import { joinHtmlBlocks } from '../html/join-html-blocks.ts';
import { openAdmonitions } from './open-admonitions.ts';
import { joinWrappedHeadings } from './join-wrapped-headings.ts';
import { listBulletSigns } from './list-bullet-signs.ts';
import { markDefinitions } from './mark-definitions.ts';
import { splitTurns } from './split-turns.ts';
import { tidyPlainText } from '../plain-text/tidy-plain-text.ts';
import { unlistDates } from './unlist-dates.ts';

const frontMatter = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml', { type: 'yaml', fence: { open: '---', close: '...' } }])
  .freeze();
const markdown = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * Markdown → tree. GitHub's tables, footnotes and links are understood; a YAML front matter is the first node.
 * The parser's time grows with the square of the text, so a document is cut into parts that do not depend
 * on each other; a part made to be slow (thousands of brackets, lists in lists in lists) is read as plain text.
 */
export function tidyMarkdown(text: string): Root {
  const { children, ...root } = parseMarkdown(text);
  const nodes = unlistDates(joinWrappedHeadings(joinHtmlBlocks(children)), text);
  return {
    ...root,
    children: splitTurns(listBulletSigns(markDefinitions(openAdmonitions(nodes, parseInner)))),
  };
}

/** Markdown → tree, as it is written: comments stay, and nothing is taken for what it only may mean. */
export function parseMarkdown(text: string): Root {
  return {
    type: 'root',
    children: parseChunks(cutMarkdown(text)),
    position: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: text.length } },
  };
}

/** One list is one, however many parts it was read in. */
function parseChunks(chunks: readonly MarkdownChunk[]): RootContent[] {
  const nodes: RootContent[] = [];
  for (const chunk of chunks) {
    const [first, ...others] = parseChunk(chunk);
    const last = nodes.at(-1);
    const isOneList =
      chunk.goesOnInList && last?.type === 'list' && first?.type === 'list' && last.ordered === first.ordered;
    if (isOneList) {
      for (const item of first.children) last.children.push(item);
      if (last.position !== undefined && first.position !== undefined) last.position.end = first.position.end;
    } else if (first !== undefined) nodes.push(first);
    for (const node of others) nodes.push(node);
  }
  return nodes;
}

function parseChunk(chunk: MarkdownChunk): RootContent[] {
  const nodes = parse(chunk).children;
  const own = nodes.filter((node) => (node.position?.start.offset ?? 0) < chunk.text.length);
  for (const node of own) move(node, chunk);
  return own;
}

/** What stands in another node, without a place of its own. */
function parseInner(text: string): RootContent[] {
  return cutMarkdown(text).flatMap(
    ({ kind, ...chunk }) => parse({ ...chunk, kind: kind === 'FRONT_MATTER' ? 'PLAIN' : kind }).children,
  );
}

function parse({ kind, text, definitions }: MarkdownChunk): Root {
  if (kind === 'FRONT_MATTER') return text.startsWith('+++') ? tomlRoot(text) : frontMatter.parse(text);
  if (kind === 'PLAIN') return tidyPlainText(text);
  return markdown.parse(definitions === '' ? text : `${text}\n\n${definitions}`);
}

declare module 'mdast' {
  interface Data {
    /** Of a front matter: it is TOML. */
    isToml?: boolean;
  }
}

/** What a file says of itself is one kind of node, whatever it is written in. */
function tomlRoot(text: string): Root {
  const value = text.slice(text.indexOf('\n') + 1, text.lastIndexOf('\n+++'));
  const start = { line: 1, column: 1, offset: 0 };
  const end = {
    line: text.trimEnd().split('\n').length,
    column: '+++'.length + 1,
    offset: text.trimEnd().length,
  };
  return {
    type: 'root',
    children: [{ type: 'yaml', value, data: { isToml: true }, position: { start, end } }],
  };
}

/** From its place in the chunk to its place in the document. */
function move(root: Nodes, { offset, line, text }: MarkdownChunk): void {
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.position !== undefined) {
      const { start, end } = node.position;
      node.position = {
        start: { ...start, line: start.line + line - 1, offset: (start.offset ?? 0) + offset },
        end: { ...end, line: end.line + line - 1, offset: Math.min(end.offset ?? 0, text.length) + offset },
      };
    }
    if ('children' in node) for (const child of node.children) open.push(child);
  }
}

import type { RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const markdown = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', fences: true, listItemIndent: 'one' })
  .use(remarkGfm)
  .freeze();

/** Nodes of the tree as Markdown: what only looked like markup in the text is escaped. */
export function toMarkdown(nodes: readonly RootContent[]): string {
  return markdown.stringify({ type: 'root', children: [...nodes] }).trim();
}

import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { flattenHtml } from './flatten-html.ts';
import { BLOCKS } from './html-tree.ts';
import { cleanText } from '../text/tree-text.ts';

const fragment = unified().use(rehypeParse, { fragment: true }).freeze();
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object']);

/** What a reader sees of a piece of HTML, a line for each block. */
export function htmlText(html: string): string {
  return htmlLines(fragment.parse(flattenHtml(html))).join('\n');
}

export function htmlLines(root: Root): string[] {
  const lines = [''];
  const open: (Root | Root['children'][number] | 'LINE')[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === 'LINE') lines.push('');
    else if (node.type === 'text') lines.push(`${lines.pop() ?? ''}${node.value}`);
    else if (node.type === 'root') for (const child of node.children.toReversed()) open.push(child);
    else if (node.type === 'element' && !SILENT.has(node.tagName)) {
      const isBlock = BLOCKS.test(node.tagName);
      if (isBlock) open.push('LINE');
      for (const child of node.children.toReversed()) open.push(child);
      if (isBlock) open.push('LINE');
    }
  }
  return lines.map(cleanText).filter((line) => line !== '');
}

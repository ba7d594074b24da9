import type { RootContent } from 'mdast';
import { compilePattern } from '../text/compile-pattern.ts';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { INVISIBLE_ALL } from '../text/invisible-characters.ts';
import { textOf } from '../text/tree-text.ts';

const markdown = unified()
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    // "www.*.com": in what reads as an address a backslash escapes nothing, so it must not read as one.
    unsafe: [{ before: '[Ww]{3}', character: '.' }],
  })
  .use(remarkGfm)
  .freeze();

/** Nodes of the tree as Markdown: what only looked like markup in the text is escaped. */
export function toMarkdown(nodes: readonly RootContent[]): string {
  const plain = nodes.map(plainParagraph);
  // Most answers are plain sentences, and the serializer is slow.
  if (!plain.includes(null)) return plain.join('\n\n');
  return markdown
    .stringify({ type: 'root', children: [...nodes] })
    .replaceAll(INVISIBLE_ALL, '')
    .trim();
}

// Letters, digits and punctuation that mean nothing in Markdown, in a line that does not begin like a list or heading.
const PLAIN = compilePattern(/^[\p{L}"'“„«‘(][\p{L}\p{M}\p{N} .,;:?!'"“”„«»‘’()%–—/-]*$/u);

function plainParagraph(node: RootContent): string | null {
  if (node.type !== 'paragraph' || node.children.some(({ type }) => type !== 'text')) return null;
  const text = textOf(node);
  return PLAIN.test(text) && !/:\/\/|www\./i.test(text) ? text : null;
}

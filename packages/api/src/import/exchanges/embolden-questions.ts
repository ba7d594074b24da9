import type { RootContent } from 'mdast';
import { endsInQuestionMark } from '../faq/faq-headings.ts';
import { textOf } from '../text/tree-text.ts';

/** In an interview a heading that asks heads no section: somebody asks, as in bold words of a paragraph. */
export function emboldenQuestions(nodes: readonly RootContent[]): RootContent[] {
  const headings = nodes.filter(({ type }) => type === 'heading');
  const asking = headings.filter((heading) => endsInQuestionMark(textOf(heading))).length;
  if (asking < 2 || asking * 2 < headings.length) return [...nodes];
  return nodes.map((node): RootContent => {
    if (node.type !== 'heading' || !endsInQuestionMark(textOf(node))) return node;
    const { children, position } = node;
    const place = position === undefined ? {} : { position };
    return { type: 'paragraph', children: [{ type: 'strong', children, ...place }], ...place };
  });
}

import type { RootContent } from 'mdast';
import { comparableText } from '../text/comparable-text.ts';
import { readMastheadLine } from '../page/masthead-lines.ts';
import { textOf } from '../text/tree-text.ts';

/** Other headlines and menus stand above the one the page is called after; its date and author may, too. */
export function dropAboveHeadline(nodes: readonly RootContent[], title: string | null): RootContent[] {
  const wanted = comparableText(title ?? '');
  const index = nodes.findIndex((node) => node.type === 'heading' && comparableText(textOf(node)) === wanted);
  if (wanted === '' || index < 1) return [...nodes];
  // Where the article stands above, the heading is one more mention of its title.
  if (proseOf(nodes.slice(0, index)) > proseOf(nodes.slice(index))) return [...nodes];
  const above = nodes.slice(0, index).filter((node) => node.type === 'paragraph' && isMasthead(node));
  return [...above, ...nodes.slice(index)];
}

/** Characters of paragraphs: shorter ones are lines below other headlines. */
function proseOf(nodes: readonly RootContent[]): number {
  const lengths = nodes.filter(({ type }) => type === 'paragraph').map((node) => textOf(node).length);
  return lengths.reduce((sum, length) => sum + (length >= MIN_PARAGRAPH ? length : 0), 0);
}

const MIN_PARAGRAPH = 120;
const MAX_LINE = 300;

function isMasthead(node: RootContent): boolean {
  const text = textOf(node);
  return text.length <= MAX_LINE && readMastheadLine(text) !== null;
}

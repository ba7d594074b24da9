import type { RootContent } from 'mdast';
import { comparableText } from './comparable-text.ts';
import { readMastheadLine } from './masthead-lines.ts';
import { textOf } from './tree-text.ts';

/** Other headlines and menus stand above the one the page is called after; its date and author may, too. */
export function dropAboveHeadline(nodes: readonly RootContent[], title: string | null): RootContent[] {
  const wanted = comparableText(title ?? '');
  const index = nodes.findIndex((node) => node.type === 'heading' && comparableText(textOf(node)) === wanted);
  if (wanted === '' || index < 1) return [...nodes];
  const above = nodes.slice(0, index).filter((node) => node.type === 'paragraph' && isMasthead(node));
  return [...above, ...nodes.slice(index)];
}

const MAX_LINE = 300;

function isMasthead(node: RootContent): boolean {
  const text = textOf(node);
  return text.length <= MAX_LINE && readMastheadLine(text) !== null;
}

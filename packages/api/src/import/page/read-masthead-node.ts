import type { Nodes, RootContent } from 'mdast';
import { readBareBylines } from './extract-byline.ts';
import { readMastheadLine, readMastheadName } from './masthead-lines.ts';
import type { MastheadLine } from './masthead-lines.ts';
import { cleanText, textOf } from '../text/tree-text.ts';

const MAX_LINES = 4;

/** A line of a masthead, or a paragraph of several: each of them one, or a name beside one. */
export function readMastheadNode(node: RootContent): MastheadLine | null {
  const whole = readMastheadLine(textOf(node));
  if (whole !== null || node.type !== 'paragraph') return whole;
  const lines = linesOf(node);
  if (lines.length < 2 || lines.length > MAX_LINES) return null;
  const marked = lines.map(readMastheadLine);
  if (marked.every((line) => line === null)) return null;
  const all = lines.map((line, index) => marked[index] ?? readMastheadName(line) ?? readName(line));
  if (all.includes(null)) return null;
  return {
    byline: all.find((line) => line?.byline)?.byline ?? null,
    publisher: all.find((line) => line?.publisher)?.publisher ?? null,
    publishedOn: all.find((line) => line?.publishedOn)?.publishedOn ?? null,
  };
}

function readName(line: string): MastheadLine | null {
  const byline = readBareBylines(line);
  return byline === null ? null : { byline, publisher: null, publishedOn: null };
}

/** As the source breaks them. */
function linesOf(root: Nodes): string[] {
  let text = '';
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'break') text += '\n';
    else if ('value' in node && node.type !== 'html') text += node.value;
    if ('children' in node) for (const child of node.children.toReversed()) open.push(child);
  }
  return text
    .split('\n')
    .map(cleanText)
    .filter((line) => line !== '');
}

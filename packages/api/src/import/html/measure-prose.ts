/** How much of each part of a page is running text, and how much of it are links. */
import type { Element, Root, RootContent } from 'hast';
import { BLOCKS } from './html-tree.ts';

export interface TextMeasure {
  /** All characters. A sign of Chinese, Japanese or Korean counts as the word that it mostly is. */
  text: number;
  /** Of those the ones in links. */
  linked: number;
  /** Those of paragraphs, whatever their tags: long enough, with an end of a sentence, and mostly outside of links. */
  prose: number;
  /** The longest line outside of links. */
  longest: number;
}

/** What stands before, between and after the blocks of an element. */
interface Line {
  text: number;
  linked: number;
  hasStop: boolean;
}

interface Measured extends TextMeasure {
  line: Line;
}

export const NOTHING: TextMeasure = { text: 0, linked: 0, prose: 0, longest: 0 };
/** Fewer characters are a caption, a teaser or a label. */
const MIN_PARAGRAPH = 80;
const STOP = /[.!?…。！？]/;
const SIGNS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
const LETTERS_IN_SIGN = 3;
const SILENT = new Set(['script', 'style', 'template']);

/** In one walk. */
export function measureProse(root: Root): Map<Root | RootContent, TextMeasure> {
  const measures = new Map<Root | RootContent, Measured>();
  const open: { node: Root | RootContent; isEntered: boolean }[] = [{ node: root, isEntered: false }];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const { node, isEntered } = each;
    if (node.type === 'text') measures.set(node, measureText(node.value));
    if (node.type !== 'element' && node.type !== 'root') continue;
    if (node.type === 'element' && SILENT.has(node.tagName)) continue;
    if (isEntered) {
      measures.set(node, sumUp(node, measures));
      continue;
    }
    open.push({ node, isEntered: true });
    for (const child of node.children) open.push({ node: child, isEntered: false });
  }
  return measures;
}

function measureText(value: string): Measured {
  const words = value.trim();
  const signs = words.match(SIGNS)?.length ?? 0;
  const text = words.length + signs * (LETTERS_IN_SIGN - 1);
  return { text, linked: 0, prose: 0, longest: 0, line: { text, linked: 0, hasStop: STOP.test(words) } };
}

function sumUp(node: Root | Element, measures: ReadonlyMap<Root | RootContent, Measured>): Measured {
  const sum: Measured = { ...NOTHING, line: { text: 0, linked: 0, hasStop: false } };
  for (const child of node.children) {
    const part = measures.get(child);
    if (part === undefined) continue;
    sum.text += part.text;
    sum.linked += part.linked;
    sum.prose += part.prose;
    sum.longest = Math.max(sum.longest, part.longest);
    sum.line.text += part.line.text;
    sum.line.linked += part.line.linked;
    sum.line.hasStop ||= part.line.hasStop;
  }
  if (node.type === 'element' && node.tagName === 'a') {
    sum.linked = sum.text;
    sum.line.linked = sum.line.text;
  }
  return isBlock(node) ? endLine(sum) : sum;
}

function isBlock(node: Root | Element): boolean {
  return node.type === 'root' || (BLOCKS.test(node.tagName) && node.tagName !== 'br');
}

function endLine(sum: Measured): Measured {
  const { text, linked, hasStop } = sum.line;
  const unlinked = text - linked;
  if (hasStop && text >= MIN_PARAGRAPH && unlinked * 2 >= text) sum.prose += unlinked;
  sum.longest = Math.max(sum.longest, unlinked);
  sum.line = { text: 0, linked: 0, hasStop: false };
  return sum;
}

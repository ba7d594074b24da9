/** Reading text out of the tree, and knowing where in the article it stood. */
import type { Emphasis, Link, Nodes, Strong, Text } from 'mdast';
import type { Origin } from '../../briefings/document.ts';
import { INVISIBLE, INVISIBLE_ALL } from './invisible-characters.ts';

/** Running text of a node, and for every index in it the place in the article. */
export interface TextSpan {
  text: string;
  offsetAt(index: number): number;
  /** The place right after it: never too early, where the source is longer than its text. */
  offsetAfter(index: number): number;
}

interface Leaf {
  start: number;
  value: string;
  origin: Origin;
  /** Where the link or the emphasis begins that it is the first words of. */
  outerStart?: number;
  /** Where the one ends that it is the last words of. */
  outerEnd?: number;
}

/** Not collapsed and not trimmed: the indexes must stay true. `cleanText` makes it fit to print. */
export function spanOf(node: Nodes): TextSpan {
  return joinLeaves(leavesOf(node), originOf(node));
}

/** Where the piece `[start, end)` of the span's text stands in the article. */
export function originWithin(span: TextSpan, start: number, end: number): Origin {
  return { start: span.offsetAt(start), end: end > start ? span.offsetAfter(end - 1) : span.offsetAt(start) };
}

export function textOf(node: Nodes): string {
  const leaf = onlyLeafOf(node);
  if (leaf === undefined) return cleanText(spanOf(node).text);
  const known = cleaned.get(leaf);
  if (known?.value === leaf.value) return known.text;
  const text = cleanText(leaf.value);
  cleaned.set(leaf, { value: leaf.value, text });
  return text;
}

/** The text of leaves: every step of the import asks for that of every paragraph. With what the leaf said then: steps change leaves. */
const cleaned = new WeakMap<Text, { value: string; text: string }>();

/** Of most paragraphs and headings all is one leaf. */
function onlyLeafOf(node: Nodes): Text | undefined {
  if (!('children' in node) || node.children.length !== 1) return undefined;
  const [leaf] = node.children;
  return leaf?.type === 'text' ? leaf : undefined;
}

export function originOf(node: Nodes): Origin {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** One space between words, no invisible characters. */
export function cleanText(text: string): string {
  const visible = INVISIBLE.test(text) ? text.replaceAll(INVISIBLE_ALL, '') : text;
  // Single spaces, which are nearly all there are, need no work.
  const isSpaced = !visible.includes('  ') && !/[^\S ]/.test(visible);
  return (isSpaced ? visible : visible.replace(/\s{2,}|[^\S ]/g, ' ')).trim();
}

function leavesOf(root: Nodes): Leaf[] {
  const leaves: Leaf[] = [];
  const open: Nodes[] = [root];
  // Of most texts nothing is linked.
  let outer: Outer | null = null;
  let length = 0;
  // A stack instead of recursion: hostile documents nest deeper than the call stack is.
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const value = leafValue(node);
    if (value === undefined) {
      if (isWrapper(node)) noteOuter(node, (outer ??= new Map()));
      if ('children' in node) for (const child of node.children.toReversed()) open.push(child);
      continue;
    }
    leaves.push({ start: length, value, origin: originOf(node), ...outer?.get(node) });
    length += value.length;
  }
  return leaves;
}

type Outer = Map<Nodes, Pick<Leaf, 'outerStart' | 'outerEnd'>>;

function isWrapper(node: Nodes): node is Link | Strong | Emphasis {
  return node.type === 'link' || node.type === 'strong' || node.type === 'emphasis';
}

/** "[The quay](…)": what begins with its first word or ends with its last begins or ends with its signs, too. */
function noteOuter(node: Link | Strong | Emphasis, outer: Outer): void {
  const [first] = node.children;
  const last = node.children.at(-1);
  if (node.position === undefined || first === undefined || last === undefined) return;
  const own = outer.get(node);
  const { start, end } = originOf(node);
  outer.set(first, { outerStart: own?.outerStart ?? start });
  outer.set(last, { ...outer.get(last), outerEnd: own?.outerEnd ?? end });
}

/** Nodes that hold no text of the article. */
const SILENT_TYPES: ReadonlySet<string> = new Set([
  'html',
  'image',
  'imageReference',
  'footnoteReference',
  'yaml',
  'definition',
  'thematicBreak',
]);

function leafValue(node: Nodes): string | undefined {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
    return node.value.includes('\n') ? node.value.replaceAll('\n', ' ') : node.value;
  }
  if (node.type === 'break') return ' ';
  return SILENT_TYPES.has(node.type) ? '' : undefined;
}

function joinLeaves(leaves: readonly Leaf[], whole: Origin): TextSpan {
  return {
    text: leaves.length === 1 ? (leaves[0]?.value ?? '') : leaves.map((leaf) => leaf.value).join(''),
    offsetAt(index) {
      const leaf = leaves[lastStartingBefore(leaves, index)];
      if (leaf === undefined) return whole.start;
      if (leaf.outerStart !== undefined && index === leaf.start) return leaf.outerStart;
      // An escape, an entity or a note left out makes the source longer than its value: never past the leaf's end.
      return Math.min(leaf.origin.start + (index - leaf.start), leaf.origin.end);
    },
    offsetAfter(index) {
      const leaf = leaves[lastStartingBefore(leaves, index)];
      if (leaf === undefined) return whole.end;
      if (leaf.outerEnd !== undefined && index - leaf.start === leaf.value.length - 1) return leaf.outerEnd;
      const { start, end } = leaf.origin;
      // Somewhere in it the source goes on where the text does not: where, nobody noted.
      return end - start === leaf.value.length ? start + (index - leaf.start) + 1 : end;
    },
  };
}

function lastStartingBefore(leaves: readonly Leaf[], index: number): number {
  let low = 0;
  let high = leaves.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((leaves[middle]?.start ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

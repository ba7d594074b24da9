import type { List, ListItem, Nodes } from 'mdast';
import type { BlockOf } from '../../briefings/document.ts';
import { beginsWithDay } from '../events/month-names.ts';
import { cleanText, textOf } from '../text/tree-text.ts';

type Point = BlockOf<'POINTS'>['items'][number];

/** The points of a list in reading order; a nested point follows the one it belongs to. */
export function extractPoints(list: List): Point[] {
  const points: Point[] = [];
  const open: OpenItem[] = openItems(list.children, 0);
  // A stack instead of recursion: hostile lists nest deeper than the call stack is.
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { item, depth } = next;
    const nested = item.children.filter((child) => child.type === 'list');
    const point = withSign(readPoint(item.children.filter((child) => child.type !== 'list')), item);
    if (point !== null) points.push(depth === 0 ? point : { ...point, depth });
    // What says nothing holds nothing either.
    const below = point === null ? depth : Math.min(depth + 1, MAX_DEPTH);
    for (const child of openItems(
      nested.flatMap(({ children }) => children),
      below,
    ))
      open.push(child);
  }
  return points;
}

const MAX_DEPTH = 7;

/** "- [x] Oil the winch": done or not is part of what it says. */
function withSign(point: Point | null, { checked = null }: ListItem): Point | null {
  if (point === null || checked === null) return point;
  const sign = checked ? '☑' : '☐';
  return point.label === null
    ? { ...point, text: `${sign} ${point.text}` }
    : { ...point, label: `${sign} ${point.label}` };
}

interface OpenItem {
  item: ListItem;
  depth: number;
}

/** The first comes last: it is read next. */
function openItems(items: readonly ListItem[], depth: number): OpenItem[] {
  return items.map((item) => ({ item, depth })).reverse();
}

const MAX_POINT = 20_000;

function readPoint(nodes: readonly Nodes[]): Point | null {
  const text = nodes.map(textOf).filter(Boolean).join(' ').slice(0, MAX_POINT).toWellFormed();
  if (text === '') return null;
  return (
    readStrongLabel(nodes[0], text) ?? readLabel(text) ?? readFirstParagraph(nodes) ?? { label: null, text }
  );
}

/** A few words in a paragraph of their own name what the paragraphs below them say. */
function readFirstParagraph([first, ...others]: readonly Nodes[]): Point | null {
  if (first?.type !== 'paragraph' || others.length === 0) return null;
  const label = textOf(first);
  const text = others.map(textOf).filter(Boolean).join(' ').slice(0, MAX_POINT).toWellFormed();
  const isLabel =
    label.length <= MAX_LABEL && label.split(' ').length <= MAX_LABEL_WORDS && !/^https?:/i.test(label);
  return isLabel && /[\p{L}\p{N})]$/u.test(label) && text !== '' ? { label, text } : null;
}

/** "**Label** – text" and "**Label**: text": in Markdown the label is marked. */
function readStrongLabel(node: Nodes | undefined, text: string): Point | null {
  const first = node?.type === 'paragraph' ? node.children[0] : undefined;
  if (first?.type !== 'strong') return null;
  const strong = textOf(first);
  const rest = text.startsWith(strong) ? text.slice(strong.length) : '';
  const match = /^\s*(?:[:：.–—-]\s*)+|^\s+/.exec(rest);
  const label = cleanText(strong.replace(/[:：.–—-]+\s*$/, ''));
  const marked = /[:：.–—-]\s*$/.test(strong) || /[:：.–—-]/.test(match?.[0] ?? '');
  const body = rest.slice(match?.[0].length ?? 0).trim();
  return marked && label !== '' && label.length <= MAX_LABEL && body !== '' ? { label, text: body } : null;
}

const MAX_LABEL = 100;
const MAX_LABEL_WORDS = 10;
const LABEL = /^([^:：]{1,100})(?:[:：]\s+|：)(?=\S)/u;

/** "Label: text". A clock time, a URL or half a sentence before the colon is no label. */
export function readLabel(text: string): Point | null {
  const match = LABEL.exec(text.slice(0, 120));
  const label = match?.[1]?.trim() ?? '';
  if (match === null || label === '' || label.split(/\s+/).length > MAX_LABEL_WORDS) return null;
  const words = beginsWithDay(label) ? label.replace('.', '') : label;
  if (/[?!;]|\.\s|https?$|[“"«][^”"»]*$|[[{<][^\]}>]*$/i.test(words)) return null;
  return { label, text: text.slice(match[0].length) };
}

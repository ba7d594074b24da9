import type { RootContent } from 'mdast';
import { readWholeTime } from './read-timeline.ts';
import type { TimelineEntry } from './read-timeline.ts';
import { splitSentences } from '../speech/split-sentences.ts';
import { cleanText, originOf, textOf } from '../text/tree-text.ts';

export interface DatedLines {
  /** By the line that holds the date. */
  entries: ReadonlyMap<RootContent, TimelineEntry[]>;
  /** The paragraphs that say what happened then. */
  used: ReadonlySet<RootContent>;
}

// No time is longer in any markup.
const MAX_LINE = 300;

function isShort(node: RootContent): boolean {
  const { start, end } = originOf(node);
  return end - start <= MAX_LINE;
}

/** A day alone on its line and what happened below it, again and again: a timeline. */
export function readDatedLines(nodes: readonly RootContent[]): DatedLines {
  const entries = new Map<RootContent, TimelineEntry[]>();
  const used = new Set<RootContent>();
  for (const [index, node] of nodes.entries()) {
    const below = nodes[index + 1];
    if (node.type !== 'paragraph' || below?.type !== 'paragraph' || !isShort(node)) continue;
    const time = readWholeTime(textOf(node));
    const [first] = time === null ? [] : splitSentences(textOf(below));
    if (time === null || first === undefined) continue;
    const origin = { start: originOf(node).start, end: originOf(below).end };
    entries.set(node, [{ time, text: cleanText(first.text), origin }]);
    used.add(below);
  }
  // One such line says when the article was written; the newest first are teasers of other articles.
  return entries.size < 2 || isNewestFirst([...entries.values()].flat())
    ? { entries: new Map(), used: new Set() }
    : { entries, used };
}

function isNewestFirst(entries: readonly TimelineEntry[]): boolean {
  const values = entries.map(({ time }) => time.dated?.value ?? '').filter((value) => value !== '');
  return values.length > 1 && values.every((value, index) => value <= (values[index - 1] ?? value));
}

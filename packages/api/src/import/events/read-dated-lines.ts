import type { RootContent } from 'mdast';
import { readWholeTime } from './read-timeline.ts';
import type { TimelineEntry } from './read-timeline.ts';
import { splitSentences } from '../speech/split-sentences.ts';
import { cleanText, lineOf, originOf, textOf } from '../text/tree-text.ts';

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
  const found = withoutArticlesOwn(findLines(nodes));
  // One such line says when the article was written; the newest first are teasers of other articles.
  const lines = found.length < 2 || isNewestFirst(found) ? [] : found;
  return {
    entries: new Map(lines.map(({ node, entry }) => [node, [entry]])),
    used: new Set(lines.map(({ below }) => below)),
  };
}

interface DatedLine {
  node: RootContent;
  below: RootContent;
  entry: TimelineEntry;
  /** Among the nodes. */
  index: number;
  /** Lines to the node above; null: it is the first. */
  above: number | null;
  /** Lines to what happened. */
  toText: number;
}

function findLines(nodes: readonly RootContent[]): DatedLine[] {
  return nodes.flatMap((node, index) => {
    const below = nodes[index + 1];
    if (node.type !== 'paragraph' || below?.type !== 'paragraph' || !isShort(node)) return [];
    const time = readWholeTime(textOf(node));
    const [first] = time === null ? [] : splitSentences(textOf(below));
    if (time === null || first === undefined) return [];
    const origin = { start: originOf(node).start, end: originOf(below).end };
    const before = nodes[index - 1];
    return [
      {
        node,
        below,
        entry: { time, text: cleanText(first.text), origin },
        index,
        above: before === undefined ? null : linesBetween(before, node),
        toText: linesBetween(node, below),
      },
    ];
  });
}

function linesBetween(above: RootContent, below: RootContent): number {
  return lineOf(below) - (above.position?.end.line ?? 0);
}

// As many paragraphs may tell what happened on the first day.
const MAX_APART = 4;

/** The first of them may say when the article was written: it stands otherwise than the others, or out of their order. */
function withoutArticlesOwn(lines: readonly DatedLine[]): readonly DatedLine[] {
  const [first, second, ...others] = lines;
  if (first === undefined || second === undefined) return lines;
  const isOdd =
    others.every((line) => line.above === second.above && line.toText === second.toText) &&
    (first.toText !== second.toText || (first.above !== null && first.above !== second.above));
  const isLater = others.length > 0 && dayOf(first) > dayOf(second) && !isNewestFirst([second, ...others]);
  const isApart = second.index - first.index > MAX_APART;
  return isOdd || isLater || isApart || /[:：]$/.test(first.entry.text) ? [second, ...others] : lines;
}

function dayOf({ entry }: DatedLine): string {
  return entry.time.dated?.value ?? '';
}

function isNewestFirst(lines: readonly DatedLine[]): boolean {
  const values = lines.map(dayOf).filter((value) => value !== '');
  return values.length > 1 && values.every((value, index) => value <= (values[index - 1] ?? value));
}

import type { List, ListItem, Parents, RootContent } from 'mdast';
import { paragraphOf } from './cut-lines.ts';
import { isListOfNumbers } from '../plain-text/is-list-of-numbers.ts';
import { beginsWithDay } from '../events/month-names.ts';
import { originOf, textOf } from '../text/tree-text.ts';

/** "12. März 2025" is the twelfth point of a list to Markdown; here it is a day again. */
export function unlistDates(nodes: RootContent[], source: string): RootContent[] {
  const root: Parents = { type: 'root', children: nodes };
  const open: Parents[] = [root];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    if (parent.type === 'listItem' || parent.type === 'blockquote' || parent.type === 'root') {
      const children: RootContent[] = parent.children;
      const unlisted = children.flatMap((node) => (isNumbered(node) ? unlist(node, source) : [node]));
      Object.assign(parent, { children: unlisted });
    }
    for (const child of parent.children)
      if (child.type === 'list' || child.type === 'listItem' || child.type === 'blockquote') open.push(child);
  }
  return root.children;
}

function isNumbered(node: RootContent): node is List {
  return node.type === 'list' && node.ordered === true;
}

function unlist(list: List, source: string): RootContent[] {
  const days = list.children.map((item) => readDay(item, source));
  if (!days.some((day) => day !== null && beginsWithDay(day.text))) return [list];
  if (isListOfNumbers(days.map((day) => day?.number ?? 0))) return [list];
  const nodes: RootContent[] = [];
  for (const [index, item] of list.children.entries()) {
    const day = days[index];
    const last = nodes.at(-1);
    if (day !== null && day !== undefined && beginsWithDay(day.text))
      nodes.push(...withNumber(item, day.mark));
    else if (last?.type === 'list') last.children.push(item);
    else nodes.push({ ...list, children: [item] });
  }
  return nodes;
}

interface Day {
  mark: string;
  number: number;
  text: string;
}

/** With the number as it is written: Markdown counts on from the first. */
function readDay(item: ListItem, source: string): Day | null {
  const { start } = originOf(item);
  const mark = /^\d{1,2}\.[ \t]+/.exec(source.slice(start, start + 10))?.[0];
  const first = item.children[0];
  if (mark === undefined || first?.type !== 'paragraph') return null;
  return { mark, number: Number.parseInt(mark, 10), text: `${mark}${textOf(first).slice(0, 60)}` };
}

/** What the point holds, as it would stand without a list. */
function withNumber(item: ListItem, mark: string): RootContent[] {
  const [first, ...others] = item.children;
  if (first?.type !== 'paragraph') return item.children;
  const start = item.position?.start;
  const end = first.children[0]?.position?.start;
  const number = {
    type: 'text' as const,
    value: mark.replace(/\s+$/, ' '),
    ...(start !== undefined && end !== undefined && { position: { start, end } }),
  };
  return [paragraphOf([number, ...first.children]), ...others];
}

import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { linesOf, paragraphOf, skipText } from './cut-lines.ts';

/** Bullets that Markdown does not know; whoever pastes a text into it brings them along. */
const SIGN = /^[•◦▪‣●○■□∙⁃✓✔→➔►▶▸]\s+(?=\S)/;

/** "• a point", line by line within a paragraph, becomes a list; words before the first point stay a paragraph. */
export function listBulletSigns(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node) => (node.type === 'paragraph' ? readPoints(node.children) : null) ?? [node]);
}

function readPoints(children: readonly PhrasingContent[]): RootContent[] | null {
  const lines = linesOf(children);
  const first = lines.findIndex((line) => signLength(line) > 0);
  if (first === -1) return null;
  const items: PhrasingContent[][] = [];
  for (const line of lines.slice(first)) {
    const length = signLength(line);
    if (length > 0) items.push(skipText(line, length));
    else items.at(-1)?.push({ type: 'text', value: ' ' }, ...line);
  }
  // One such sign may be a sign of the sentence.
  if (items.length < 2) return null;
  const before = lines.slice(0, first).flatMap((line): PhrasingContent[] => [...line, SPACE]);
  return before.length === 0 ? [listOf(items)] : [paragraphOf(before.slice(0, -1)), listOf(items)];
}

const SPACE: PhrasingContent = { type: 'text', value: ' ' };

function signLength([first]: readonly PhrasingContent[]): number {
  return first?.type === 'text' ? (SIGN.exec(first.value)?.[0].length ?? 0) : 0;
}

function listOf(items: PhrasingContent[][]): List {
  const children = items.map((words): ListItem => {
    const paragraph = paragraphOf(words);
    return {
      type: 'listItem',
      spread: false,
      children: [paragraph],
      ...(paragraph.position && { position: paragraph.position }),
    };
  });
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end];
  const list: List = { type: 'list', ordered: false, spread: false, children };
  return start === undefined || end === undefined ? list : { ...list, position: { start, end } };
}

import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { isFaqHeading } from '../faq/faq-headings.ts';
import { markAnswer } from '../faq/faq-marks.ts';
import { judgeSummaries } from './judge-summaries.ts';
import type { SummaryKind } from './judge-summaries.ts';
import { tidyHtmlFragment } from './tidy-html.ts';
import { cleanText, originOf, textOf } from '../text/tree-text.ts';

/**
 * Markdown leaves HTML as it is, in pieces: `<details>` opens in one, and is closed in another after the
 * answer between them. Here the pieces become what they mean; HTML that says nothing else becomes nodes.
 */
export function joinHtmlBlocks(nodes: readonly RootContent[]): RootContent[] {
  if (!nodes.some(({ type }) => type === 'html')) return [...nodes];
  const joined: RootContent[] = [];
  const kinds = judgeOutermost(nodes);
  let depth = 0;
  let isAnswering = false;
  for (const node of nodes) {
    if (node.type !== 'html') {
      joined.push(isAnswering ? markAnswer(node) : node);
      continue;
    }
    for (const piece of cutDetails(node.value)) {
      const place = { node, piece };
      if (piece.kind === 'OPEN') depth += 1;
      if (piece.kind === 'CLOSE') depth = Math.max(0, depth - 1);
      if (piece.kind === 'SUMMARY' && depth <= 1) {
        const kind = kinds.shift() ?? 'NAME';
        isAnswering = kind === 'QUESTION';
        joined.push(...summaryNodes(place, kind));
      } else if (piece.kind === 'SUMMARY' || piece.kind === 'HTML') {
        for (const each of fragmentNodes(place)) joined.push(isAnswering ? markAnswer(each) : each);
      }
      isAnswering &&= depth > 0;
    }
  }
  return joined;
}

/** Of all that stand in no other, in their order. */
function judgeOutermost(nodes: readonly RootContent[]): SummaryKind[] {
  const summaries: string[] = [];
  let depth = 0;
  for (const node of nodes) {
    if (node.type !== 'html') continue;
    for (const piece of cutDetails(node.value)) {
      if (piece.kind === 'OPEN') depth += 1;
      if (piece.kind === 'CLOSE') depth = Math.max(0, depth - 1);
      if (piece.kind === 'SUMMARY' && depth <= 1) summaries.push(wordsOf(piece));
    }
  }
  const isFaqPage = nodes.some((node) => node.type === 'heading' && isFaqHeading(textOf(node)));
  return judgeSummaries(summaries, isFaqPage);
}

interface Piece {
  kind: 'OPEN' | 'CLOSE' | 'SUMMARY' | 'HTML';
  text: string;
  /** Place in the HTML. */
  start: number;
}

interface Place {
  node: RootContent;
  piece: Piece;
}

const MARKS = /<details\b[^>]{0,500}>|<\/details\s*>|<summary\b[^>]{0,500}>([\s\S]{0,2000}?)<\/summary\s*>/gi;

function cutDetails(html: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const match of html.matchAll(MARKS)) {
    pieces.push({ kind: 'HTML', text: html.slice(start, match.index), start });
    const [mark, summary] = match;
    if (summary !== undefined) pieces.push({ kind: 'SUMMARY', text: summary, start: match.index });
    else pieces.push({ kind: mark.startsWith('</') ? 'CLOSE' : 'OPEN', text: mark, start: match.index });
    start = match.index + mark.length;
  }
  pieces.push({ kind: 'HTML', text: html.slice(start), start });
  return pieces.filter(({ kind, text }) => kind !== 'HTML' || text.trim() !== '');
}

function wordsOf({ text }: Piece): string {
  return cleanText(text.replaceAll(/<[^>]{0,500}>/g, '').replaceAll(/\*\*|__/g, ''));
}

function summaryNodes({ node, piece }: Place, kind: SummaryKind): RootContent[] {
  const value = wordsOf(piece);
  if (kind === 'SWITCH' || value === '') return [];
  const position = positionAt(node, piece.start, piece.start + piece.text.length);
  const words: PhrasingContent = { type: 'text', value, position };
  return kind === 'QUESTION'
    ? [{ type: 'paragraph', children: [words], position, data: { faq: 'QUESTION' } }]
    : [{ type: 'paragraph', children: [{ type: 'strong', children: [words], position }], position }];
}

function fragmentNodes({ node, piece }: Place): RootContent[] {
  const nodes = tidyHtmlFragment(piece.text);
  for (const each of nodes) move(each, node, piece.start);
  return nodes;
}

function positionAt(node: RootContent, start: number, end: number): NonNullable<Nodes['position']> {
  const origin = originOf(node);
  const line = node.position?.start.line ?? 1;
  const at = (offset: number) => ({ line, column: 1, offset: Math.min(origin.start + offset, origin.end) });
  return { start: at(start), end: at(end) };
}

function move(root: Nodes, node: RootContent, by: number): void {
  const open: Nodes[] = [root];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const { start, end } = originOf(each);
    each.position = positionAt(node, start + by, end + by);
    if ('children' in each) for (const child of each.children) open.push(child);
  }
}

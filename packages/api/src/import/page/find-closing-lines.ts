import type { RootContent } from 'mdast';
import type { DroppedNode } from '../left-out/explain-left-out.ts';
import { readMarkedByline } from './extract-byline.ts';
import { textOf } from '../text/tree-text.ts';

/** What stands after the last answer and belongs to none. */
export interface ClosingLines {
  byline: string | null;
  dropped: DroppedNode[];
}

/** A closing line may stand above another one, or above a rule. */
const MAX_LINES = 4;
const MAX_LINE = 1_000;
const ABOUT_AUTHOR =
  /^(?:about the (?:authors?|interviewer|writer)|über (?:den autor|die autor(?:in|en))|zur person|à propos (?:de l['’]auteure?|des auteurs)|sobre (?:el autor|la autora)|об авторе|关于作者)\s*[:：.–—-]/i;
const INTERVIEWED = /^[\s–—-]*(?=interview|das interview|entretien|propos|entrevista|беседовал)/i;

/** "— Interview by Paul Stone"; below questions also "About the author: …". */
export function findClosingLines(
  nodes: readonly RootContent[],
  { isFaqDocument }: { isFaqDocument: boolean },
): ClosingLines {
  const closing: ClosingLines = { byline: null, dropped: [] };
  for (const node of nodes.slice(-MAX_LINES).reverse()) {
    if (node.type === 'thematicBreak') continue;
    const { start, end } = node.position ?? {};
    if (node.type !== 'paragraph' || (end?.offset ?? 0) - (start?.offset ?? 0) > MAX_LINE) break;
    const text = textOf(node);
    const byline = INTERVIEWED.test(text) ? readMarkedByline(text.replace(/^[\s–—-]+/, '')) : null;
    if (byline === null && !(isFaqDocument && ABOUT_AUTHOR.test(text))) break;
    closing.byline ??= byline;
    closing.dropped.push({ node, reason: 'AROUND_ARTICLE' });
  }
  return closing;
}

import type { RootContent } from 'mdast';
import type { DroppedNode } from '../left-out/explain-left-out.ts';
import { compilePattern } from '../text/compile-pattern.ts';
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

/** What blogs append to each of their feed's articles: its title, and the name of the blog. */
const FIRST_ON = compilePattern(
  `^(?:${[
    'The (?:post|article) .{1,250} appeared first on',
    'Der Beitrag .{1,250} erschien zuerst (?:auf|bei|in)',
    "(?:L[’']|Cet )article .{1,250} est apparu en premier sur",
    '(?:La entrada|El post|El artículo) .{1,250} (?:se publicó primero|apareció primero|aparece primero) en',
    'O (?:post|conteúdo|artigo) .{1,250} (?:apareceu primeiro|aparece primeiro) (?:em|no|na)',
    "L[’']articolo .{1,250} (?:proviene da|è apparso per primo su)",
    'Het bericht .{1,250} verscheen eerst op',
    'Сообщение .{1,250} появил(?:ось|ись) сначала на',
  ].join('|')}) ["“„«»\\p{Lu}\\p{N}].{0,100}$`,
  'u',
);
const FIRST_SIGN = / (?:first|zuerst|premier|primer[oa]|primeiro|primo|da|eerst|сначала) /;

function namesFirstPlace(text: string): boolean {
  return text.length <= MAX_LINE && FIRST_SIGN.test(text) && FIRST_ON.test(text);
}

/** "— Interview by Paul Stone"; below questions also "About the author: …"; "The post … appeared first on …". */
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
    const isOfBlog = namesFirstPlace(text);
    if (byline === null && !isOfBlog && !(isFaqDocument && ABOUT_AUTHOR.test(text))) break;
    closing.byline ??= byline;
    closing.dropped.push({ node, reason: isOfBlog ? 'NAVIGATION' : 'AROUND_ARTICLE' });
  }
  return closing;
}

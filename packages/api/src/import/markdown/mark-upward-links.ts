/** Links that only lead around in their own document: "⬆ back to top", "[Top](#faq)", "↑", a list of contents. */
import type { Nodes, Root, RootContent } from 'mdast';
import { compilePattern } from '../text/compile-pattern.ts';
import type { LeftOutReason } from '../left-out/left-out-reasons.ts';
import { textOf } from '../text/tree-text.ts';

declare module 'mdast' {
  interface Data {
    /** Its links tell that it is no part of the article. */
    leftOut?: LeftOutReason;
  }
}

const WORDS = compilePattern(
  /^[^\p{L}\p{N}]*(?:(?:(?:back|return|go(?: back)?|jump) )?(?:up |to )?(?:the )?(?:top(?: of (?:the )?page)?|(?:table of )?contents|toc|index|faq|list of questions|questions|menu)|up|(?:zurück )?nach oben|zum (?:seiten)?anfang|(?:zurück )?zum inhalt(?:sverzeichnis)?|(?:retour |revenir )?(?:en |au )haut(?: de (?:la )?page)?|(?:retour au )?sommaire|(?:volver )?(?:arriba|al índice|al inicio)|subir|(?:voltar ao )?topo|torna su|(?:вернуться )?(?:к (?:началу|оглавлению|содержанию)|наверх|вверх)|(?:返回|回到)(?:顶部|頂部|目录|目錄)|トップ(?:へ戻る)?|목차로)?[^\p{L}\p{N}]*$/iu,
);
const MAX_WORDS = 60;

/** Of a link that leads to a place of its own page. Signs alone ("↑", "¶") say no more. */
export function leadsUpwards(words: string): boolean {
  return words.length <= MAX_WORDS && WORDS.test(words);
}

/**
 * Marks lines of nothing but such links, and lists of contents, for whoever wants to know what was left out; takes
 * away the links that stand beside other words. Before links without an address lose their marks.
 */
export function markUpwardLinks(root: Root): void {
  for (const node of root.children) {
    if (isUpwardLine(node)) node.data = { ...node.data, leftOut: 'NAVIGATION' };
    else if (isContentsList(node) || isContentsMark(node))
      node.data = { ...node.data, leftOut: 'TABLE_OF_CONTENTS' };
    else dropUpwardLinks(node);
  }
}

/** Of a paragraph longer than this nothing is a line. */
const MAX_LINE = 500;

function isUpwardLine(node: RootContent): boolean {
  const { start, end } = node.position ?? {};
  if (node.type !== 'paragraph' || (end?.offset ?? 0) - (start?.offset ?? 0) > MAX_LINE) return false;
  return holdsUpwardLink(node) && leadsUpwards(textOf(node));
}

function holdsUpwardLink(root: Nodes): boolean {
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isUpwardLink(node)) return true;
    if ('children' in node) for (const child of node.children) open.push(child);
  }
  return false;
}

function isUpwardLink(node: Nodes): boolean {
  return node.type === 'link' && node.url.startsWith('#') && leadsUpwards(textOf(node));
}

function dropUpwardLinks(root: Nodes): void {
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('children' in node)) continue;
    const kept = node.children.filter((child) => !isUpwardLink(child));
    // A part of what was there before.
    if (kept.length < node.children.length) node.children = kept as typeof node.children;
    for (const child of kept) open.push(child);
  }
}

/** "[TOC]", "* Contents {:toc}": where a generator of sites puts the contents. */
function isContentsMark(node: RootContent): boolean {
  const { start, end } = node.position ?? {};
  if (node.type !== 'paragraph' && node.type !== 'list') return false;
  return (end?.offset ?? 0) - (start?.offset ?? 0) < MAX_MARK && CONTENTS_MARK.test(textOf(node));
}

const MAX_MARK = 100;
const CONTENTS_MARK =
  /^(?:[^{}]{0,40}\s)?\{:\s?toc\b[^}]{0,40}\}$|^\[{1,2}_?toc_?\]{1,2}$|^\{\{[<%]\s*toc\b[^}]{0,40}\}\}$/i;

/** A list of nothing but links to places of its own document: its contents, or those of a part. */
function isContentsList(node: RootContent): boolean {
  if (node.type !== 'list') return false;
  const open: Nodes[] = [node];
  let links = 0;
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (each.type === 'link') {
      if (!each.url.startsWith('#')) return false;
      links += 1;
    } else if (each.type === 'text') {
      if (/[\p{L}\p{N}]/u.test(each.value)) return false;
    } else if ('children' in each) for (const child of each.children) open.push(child);
    else if (each.type !== 'break') return false;
  }
  return links > 1;
}

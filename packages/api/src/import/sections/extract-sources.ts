import type { Nodes, RootContent } from 'mdast';
import { cleanText, textOf } from '../text/tree-text.ts';

export interface FoundLink {
  url: string;
  title: string | null;
}

const MAX_URL = 2_000;
// A URL in running text ends before the punctuation of its sentence.
const BARE_URL = /https?:\/\/[^\s<>"'“”«»()[\]]{3,2000}/gi;

/** The links of a piece of the tree: those of Markdown, and addresses written out in the text. */
export function findLinks(root: RootContent): FoundLink[] {
  const links = new Map<string, FoundLink>();
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'link') addLink(links, node.url, cleanText(node.title ?? '') || textOf(node));
    if (node.type === 'definition') addLink(links, node.url, cleanText(node.title ?? ''));
    if (node.type === 'text') {
      for (const [url] of node.value.matchAll(BARE_URL)) addLink(links, url.replace(/[.,;:!?…]+$/, ''), '');
    }
    if ('children' in node) for (const child of [...node.children].reverse()) open.push(child);
  }
  return [...links.values()];
}

/** Names of the footnotes that a piece of the tree refers to. */
export function findFootnoteReferences(root: RootContent): string[] {
  const names: string[] = [];
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'footnoteReference') names.push(node.identifier);
    if ('children' in node) for (const child of [...node.children].reverse()) open.push(child);
  }
  return names;
}

function addLink(links: Map<string, FoundLink>, address: string, title: string): void {
  const url = webAddress(address);
  if (url === null || links.has(url)) return;
  const isAddress = title === '' || /^https?:\/\//i.test(title) || title.length > 300;
  links.set(url, { url, title: isAddress ? null : title });
}

/** http and https only, without user names and passwords: what a briefing may lead its readers to. */
export function webAddress(address: string): string | null {
  if (address.length > MAX_URL || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null;
  return url.href.length > MAX_URL ? null : url.href;
}

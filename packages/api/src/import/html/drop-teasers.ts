import type { Nodes, RootContent } from 'mdast';
import { findStreams } from './find-streams.ts';
import { isMarked } from '../faq/faq-marks.ts';
import { textOf } from '../text/tree-text.ts';

/** Less text of its own, and a page is a list of links: nothing of it is a teaser. */
const MIN_ARTICLE = 500;
/** So many characters without a link are a paragraph of an article. */
const MIN_PROSE = 120;

/**
 * Takes other articles out of a page: headings that are nothing but a link, with the picture credits, times
 * and first lines below them, lists of nothing but links to the same site, and streams of such.
 */
export function dropTeasers(nodes: readonly RootContent[], address: string | null): RootContent[] {
  const host = hostOf(address);
  const shares = nodes.map((node) => shareOf(node, host));
  const known = new Map(nodes.map((node, index) => [node, shares[index]]));
  const prose = shares.reduce((sum, { unlinked }) => sum + (unlinked >= MIN_PROSE ? unlinked : 0), 0);
  if (prose < MIN_ARTICLE) return [...nodes];
  const dropped = new Set<number>(
    findStreams(nodes, {
      isLinked: (node) => isLinked(known.get(node) ?? shareOf(node, host)),
      isLeading: (node) => isLeading(known.get(node) ?? shareOf(node, host)),
      isProse: (node) => node.type === 'paragraph' && (known.get(node)?.unlinked ?? 0) >= MIN_PROSE,
    }),
  );
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'list' && isLinkList(shares[index])) dropped.add(index);
    if (node.type !== 'heading' || !isLinked(shares[index])) continue;
    const end = endOfTeaser(nodes, shares, index);
    for (let place = index; place < end; place += 1) dropped.add(place);
  }
  return nodes.filter((_, index) => !dropped.has(index));
}

interface LinkShare {
  /** Characters in links, and outside of them. */
  linked: number;
  unlinked: number;
  links: number;
  /** Every link stays on the site. */
  isInternal: boolean;
}

/** Where the heading heads prose it is a heading of this article, and nothing ends there. */
function endOfTeaser(nodes: readonly RootContent[], shares: readonly LinkShare[], heading: number): number {
  let end = heading + 1;
  for (let node = nodes[end]; node !== undefined; node = nodes[end]) {
    if (node.type === 'heading' || isMarked(node) || !/^(?:paragraph|list)$/.test(node.type)) break;
    if ((shares[end]?.unlinked ?? 0) >= MIN_PROSE) {
      if (end === heading + 1) return heading;
      break;
    }
    end += 1;
  }
  return end;
}

/** A rubric may stand before the link. */
const MAX_RUBRIC = 40;

function isLinked(share: LinkShare | undefined): boolean {
  if (share === undefined || !share.isInternal || share.links === 0) return false;
  return share.unlinked === 0 || (share.unlinked <= MAX_RUBRIC && share.linked > share.unlinked);
}

/** "Jan. 2, 3:48 PM", the link, and who wrote what it leads to. */
function isLeading({ links, isInternal, unlinked }: LinkShare): boolean {
  return links > 0 && isInternal && unlinked < MIN_PROSE;
}

const MIN_LINKS = 3;

function isLinkList(share: LinkShare | undefined): boolean {
  if (share === undefined) return false;
  return share.links >= MIN_LINKS && share.isInternal && share.linked >= share.unlinked * 4;
}

function shareOf(root: RootContent, host: string | null): LinkShare {
  const share: LinkShare = { linked: 0, unlinked: 0, links: 0, isInternal: true };
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'link') {
      share.links += 1;
      share.linked += textOf(node).length;
      if (!isSameSite(node.url, host)) share.isInternal = false;
    } else if ('children' in node) for (const child of node.children) open.push(child);
    else share.unlinked += textOf(node).length;
  }
  return share;
}

function hostOf(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  return new URL(address).hostname.replace(/^(?:www|m)\./, '');
}

/** "news.strait.example" and "www.strait.example" are one site. */
function isSameSite(address: string, host: string | null): boolean {
  const other = hostOf(address);
  if (other === null || host === null) return false;
  return other === host || other.endsWith(`.${host}`) || host.endsWith(`.${other}`);
}

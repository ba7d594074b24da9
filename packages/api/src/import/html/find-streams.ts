/** Rows of what leads away from an article: tiles of the front page, a stream of stories, a slide show of another story. */
import type { List, ListItem, RootContent } from 'mdast';
import { isMarked } from '../faq/faq-marks.ts';
import { textOf } from '../text/tree-text.ts';

interface StreamSigns {
  /** Nothing but links to the same site. */
  isLinked: (node: RootContent) => boolean;
  /** A link to the same site with few words around it. */
  isLeading: (node: RootContent) => boolean;
  /** A paragraph of an article. */
  isProse: (node: RootContent) => boolean;
}

const MIN_TILES = 5;
const MIN_STORIES = 5;
const MIN_SLIDES = 3;
/** A rubric between tiles. */
const MAX_RUBRIC = 60;

/** Indexes of nodes that are parts of one. */
export function findStreams(nodes: readonly RootContent[], signs: StreamSigns): ReadonlySet<number> {
  const last = nodes.findLastIndex(signs.isProse);
  const found = new Set<number>(tilesIn(nodes, signs));
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'list') continue;
    if (isSlideShow(node)) {
      found.add(index);
      // It stands alone below its name.
      if (nodes[index - 1]?.type === 'heading') found.add(index - 1);
    } else if (index > last && isListOfStories(node, signs)) found.add(index);
  }
  return found;
}

/** Paragraphs in a row that are nothing but links, with rubrics between them. Above the article who wrote it may be linked, too. */
function tilesIn(nodes: readonly RootContent[], { isLinked, isLeading, isProse }: StreamSigns): number[] {
  const found: number[] = [];
  let row: number[] = [];
  const isTile = (index: number): boolean => {
    const node = nodes[index];
    return node !== undefined && isLinked(node);
  };
  const first = nodes.findIndex(isProse);
  for (let index = Math.max(first, 0); index <= nodes.length; index += 1) {
    const node = nodes[index];
    const isParagraph = node?.type === 'paragraph' && !isMarked(node);
    if (isParagraph && (isLeading(node) || textOf(node).length <= MAX_RUBRIC)) row.push(index);
    else {
      const tiles = row.filter(isTile);
      if (tiles.length >= MIN_TILES && tiles.length * 3 >= row.length * 2)
        for (const at of row.slice(row.findIndex(isTile), row.findLastIndex(isTile) + 1)) found.push(at);
      row = [];
    }
  }
  return found;
}

/** Each point a headline that leads to its story, and the first words of that; advertisements between them lead elsewhere. */
function isListOfStories({ children }: List, { isLinked }: StreamSigns): boolean {
  const heads = children.flatMap(({ children: [first, ...others] }) =>
    first?.type === 'heading' && others.length > 0 ? [first] : [],
  );
  const areHeaded = heads.length === children.length && heads.length >= MIN_STORIES;
  return areHeaded && heads.filter(isLinked).length * 4 >= heads.length * 3;
}

/** "1/50", "2/50" … */
function isSlideShow({ children }: List): boolean {
  const counts = children.map(countOf);
  const [first] = counts;
  if (children.length < MIN_SLIDES || first === null || first === undefined) return false;
  return counts.every((count, index) => count?.of === first.of && count.place === first.place + index);
}

function countOf(item: ListItem): { place: number; of: number } | null {
  const match = /^(\d{1,3})\s?\/\s?(\d{1,3})(?!\S?\d)/.exec(textOf(item).slice(0, 20));
  return match === null ? null : { place: Number(match[1]), of: Number(match[2]) };
}

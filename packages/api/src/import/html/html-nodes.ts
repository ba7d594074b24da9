/** A page's tree → the tree of articles. */
import type { Element, Root as HtmlRoot } from 'hast';
import { defaultHandlers, toMdast } from 'hast-util-to-mdast';
import type { Handle, State } from 'hast-util-to-mdast';
import type { BlockContent, DefinitionContent, Paragraph, Root, RootContent } from 'mdast';
import { isMarked, markAnswer } from '../faq/faq-marks.ts';
import { holdsText } from './figure-content.ts';
import { attribute } from './html-tree.ts';
import { webAddress } from '../sections/extract-sources.ts';
import { joinInlineTexts } from './join-inline-texts.ts';
import { joinTexts } from './join-texts.ts';
import { limitSpans } from './spread-cells.ts';
import { tableNodes } from './table-nodes.ts';
import { textOf } from '../text/tree-text.ts';

export function htmlNodes(page: HtmlRoot, base: string | null): RootContent[] {
  joinTexts(page);
  limitSpans(page);
  joinInlineTexts(page, (element) =>
    element.tagName === 'a' ? addressOf(element, base) === null : element.tagName === 'span',
  );
  // Links are read by a handler of this call: it knows what the page's addresses are relative to.
  const link: Handle = (state, element) => readLink(state, element, base);
  const tree = toMdast(page, { document: true, handlers: { ...HANDLERS, a: link } });
  return tree.type === 'root' ? withPositions(tree).children : [];
}

const nothing: Handle = () => undefined;
const own: Handle = (state, element) => state.all(element);

const paragraph: Handle = (state, element, parent) => {
  if (attribute(element, 'dataFaq') !== 'question') return defaultHandlers.p(state, element);
  const node: Paragraph = { type: 'paragraph', children: inline(state, element), data: { faq: 'QUESTION' } };
  state.patch(element, node);
  return parent === undefined ? undefined : node;
};

const block: Handle = (state, element) => {
  if (attribute(element, 'dataFaq') !== 'answer') return state.toFlow(state.all(element));
  const nodes: RootContent[] = state.toFlow(state.all(element));
  // An answer holds blocks, and stays what it was but for its mark.
  return nodes.map(markAnswer) as (BlockContent | DefinitionContent)[];
};

function inline(state: State, element: Element): Paragraph['children'] {
  return state.all(element).filter((node) => node.type === 'text');
}

/** Null: a page's own parts, mail and scripts lead nowhere that a reader could follow. */
function addressOf(element: Element, base: string | null): string | null {
  const href = attribute(element, 'href').trim();
  if (href.startsWith('#')) return null;
  return webAddress(base !== null && URL.canParse(href, base) ? new URL(href, base).href : href);
}

function readLink(state: State, element: Element, base: string | null): ReturnType<Handle> {
  const url = addressOf(element, base);
  if (url === null) return state.all(element);
  const handle = defaultHandlers.a;
  return handle(state, { ...element, properties: { href: url } });
}

/** Between words a picture stands for one. */
const image: Handle = (_state, element, parent) => {
  const siblings = parent !== undefined && 'children' in parent ? parent.children : [];
  const index = siblings.findIndex((each) => each === element);
  const isText = (each: (typeof siblings)[number] | undefined): boolean =>
    each?.type === 'text' && each.value.trim() !== '';
  const value = attribute(element, 'alt').trim();
  if (value === '' || !isText(siblings[index - 1]) || !isText(siblings[index + 1])) return undefined;
  const { position } = element;
  return { type: 'text', value, ...(position && { position }) };
};

/** Captions of pictures are gone by now, unless they are what the page tells; of quotations and tables they are read elsewhere. */
const caption: Handle = (state, element, parent) =>
  parent?.type === 'element' && parent.tagName === 'figure' && holdsText(parent)
    ? undefined
    : state.toFlow(state.all(element));

const HANDLERS: Record<string, Handle> = {
  p: paragraph,
  table: tableNodes,
  div: block,
  img: image,
  picture: nothing,
  figcaption: caption,
  input: nothing,
  button: own,
  sup: (state, element) => (NOTE_MARK.test(text(element)) ? undefined : state.all(element)),
};

// "[1]", "[a]", "[n 8]", "[note 2]"
const NOTE_MARK = /^(?:\d{1,3}|\[(?:[a-z]|(?:[a-z]{1,4} )?\d{1,3})\])$/i;

function text(element: Element): string {
  const [only] = element.children;
  if (only?.type === 'text') return only.value.trim();
  return only?.type === 'element' ? text(only) : '';
}

/** Everything says where it stands: what the page only implies (a paragraph around loose text) by what it holds. */
function withPositions(tree: Root): Root {
  for (const node of tree.children) fillPosition(node);
  return {
    ...tree,
    children: tree.children.filter((node) => isMarked(node) || saysSomething(node)),
  };
}

/** Rules, and paragraphs of nothing but a space that keeps a cell open, say nothing. */
function saysSomething(node: RootContent): boolean {
  return node.type !== 'thematicBreak' && (node.type !== 'paragraph' || textOf(node) !== '');
}

function fillPosition(node: RootContent): void {
  if (!('children' in node)) return;
  for (const child of node.children) fillPosition(child);
  if (node.position !== undefined) return;
  const places = node.children.flatMap(({ position }) => (position === undefined ? [] : [position]));
  const [first] = places;
  const last = places.at(-1);
  if (first !== undefined && last !== undefined) node.position = { start: first.start, end: last.end };
}

import type { Element, ElementContent, Root, RootContent, Text } from 'hast';

type Content = RootContent | ElementContent;

/**
 * Makes one text of very many side by side, and of what only holds text and leaves no trace in the tree of articles. `hast-util-to-mdast` joins
 * them one by one and looks at the whole text again each time: five thousand links that lead nowhere took six seconds.
 */
export function joinInlineTexts(root: Root, leavesNoTrace: (element: Element) => boolean): void {
  const open: (Root | Element)[] = [root];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    const children: Content[] = parent.children;
    // What a picture between words stands for depends on what is right beside it.
    const isJoined =
      children.length > MANY &&
      !children.some((child) => child.type === 'element' && child.tagName === 'img');
    if (isJoined) Object.assign(parent, { children: joinTexts(children, leavesNoTrace) });
    for (const child of parent.children) if (child.type === 'element') open.push(child);
  }
}

/** Of fewer, time does not matter, and each keeps its own place in the page. */
const MANY = 200;

function joinTexts(children: readonly Content[], leavesNoTrace: (element: Element) => boolean): Content[] {
  const joined: Content[] = [];
  for (const child of children) {
    const texts = textsOf(child, leavesNoTrace);
    if (texts === null) joined.push(child);
    else for (const text of texts) pushText(joined, text);
  }
  return joined;
}

function textsOf(node: Content, leavesNoTrace: (element: Element) => boolean): readonly Text[] | null {
  if (node.type === 'text') return [node];
  if (node.type !== 'element' || !leavesNoTrace(node)) return null;
  const texts = node.children.filter((child) => child.type === 'text');
  return texts.length === node.children.length ? texts : null;
}

function pushText(joined: Content[], text: Text): void {
  const last = joined.at(-1);
  if (last?.type !== 'text') {
    joined.push({ ...text });
    return;
  }
  last.value += text.value;
  if (last.position !== undefined && text.position !== undefined)
    last.position = { ...last.position, end: text.position.end };
}

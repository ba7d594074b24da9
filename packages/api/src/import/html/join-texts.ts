import type { Element, ElementContent, Root, RootContent, Text } from 'hast';

/**
 * Texts that only a comment, an empty element or something taken out stood between become one. What makes Markdown of
 * a page looks, at each space, past all the empty texts behind it.
 */
export function joinTexts(page: Root): void {
  const open: (Root | Element)[] = [page];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    const joined: (RootContent | ElementContent)[] = [];
    let run: Text[] = [];
    const endRun = (): void => {
      if (run.length > 0) joined.push(textOf(run));
      run = [];
    };
    for (const child of parent.children) {
      if (child.type === 'comment' || isHollow(child)) continue;
      if (child.type === 'text') run.push(child);
      else {
        endRun();
        joined.push(child);
        if (child.type === 'element') open.push(child);
      }
    }
    endRun();
    // The same kinds of children it had.
    parent.children = joined as typeof parent.children;
  }
}

function textOf(run: readonly Text[]): Text {
  const start = run[0]?.position?.start;
  const end = run.at(-1)?.position?.end;
  const value = run.map((text) => text.value).join('');
  return { type: 'text', value, ...(start && end && { position: { start, end } }) };
}

/** `<i></i>`: an icon, or nothing. */
function isHollow(node: RootContent | ElementContent): boolean {
  return (
    node.type === 'element' &&
    node.children.length === 0 &&
    /^(?:b|em|font|i|small|span|strong|u)$/.test(node.tagName)
  );
}

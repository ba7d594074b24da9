import type { Root } from 'mdast';

// "# What is it? {#what .wide}"
const ATTRIBUTES = /\s*\{:?\s*[#.][^{}\n]{0,200}\}\s*$/;
const LONGEST = 300;

/** Names that generators of sites give the headings of Markdown; in our own format they mean something. */
export function dropHeadingAttributes({ children }: Root): void {
  for (const node of children) {
    const last = node.type === 'heading' ? node.children.at(-1) : undefined;
    if (last?.type !== 'text') continue;
    last.value = last.value.slice(0, -LONGEST) + last.value.slice(-LONGEST).replace(ATTRIBUTES, '');
  }
}

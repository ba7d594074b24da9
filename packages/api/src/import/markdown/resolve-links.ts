import type { Definition, Nodes, PhrasingContent, Root } from 'mdast';
import { webAddress } from '../sections/extract-sources.ts';

/**
 * "[the wiki][1]" becomes a link to what the document says "[1]" is, and an address that is relative to where
 * the document was found becomes a whole one: pieces of the tree keep their links wherever they go.
 */
export function resolveLinks(root: Root, base: string | null): void {
  const definitions = new Map<string, Definition>();
  for (const node of root.children) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  }
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'link') node.url = absolute(node.url, base);
    if (!('children' in node)) continue;
    for (const [index, child] of node.children.entries()) {
      const link = child.type === 'linkReference' ? toLink(child, definitions) : null;
      if (link !== null) node.children[index] = link;
      open.push(link ?? child);
    }
  }
}

type LinkReference = Extract<PhrasingContent, { type: 'linkReference' }>;
type Link = Extract<PhrasingContent, { type: 'link' }>;

function toLink(
  { identifier, children, position }: LinkReference,
  definitions: ReadonlyMap<string, Definition>,
): Link | null {
  const definition = definitions.get(identifier);
  if (definition === undefined) return null;
  const { url, title } = definition;
  return { type: 'link', url, title: title ?? null, children, ...(position && { position }) };
}

/** A document's own parts ("#install") lead nowhere once its pieces stand elsewhere. */
function absolute(url: string, base: string | null): string {
  if (base === null || url.startsWith('#') || !URL.canParse(url, base)) return url;
  return webAddress(new URL(url, base).href) ?? url;
}

/** What a page says above or below a table that the table shows. */
import type { PhrasingContent, RootContent } from 'mdast';

declare module 'mdast' {
  interface Data {
    caption?: string;
  }
}

/** Longer is a text of its own, and stands above the table. */
export const MAX_CAPTION = 500;

/** For Markdown, which has no place for captions: as bold words above. */
export function withCaptions(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    const caption = node.type === 'table' ? node.data?.caption : undefined;
    if (caption === undefined) return [node];
    const words: PhrasingContent = { type: 'text', value: caption };
    return [{ type: 'paragraph', children: [{ type: 'strong', children: [words] }] }, node];
  });
}

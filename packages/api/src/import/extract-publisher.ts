import type { RootContent } from 'mdast';
import { canonicalPublisher } from './known-publishers.ts';
import { textOf } from './tree-text.ts';

// "See more BBC Express News"
const SEE_MORE = /^see (?:more|all)(?: (?:from|by|at|on|news from))?\s+(.{2,60})$/iu;
// "© 2025 Harbour Herald. All rights reserved."
const COPYRIGHT =
  /^(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?(.{2,60}?)(?:\s*[.,|-]\s*all rights reserved\.?|\.)?$/iu;
const NEWS_WORD =
  /\b(?:news|times|post|journal|herald|press|daily|tribune|gazette|today|media|agency|express|guardian|chronicle|observer|telegraph|mail|radio|tv|television|broadcasting|network|magazine|review|zeitung|presse|nachrichten|journal)\b/iu;
// "World News" is a page of a site, not its name.
const RUBRIC =
  /^(?:latest|more|top|world|local|national|business|sports?|political|politics|breaking|related|recent|international|tech(?:nology)?|health|science|all|other|our)\b/iu;

/** Whose page the article stood on, as what surrounds the article says. */
export function extractPublisher(chrome: readonly RootContent[]): string | null {
  for (const node of chrome) {
    if (node.type !== 'paragraph' && node.type !== 'heading') continue;
    const text = textOf(node);
    const name = SEE_MORE.exec(text)?.[1] ?? null;
    if (name !== null && isPublisherName(name)) return canonicalPublisher(name);
    const holder = COPYRIGHT.exec(text)?.[1] ?? null;
    if (holder !== null && /^[\p{Lu}\p{N}]/u.test(holder) && holder.split(/\s+/).length <= 6) {
      return canonicalPublisher(holder);
    }
  }
  return null;
}

function isPublisherName(name: string): boolean {
  const words = name.split(/\s+/);
  const isName = words.every(
    (word) => /^[\p{Lu}\p{N}&]/u.test(word) || /^(?:the|of|and|de|del|der)$/.test(word),
  );
  return isName && words.length <= 6 && NEWS_WORD.test(name) && !RUBRIC.test(name);
}

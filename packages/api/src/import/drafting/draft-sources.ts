import type { FootnoteDefinition } from 'mdast';
import { truncate } from '@communique/shared/text';
import type { BriefingDocumentInput } from '../../briefings/document.ts';
import { canonicalPublisher } from '../reporting/known-publishers.ts';
import { findLinks } from '../sections/extract-sources.ts';
import type { FoundLink } from '../sections/extract-sources.ts';
import { textOf } from '../text/tree-text.ts';

export type DraftSource = NonNullable<BriefingDocumentInput['sources']>[number];
type SourceFacts = Omit<DraftSource, 'number'>;

/** The numbered sources of a draft, each once. */
export interface SourceList {
  readonly sources: readonly DraftSource[];
  /** Number of the article itself; none when the text says nothing about where it comes from. */
  readonly article: readonly number[];
  citeLinks(links: readonly FoundLink[]): number[];
  citePublishers(names: readonly string[]): number[];
  /** The first address in a footnote is a source; a note without one stays text. */
  citeFootnote(note: FootnoteDefinition | undefined): number[];
}

export const MAX_SOURCE_TITLE = 300;
// More links than this are a list of links, and a briefing holds at most 500 sources.
const MAX_SOURCES = 300;

export function createSourceList(article: SourceFacts | null): SourceList {
  const sources: DraftSource[] = [];
  const numbers = new Map<string, number>();
  const add = (key: string, facts: SourceFacts): number[] => {
    const known = numbers.get(key);
    if (known !== undefined) return [known];
    if (sources.length >= MAX_SOURCES) return [];
    const number = sources.length + 1;
    sources.push({ ...facts, number });
    numbers.set(key, number);
    return [number];
  };
  return {
    sources,
    article: article === null ? [] : add(article.url ?? 'article', article),
    citeLinks: (links) => links.flatMap(({ url, title }) => add(url, { url, title })),
    citeFootnote(note) {
      if (note === undefined) return [];
      const [link] = findLinks(note);
      if (link === undefined) return [];
      const words = textOf(note)
        .replace(/\s*https?:\/\/\S+/g, '')
        .replace(/[\s,;:]+$/, '');
      return add(link.url, {
        url: link.url,
        title: link.title ?? (truncate(words, MAX_SOURCE_TITLE) || null),
      });
    },
    citePublishers: (names) =>
      names.flatMap((name) =>
        add(`publisher ${canonicalPublisher(name).toLowerCase()}`, { publisher: canonicalPublisher(name) }),
      ),
  };
}

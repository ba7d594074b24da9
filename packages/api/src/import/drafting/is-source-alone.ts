import type { FootnoteDefinition } from 'mdast';
import { MAX_SOURCE_TITLE } from './draft-sources.ts';
import { findLinks } from '../sections/extract-sources.ts';
import { holdsWords } from '../text/comparable-text.ts';
import { textOf } from '../text/tree-text.ts';

/** "[The report](https://…)", "The report, https://…": a source says all of it, its words being the title. */
export function isSourceAlone(note: FootnoteDefinition): boolean {
  const [link] = findLinks(note);
  if (link === undefined) return false;
  const words = textOf(note);
  return (
    words.length <= MAX_SOURCE_TITLE && (link.title === null || !holdsWords(words.replace(link.title, '')))
  );
}

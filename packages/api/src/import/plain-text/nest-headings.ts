import type { Heading, RootContent } from 'mdast';
import { headingShape, titleCaseRatio } from './heading-shape.ts';
import { isFaqHeading } from '../faq/faq-headings.ts';
import { textOf } from '../text/tree-text.ts';

/**
 * Headings without markup have no level. Where an article writes two kinds of them, one kind stands within
 * the other: upper case over the rest, sentence case over title case. Only a clear pattern counts.
 */
export function nestHeadings(nodes: readonly RootContent[]): void {
  const headings = withoutFaq(nodes.filter((node) => node.type === 'heading')).filter(
    ({ depth }) => depth === 2,
  );
  // The first heading is the title, or the first section.
  const [, ...sections] = headings;
  const styles = sections.map(styleOf);
  const inner = innerStyle(styles);
  if (inner === null) return;
  for (const [index, heading] of sections.entries()) {
    if (styles[index] === inner) heading.depth = 3;
  }
}

type Style = 'UPPER' | 'TITLE' | 'SENTENCE' | 'UNCLEAR';

function styleOf(heading: Heading): Style {
  const text = textOf(heading);
  const shape = headingShape(text);
  if (shape === 'UPPER_CASE') return 'UPPER';
  const [, ...words] = text.split(/\s+/);
  const ratio = titleCaseRatio(words);
  if (shape === 'QUESTION' || words.length === 0) return 'UNCLEAR';
  if (ratio >= 0.75) return 'TITLE';
  return ratio <= 0.45 ? 'SENTENCE' : 'UNCLEAR';
}

/** The style of the headings that stand within others, or null where all are of one level. */
function innerStyle(styles: readonly Style[]): Style | null {
  const used = new Set(styles);
  const [outer] = styles;
  if (used.size !== 2 || outer === undefined) return null;
  const [inner] = [...used].filter((style) => style !== outer);
  const isPair = outer === 'UPPER' ? inner !== 'UNCLEAR' : outer === 'SENTENCE' && inner === 'TITLE';
  const count = (style: Style): number => styles.filter((other) => other === style).length;
  return isPair && inner !== undefined && count(outer) >= 2 && count(inner) >= 2 ? inner : null;
}

function withoutFaq(headings: readonly Heading[]): Heading[] {
  const first = headings.findIndex((heading) => isFaqHeading(textOf(heading)));
  return headings.slice(0, first === -1 ? headings.length : first);
}

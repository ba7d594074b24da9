import type { OutlineSection } from '../sections/extract-outline.ts';
import { asks } from './faq-headings.ts';

/**
 * A question and what stands below it, without what asks on its own: where at least half of the headings
 * right below a question are questions, too, each of them has its own answer.
 */
export function findAnswerSections([section, ...inner]: readonly OutlineSection[]): OutlineSection[] {
  if (section === undefined) return [];
  const children = inner.filter(({ parent }) => parent === section);
  const asking = new Set(children.filter(({ heading }) => asks(heading ?? '')));
  if (asking.size * 2 < children.length) return [section, ...inner];
  // Sections point upwards and come in reading order: whoever stands within one that asks comes after it.
  for (const each of inner) if (each.parent !== null && asking.has(each.parent)) asking.add(each);
  return [section, ...inner.filter((each) => !asking.has(each))];
}

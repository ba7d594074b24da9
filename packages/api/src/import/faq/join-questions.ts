import { comparableText } from '../text/comparable-text.ts';
import type { ExtractedFaq } from './extract-faq.ts';
import type { FaqPair } from './faq-pair.ts';

/** Adds the questions that only the data about a page names; a section that asks one of them is no section then. */
export function joinQuestions({ pairs, rest }: ExtractedFaq, questions: readonly FaqPair[]): ExtractedFaq {
  if (questions.length === 0) return { pairs, rest };
  const known = new Set(pairs.map(({ question }) => comparableText(question)));
  const added: FaqPair[] = [];
  for (const pair of questions) {
    const key = comparableText(pair.question);
    if (known.has(key) || pair.answer === '') continue;
    known.add(key);
    added.push(pair);
  }
  const asked = new Set(added.map(({ question }) => comparableText(question)));
  const sections = rest.filter(({ heading }) => heading === null || !asked.has(comparableText(heading)));
  const kept = new Set(sections);
  for (const section of sections) {
    while (section.parent !== null && !kept.has(section.parent)) section.parent = section.parent.parent;
  }
  return { pairs: [...pairs, ...added], rest: sections };
}

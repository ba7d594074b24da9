import { compilePattern } from '../text/compile-pattern.ts';
import { KIND_WORDS } from './section-kind-words.ts';
import type { SectionKind } from './section-kind-words.ts';

/** As they are looked for. Chinese has no spaces: a word may begin anywhere. */
const MARKS = KIND_WORDS.map(([kind, beginnings]) => ({
  kind,
  marks: beginnings
    .flatMap((words) => words.split('|'))
    .map((beginning) => (/^\p{Script=Han}/u.test(beginning) ? beginning : ` ${beginning}`)),
}));

// "L'avenir", "l'essentiel"
const ELISION = / [ldn]'/g;
const BETWEEN_WORDS = compilePattern(/[^\p{L}\p{N}']+/gu);

/** What a section is about, from its heading; where no word tells, it is about what the section around it is about. */
export function classifySection(heading: string, around: SectionKind = 'OTHER'): SectionKind {
  const lower = heading.toLowerCase().replaceAll('’', "'");
  const words = ` ${lower.replace(BETWEEN_WORDS, ' ')} `.replace(ELISION, ' ');
  return MARKS.find(({ marks }) => marks.some((mark) => words.includes(mark)))?.kind ?? around;
}

import type { OutlineSection } from '../sections/extract-outline.ts';
import { asks, isFaqHeading } from './faq-headings.ts';
import { isMarkedQuestion } from './faq-marks.ts';
import { readListPairs } from './read-item-pairs.ts';

/**
 * "It does not start", beside headings that ask: a question, too. In a document that is nothing but questions
 * two of its depth that ask are enough; below a heading "FAQ" half of them have to.
 */
export function findImpliedQuestions(
  outline: readonly OutlineSection[],
  isFaqDocument: boolean,
): Set<OutlineSection> {
  const parents = new Set(outline.map(({ parent }) => parent));
  const answered = outline.filter(
    (section) =>
      section.heading !== null &&
      section.nodes.length > 0 &&
      !holdsPairs(section) &&
      !isPartOfDocument(section.heading),
  );
  const isAsking = ({ heading }: OutlineSection): boolean => asks(heading ?? '');
  const leaves = answered.filter((section) => !parents.has(section) || isAsking(section));
  if (isFaqDocument && leaves.length >= 3 && !leaves.some(isAsking)) return new Set(leaves);
  const implied = new Set<OutlineSection>();
  // Beside questions also what has headings below its answer asks.
  for (const alike of Map.groupBy(answered, ({ depth }) => depth).values()) {
    const asking = alike.filter(isAsking).length;
    const isEnough = isFaqDocument
      ? asking > 1 || (asking === 1 && alike.length >= MIN_ALIKE)
      : asking > 1 && asking * 2 >= alike.length;
    if (isEnough) for (const each of alike) if (!isFaqHeading(each.heading ?? '')) implied.add(each);
  }
  return implied;
}

/** One that asks may be the only one that does where there are few. */
const MIN_ALIKE = 5;

// What a document says of itself, beside its questions.
const PART =
  /^\W*(?:(?:table of )?contents|introduction|intro|overview|about(?: (?:the authors?|us|this (?:document|faq|page|file)))?|authors?|copyright|licen[cs]e|disclaimer|credits|acknowledge?ments?|thanks|translations?|references|sources|footnotes|bibliography|further (?:reading|information|help)|more (?:information|help)|see also|(?:useful |related )?links|resources|contact(?: us)?|contributing|contributors|(?:getting|need(?: more)?) help|support|(?:change ?log|(?:version |revision )?history)|einleitung|über (?:uns|den autor|die autorin|dieses dokument)|lizenz|danksagung|quellen|kontakt|impressum|weiterführende links|introduction|à propos|licence|remerciements|liens|introducción|acerca de|licencia|agradecimientos|enlaces|contacto|введение|об авторе|лицензия|благодарности|ссылки|контакты|许可证|致谢|关于作者|参考)\W*$/iu;

function isPartOfDocument(heading: string): boolean {
  return heading.length <= 60 && PART.test(heading);
}

/** Questions with their answers, in a list or marked as such: what heads them is the name of a part. */
function holdsPairs({ nodes }: OutlineSection): boolean {
  return (
    nodes.some(isMarkedQuestion) ||
    nodes.some((node) => node.type === 'list' && readListPairs(node).pairs.length > 0)
  );
}

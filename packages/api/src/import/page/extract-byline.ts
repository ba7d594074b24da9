/** Who wrote an article, as the lines below its title say. */
import { compilePattern } from '../text/compile-pattern.ts';

const AUTHOR_MARK =
  /^(?:(?:written |reported |story |text |interview(?:ed)? (?:conducted )?)?by|das (?:interview|gespräch) führten?|(?:entretien réalisé|propos recueillis) par|entrevista (?:realizada )?por|беседовал[аи]?|author|von|par|por|text|автор|作者|记者)\s*[:：]?\s+(?=\S)|^(?:作者|记者)[:：]/iu;
// Without which a line has no such mark: the pattern takes milliseconds to compile.
const AUTHOR_SIGN = /^(?:wr|re|st|te|by|in|da|en|pr|au|vo|pa|po|ав|бе|作|记)/i;
const PARTICLES = new Set([
  'de',
  'da',
  'di',
  'del',
  'della',
  'van',
  'von',
  'der',
  'den',
  'la',
  'le',
  'al',
  'bin',
  'ibn',
  'and',
  '&',
  'und',
  'et',
  'y',
  'и',
]);
const IN_BRACKETS = /\s*\([^()]{1,80}\)\s*/g;
const NAME_WORD = compilePattern(/^\p{Lu}[\p{L}'’.-]*,?$/u);
const NAME_OR_INITIAL = compilePattern(/^\p{Lu}[\p{L}'’-]*\p{Ll}\.?$|^\p{Lu}\.$/u);
const CJK_NAME = /^[\p{Script=Han}·]{2,6}$/u;

/** "By Emily Carter", "Author: Emily Carter and Li Wei": the names; null when the line is something else. */
export function readMarkedByline(line: string): string | null {
  if (line.length > 160) return null;
  const mark = AUTHOR_SIGN.test(line) ? AUTHOR_MARK.exec(line) : null;
  if (mark === null) return null;
  // "By Emily Carter, Senior Correspondent | 18 February 2025"
  const [names = ''] = line
    .slice(mark[0].length)
    .split(/\s*[|·•–—]\s*|,\s+(?=\p{Ll}|senior|staff|chief|foreign|political)/iu);
  // "Anna Bell (with Tom Holm)"
  return isNameList(names.replace(IN_BRACKETS, ' ')) || STAFF.test(names.trim()) ? names.trim() : null;
}

// "Harbour News staff", "the editors", "la rédaction": several people, or nobody who wants to be named.
const STAFF = compilePattern(
  /^(?:the |la |der |die )?(?:\p{Lu}[\p{L}'’-]{0,30} ){0,5}(?:[Ss]taff|[Tt]eam|[Dd]esk|[Nn]ewsroom|[Ee]ditors|[Ee]ditorial (?:board|team|staff)|(?:[Ss]taff )?(?:writers?|reporters?|correspondents?)|[Rr]édaction|Redaktion|[Rr]edacción|[Rr]edazione)$/u,
);

/** "Emily Carter" alone on a line: two to four capitalized words that are not the words of a rubric. */
export function readBareByline(line: string): string | null {
  const words = line.split(/\s+/);
  if (line.length > 50 || words.length < 2 || words.length > 4) return null;
  const isName = words.every((word) => NAME_OR_INITIAL.test(word) || PARTICLES.has(word));
  // "Boats & Quays" is a rubric; of two people more is said.
  const isPair = words.length === 3 && words[1] === '&';
  return isName && !isPair && !words.some(isRubricWord) ? line : null;
}

function isNameList(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (CJK_NAME.test(text.trim())) return true;
  return (
    words.length <= 10 && words.every((word) => NAME_WORD.test(word) || PARTICLES.has(word.toLowerCase()))
  );
}

const RUBRIC_WORDS = new Set(
  'news opinion world politics report reports review special exclusive feature features editorial breaking update updates story stories insight insights briefing guide overview introduction background conclusion summary latest key final deep dive long read market markets daily weekly global foreign affairs top home the this that what why how our your'.split(
    ' ',
  ),
);
// "Analytical Breakdown": endings of adjectives and abstract nouns are no endings of names.
const RUBRIC_ENDING = /(?:ical|tions?|sions?|ments?|ness|ity|ing|ings|ics|ysis|ism|down|views?)$/;

function isRubricWord(word: string): boolean {
  const lower = word.toLowerCase();
  return RUBRIC_WORDS.has(lower) || (lower.length > 5 && RUBRIC_ENDING.test(lower));
}

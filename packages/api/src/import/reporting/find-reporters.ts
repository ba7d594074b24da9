import { CAPITALIZED_NAME, trimName } from './capitalized-name.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import type { People } from '../speech/extract-people.ts';
import { findOutlets } from './find-outlets.ts';
import { findStudies } from './find-studies.ts';
import type { FoundPublisher } from './known-publishers.ts';
import { SPEECH_VERBS } from '../speech/speech-verbs.ts';
import { AFTER_REPORTER, BEFORE_REPORTER } from './languages-of-reporting.ts';

const BEFORE_WORDS = BEFORE_REPORTER.join('|');
const AFTER_WORDS = AFTER_REPORTER.join('|');
// What stands between has no verb: "told parliament that CNN …" tells CNN nothing.
const BETWEEN =
  "(?!(?:that|que|что|dass|who|which|to|and|but|or|if|how|why|is|was|were|are|has|had|have|said|says|as|like|auf|beim?|i[nm]|für|über|mit|aus|an|am|zum?|sie|er|es|sur|dans|en|sobre|para|con|в|на|о|для)\\s)[\\p{L}\\d'’-]+\\s+";
// Up to six words may stand between: "the Russian state news agency".
const BEFORE = compilePattern(
  `(?<!\\p{L})(?:according to|reported by|carried by|published (?:by|in)|quoted (?:by|in)|cited by|citing|reports? of|(?:reports?|stud(?:y|ies)|surveys?|polls?|analysis|research|investigation|papers?|articles?) (?:by|from|in)|quoted as saying(?:\\s+[\\p{L}'’-]+){0,5}\\s+by|(?:compiled|calculated|obtained|reviewed|seen) (?:by|for))\\s+(?:${BETWEEN}){0,6}$|(?<!\\p{L})(?:told|(?:statement|comments?|e-?mail) to)\\s+(?:${BETWEEN}){0,4}$|[,”"“»]\\s*(?:reported|reports|wrote|writes)\\s+(?:the\\s+)?$|(?<=News|Post|Times|Journal|\\p{Lu}{3})/$`,
  'iu',
);
// Of other languages: compiled where one of them is read.
const BEFORE_ELSEWHERE = compilePattern(
  `(?<!\\p{L})(?:${BEFORE_WORDS})\\s+(?:(?:the|der|die|das|dem|den|des|le|la|l['’]|el|los|au|du|${BETWEEN})\\s*){0,3}["„“«»]?\\s?$|(?<!\\p{L})(?:sagte|sagt|erzählte|berichtete|erklärte)\\s+(?:[\\p{L}.-]+\\s+){1,6}?(?:dem|der|den)\\s+(?:[\\p{L}-]+\\s+){0,2}[„"»]?$`,
  'iu',
);
const SIGN_BEFORE =
  /laut|nach |bericht|meld|schr(?:eib|ieb)|zitiert|gegenüber|berufung|sagt|erzähl|erklär|selon|après|rapport|cité|citant|relate|révèle|écrit|indiqu|préci|annonc|déclaré|dit |confié|affirmé|expliqué|según|acuerdo|inform|citad|citando|publicó|recoge|adelant|difundi|destacó|reveló|reportó|dijo|dice|dicho|declaró|c[ou]e?nt[óa]|expli[cq]|asegur|señal|relat|coment|manifest|afirm|racont|confi|déclar|пояснил|объяснил|по |сообщ|переда|пи[шс]|цитир|заявил|сказал|рассказал|ссылкой/iu;
const AFTER = compilePattern(
  `^['"”“»«’]?(?:\\s+(?:[Nn]ews\\s+)?[Aa]gency)?(?:,\\s+[^,.;:]{1,80},)?\\s+(?:(?:has|have|had|also|first|later|earlier|previously)\\s+){0,2}(?:(?:reported|reports)(?!\\s+(?:an?\\s+)?(?:\\w+\\s+){0,3}(?:profits?|loss|losses|revenues?|earnings|sales|income)(?!\\p{L}))|(?:said|says)(?!\\s+(?:(?:in|on|through)\\s+(?:an?|its)\\s+(?:\\w+\\s+)?(?:statement|filing|note|letter|blog)|it\\s|its\\s|they\\s))|wrote|writes|revealed|quoted|cited|noted|${AFTER_WORDS})(?!\\p{L})`,
  'iu',
);
const TALK = compilePattern(
  `(?<!\\p{L})(?:interview (?:with|to)|speaking to|spoke to)\\s+(?:${BETWEEN}){0,4}$`,
  'iu',
);
const SAYS = new RegExp(`[“”"«„]|\\b(?:${SPEECH_VERBS}|disclosed)\\b`, 'iu');
const CHINESE_BEFORE = /(?:据|援引|引述|引用)$/u;
const CHINESE_AFTER = /^(?:\d{1,2}日)?(?:报道|消息|称|援引|发自)/u;
/** One of which every sentence has that names a reporter: the patterns are slow. */
const SIGN =
  /report|according|told|sagt|erzähl|erklär|cit[ei]|quot|publish|interview|statement|spoke|speaking|compiled|calculated|obtained|reviewed|seen by|said|says|wrote|writes|reveal|noted|stud|survey|poll|laut|nach |bericht|meld|schr(?:eib|ieb)|zitiert|gegenüber|berufung|zufolge|selon|d[’']après|rapport|relate|révèle|écrit|indiqu|préci|annonc|déclaré|dit à|confié|affirm|expli[cq]|racont|confi|déclare|dice|dicho|c[ou]e?nt[óa]\s|asegur|señal|relat|coment|afirm|manifest|пояснил|объяснил|según|acuerdo|inform|publicó|recoge|adelant|difundi|destacó|reveló|dijo|declaró|по (?:данным|информации|сообщению)|сообщ|переда|пи[шс]|цитир|заявил|сказал|рассказал|ссылкой|[据引道称]/iu;

/** Who, by the words around the name, carried or published what a sentence says. */
export function findReporters(text: string, people?: People): string[] {
  if (!SIGN.test(text)) return [];
  const outlets = findOutlets(text).filter((outlet) => carries(text, outlet));
  const isNamed = (at: number): boolean => outlets.some(({ start, end }) => start <= at && at < end);
  const others = [...findStudies(text), ...findUnlisted(text)].filter(({ start }) => !isNamed(start));
  const names = [...outlets, ...others].sort((a, b) => a.start - b.start).map(({ name }) => name);
  return [...new Set(names)].filter((name) => people === undefined || !isPerson(name, people));
}

/** "Bloomberg", where the text is about somebody of that name. */
function isPerson(name: string, people: People): boolean {
  return !name.includes(' ') && people.byLastName(name) !== null;
}

function carries(text: string, { start, end }: FoundPublisher): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  const after = text.slice(end, end + 120);
  if (/^\s+affiliate\b/.test(after)) return false;
  // "He was speaking to the BBC before he left": of what he said, nothing.
  if (TALK.test(before)) return SAYS.test(text);
  return (
    BEFORE.test(before) ||
    (SIGN_BEFORE.test(before) && BEFORE_ELSEWHERE.test(before)) ||
    AFTER.test(after) ||
    CHINESE_BEFORE.test(before) ||
    CHINESE_AFTER.test(after)
  );
}

// "As Harbour Digest reports, …", "…, Quayline reported earlier this year."
const UNLISTED = compilePattern(
  `(?:(?<!\\p{L})[Aa]s\\s+(?:first\\s+)?(?:the\\s+)?(?<as>${CAPITALIZED_NAME})\\s+(?:first\\s+|previously\\s+|has\\s+)?(?:reports|reported)|[,”"]\\s+(?:the\\s+)?(?<last>${CAPITALIZED_NAME})\\s+(?:first\\s+|has\\s+|also\\s+){0,2}reported(?=\\s+(?:earlier|last|this|on|in|at|first|previously|\\w+day)(?!\\p{L})|[.,;]|$)|[,”"]\\s+(?:reported|reports)\\s+(?:the\\s+)?(?<inverted>${CAPITALIZED_NAME})(?=[.,;]|$))(?!\\p{L})`,
  'gu',
);

const UNLISTED_SIGN =
  /\b[Aa]s\s+(?:first\s+)?(?:the\s+)?[^\sa-z][^,]{0,80}report|[,”"]\s+(?:the\s+)?[^\sa-z][^,]{0,80}\sreported|[,”"]\s+report/;

function findUnlisted(text: string): { name: string; start: number }[] {
  if (!UNLISTED_SIGN.test(text)) return [];
  return [...text.matchAll(UNLISTED)].flatMap((match) => {
    const { as, last, inverted } = match.groups ?? {};
    const whole = as ?? last ?? inverted ?? '';
    const name = trimName(whole);
    return name === null ? [] : [{ name, start: match.index + match[0].lastIndexOf(whole) }];
  });
}

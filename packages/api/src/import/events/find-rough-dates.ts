/** Times that are no calendar date: "spring 1998", "Q3 2025", "mid-March 2025", "the 1990s", "3–5 March". */
import type { Dated } from '../../briefings/document.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import { findDates } from './find-dates.ts';
import { MONTH_NAMES, MONTH_NUMBERS } from './month-names.ts';

export interface FoundTime {
  /** Null: no day, month or year can stand for it. */
  dated: Dated | null;
  /** As the text says it, where that is more than the date; never both null. */
  words: string | null;
  start: number;
  end: number;
}

const YEAR = '(?<year>[12]\\d{3})';
const MONTH = `(?<month>${MONTH_NAMES})`;
const OF = "\\s+(?:of\\s+|de\\s+|del\\s+|des\\s+|du\\s+|di\\s+|do\\s+|d[’'])?(?:the\\s+)?";

// "early", "mid-", "the end of"; each with what stands between it and the month or year.
const PART =
  "(?:(?:very\\s+)?(?:early|mid|late)(?:\\s?[-–]\\s?|\\s+(?:in\\s+)?)|(?:the\\s+)?(?:beginning|start|middle|end|turn)\\s+of\\s+|(?:anfang|mitte|ende)\\s+|(?:début|fin|courant)\\s+(?:de\\s+|d[’'])?|mi-|(?:a\\s+)?(?:principios|comienzos|inicios|mediados|finales|fines)\\s+de(?:l\\s+año)?\\s+|в\\s+(?:начале|середине|конце)\\s+)";
const SEASON =
  'spring|summer|autumn|fall|winter|frühjahr|frühling|frühsommer|sommer|spätsommer|herbst|printemps|été|automne|hiver|primavera|verano|otoño|invierno|estate|autunno|inverno|весной|летом|осенью|зимой|весна|лето|осень|зима|весны|лета|осени|зимы';
const QUARTER =
  '[qht][1-4]|(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\\s+(?:quarter|half)|(?:[1-4]\\.|erste[ns]?|zweite[ns]?|dritte[ns]?|vierte[ns]?)\\s+(?:quartal|halbjahr|hälfte)s?|(?:premier|deuxième|second|troisième|quatrième)\\s+(?:trimestre|semestre)|(?:primer|segundo|tercer|cuarto)\\s+(?:trimestre|semestre)|(?:[1-4]|i{1,3}|iv)(?:-м|-й)?\\s+(?:квартал[еа]?|полугоди[еия])';

const BEFORE = '(?<![\\p{L}\\p{N}.-])';
const AFTER = '(?![\\p{L}\\p{N}]|[.-]\\d)';
const OTHER_YEAR = '(?:\\s?[/–-]\\s?(?:[12]\\d{3}|\\d{2})(?!\\d))?';
const RU_YEAR = '(?:\\s+год[ау]?)?';

interface Form {
  pattern: RegExp;
  /** Without which a text has no time of the form: the patterns take milliseconds to compile. */
  sign: RegExp;
}

function form(sign: RegExp, pattern: string): Form {
  return { sign, pattern: compilePattern(`${BEFORE}(?:${pattern})${AFTER}`, 'giu') };
}

const FORMS: readonly Form[] = [
  form(
    /(?:early|mid|late|beginning|start|middle|end|turn|anfang|mitte|début|fin|courant|mi-|principios|comienzos|inicios|mediados|finales|начале|середине|конце)\D{0,40}\d{4}/i,
    `${PART}(?:${MONTH}\\.?\\s+(?:de\\s+)?)?${YEAR}${OTHER_YEAR}${RU_YEAR}`,
  ),
  form(
    new RegExp(`(?:${SEASON})\\D{1,30}\\d{4}`, 'i'),
    `(?:${PART}|(?:early|mid|late)[\\s-])?(?:the\\s+)?(?:${SEASON})${OF}${YEAR}${OTHER_YEAR}${RU_YEAR}`,
  ),
  form(
    /(?:[qht][1-4]|quarter|half|quartal|halbjahr|hälfte|mestre|квартал|полугоди)\D{1,30}\d{4}/i,
    `(?:the\\s+)?(?:${QUARTER})${OF}${YEAR}${OTHER_YEAR}${RU_YEAR}`,
  ),
  // "the 1990s", "the late ’80s", "1990er Jahre", "les années 1990", "1990-х годов"
  form(
    /\d0s/i,
    `(?:the\\s+)?(?:(?:early|mid|late)[\\s-](?:to[\\s-](?:mid|late)[\\s-])?)?(?:[12]\\d{2}0|[’'‘]\\d0)s`,
  ),
  form(
    /\d0er|années|años|\d0-[хе]/i,
    `[12]\\d{2}0er[n]?(?:[\\s-]+jahren?)?|(?:les\\s+)?années\\s+(?:[12]\\d{2}0|\\d0)|(?:los\\s+)?años\\s+(?:[12]\\d{2}0|\\d0)|(?:в\\s+)?[12]\\d{2}0-(?:х|е)(?:\\s+год(?:ах|ов|ы))?`,
  ),
  // "3–5 March": which year, nothing tells.
  form(
    /\d\.?(?:\s?[–—/-]\s?|\s+(?:to|bis|au|al|по)\s+)\d{1,2}\.?\s+\D/i,
    `\\d{1,2}\\.?(?:\\s?[–—/-]\\s?|\\s+(?:to|bis|au|al|по)\\s+)\\d{1,2}\\.?\\s+(?:de\\s+)?(?:${MONTH_NAMES})(?!\\.?,?\\s+(?:de\\s+)?\\d{4})`,
  ),
  {
    sign: /年/,
    pattern:
      /(?<year>[12]\d{3})年(?:初|年初|底|年底|末|年中|中期|上半年|下半年|春季?|夏季?|秋季?|冬季?|第[一二三四]季度)/gu,
  },
  {
    sign: /年代/,
    pattern: /(?:上世纪|(?:19|20|21)世纪)[一二三四五六七八九\d]0?十?年代(?:初|末|中期)?/gu,
  },
];

const TELLING = /\d0s|\d{4}|\d\.?\s?[–—/-]\s?\d|\d\.?\s+(?:to|bis|au|al|по)\s+\d|年代|\d0\D/u;

/** All times in the order they stand: of a date and a rough time that holds it, the rough one. */
export function findTimes(text: string): FoundTime[] {
  const dates: FoundTime[] = findDates(text);
  if (!TELLING.test(text)) return dates;
  const rough = roughTimes(text);
  const isHeld = (time: FoundTime): boolean =>
    rough.some(({ start, end }) => start < time.end && time.start < end);
  return joinRanges(
    text,
    [...rough, ...dates.filter((date) => !isHeld(date))].sort((a, b) => a.start - b.start),
  );
}

const BETWEEN =
  /(?<!\p{L})(?:between|from|zwischen(?:\s+dem)?|vom|entre(?:\s+el)?|du|del|de|с|между)\s+(?:the\s+)?$/iu;
const AND =
  /^,?\s+(?:and|to|until|und(?:\s+dem)?|bis(?:\s+zum)?|et(?:\s+le)?|au|y(?:\s+el)?|al|a|и|по|до)\s+(?:the\s+)?$/i;

/** "between 3 May 2005 and 2 June 2006": it begins on the first. */
function joinRanges(text: string, times: readonly FoundTime[]): FoundTime[] {
  const joined: FoundTime[] = [];
  for (const time of times) {
    const before = joined.at(-1);
    const isRange =
      before !== undefined &&
      AND.test(text.slice(before.end, time.start)) &&
      BETWEEN.test(text.slice(Math.max(0, before.start - 20), before.start));
    if (isRange)
      joined.splice(-1, 1, { ...before, words: text.slice(before.start, time.end), end: time.end });
    else joined.push(time);
  }
  return joined;
}

function roughTimes(text: string): FoundTime[] {
  const found: FoundTime[] = [];
  for (const { sign, pattern } of FORMS) {
    if (!sign.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const { year, month } = match.groups ?? {};
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => other.start < end && start < other.end)) continue;
      found.push({ dated: datedBy(year, month), words: match[0], start, end });
    }
  }
  return found;
}

function datedBy(year: string | undefined, month: string | undefined): Dated | null {
  if (year === undefined) return null;
  if (month === undefined) return { value: year, precision: 'YEAR' };
  const number = MONTH_NUMBERS.get(month.toLowerCase()) ?? 1;
  return { value: `${year}-${String(number).padStart(2, '0')}`, precision: 'MONTH' };
}

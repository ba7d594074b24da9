/** The months of a year, as languages write them in dates; "-" where a word means another month elsewhere. */
import { compilePattern } from '../text/compile-pattern.ts';

/** Of languages that write a full stop after the day: "12. März". */
const AFTER_FULL_STOP = [
  'januar februar märz april mai juni juli august september oktober november dezember',
  'jänner feber mär - - - - - - okt - dez',
  '- - - - maj - - augusti - - - -',
  '- - marts - - - - - - - - desember',
  'ledna února března dubna května června července srpna září října listopadu prosince',
];

const NAMES = [
  ...AFTER_FULL_STOP,
  'january february march april may june july august september october november december',
  'jan feb mar apr - jun jul aug sep oct nov dec',
  '- - - - - - - - sept - - -',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'janv févr - avr - - juil - - - - déc',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'ene - - abr - - - ago setiembre - - dic',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
  'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре',
  'янв фев - апр - - - авг сент окт нояб дек',
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października - grudnia',
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
];

/** 1 for January, by name in lower case. */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((row) =>
    row
      .split(' ')
      .map((name, index): [string, number] => [name, index + 1])
      .filter(([name]) => name !== '-'),
  ),
);

/** One of them, the longest first, as alternatives of a pattern. */
export const MONTH_NAMES = alternatives([...MONTH_NUMBERS.keys()]);

const DAY_FIRST = compilePattern(
  `^\\d{1,2}\\.\\s+(?:${alternatives(AFTER_FULL_STOP.flatMap((row) => row.split(' ')).filter((name) => name !== '-'))})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** "12. März 2025", "3. Mai": what looks like a number of a list and may be a day of a month. */
export function beginsWithDay(text: string): boolean {
  return /^\d{1,2}\.\s/.test(text) && DAY_FIRST.test(text.slice(0, 40));
}

/** As a pattern that shares beginnings, the longest first: hundreds of words are compiled in no time. */
function alternatives(words: readonly string[]): string {
  const byFirst = Map.groupBy(
    words.filter((word) => word !== ''),
    (word) => word.charAt(0),
  );
  const parts = [...byFirst].map(
    ([first, own]) => first + alternatives([...new Set(own.map((word) => word.slice(1)))]),
  );
  const [only = ''] = parts;
  const isEnd = words.includes('');
  if (parts.length < 2 && !isEnd) return only;
  return parts.length === 0 ? '' : `(?:${parts.join('|')})${isEnd ? '?' : ''}`;
}

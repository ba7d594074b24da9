/** Small decisions about text that every program must make alike. */

/** Cuts at a word boundary where one is near and marks the cut with "…"; never longer than `maxLength` UTF-16 units, never half a character. */
export function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  if (maxLength <= 1) return maxLength === 1 ? '…' : '';
  const room = wholeCharacters(text, maxLength - 1);
  const lastSpace = room.search(/\s\S*$/);
  const cut = lastSpace > room.length * 0.6 ? room.slice(0, lastSpace) : room;
  return `${cut.trimEnd()}…`;
}

// Longer than any emoji in use; what is longer still is a joke of combining marks and may be cut.
const LONGEST_CHARACTER = 64;

/** At most `maxLength` units of a longer text, without the part of an accented letter, flag or emoji at the end. */
function wholeCharacters(text: string, maxLength: number): string {
  const from = Math.max(0, maxLength - LONGEST_CHARACTER);
  const around = text.slice(from, maxLength + LONGEST_CHARACTER);
  const last = new Intl.Segmenter('und').segment(around).containing(maxLength - from);
  const end = last === undefined || last.index === 0 ? maxLength : from + last.index;
  return text.slice(0, end).replace(/[\uD800-\uDBFF]$/, '');
}

/** What somebody typed, for a sentence about it: in quotation marks, on one line, and short however long it was. */
export function quoted(text: string, maxLength = 40): string {
  const beginning = text.slice(0, 2 * maxLength).toWellFormed();
  const line = beginning.replace(/[\s\p{Cc}]+/gu, ' ');
  return `"${truncate(text.length > beginning.length ? `${line}…` : line, maxLength)}"`;
}

/** Lower-case words of any script joined by "-"; what `slugify` makes. */
export function isSlug(text: string): boolean {
  return LATIN_SLUG.test(text) || SLUG.test(text);
}

/** Most are of these letters, and the other pattern takes milliseconds to compile. */
const LATIN_SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SLUG =
  /^[\p{Ll}\p{Lo}\p{Lm}\p{N}][\p{Ll}\p{Lo}\p{Lm}\p{N}\p{M}]*(?:-[\p{Ll}\p{Lo}\p{Lm}\p{N}][\p{Ll}\p{Lo}\p{Lm}\p{N}\p{M}]*)*$/u;

/**
 * "Äpfel & Öl: 2025" → "apfel-ol-2025"; empty when nothing is left; at most `maxLength` units.
 * Accents go from Latin letters only: elsewhere they make another letter (й is not и) or carry the vowels.
 */
export function slugify(text: string, maxLength = 80): string {
  const words = ASCII.test(text) ? asciiWords(text) : wordsOf(text);
  if (words === null) return '';
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > maxLength) break;
    slug = longer;
  }
  return slug === '' ? truncateWord(words[0] ?? '', maxLength) : slug;
}

// eslint-disable-next-line no-control-regex
const ASCII = /^[\0-\x7f]*$/;

/** The same as `wordsOf`, for the texts that most are. */
function asciiWords(text: string): string[] | null {
  return text
    .toLowerCase()
    .replaceAll("'", '')
    .match(/[a-z0-9]+/g);
}

function wordsOf(text: string): string[] | null {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/([a-z])[\u0300-\u036f]+/g, '$1')
    .replace(/['’]/g, '');
  return WITHOUT_OTHER_LETTERS.test(folded) ? folded.match(/[a-z0-9]+/g) : wordsOfAnyScript(folded);
}

/** ASCII, dashes and quotation marks. The classes of all letters take milliseconds to compile. */
// eslint-disable-next-line no-control-regex
const WITHOUT_OTHER_LETTERS = /^[\0-\x7f\u2010-\u2027]*$/;

function wordsOfAnyScript(text: string): string[] | null {
  return text
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .match(/[\p{Ll}\p{Lo}\p{Lm}\p{N}][\p{Ll}\p{Lo}\p{Lm}\p{N}\p{M}]*/gu);
}

function truncateWord(word: string, maxLength: number): string {
  return word.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '');
}

/** Made when it is first needed: its tables take longer to read than a start should wait for. */
let wordSegmenter: Intl.Segmenter | undefined;

/** Words of running text, by the rules of Unicode: scripts without spaces are counted too. */
export function countWords(text: string): number {
  wordSegmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  let words = 0;
  for (const segment of wordSegmenter.segment(text)) {
    if (segment.isWordLike) words += 1;
  }
  return words;
}

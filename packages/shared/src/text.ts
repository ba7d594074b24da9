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

/** "Äpfel & Öl: 2025" → "apfel-ol-2025"; letters of other scripts stay; empty when nothing is left. At most `maxLength` units. */
export function slugify(text: string, maxLength = 80): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu);
  if (words === null) return '';
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > maxLength) break;
    slug = longer;
  }
  return slug === '' ? truncateWord(words[0] ?? '', maxLength) : slug;
}

function truncateWord(word: string, maxLength: number): string {
  return word.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '');
}

/** Words of running text, by the rules of Unicode: scripts without spaces are counted too. */
export function countWords(text: string): number {
  let words = 0;
  for (const segment of new Intl.Segmenter('und', { granularity: 'word' }).segment(text)) {
    if (segment.isWordLike) words += 1;
  }
  return words;
}

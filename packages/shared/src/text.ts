/** Small decisions about text that every program must make alike. */

/** Cuts at a word boundary where one is near and marks the cut with "…"; never longer than `maxLength` UTF-16 units, never half a character. */
export function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  if (maxLength <= 1) return maxLength === 1 ? '…' : '';
  const room = text.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, '');
  const lastSpace = room.search(/\s\S*$/);
  const cut = lastSpace > room.length * 0.6 ? room.slice(0, lastSpace) : room;
  return `${cut.trimEnd()}…`;
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

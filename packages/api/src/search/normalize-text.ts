/** How words are compared: without accents and case. "Où en est-on ?" and "ou en est on" are the same. */

// Only the accents of European scripts: in Devanagari or Thai, marks are vowels.
const ACCENTS = /[\u0300-\u036f]+/g;
// Letters that Unicode does not take apart, as they are typed where a keyboard has none of them.
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
};
const WHOLE_LETTER = /[ßæœøđðłþħŧı]/g;
// A mark alone is no word: an emoji can end in one.
export const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
// Most words of most texts: they need no Unicode tables.
const ASCII = /^[\x20-\x7e]*$/;

/** The words of a text in one line: keys of aliases and titles, equal for texts that differ only in punctuation, accents or case. */
export function normalizeText(text: string): string {
  return wordsOf(text).map(normalizeWord).join(' ');
}

/** The words as they are written. What is not a word (operators, quotes, unpaired surrogates) is left out. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

export function normalizeWord(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  const folded = word.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase();
  return folded.replace(WHOLE_LETTER, (letter) => WHOLE_LETTERS[letter] ?? letter);
}

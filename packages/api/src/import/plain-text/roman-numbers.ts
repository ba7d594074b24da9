// "IV. Outlook", up to XXIX.
const ROMAN = /^(?=[IVX])(?:X{0,2}(?:IX|IV|V?I{0,3}))[.)]\s+(?=\S)/;
const SECOND = /^II[.)]\s/;

/** Whether headings are numbered in Roman: "V. Holm speaks" alone is a name. */
export function countInRoman(headings: readonly string[]): boolean {
  return headings.some((text) => SECOND.test(text)) && headings.some((text) => /^I[.)]\s/.test(text));
}

export function dropRomanNumber(text: string): string {
  return text.replace(ROMAN, '');
}

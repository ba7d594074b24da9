import { comparableText } from '../text/comparable-text.ts';

const TAIL = /^(.{4,}?)(?:\s+([|–—·»:-]{1,2})\s+|\s*([|_])\s*)([^|–—·»_]{2,60})$/u;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * "The night ferry | Strait Weekly" → "The night ferry". `names` is what the site is known to call itself; of a
 * page's own `<title>` also what stands after a "|" goes, which is never part of a headline.
 */
export function stripSiteName(title: string, names: readonly string[], isPageTitle: boolean): string {
  const known = names.map(comparableText).filter((name) => name !== '');
  let rest = title.trim();
  for (let cuts = 0; cuts < 3; cuts += 1) {
    const [, own = '', spaced, tight, site = ''] = TAIL.exec(rest) ?? [];
    const separator = spaced ?? tight;
    if (separator === undefined) break;
    const tail = comparableText(site);
    const isSite = known.some((name) => name === tail || (tail.length > 3 && name.includes(tail)));
    const isSeparated = separator === '|' || (separator === '_' && CJK.test(own));
    const isOnlyGuess = known.length === 0 && /^[–—·»-]$/u.test(separator) && own.length >= 10;
    if (!isSite && !(isPageTitle && (isSeparated || isOnlyGuess))) break;
    rest = own.trim();
  }
  return rest;
}

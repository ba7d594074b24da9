const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Of Unicode, for what is no country: the euro area, the rest of Oceania, pseudo-languages, not known. */
const NO_COUNTRIES: ReadonlySet<string> = new Set(['EZ', 'QO', 'XA', 'XB', 'ZZ']);

/** Whether two capital letters are a code of ISO 3166-1 in use, as Unicode knows them: reserved ones such as EU too, former ones not. */
export function isCountry(code: string): boolean {
  if (names.of(code) === undefined || NO_COUNTRIES.has(code)) return false;
  // Former codes, and "UK", stand for another one.
  return new Intl.Locale(`und-${code}`).region === code;
}

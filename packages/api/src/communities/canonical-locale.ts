import { InvalidInputError } from '../domain-errors.ts';

/** The language tag in its one form. `path` names the input it came in. */
export function canonicalLocale(locale: string, path: readonly string[]): string {
  try {
    const [canonical] = Intl.getCanonicalLocales(locale);
    if (canonical !== undefined && canonical.length <= 35) return canonical;
  } catch {
    // Not a language tag: said below.
  }
  throw new InvalidInputError(
    `"${path.at(-1)}" must be a language tag as Discord sends it, such as "en-US" or "de"`,
    path,
  );
}

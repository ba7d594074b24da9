import { canonicalLanguageTag } from '@communique/shared/language-tag';
import { InvalidInputError } from '../domain-errors.ts';

/** The language tag in its one form. `path` names the input it came in. */
export function canonicalLocale(locale: string, path: readonly string[]): string {
  const canonical = canonicalLanguageTag(locale);
  if (canonical !== null) return canonical;
  throw new InvalidInputError(
    `"${path.at(-1)}" must be a language tag as Discord sends it, such as "en-US" or "de"`,
    path,
  );
}

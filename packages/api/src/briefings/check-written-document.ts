import { quoted } from '@communique/shared/text';
import { InvalidInputError } from '../domain-errors.ts';
import { checkDocument } from './compose-draft.ts';
import type { BriefingDocument } from './document.ts';
import { isCountry } from './is-country.ts';

/** What somebody wrote, beyond what every stored document holds to: countries come and go, and what was written with one stays readable. */
export function checkWrittenDocument(document: unknown): BriefingDocument {
  const checked = checkDocument(document);
  for (const [index, { country }] of checked.sources.entries()) {
    if (country === null || isCountry(country)) continue;
    const path = ['document', 'sources', String(index), 'country'];
    throw new InvalidInputError(
      `"${path.join('.')}" must be the code of a country by ISO 3166-1, such as "DE" or "GB", not ${quoted(country)}`,
      path,
    );
  }
  return checked;
}

/** As long as any that is in use. */
export const MAX_LANGUAGE_TAG = 35;

/** A BCP 47 tag in its one form, "pt-BR" however it was written; null: it is none, or too long. */
export function canonicalLanguageTag(text: string): string | null {
  if (text.length > MAX_LANGUAGE_TAG) return null;
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(text);
    return canonical !== '' && canonical.length <= MAX_LANGUAGE_TAG ? canonical : null;
  } catch {
    return null;
  }
}

/** The one in a language (BCP 47): in exactly that one, else in the same language of another region or script; null: there is none. */
export function chooseLanguage<Written extends { language: string }>(
  options: readonly Written[],
  wanted: string,
): Written | null {
  const tag = wanted.toLowerCase();
  const exact = options.find(({ language }) => language.toLowerCase() === tag);
  return exact ?? options.find(({ language }) => primary(language) === primary(tag)) ?? null;
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}

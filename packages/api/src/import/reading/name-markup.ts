interface Markup {
  name: string;
  fileName: RegExp;
  /** How a text of it begins, whatever its name. */
  text: RegExp;
}

const MARKUPS: readonly Markup[] = [
  {
    name: 'AsciiDoc',
    fileName: /\.(?:adoc|asciidoc|asc)$/i,
    text: /^= [^\n=]{1,200}\n(?:[^\n]{0,300}\n){1,200}?== \S/,
  },
  { name: 'Texinfo', fileName: /\.(?:texi|texinfo|txi)$/i, text: /^\\input texinfo/ },
  { name: 'LaTeX', fileName: /\.(?:tex|latex)$/i, text: /^(?:%[^\n]{0,300}\n){0,50}\\documentclass\b/ },
];

/** What a text is written in, where that is known and nothing that can be imported. */
export function nameMarkup(text: string, fileName: string): string | null {
  const head = text.slice(0, 20_000).trimStart();
  const found = MARKUPS.find((markup) => markup.fileName.test(fileName) || markup.text.test(head));
  return found?.name ?? null;
}

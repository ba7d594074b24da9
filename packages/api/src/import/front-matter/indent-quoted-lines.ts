// `excerpt: "…`, and no quotation mark at the end of the line.
const OPENING = /^[\w-]{1,50}:[ \t]+(["'])(?!.*\1[ \t]*$)/;

/**
 * A text in quotation marks that goes on at the left edge of the next lines. YAML wants it indented; the programs that blogs are made with
 * do not mind. No line is added or moved.
 */
export function indentQuotedLines(source: string): string {
  let quote: string | null = null;
  return source
    .split('\n')
    .map((line) => {
      if (quote === null) {
        quote = OPENING.exec(line.slice(0, MAX_LINE))?.[1] ?? null;
        return line;
      }
      if (line.trimEnd().endsWith(quote)) quote = null;
      return ` ${line}`;
    })
    .join('\n');
}

const MAX_LINE = 5_000;

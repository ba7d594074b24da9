/** `{% include map.html %}`, `{{< figure … >}}`: what Markdown says to the program that makes a site of it. */
import { measureFrontMatter } from '../front-matter/measure-front-matter.ts';

export interface WithoutSiteCodes {
  /** Spaces stand where they stood: every other character is at its place. */
  text: string;
  /** Those that had a line to themselves. */
  lines: string[];
}

const SIGN = /\{%|\{\{[<%]/;
const CODE = /\{%[^\n]{1,400}?%\}|\{\{<[^\n]{1,400}?>\}\}|\{\{%[^\n]{1,400}?%\}\}/g;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const OPENING = /\{[%{][%<]?-?\s?(?:highlight|code|prism|codeblock)(?=[\s%>-])/g;
const CLOSING = /\{[%{][%<]?-?\s?(?:\/\s?|end)(?:highlight|code|prism|codeblock)(?=[\s%>-])/g;
const LINE = /[^\n]*\n?/y;

/** Without the codes; what they frame as a listing is code, and what stands in code stays. */
export function blankSiteCodes(text: string): WithoutSiteCodes {
  if (!SIGN.test(text)) return { text, lines: [] };
  const { length } = measureFrontMatter(text);
  const parts = [text.slice(0, length)];
  const lines: string[] = [];
  // One that nobody closed would make code of all that follows.
  const areClosed = countMatches(text, OPENING) === countMatches(text, CLOSING);
  let fence: string | null = null;
  for (LINE.lastIndex = length; LINE.lastIndex < text.length;) {
    const [line = ''] = LINE.exec(text) ?? [];
    const mark: string | undefined = FENCE.exec(line.slice(0, 200))?.[1];
    const isCode: boolean = fence !== null || mark !== undefined || /^(?: {4}|\t)/.test(line);
    if (mark !== undefined) fence = fence === null ? mark : mark.startsWith(fence) ? null : fence;
    const blank = isCode || !SIGN.test(line) ? line : blankLine(line, areClosed);
    if (blank !== line && blank.trim() === '') lines.push(line.trim());
    parts.push(blank);
  }
  return { text: parts.join(''), lines };
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function blankLine(line: string, areClosed: boolean): string {
  const isWhole = line.replaceAll(CODE, '').trim() === '';
  let place = 0;
  let isShown = false;
  return line.replaceAll(CODE, (code, at: number) => {
    // Within backticks it is shown, not meant.
    for (const sign of line.slice(place, at)) if (sign === '`') isShown = !isShown;
    place = at + code.length;
    if (isShown) return code;
    const kind = areClosed ? kindOfListing(code) : null;
    if (kind === null) return ' '.repeat(code.length);
    if (isWhole) return '~~~~'.padEnd(code.length);
    return kind === 'OPENING' ? '`'.padStart(code.length) : '`'.padEnd(code.length);
  });
}

function kindOfListing(code: string): 'OPENING' | 'CLOSING' | null {
  if (code.search(OPENING) === 0) return 'OPENING';
  return code.search(CLOSING) === 0 ? 'CLOSING' : null;
}

/** Text from outside made safe for Discord's Markdown, and the few pieces of Markdown we write ourselves. */

// Marks anywhere; "#", "-", ">", "+" and "1." only mean something at the start of a line.
const INLINE_MARKS = /[\\*_`~|[\]<]/g;
const LINE_START_MARKS = /^(\s*)(-#|[#>+-]|\d+(?=[.)]))/gm;
const EVERYONE = /@(?=everyone|here)/gi;
// Overrides of the writing direction could make a text look like another one.
const DIRECTION_OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/g;
// An address without characters that are marks outside it: Discord links it as it stands.
const WEB_ADDRESS = /(https?:\/\/[\w./?&=%~+:,;#-]*[\w/])/gi;

/** Every character of the text shows as itself; nothing is formatted, linked in disguise or mentioned. Line breaks stay. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(DIRECTION_OVERRIDES, '')
    .split(WEB_ADDRESS)
    .map((piece, index) => (index % 2 === 1 ? piece : escapePiece(piece, index === 0)))
    .join('');
}

function escapePiece(piece: string, startsText: boolean): string {
  const escaped = piece.replace(INLINE_MARKS, '\\$&').replace(EVERYONE, '@\u200B');
  // What follows an address on the same line is not the start of a line.
  const [first = '', ...lines] = escaped.split('\n');
  return [startsText ? escapeLineStart(first) : first, ...lines.map(escapeLineStart)].join('\n');
}

function escapeLineStart(line: string): string {
  return line.replace(LINE_START_MARKS, (_, space: string, mark: string) =>
    /^\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
  );
}

/** For headings, labels and list items: one line. */
export function escapeLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim());
}

/** For code blocks, where nothing can be escaped: without the marks that would end the block. */
export function codeText(text: string): string {
  return text.replace(DIRECTION_OVERRIDES, '').replaceAll('`', 'ˋ');
}

/** A link to a web page; the text alone when the address is not one Discord would link. */
export function link(text: string, address: string | null): string {
  const shown = escapeLine(text);
  const url = address === null ? undefined : webUrl(address);
  // Discord shows no link whose text is an address itself: it could lie about where it leads.
  if (url === undefined || /https?:\/\//i.test(text)) return shown;
  return `[${shown}](${url})`;
}

const MAX_URL = 512;

/** The address in a form that cannot end the Markdown link around it; undefined for anything but http(s). */
export function webUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const safe = url.href.replace(
    /[()<>\\*|`]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return safe.length > MAX_URL ? undefined : safe;
}

/** Shown by Discord in the reader's own zone and language. Styles: D date, f date and time, F with weekday, R relative. */
export function timestamp(instant: string | Date, style: 'D' | 'f' | 'F' | 'R'): string {
  return `<t:${Math.floor(new Date(instant).getTime() / 1000)}:${style}>`;
}

/** "-#" makes a line small and grey. */
export function small(text: string): string {
  return `-# ${text}`;
}

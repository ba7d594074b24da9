/** Long texts on several pages: nothing is left out, nothing is torn in the middle of a word where that can be helped. */

/** Leaves room in a message for a heading, sources and a line about the pages. */
export const PAGE_CHARACTERS = 2_800;
const PAGE_BYTES = 7_000;
const BETWEEN = 2;

/** At least one page; each page is a list of entries. An entry too long for one page is continued on the next. */
export function splitPages(entries: readonly string[]): string[][] {
  const pages: string[][] = [[]];
  let characters = 0;
  let bytes = 0;
  for (const piece of entries.flatMap(splitEntry)) {
    const pieceBytes = Buffer.byteLength(piece) + BETWEEN;
    const full = characters + piece.length > PAGE_CHARACTERS || bytes + pieceBytes > PAGE_BYTES;
    if (full && pages.at(-1)?.length !== 0) {
      pages.push([]);
      characters = 0;
      bytes = 0;
    }
    pages.at(-1)?.push(piece);
    characters += piece.length + BETWEEN;
    bytes += pieceBytes;
  }
  return pages;
}

const FENCE = '```';

function splitEntry(entry: string): string[] {
  const pieces: string[] = [];
  let rest = entry;
  while (!fitsPage(rest)) {
    const end = breakPoint(rest);
    const piece = rest.slice(0, end).trimEnd();
    const after = rest.slice(end).replace(/^\n+/, '');
    // A code block cut in two is closed here and opened again there.
    const insideCode = piece.split(FENCE).length % 2 === 0;
    pieces.push(insideCode ? `${piece}\n${FENCE}` : piece);
    rest = insideCode ? `${FENCE}\n${after}` : after.trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

// Fences around a piece of a code block are not counted in its length.
const FENCES = 40;

function fitsPage(text: string): boolean {
  return text.length + FENCES <= PAGE_CHARACTERS && Buffer.byteLength(text) + FENCES <= PAGE_BYTES;
}

/** After a line, else a sentence, else a word, else between two characters; never right after a backslash. */
function breakPoint(text: string): number {
  let room = PAGE_CHARACTERS - FENCES;
  while (Buffer.byteLength(text.slice(0, room)) + FENCES > PAGE_BYTES) room -= 100;
  const head = text.slice(0, room);
  for (const boundary of [/\n(?!.*\n)/s, /[.!?…。！？]["”’»)]?\s(?!.*[.!?…。！？]["”’»)]?\s)/s, /\s\S*$/]) {
    const at = head.search(boundary);
    if (at > room / 2) return at + 1;
  }
  return room - (/(?:[\uD800-\uDBFF]|(?<!\\)(?:\\\\)*\\)$/.test(head) ? 1 : 0);
}

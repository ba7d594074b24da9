import { comparableText } from '../text/comparable-text.ts';
import { isContentsHeading } from '../page/page-chrome.ts';
import type { Piece } from './tidy-plain-text.ts';

const MAX_LINE = 200;
// "1. INTRODUCTION ......... 1", "Foreword . . . . . . iii"
const LEADER = /\s?(?:\.{4,}|(?: \.){4,}|…{2,}|·{4,}|_{4,})\s*(?:\d{1,4}|[ivxlc]{1,6})$/i;
const MIN_LINES = 3;

/**
 * Indexes of the lines of a printed table of contents, and of the heading above them. Dots lead to the prices of a menu, too: it is announced, or
 * most of what it names stands below as a line of its own.
 */
export function findLeaderLines(pieces: readonly Piece[]): ReadonlySet<number> {
  const found = new Set<number>();
  let known: ReadonlySet<string> | null = null;
  for (let index = 0; index < pieces.length; index += 1) {
    const run = runFrom(pieces, index);
    if (run.length === 0) continue;
    const above = announcementAbove(pieces, index);
    if (run.length >= MIN_LINES && above === null) known ??= namesIn(pieces);
    if (run.length >= MIN_LINES && (above !== null || mostlyNamed(pieces, run, known ?? new Set()))) {
      for (const at of run) found.add(at);
      if (above !== null) found.add(above);
    }
    index = run.at(-1) ?? index;
  }
  return found;
}

function leaderAt({ line }: Piece): number {
  return line.text.length > MAX_LINE ? -1 : line.text.search(LEADER);
}

/** Indexes of the lines with leaders that follow each other from `start` on, with or without blank lines. */
function runFrom(pieces: readonly Piece[], start: number): number[] {
  const run: number[] = [];
  for (let index = start; ; index += 1) {
    const piece = pieces[index];
    if (piece !== undefined && piece.kind !== 'BLANK' && leaderAt(piece) > 0) run.push(index);
    else if (run.length === 0 || piece?.kind !== 'BLANK') return run;
  }
}

function announcementAbove(pieces: readonly Piece[], index: number): number | null {
  let above = index - 1;
  while (/^(?:BLANK|RULE)$/.test(pieces[above]?.kind ?? '')) above -= 1;
  return isContentsHeading(pieces[above]?.line.text ?? '') ? above : null;
}

function mostlyNamed(pieces: readonly Piece[], run: readonly number[], known: ReadonlySet<string>): boolean {
  const named = run.filter((at) => {
    const piece = pieces[at];
    return piece !== undefined && known.has(comparableText(piece.line.text.slice(0, leaderAt(piece))));
  });
  return named.length * 2 > run.length;
}

/** All short lines without leaders. */
function namesIn(pieces: readonly Piece[]): ReadonlySet<string> {
  const lines = pieces.filter((piece) => piece.line.text.length <= MAX_LINE && leaderAt(piece) === -1);
  return new Set(lines.map(({ line }) => comparableText(line.text)));
}

import type { BriefingDocument } from '../briefings/document.ts';
import { listPieces, type Piece } from '../briefings/list-pieces.ts';
import { readableDocument } from '../briefings/readable-document.ts';

/** What differs between two versions of an article, in numbers and places. */
export interface ChangeSummary {
  added: number;
  changed: number;
  removed: number;
  /** Headings of the sections it is in, in the order of the later version; "Introduction" for the text before the first one. */
  sections: string[];
}

export function summariseChanges(before: BriefingDocument, after: BriefingDocument): ChangeSummary {
  const old = piecesOf(before);
  const now = piecesOf(after);
  const gone = without(old, now);
  const fresh = without(now, old);
  const goneIds = new Set(gone.map(keyOf));
  const changed = fresh.filter((piece) => goneIds.has(keyOf(piece))).length;
  const touched = new Set([...fresh, ...gone].map((piece) => sectionOf(piece)));
  const headings = [...after.sections, ...before.sections].filter(({ id }) => touched.has(id));
  return {
    added: fresh.length - changed,
    changed,
    removed: gone.length - changed,
    sections: [...new Set(headings.map(({ heading }) => heading ?? 'Introduction'))],
  };
}

/** For people: "2 passages are new, 1 is changed and 0 are gone, in Background and Outlook". */
export function describeChanges({ added, changed, removed, sections }: ChangeSummary): string {
  const named = sections.slice(0, MAX_NAMED).join(', ');
  const more = sections.length > MAX_NAMED ? ` and ${sections.length - MAX_NAMED} more` : '';
  return `new: ${added}, changed: ${changed}, gone: ${removed}${named === '' ? '' : ` (in ${named}${more})`}`;
}

const MAX_NAMED = 5;

/** Gradings are ours, not the article's; sources and claims are counted where they stand in the text. */
function piecesOf(document: BriefingDocument): Piece[] {
  const plain = document.claims.map((claim) => ({
    ...claim,
    status: 'UNVERIFIED' as const,
    credibility: 6,
    gradings: [],
    citations: [],
  }));
  const provenance = { createdBy: '', reviewedBy: null, importedFrom: null };
  return listPieces(readableDocument({ ...document, claims: plain }, provenance)).filter(
    ({ kind }) => kind !== 'SOURCE',
  );
}

/** The pieces that say what none of the others says, each of the others counting once: a passage that only moved says the same. */
function without(pieces: readonly Piece[], others: readonly Piece[]): Piece[] {
  const said = new Map<string, number>();
  for (const other of others) said.set(wordsOf(other), (said.get(wordsOf(other)) ?? 0) + 1);
  return pieces.filter((piece) => {
    const left = said.get(wordsOf(piece)) ?? 0;
    said.set(wordsOf(piece), left - 1);
    return left <= 0;
  });
}

function wordsOf({ kind, fingerprint }: Piece): string {
  return `${kind} ${fingerprint}`;
}

function keyOf({ kind, id }: Piece): string {
  return `${kind} ${id}`;
}

function sectionOf({ kind, id, sectionId }: Piece): string | null {
  return kind === 'SECTION' ? id : sectionId;
}

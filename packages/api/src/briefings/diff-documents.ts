import { listPieces, type Piece } from './list-pieces.ts';
import type { Correction, ReadableDocument } from './readable-document.ts';

export const CHANGE_REASONS = ['NEW', 'UPDATED', 'CORRECTED', 'WITHDRAWN'] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

export interface DocumentChange {
  reason: ChangeReason;
  /** As it is now; as it was where it is gone. */
  piece: Omit<Piece, 'text' | 'fingerprint'>;
  /** Null: it was not there. */
  before: string | null;
  /** Null: it is not there any more. */
  after: string | null;
  /** The latest correction that concerns it; null: none does. */
  correction: Correction | null;
}

/** What differs between two revisions, piece by piece: first what is there in the later one, in its order, then what is gone. */
export function diffDocuments(earlier: ReadableDocument, later: ReadableDocument): DocumentChange[] {
  const old = new Map(listPieces(earlier).map((piece) => [keyOf(piece), piece]));
  const pieces = listPieces(later);
  const kept = new Set(pieces.map(keyOf));
  const known = new Set(earlier.corrections.map(({ id }) => id));
  const corrections = later.corrections.filter(({ id }) => !known.has(id));
  const correctionOf = (id: string) => corrections.findLast(({ pieces: ids }) => ids.includes(id)) ?? null;
  return [
    ...pieces.flatMap((piece) => {
      const before = old.get(keyOf(piece));
      if (before?.fingerprint === piece.fingerprint) return [];
      return [change(before, piece, correctionOf(piece.id))];
    }),
    ...[...old.values()]
      .filter((piece) => !kept.has(keyOf(piece)))
      .map((piece) => change(piece, undefined, correctionOf(piece.id))),
  ];
}

function change(
  before: Piece | undefined,
  after: Piece | undefined,
  correction: Correction | null,
): DocumentChange {
  const { kind, id, sectionId } = after ?? before ?? { kind: 'BLOCK', id: '', sectionId: null };
  return {
    reason: reasonOf(before, after, correction),
    piece: { kind, id, sectionId },
    before: before?.text ?? null,
    after: after?.text ?? null,
    correction,
  };
}

function reasonOf(
  before: Piece | undefined,
  after: Piece | undefined,
  correction: Correction | null,
): ChangeReason {
  if (after === undefined) return 'WITHDRAWN';
  if (correction !== null) return 'CORRECTED';
  return before === undefined ? 'NEW' : 'UPDATED';
}

function keyOf({ kind, id }: Piece): string {
  return `${kind} ${id}`;
}

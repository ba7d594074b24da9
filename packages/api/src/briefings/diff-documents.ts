import { findMoved } from './find-moved.ts';
import { listPieces, type Piece } from './list-pieces.ts';
import type { Correction, ReadableDocument } from './readable-document.ts';

export const CHANGE_REASONS = ['NEW', 'UPDATED', 'MOVED', 'CORRECTED', 'WITHDRAWN'] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

export interface DocumentChange {
  reason: ChangeReason;
  /** As it is now; as it was where it is gone. */
  piece: Omit<Piece, 'text' | 'fingerprint' | 'fields'>;
  /** Null: it was not there. */
  before: string | null;
  /** Null: it is not there any more. */
  after: string | null;
  /** Names of what differs in a piece that is in both. */
  fields: string[];
  /** The latest correction that concerns it; null: none does. */
  correction: Correction | null;
}

/** What differs between two revisions, piece by piece: first what is there in the later one, in its order, then what is gone. */
export function diffDocuments(earlier: ReadableDocument, later: ReadableDocument): DocumentChange[] {
  const former = listPieces(earlier);
  const old = new Map(former.map((piece) => [keyOf(piece), piece]));
  const pieces = listPieces(later);
  const moved = movedPieces(former, pieces);
  const kept = new Set(pieces.map(keyOf));
  const known = new Set(earlier.corrections.map(({ id }) => id));
  const corrections = later.corrections.filter(({ id }) => !known.has(id));
  const correctionOf = (id: string) => corrections.findLast(({ pieces: ids }) => ids.includes(id)) ?? null;
  return [
    ...pieces.flatMap((piece) => {
      const before = old.get(keyOf(piece));
      const fields = before === undefined ? [] : changedFields(before, piece, moved.has(keyOf(piece)));
      if (before !== undefined && fields.length === 0) return [];
      return [change({ before, after: piece, fields }, correctionOf(piece.id))];
    }),
    ...[...old.values()]
      .filter((piece) => !kept.has(keyOf(piece)))
      .map((piece) => change({ before: piece, after: undefined, fields: [] }, correctionOf(piece.id))),
  ];
}

/** It stands elsewhere among what is beside it; it stands in another section. */
const PLACE = 'order';
const SECTION = 'sectionId';

/** Sections among sections, blocks among those that were in their section already, and so on. */
function movedPieces(earlier: readonly Piece[], later: readonly Piece[]): ReadonlySet<string> {
  const sections = new Map(earlier.map((piece) => [keyOf(piece), piece.sectionId]));
  const [former, latter] = [earlier, later].map((pieces) => Map.groupBy(pieces, groupOf));
  return new Set(
    [...(latter ?? [])].flatMap(([group, pieces]) => {
      const stayed = pieces.map(keyOf).filter((key) => sections.get(key) === pieces[0]?.sectionId);
      return [...findMoved((former?.get(group) ?? []).map(keyOf), stayed)];
    }),
  );
}

function groupOf({ kind, sectionId }: Piece): string {
  return `${kind} ${sectionId ?? ''}`;
}

function changedFields(before: Piece, after: Piece, isMoved: boolean): string[] {
  const names = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)]);
  return [
    ...[...names].filter((name) => before.fields[name] !== after.fields[name]).toSorted(),
    ...(before.sectionId === after.sectionId ? [] : [SECTION]),
    ...(isMoved ? [PLACE] : []),
  ];
}

interface Versions {
  before: Piece | undefined;
  after: Piece | undefined;
  fields: string[];
}

function change(versions: Versions, correction: Correction | null): DocumentChange {
  const { before, after, fields } = versions;
  const { kind, id, sectionId } = after ?? before ?? { kind: 'BLOCK', id: '', sectionId: null };
  return {
    reason: reasonOf(versions, correction),
    piece: { kind, id, sectionId },
    before: before?.text ?? null,
    after: after?.text ?? null,
    fields,
    correction,
  };
}

function reasonOf({ before, after, fields }: Versions, correction: Correction | null): ChangeReason {
  if (after === undefined) return 'WITHDRAWN';
  if (correction !== null) return 'CORRECTED';
  if (before === undefined) return 'NEW';
  return fields.every((name) => name === PLACE || name === SECTION) ? 'MOVED' : 'UPDATED';
}

function keyOf({ kind, id }: Piece): string {
  return `${kind} ${id}`;
}

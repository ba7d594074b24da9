/** How far a translation has come: which pieces of the original it does not say, or not any more. */
import { countWords } from '@communique/shared/text';
import { listPieces, type Piece, type PieceKind } from './list-pieces.ts';
import type { ReadableDocument } from './readable-document.ts';

export const GAP_REASONS = ['MISSING', 'OUTDATED', 'UNTRANSLATED'] as const;
export type GapReason = (typeof GAP_REASONS)[number];

export interface TranslationGap {
  reason: GapReason;
  /** Of the original. */
  piece: Piece;
}

export interface TranslationState {
  /** Number of the original's revision it is compared with. */
  originalRevision: number;
  /** Number of the one it was made from. */
  translatedRevision: number | null;
  /** How many pieces of the original are to be translated. */
  pieces: number;
  gaps: TranslationGap[];
}

interface Versions {
  original: { revision: number; document: ReadableDocument };
  /** The original as it was when it was translated; null: that revision cannot be read. */
  base: ReadableDocument | null;
  translation: ReadableDocument;
}

export function compareTranslation({ original, base, translation }: Versions): TranslationState {
  const translatedRevision = translation.translatedRevision ?? null;
  const isBehind = translatedRevision === null || translatedRevision < original.revision;
  const translated = piecesByKey(translation);
  const before = base === null ? null : piecesByKey(base);
  const pieces = listPieces(original.document).filter(
    ({ kind, text }) => !AS_THEY_ARE.has(kind) && text !== '',
  );
  const gaps = pieces.flatMap((piece): TranslationGap[] => {
    const key = keyOf(piece);
    const reason = gapReason(piece, translated.get(key), isBehind && isChanged(piece, before?.get(key)));
    return reason === null ? [] : [{ reason, piece }];
  });
  return { originalRevision: original.revision, translatedRevision, pieces: pieces.length, gaps };
}

/** A source is cited in its own language, and the details hold nothing to read. */
const AS_THEY_ARE: ReadonlySet<PieceKind> = new Set(['SOURCE', 'DETAILS']);

// Shorter texts can be the same in two languages: names, dates, numbers.
const FEWEST_WORDS = 4;

function gapReason(piece: Piece, translated: Piece | undefined, isOutdated: boolean): GapReason | null {
  if (translated === undefined || translated.text === '') return 'MISSING';
  if (isOutdated) return 'OUTDATED';
  return translated.text === piece.text && countWords(piece.text) >= FEWEST_WORDS ? 'UNTRANSLATED' : null;
}

function isChanged(piece: Piece, before: Piece | undefined): boolean {
  return before?.fingerprint !== piece.fingerprint;
}

function piecesByKey(document: ReadableDocument): Map<string, Piece> {
  return new Map(listPieces(document).map((piece) => [keyOf(piece), piece]));
}

function keyOf({ kind, id }: Piece): string {
  return `${kind} ${id}`;
}

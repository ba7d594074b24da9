/** Carries over what an editor's input does not say: who made a piece that stayed the same, and where in the article it came from. */
import type { Provenance } from './compose-draft.ts';
import type { BriefingDocument, Origin, PieceProvenance } from './document.ts';
import { listPieces } from './list-pieces.ts';
import { readableDocument } from './readable-document.ts';

interface Version {
  document: BriefingDocument;
  provenance: Provenance;
}

export function keepProvenance(previous: Version, next: Version): BriefingDocument {
  const before = piecesById(previous);
  const after = piecesById(next);
  const keep = <Made extends { provenance?: PieceProvenance | undefined }>(id: string, piece: Made): Made => {
    const known = before.get(id);
    const same = known !== undefined && known.fingerprint === after.get(id)?.fingerprint;
    return { ...piece, provenance: same ? known.provenance : stamp(next.provenance) };
  };
  const keepAll = <Made extends Placed>(pieces: readonly Made[]): Made[] =>
    pieces.map((piece) => ({
      ...keep(piece.id, piece),
      origin: piece.origin ?? before.get(piece.id)?.origin ?? null,
    }));
  const { document } = next;
  return {
    ...document,
    sections: keepAll(document.sections).map((section) => ({ ...section, blocks: keepAll(section.blocks) })),
    sources: document.sources.map((source) => keep(`source-${source.number}`, source)),
    claims: keepAll(document.claims),
    stakeholders: keepAll(document.stakeholders),
    events: keepAll(document.events),
    scenarios: keepAll(document.scenarios),
    perspectives: keepAll(document.perspectives),
    prompts: keepAll(document.prompts),
  };
}

interface Placed {
  id: string;
  origin: Origin | null;
  provenance?: PieceProvenance | undefined;
}

interface KnownPiece {
  fingerprint: string;
  provenance: PieceProvenance;
  origin: Origin | null;
}

function piecesById({ document, provenance }: Version): Map<string, KnownPiece> {
  const readable = readableDocument(document, provenance);
  const placed: readonly Placed[] = [
    ...document.sections,
    ...document.sections.flatMap(({ blocks }) => blocks),
    ...document.claims,
    ...document.stakeholders,
    ...document.events,
    ...document.scenarios,
    ...document.perspectives,
    ...document.prompts,
    ...document.sources.map((source) => ({ ...source, id: `source-${source.number}`, origin: null })),
  ];
  const byId = new Map(placed.map((piece) => [piece.id, piece]));
  return new Map(
    listPieces(readable).map(({ id, fingerprint }) => {
      const piece = byId.get(id);
      const known = { fingerprint, provenance: piece?.provenance ?? stamp(provenance) };
      return [id, { ...known, origin: piece?.origin ?? null }];
    }),
  );
}

function stamp({ createdBy, importedFrom, generatedBy = 'HUMAN' }: Provenance): PieceProvenance {
  return { createdBy, importedFrom, generatedBy };
}

/** A document as readers use it: every reference inside it resolved once, so that reading is following properties. */
import type { Provenance } from './compose-draft.ts';
import type * as written from './document.ts';

/** Who made a piece: always said, if only by the revision it stands in. */
type Made<Piece> = Piece extends unknown ? Omit<Piece, 'provenance'> & { provenance: Provenance } : never;
type Sourced<Piece extends { citations: number[] }> = Made<Piece> & { sources: Source[] };

export type Source = Made<written.Source>;
export type Prompt = Made<written.Prompt>;
export type Correction = written.Correction;
export type Claim = Sourced<written.Claim>;
export type Stakeholder = Sourced<written.Stakeholder>;
export type BriefingEvent = Sourced<written.BriefingEvent>;
export type Scenario = Sourced<written.Scenario>;
export type Perspective = Sourced<written.Perspective>;

export type QuoteBlock = Made<written.BlockOf<'QUOTE'>> & { claim: Claim };
export type Block = Made<Exclude<written.Block, { type: 'QUOTE' }>> | QuoteBlock;
export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;
export type Section = Omit<Made<written.Section>, 'blocks'> & { blocks: Block[] };

export interface ReadableDocument extends Omit<
  written.BriefingDocument,
  | 'sections'
  | 'sources'
  | 'claims'
  | 'stakeholders'
  | 'events'
  | 'scenarios'
  | 'perspectives'
  | 'prompts'
  | 'corrections'
> {
  sections: Section[];
  sources: Source[];
  claims: Claim[];
  stakeholders: Stakeholder[];
  events: BriefingEvent[];
  scenarios: Scenario[];
  perspectives: Perspective[];
  prompts: Prompt[];
  corrections: Correction[];
}

export function readableDocument(
  document: written.BriefingDocument,
  provenance: Provenance,
): ReadableDocument {
  const made = <Piece extends { provenance?: written.PieceProvenance | undefined }>(piece: Piece) => ({
    ...piece,
    provenance:
      piece.provenance === undefined
        ? provenance
        : { ...piece.provenance, reviewedBy: provenance.reviewedBy },
  });
  const sources = document.sources.map(made);
  const sourced = <Piece extends { citations: number[]; provenance?: written.PieceProvenance | undefined }>(
    piece: Piece,
  ) => ({ ...made(piece), sources: piece.citations.flatMap((number) => sources[number - 1] ?? []) });
  const claims = document.claims.map(sourced);
  const claimsById = new Map(claims.map((claim) => [claim.id, claim]));
  const readableBlock = (block: written.Block): Block[] => {
    if (block.type !== 'QUOTE') return [made(block)];
    const claim = claimsById.get(block.claimId);
    return claim === undefined ? [] : [{ ...made(block), claim }];
  };
  return {
    ...document,
    sources,
    claims,
    sections: document.sections.map((section) => ({
      ...made(section),
      blocks: section.blocks.flatMap(readableBlock),
    })),
    stakeholders: document.stakeholders.map(sourced),
    events: document.events.map(sourced),
    scenarios: document.scenarios.map(sourced),
    perspectives: document.perspectives.map(sourced),
    prompts: document.prompts.map(made),
    corrections: document.corrections ?? [],
  };
}

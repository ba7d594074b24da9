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
export type Evidence = Sourced<written.Evidence> & { claim: Claim | null };
export type Stakeholder = Omit<Sourced<written.Stakeholder>, 'evidence'> & { evidence: Evidence[] };
export type BriefingEvent = Sourced<written.BriefingEvent>;
export type Outcome = Made<NonNullable<written.Scenario['outcome']>>;
export type Scenario = Omit<Sourced<written.Scenario>, 'outcome'> & { outcome: Outcome | null };
export type Summary = Made<written.BriefingDocument['summary']>;
export type BriefingTopic = Made<written.BriefingDocument['topics'][number]>;
export type Perspective = Sourced<written.Perspective>;

type SourcedBlock<Written extends written.Block> = Written extends unknown ? Sourced<Written> : never;
export type QuoteBlock = Sourced<written.BlockOf<'QUOTE'>> & { claim: Claim };
export type Block = SourcedBlock<Exclude<written.Block, { type: 'QUOTE' }>> | QuoteBlock;
export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;
export type Section = Omit<Made<written.Section>, 'blocks'> & { blocks: Block[] };

export interface ReadableDocument extends Omit<
  written.BriefingDocument,
  | 'summary'
  | 'topics'
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
  summary: Summary;
  topics: BriefingTopic[];
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
  const madeWith = <Piece extends { provenance?: written.PieceProvenance | undefined }>(
    piece: Piece,
    whole: Provenance,
  ) => ({
    ...piece,
    provenance:
      piece.provenance === undefined ? whole : { ...piece.provenance, reviewedBy: provenance.reviewedBy },
  });
  const made = <Piece extends { provenance?: written.PieceProvenance | undefined }>(piece: Piece) =>
    madeWith(piece, provenance);
  const sources = document.sources.map((source) => made(source));
  const cited = (citations: readonly number[]) =>
    citations.length === 0 ? NONE : citations.flatMap((number) => sources[number - 1] ?? []);
  const sourced = <Piece extends { citations: number[]; provenance?: written.PieceProvenance | undefined }>(
    piece: Piece,
  ) => ({ ...made(piece), sources: cited(piece.citations) });
  const claims = document.claims.map(sourced);
  const claimsById = new Map(claims.map((claim) => [claim.id, claim]));
  const readableBlock = (block: written.Block): Block[] => {
    if (block.type !== 'QUOTE') return [sourced(block)];
    const claim = claimsById.get(block.claimId);
    return claim === undefined ? [] : [{ ...sourced(block), claim }];
  };
  const shown = (evidence: written.Evidence, whole: Provenance): Evidence => ({
    ...madeWith(evidence, whole),
    claim: claimsById.get(evidence.claimId ?? '') ?? null,
    sources: cited(evidence.citations),
  });
  const stakeholder = (piece: written.Stakeholder): Stakeholder => {
    const whole = sourced(piece);
    const evidence = (piece.evidence ?? []).map((each) => shown(each, whole.provenance));
    return { ...whole, evidence };
  };
  const scenario = (piece: written.Scenario): Scenario => {
    const whole = sourced(piece);
    return { ...whole, outcome: piece.outcome && madeWith(piece.outcome, whole.provenance) };
  };
  return {
    ...document,
    summary: made(document.summary),
    topics: document.topics.map((topic) => made(topic)),
    sources,
    claims,
    sections: document.sections.map((section) => ({
      ...made(section),
      blocks: section.blocks.flatMap(readableBlock),
    })),
    stakeholders: document.stakeholders.map(stakeholder),
    events: document.events.map(sourced),
    scenarios: document.scenarios.map(scenario),
    perspectives: document.perspectives.map(sourced),
    prompts: document.prompts.map((prompt) => made(prompt)),
    corrections: document.corrections ?? [],
  };
}

/** Shared by all that cite nothing, which is most of a document. */
const NONE: Source[] = [];

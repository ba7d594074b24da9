/** A document as readers use it: every reference inside it resolved once, so that reading is following properties. */
import type * as written from './document.ts';

export type Source = written.Source;
export type Prompt = written.Prompt;
type Sourced<Piece extends { citations: number[] }> = Piece & { sources: Source[] };
export type Claim = Sourced<written.Claim>;
export type Stakeholder = Sourced<written.Stakeholder>;
export type BriefingEvent = Sourced<written.BriefingEvent>;
export type Scenario = Sourced<written.Scenario>;
export type Perspective = Sourced<written.Perspective>;

export type QuoteBlock = written.BlockOf<'QUOTE'> & { claim: Claim };
export type Block = Exclude<written.Block, { type: 'QUOTE' }> | QuoteBlock;
export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;
export type Section = Omit<written.Section, 'blocks'> & { blocks: Block[] };

export interface ReadableDocument extends Omit<
  written.BriefingDocument,
  'sections' | 'claims' | 'stakeholders' | 'events' | 'scenarios' | 'perspectives'
> {
  sections: Section[];
  claims: Claim[];
  stakeholders: Stakeholder[];
  events: BriefingEvent[];
  scenarios: Scenario[];
  perspectives: Perspective[];
}

export function readableDocument(document: written.BriefingDocument): ReadableDocument {
  const withSources = <Piece extends { citations: number[] }>(piece: Piece): Sourced<Piece> => ({
    ...piece,
    sources: piece.citations.flatMap((number) => document.sources[number - 1] ?? []),
  });
  const claims = document.claims.map(withSources);
  const claimsById = new Map(claims.map((claim) => [claim.id, claim]));
  return {
    ...document,
    claims,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.flatMap((block) => readableBlock(block, claimsById)),
    })),
    stakeholders: document.stakeholders.map(withSources),
    events: document.events.map(withSources),
    scenarios: document.scenarios.map(withSources),
    perspectives: document.perspectives.map(withSources),
  };
}

function readableBlock(block: written.Block, claims: ReadonlyMap<string, Claim>): Block[] {
  if (block.type !== 'QUOTE') return [block];
  const claim = claims.get(block.claimId);
  return claim === undefined ? [] : [{ ...block, claim }];
}

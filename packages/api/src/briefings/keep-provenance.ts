/** Carries over what an editor's input does not say: who made a piece that stayed the same, and where in the article it came from. */
import type { Provenance } from './compose-draft.ts';
import type { BriefingDocument, Evidence, Origin, PieceProvenance, Scenario } from './document.ts';
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
  const inside = (made: PieceProvenance | undefined) => made ?? stamp(next.provenance);
  const known = insideKnown(previous);
  return {
    ...document,
    summary: keep('summary', document.summary),
    topics: document.topics.map((topic) => ({ ...topic, provenance: inside(known.topic(topic)) })),
    sections: keepAll(document.sections).map((section) => ({ ...section, blocks: keepAll(section.blocks) })),
    sources: document.sources.map((source) => keep(`source-${source.number}`, source)),
    claims: keepAll(document.claims),
    stakeholders: keepAll(document.stakeholders).map((stakeholder) => ({
      ...stakeholder,
      evidence: stakeholder.evidence?.map((evidence) => ({
        ...evidence,
        provenance: inside(known.evidence(stakeholder.id, evidence)),
      })),
    })),
    events: keepAll(document.events),
    scenarios: keepAll(document.scenarios).map((scenario) => ({
      ...scenario,
      outcome: scenario.outcome && {
        ...scenario.outcome,
        provenance: inside(known.outcome(scenario.id, scenario.outcome)),
      },
    })),
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

/** What has no id of its own: it stayed the same where the piece it stands in says the same there. */
function insideKnown({ document, provenance }: Version) {
  const { topics, stakeholders, scenarios } = readableDocument(document, provenance);
  const evidence = new Map(
    stakeholders.flatMap(({ id, evidence: all }) =>
      all.map((each) => [wordsOf(id, evidenceWords(each)), each.provenance] as const),
    ),
  );
  const outcomes = new Map(
    scenarios.flatMap(({ id, outcome }) =>
      outcome === null ? [] : [[wordsOf(id, outcomeWords(outcome)), outcome.provenance] as const],
    ),
  );
  const byTopic = new Map(topics.map(({ slug, name, provenance: made }) => [wordsOf(slug, name), made]));
  const madeBy = (found: Provenance | undefined) => found && stamp(found);
  return {
    topic: ({ slug, name }: { slug: string; name: string }) => madeBy(byTopic.get(wordsOf(slug, name))),
    evidence: (id: string, each: Evidence) => madeBy(evidence.get(wordsOf(id, evidenceWords(each)))),
    outcome: (id: string, outcome: Outcome) => madeBy(outcomes.get(wordsOf(id, outcomeWords(outcome)))),
  };
}

type Outcome = NonNullable<Scenario['outcome']>;

function evidenceWords({ kind, text, claimId, citations }: Omit<Evidence, 'provenance'>): unknown[] {
  return [kind, text, claimId ?? null, citations];
}

function outcomeWords({ text, recordedAt, verdict }: Omit<Outcome, 'provenance'>): unknown[] {
  return [text, recordedAt, verdict ?? null];
}

function wordsOf(...said: unknown[]): string {
  return JSON.stringify(said);
}

/** Without what has a provenance of its own: a scenario is still whose it was when somebody writes down what it came to. */
function withoutInside(document: BriefingDocument): BriefingDocument {
  return {
    ...document,
    stakeholders: document.stakeholders.map((stakeholder) => ({ ...stakeholder, evidence: undefined })),
    scenarios: document.scenarios.map((scenario) => ({ ...scenario, outcome: null })),
  };
}

function piecesById({ document: whole, provenance }: Version): Map<string, KnownPiece> {
  const document = withoutInside(whole);
  const readable = readableDocument(document, provenance);
  const placed: readonly Placed[] = [
    { ...document.summary, id: 'summary', origin: null },
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

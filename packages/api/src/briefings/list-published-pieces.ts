/** Claims, events, scenarios and corrections across all briefings that somebody of a community (null: of none) sees. */
import { sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import type { SqlValue } from '../database/prepare-tuples.ts';
import type { CLAIM_STATUSES, CORRECTION_KINDS, EVENT_STATES, OUTCOME_VERDICTS } from './document.ts';
import type { PublishedBriefing } from './find-briefings.ts';
import {
  listAlongLeads,
  type FoundPiece,
  type PieceFilter,
  type PieceList,
  type PiecePage,
} from './list-along-leads.ts';
import type { BriefingEvent, Claim, Correction, Scenario } from './readable-document.ts';

/** A piece with the briefing it stands in, and its place in the list. */
export interface Listed<Piece, Key> {
  piece: Piece;
  briefing: PublishedBriefing;
  isWithdrawn: boolean;
  key: Key;
}

export type ClaimKey = readonly [publishedAt: number, briefingId: string, position: number];

const CLAIMS: PieceList<ClaimKey> = {
  table: 'claims',
  columns: ['published_at', 'briefing_id', 'position'],
  descending: true,
  readKey: ([at, id, position]) => [Number(at), String(id), Number(position)],
};

export interface ClaimFilter extends PieceFilter {
  status: (typeof CLAIM_STATUSES)[number] | null;
}

/** Of the briefings that were published last first, in the order of the document. */
export async function listClaims(
  db: Database,
  communityId: string | null,
  { status, ...filter }: ClaimFilter,
  page: PiecePage<ClaimKey>,
): Promise<Listed<Claim, ClaimKey>[]> {
  const conditions = { status: [sql`p.status = ${sql.placeholder('status')}`, status] } as const;
  const found = await listAlongLeads(db, communityId, CLAIMS, { filter, conditions, page });
  return pieces(found, ({ claims }, [, , position]) => claims[position]);
}

/** A date, or the horizon of a scenario; then the briefing, and the piece within it. */
export type DatedKey = readonly [date: string, briefingId: string, pieceId: string];

function readDatedKey([date, briefingId, pieceId]: readonly SqlValue[]): DatedKey {
  return [String(date), String(briefingId), String(pieceId)];
}

export const EVENT_ORDERS = ['EARLIEST', 'LATEST'] as const;
export type EventOrder = (typeof EVENT_ORDERS)[number];

export interface EventFilter extends PieceFilter {
  state: (typeof EVENT_STATES)[number] | null;
  /** "2025", "2025-02" or "2025-02-18"; both ends are meant. */
  from: string | null;
  to: string | null;
  orderBy: EventOrder;
}

/** Dated events. */
export async function listEvents(
  db: Database,
  communityId: string | null,
  { state, from, to, orderBy, ...filter }: EventFilter,
  page: PiecePage<DatedKey>,
): Promise<Listed<BriefingEvent, DatedKey>[]> {
  const list: PieceList<DatedKey> = {
    table: 'briefing_events',
    columns: ['date', 'briefing_id', 'event_id'],
    descending: orderBy === 'LATEST',
    readKey: readDatedKey,
  };
  const conditions = {
    state: [sql`p.state = ${sql.placeholder('state')}`, state],
    from: [sql`p.date >= ${sql.placeholder('from')}`, from],
    to: [sql`p.date <= ${sql.placeholder('to')}`, to === null ? null : throughout(to)],
  } as const;
  const found = await listAlongLeads(db, communityId, list, { filter, conditions, page });
  return pieces(found, ({ events }, [, , eventId]) => events.find(({ id }) => id === eventId));
}

const SCENARIOS: PieceList<DatedKey> = {
  table: 'briefing_scenarios',
  columns: ['horizon', 'briefing_id', 'scenario_id'],
  descending: false,
  readKey: readDatedKey,
};

export interface ScenarioFilter extends PieceFilter {
  decided: boolean | null;
  verdict: (typeof OUTCOME_VERDICTS)[number] | null;
  /** "2025", "2025-02" or "2025-02-18", which is meant too. */
  horizonTo: string | null;
}

/** Those with the earliest horizon first, those without any last. */
export async function listScenarios(
  db: Database,
  communityId: string | null,
  { decided, verdict, horizonTo, ...filter }: ScenarioFilter,
  page: PiecePage<DatedKey>,
): Promise<Listed<Scenario, DatedKey>[]> {
  const conditions = {
    decided: [sql`p.decided = ${sql.placeholder('decided')}`, decided === null ? null : Number(decided)],
    verdict: [sql`p.verdict = ${sql.placeholder('verdict')}`, verdict],
    horizonTo: [
      sql`p.horizon <= ${sql.placeholder('horizonTo')}`,
      horizonTo === null ? null : throughout(horizonTo),
    ],
  } as const;
  const found = await listAlongLeads(db, communityId, SCENARIOS, { filter, conditions, page });
  return pieces(found, ({ scenarios }, [, , scenarioId]) => scenarios.find(({ id }) => id === scenarioId));
}

/** "2025-02" is meant with all its days: what comes after them begins with another character than "-". */
function throughout(date: string): string {
  return `${date}.`;
}

export type CorrectionKey = readonly [correctedAt: number, id: string];

const CORRECTIONS: PieceList<CorrectionKey> = {
  table: 'corrections',
  columns: ['corrected_at', 'id'],
  descending: true,
  isRecord: true,
  readKey: ([at, id]) => [Number(at), String(id)],
};

export interface CorrectionFilter extends PieceFilter {
  kind: (typeof CORRECTION_KINDS)[number] | null;
  since: Date | null;
}

/** Latest first. */
export async function listCorrections(
  db: Database,
  communityId: string | null,
  { kind, since, ...filter }: CorrectionFilter,
  page: PiecePage<CorrectionKey>,
): Promise<Listed<Correction, CorrectionKey>[]> {
  const conditions = {
    kind: [sql`p.kind = ${sql.placeholder('kind')}`, kind],
    since: [sql`p.corrected_at >= ${sql.placeholder('since')}`, since?.getTime() ?? null],
  } as const;
  const found = await listAlongLeads(db, communityId, CORRECTIONS, { filter, conditions, page });
  return pieces(found, ({ corrections }, [, correctionId]) =>
    corrections.find(({ id }) => id === correctionId),
  );
}

function pieces<Piece, Key>(
  found: readonly FoundPiece<Key>[],
  find: (document: PublishedBriefing['document'], key: Key) => Piece | undefined,
): Listed<Piece, Key>[] {
  return found.flatMap(({ key, briefing, isWithdrawn }) => {
    const piece = find(briefing.document, key);
    return piece === undefined ? [] : [{ piece, briefing, isWithdrawn, key }];
  });
}

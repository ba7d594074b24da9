/** Claims, events, scenarios and corrections across all briefings that somebody of a community (null: of none) sees, read along their projections. */
import { and, asc, desc, eq, gte, lte, sql, type SQL } from 'drizzle-orm';
import { claims } from '../claims/table.ts';
import { visibleCommunities } from '../communities/library.ts';
import { briefingNotHidden } from '../communities/not-hidden.ts';
import { notShadowed } from '../communities/not-shadowed.ts';
import { corrections } from '../corrections/table.ts';
import type { Database } from '../database/client.ts';
import type { CLAIM_STATUSES, CORRECTION_KINDS, EVENT_STATES, OUTCOME_VERDICTS } from './document.ts';
import {
  loadPublished,
  pointerColumns,
  type BriefingPointer,
  type PublishedBriefing,
} from './find-briefings.ts';
import type { BriefingEvent, Claim, Correction, Scenario } from './readable-document.ts';
import { briefingEvents, briefings, briefingScenarios } from './table.ts';

/** A piece with the briefing it stands in, and its place in the list. */
export interface Listed<Piece, Key> {
  piece: Piece;
  briefing: PublishedBriefing;
  key: Key;
}

interface Page<Key> {
  limit: number;
  after: Key | null;
}

export type ClaimKey = readonly [publishedAt: number, briefingId: string, position: number];

/** Of the briefings that were published last first, in the order of the document. */
export async function listClaims(
  db: Database,
  communityId: string | null,
  { status }: { status: (typeof CLAIM_STATUSES)[number] | null },
  { limit, after }: Page<ClaimKey>,
): Promise<Listed<Claim, ClaimKey>[]> {
  const columns = sql`(${claims.publishedAt}, ${claims.briefingId}, ${claims.position})`;
  const rows = await eachCommunity(communityId, (community, seen) =>
    db.orm
      .select({
        ...pointerColumns,
        id: briefings.id,
        claimId: claims.claimId,
        position: claims.position,
        at: claims.publishedAt,
      })
      .from(claims)
      .innerJoin(briefings, eq(briefings.id, claims.briefingId))
      .where(
        and(
          eq(claims.communityId, community),
          status === null ? undefined : eq(claims.status, status),
          after === null ? undefined : sql`${columns} < (${after[0]}, ${after[1]}, ${after[2]})`,
          seen,
        ),
      )
      .orderBy(desc(claims.publishedAt), desc(claims.briefingId), desc(claims.position))
      .limit(limit),
  );
  const keyed = rows.map((row) => ({ ...row, key: [row.at.getTime(), row.id, row.position] as const }));
  return pieces(db, latestFirst(keyed).slice(0, limit), ({ document }, { claimId }) =>
    document.claims.find(({ id }) => id === claimId),
  );
}

export type EventKey = readonly [date: string, briefingId: string, eventId: string];

export interface EventFilter {
  state: (typeof EVENT_STATES)[number] | null;
  /** "2025", "2025-02" or "2025-02-18"; both ends are meant. */
  from: string | null;
  to: string | null;
}

/** Dated events, the earliest first. */
export async function listEvents(
  db: Database,
  communityId: string | null,
  { state, from, to }: EventFilter,
  { limit, after }: Page<EventKey>,
): Promise<Listed<BriefingEvent, EventKey>[]> {
  const { date, briefingId, eventId } = briefingEvents;
  const rows = await eachCommunity(communityId, (community, seen) =>
    db.orm
      .select({ ...pointerColumns, id: briefings.id, eventId, date })
      .from(briefingEvents)
      .innerJoin(briefings, eq(briefings.id, briefingId))
      .where(
        and(
          eq(briefingEvents.communityId, community),
          from === null ? undefined : gte(date, from),
          to === null ? undefined : lte(date, throughout(to)),
          state === null ? undefined : eq(briefingEvents.state, state),
          after === null
            ? undefined
            : sql`(${date}, ${briefingId}, ${eventId}) > (${after[0]}, ${after[1]}, ${after[2]})`,
          seen,
        ),
      )
      .orderBy(asc(date), asc(briefingId), asc(eventId))
      .limit(limit),
  );
  const keyed = rows.map((row) => ({ ...row, key: [row.date, row.id, row.eventId] as const }));
  const inOrder = latestFirst(keyed).toReversed().slice(0, limit);
  return pieces(db, inOrder, ({ document }, row) => document.events.find(({ id }) => id === row.eventId));
}

export type ScenarioKey = readonly [horizon: string, briefingId: string, scenarioId: string];

export interface ScenarioFilter {
  decided: boolean | null;
  verdict: (typeof OUTCOME_VERDICTS)[number] | null;
  /** "2025", "2025-02" or "2025-02-18", which is meant too. */
  horizonTo: string | null;
}

/** Those with the earliest horizon first, those without any last. */
export async function listScenarios(
  db: Database,
  communityId: string | null,
  { decided, verdict, horizonTo }: ScenarioFilter,
  { limit, after }: Page<ScenarioKey>,
): Promise<Listed<Scenario, ScenarioKey>[]> {
  const { horizon, briefingId, scenarioId } = briefingScenarios;
  const rows = await eachCommunity(communityId, (community, seen) =>
    db.orm
      .select({ ...pointerColumns, id: briefings.id, scenarioId, horizon })
      .from(briefingScenarios)
      .innerJoin(briefings, eq(briefings.id, briefingId))
      .where(
        and(
          eq(briefingScenarios.communityId, community),
          decided === null ? undefined : eq(briefingScenarios.decided, decided),
          verdict === null ? undefined : eq(briefingScenarios.verdict, verdict),
          horizonTo === null ? undefined : lte(horizon, throughout(horizonTo)),
          after === null
            ? undefined
            : sql`(${horizon}, ${briefingId}, ${scenarioId}) > (${after[0]}, ${after[1]}, ${after[2]})`,
          seen,
        ),
      )
      .orderBy(asc(horizon), asc(briefingId), asc(scenarioId))
      .limit(limit),
  );
  const keyed = rows.map((row) => ({ ...row, key: [row.horizon, row.id, row.scenarioId] as const }));
  const inOrder = latestFirst(keyed).toReversed().slice(0, limit);
  return pieces(db, inOrder, ({ document }, row) =>
    document.scenarios.find(({ id }) => id === row.scenarioId),
  );
}

/** "2025-02" is meant with all its days: what comes after them begins with another character than "-". */
function throughout(date: string): string {
  return `${date}.`;
}

export type CorrectionKey = readonly [correctedAt: number, id: string];

export interface CorrectionFilter {
  kind: (typeof CORRECTION_KINDS)[number] | null;
  since: Date | null;
}

/** Latest first. */
export async function listCorrections(
  db: Database,
  communityId: string | null,
  { kind, since }: CorrectionFilter,
  { limit, after }: Page<CorrectionKey>,
): Promise<Listed<Correction, CorrectionKey>[]> {
  const { correctedAt, id: correctionId } = corrections;
  const rows = await eachCommunity(communityId, (community, seen) =>
    db.orm
      .select({ ...pointerColumns, id: briefings.id, correctionId, correctedAt })
      .from(corrections)
      .innerJoin(briefings, eq(briefings.id, corrections.briefingId))
      .where(
        and(
          eq(corrections.communityId, community),
          kind === null ? undefined : eq(corrections.kind, kind),
          since === null ? undefined : gte(correctedAt, since),
          after === null ? undefined : sql`(${correctedAt}, ${correctionId}) < (${after[0]}, ${after[1]})`,
          seen,
        ),
      )
      .orderBy(desc(correctedAt), desc(correctionId))
      .limit(limit),
  );
  const keyed = rows.map((row) => ({ ...row, key: [row.correctedAt.getTime(), row.correctionId] as const }));
  return pieces(db, latestFirst(keyed).slice(0, limit), ({ document }, row) =>
    document.corrections.find(({ id }) => id === row.correctionId),
  );
}

/** One query each: in one for both the index could not keep the order. */
async function eachCommunity<Row>(
  communityId: string | null,
  read: (community: string, seen: SQL | undefined) => PromiseLike<Row[]>,
): Promise<Row[]> {
  const communities = visibleCommunities(communityId);
  const seen = and(
    eq(briefings.status, 'PUBLISHED'),
    notShadowed(briefings, communities),
    communityId === null ? undefined : briefingNotHidden(briefings, communityId),
  );
  return (await Promise.all(communities.map((community) => read(community, seen)))).flat();
}

function latestFirst<Row extends { key: readonly (string | number)[] }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => compareKeys(other.key, one.key));
}

function compareKeys(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  if (at === -1) return 0;
  return (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}

async function pieces<Row extends BriefingPointer & { id: string; key: unknown }, Piece>(
  db: Database,
  rows: readonly Row[],
  find: (briefing: PublishedBriefing, row: Row) => Piece | undefined,
): Promise<Listed<Piece, Row['key']>[]> {
  const loaded = new Map((await loadPublished(db, rows)).map((briefing) => [briefing.id, briefing]));
  return rows.flatMap((row) => {
    const briefing = loaded.get(row.id);
    const piece = briefing === undefined ? undefined : find(briefing, row);
    return briefing === undefined || piece === undefined ? [] : [{ piece, briefing, key: row.key }];
  });
}

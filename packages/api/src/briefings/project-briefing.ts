/**
 * What is derived from the published revision, to be queried across briefings; it comes after the statement that publishes it.
 * `rebuild-projections.ts` makes it anew.
 */
import { eq, sql, type SQL } from 'drizzle-orm';
import { claims } from '../claims/table.ts';
import { corrections } from '../corrections/table.ts';
import type { Orm, WriteStatement } from '../database/client.ts';
import { normalizeText } from '../search/normalize-text.ts';
import { removeSearchDocument, saveSearchDocument } from '../search/save-search-document.ts';
import { saveTopics } from '../topics/save-topics.ts';
import { topicId } from '../topics/table.ts';
import { listColumns } from './compose-draft.ts';
import type { BriefingDocument } from './document.ts';
import { documentText } from './plain-text.ts';
import { searchParts } from './search-parts.ts';
import { briefingEvents, briefings, briefingScenarios, briefingTopics, briefingWarnings } from './table.ts';

export interface Projected {
  id: string;
  communityId: string;
  slug: string;
  publishedAt: Date;
}

export function projectBriefing(orm: Orm, briefing: Projected, document: BriefingDocument): WriteStatement[] {
  const { id: subjectId, communityId, slug, publishedAt } = briefing;
  return [
    ...clearRows(orm, subjectId),
    ...projectTopics(orm, briefing, document),
    ...projectWarnings(orm, subjectId, document),
    ...projectClaims(orm, briefing, document),
    ...projectEvents(orm, briefing, document),
    ...projectScenarios(orm, briefing, document),
    ...projectCorrections(orm, briefing, document),
    ...saveSearchDocument(orm, {
      kind: 'BRIEFING',
      subjectId,
      communityId,
      slug,
      title: document.title,
      aliases: [],
      body: documentText(document),
      pinned: false,
      publishedAt,
      parts: searchParts(document),
    }),
  ];
}

/** Of a briefing that is withdrawn nothing is found but the public record: what was wrong, and whom it is hidden from. */
export function keepRecordOnly(orm: Orm, briefingId: string): WriteStatement[] {
  return [...clearContent(orm, briefingId), ...removeSearchDocument(orm, briefingId)];
}

/** What is left of a briefing that is withdrawn. */
export function projectRecord(orm: Orm, briefing: Projected, document: BriefingDocument): WriteStatement[] {
  return [
    ...clearRows(orm, briefing.id),
    ...projectWarnings(orm, briefing.id, document),
    ...projectCorrections(orm, briefing, document),
  ];
}

function clearRows(orm: Orm, briefingId: string): WriteStatement[] {
  return [
    ...clearContent(orm, briefingId),
    orm.delete(briefingWarnings).where(eq(briefingWarnings.briefingId, briefingId)),
    orm.delete(corrections).where(eq(corrections.briefingId, briefingId)),
  ];
}

function clearContent(orm: Orm, briefingId: string): WriteStatement[] {
  return [
    orm.delete(briefingTopics).where(eq(briefingTopics.briefingId, briefingId)),
    orm.delete(claims).where(eq(claims.briefingId, briefingId)),
    orm.delete(briefingEvents).where(eq(briefingEvents.briefingId, briefingId)),
    orm.delete(briefingScenarios).where(eq(briefingScenarios.briefingId, briefingId)),
  ];
}

function projectTopics(
  orm: Orm,
  { id: briefingId, communityId, publishedAt }: Projected,
  document: BriefingDocument,
): WriteStatement[] {
  const { titleKey, language, importance } = listColumns(document);
  const place = {
    briefingId,
    publishedAt,
    updatedAt: updatedAtOf(briefingId),
    titleKey,
    language,
    importance,
  };
  return [
    ...saveTopics(orm, communityId, document.topics),
    ...topicIds(communityId, document).map((id) =>
      orm.insert(briefingTopics).values({ ...place, topicId: id }),
    ),
  ];
}

/** Each once. */
function topicIds(communityId: string, { topics }: BriefingDocument): string[] {
  return [...new Set(topics.map(({ slug }) => topicId(communityId, slug)))];
}

/** Written in the same set, just before. */
function updatedAtOf(briefingId: string): SQL<Date> {
  return sql`(select ${briefings.updatedAt} from ${briefings} where ${briefings.id} = ${briefingId})`;
}

interface InList {
  briefingId: string;
  lead: string;
  language: string;
  updatedAt: SQL<Date>;
}

/** The lists in which every piece of it stands. */
function listsOf({ id: briefingId, communityId }: Projected, document: BriefingDocument): InList[] {
  const { language } = document;
  const updatedAt = updatedAtOf(briefingId);
  const leads = [communityId, ...topicIds(communityId, document)];
  return leads.map((lead) => ({ briefingId, lead, language, updatedAt }));
}

function projectWarnings(
  orm: Orm,
  briefingId: string,
  { contentWarnings }: BriefingDocument,
): WriteStatement[] {
  const keys = new Set(contentWarnings.map(normalizeText).filter((key) => key !== ''));
  return [...keys].map((warningKey) => orm.insert(briefingWarnings).values({ briefingId, warningKey }));
}

function projectClaims(orm: Orm, briefing: Projected, document: BriefingDocument): WriteStatement[] {
  const { publishedAt } = briefing;
  return listsOf(briefing, document).flatMap((list) =>
    document.claims.map(({ id: claimId, status }, position) =>
      orm.insert(claims).values({ ...list, claimId, position, status, publishedAt }),
    ),
  );
}

function projectEvents(orm: Orm, briefing: Projected, document: BriefingDocument): WriteStatement[] {
  return listsOf(briefing, document).flatMap((list) =>
    document.events.flatMap(({ id: eventId, date, state }) =>
      date === null ? [] : [orm.insert(briefingEvents).values({ ...list, eventId, date: date.value, state })],
    ),
  );
}

function projectScenarios(orm: Orm, briefing: Projected, document: BriefingDocument): WriteStatement[] {
  return listsOf(briefing, document).flatMap((list) =>
    document.scenarios.map(({ id: scenarioId, horizon, outcome }) =>
      orm.insert(briefingScenarios).values({
        ...list,
        scenarioId,
        horizon: horizon?.value ?? NO_HORIZON,
        decided: outcome !== null,
        verdict: outcome?.verdict ?? null,
      }),
    ),
  );
}

const NO_HORIZON = '~';

function projectCorrections(orm: Orm, briefing: Projected, document: BriefingDocument): WriteStatement[] {
  return listsOf(briefing, document).flatMap((list) =>
    (document.corrections ?? []).map(({ id, kind, correctedAt }) =>
      orm.insert(corrections).values({ ...list, id, kind, correctedAt: new Date(correctedAt) }),
    ),
  );
}

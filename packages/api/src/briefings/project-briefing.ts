/** What is derived from the published revision, to be queried across briefings. `rebuild-projections.ts` makes it anew. */
import { eq } from 'drizzle-orm';
import { claims } from '../claims/table.ts';
import { corrections } from '../corrections/table.ts';
import type { Orm, WriteStatement } from '../database/client.ts';
import { normalizeText } from '../search/normalize-text.ts';
import { removeSearchDocument, saveSearchDocument } from '../search/save-search-document.ts';
import { saveTopics } from '../topics/save-topics.ts';
import { topicId } from '../topics/table.ts';
import type { BriefingDocument } from './document.ts';
import { documentText } from './plain-text.ts';
import { searchParts } from './search-parts.ts';
import { briefingEvents, briefingTopics, briefingWarnings } from './table.ts';

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

/** After this nothing of it is found. */
export function removeProjections(orm: Orm, briefingId: string): WriteStatement[] {
  return [...clearRows(orm, briefingId), ...removeSearchDocument(orm, briefingId)];
}

function clearRows(orm: Orm, briefingId: string): WriteStatement[] {
  return [
    orm.delete(briefingTopics).where(eq(briefingTopics.briefingId, briefingId)),
    orm.delete(briefingWarnings).where(eq(briefingWarnings.briefingId, briefingId)),
    orm.delete(claims).where(eq(claims.briefingId, briefingId)),
    orm.delete(briefingEvents).where(eq(briefingEvents.briefingId, briefingId)),
    orm.delete(corrections).where(eq(corrections.briefingId, briefingId)),
  ];
}

function projectTopics(
  orm: Orm,
  { id: briefingId, communityId, publishedAt }: Projected,
  { topics }: BriefingDocument,
): WriteStatement[] {
  return [
    ...saveTopics(orm, communityId, topics),
    ...topics.map(({ slug }) =>
      orm
        .insert(briefingTopics)
        .values({ briefingId, topicId: topicId(communityId, slug), publishedAt })
        .onConflictDoNothing(),
    ),
  ];
}

function projectWarnings(
  orm: Orm,
  briefingId: string,
  { contentWarnings }: BriefingDocument,
): WriteStatement[] {
  const keys = new Set(contentWarnings.map(normalizeText).filter((key) => key !== ''));
  return [...keys].map((warningKey) => orm.insert(briefingWarnings).values({ briefingId, warningKey }));
}

function projectClaims(
  orm: Orm,
  { id: briefingId, communityId, publishedAt }: Projected,
  document: BriefingDocument,
): WriteStatement[] {
  return document.claims.map(({ id: claimId, status, credibility, speaker }, position) =>
    orm
      .insert(claims)
      .values({ briefingId, claimId, communityId, position, status, credibility, speaker, publishedAt }),
  );
}

function projectEvents(
  orm: Orm,
  { id: briefingId, communityId }: Projected,
  { events }: BriefingDocument,
): WriteStatement[] {
  return events.flatMap(({ id: eventId, date, state }) =>
    date === null
      ? []
      : [orm.insert(briefingEvents).values({ briefingId, eventId, communityId, date: date.value, state })],
  );
}

function projectCorrections(
  orm: Orm,
  { id: briefingId, communityId }: Projected,
  document: BriefingDocument,
): WriteStatement[] {
  return (document.corrections ?? []).map(({ id, kind, revision, correctedAt }) =>
    orm
      .insert(corrections)
      .values({ id, briefingId, communityId, kind, revision, correctedAt: new Date(correctedAt) }),
  );
}

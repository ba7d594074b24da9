/** Gives readers the head revision of a briefing, together with the FAQ drafts bound to it. */
import { and, eq, ne, sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { recordChange } from '../changes/record-change.ts';
import type { Database, Orm, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertThat } from '../database/write-set.ts';
import { ConflictError, NotFoundError } from '../domain-errors.ts';
import { composeEntryPublication, type EntryRow } from '../faq/compose-entry.ts';
import { faqEntries } from '../faq/table.ts';
import { saveSearchDocument } from '../search/save-search-document.ts';
import { saveTopics } from '../topics/save-topics.ts';
import { topicId } from '../topics/table.ts';
import { listColumns } from './compose-draft.ts';
import type { BriefingDocument } from './document.ts';
import { hashSection } from './hash-section.ts';
import { documentText } from './plain-text.ts';
import { searchParts } from './search-parts.ts';
import { availabilityOf, type BriefingStatus } from './status.ts';
import { briefings, briefingTopics, revisions } from './table.ts';

export interface PublishedRevision {
  briefingId: string;
  slug: string;
  revisionId: string;
  revision: number;
  /** How many FAQ drafts became visible with it. */
  publishedEntries: number;
}

/** What is to be published, as it was read: the write set fails when it is not so any more. */
export interface Publishable {
  briefing: {
    id: string;
    communityId: string;
    slug: string;
    status: BriefingStatus;
    publishedAt: Date | null;
    publishedRevisionId: string | null;
  };
  revision: { id: string; number: number; document: BriefingDocument };
  entries: readonly EntryRow[];
}

/** A briefing whose head is published already stays as it is; only new FAQ drafts are published. */
export async function publishBriefing(
  db: Database,
  { communityId, slug }: { communityId: string; slug: string },
  act: Act,
): Promise<PublishedRevision> {
  const publishable = await readHead(db, communityId, slug);
  const { briefing, revision, entries } = publishable;
  const drafts = entries.filter(({ status }) => status === 'DRAFT');
  if (availabilityOf(briefing.status) === 'WITHDRAWN') {
    throw new ConflictError(`The briefing "${slug}" was withdrawn and cannot be published again`, ['slug']);
  }
  if (briefing.publishedRevisionId !== revision.id || briefing.status !== 'PUBLISHED' || drafts.length > 0) {
    await writePublication(db, publishable, act);
  }
  return {
    briefingId: briefing.id,
    slug,
    revisionId: revision.id,
    revision: revision.number,
    publishedEntries: drafts.length,
  };
}

/** The statements of a publication, for a write set that may hold more. */
export function composePublication(
  orm: Orm,
  { briefing, revision, entries }: Publishable,
  act: Act,
): WriteStatement[] {
  const { id: briefingId, communityId, slug } = briefing;
  const { document } = revision;
  const publishedAt = briefing.publishedAt ?? act.now;
  return [
    assertThat(
      'head is unchanged',
      sql`exists (select 1 from ${briefings} where ${briefings.id} = ${briefingId}
        and ${briefings.headRevisionId} = ${revision.id} and ${briefings.status} = ${briefing.status})`,
    ),
    orm
      .update(revisions)
      .set({ publishedAt: sql`coalesce(${revisions.publishedAt}, ${act.now.getTime()})` })
      .where(eq(revisions.id, revision.id)),
    orm
      .update(briefings)
      .set({
        status: 'PUBLISHED',
        publishedRevisionId: revision.id,
        publishedAt,
        updatedAt: sql`(select ${revisions.publishedAt} from ${revisions} where ${revisions.id} = ${revision.id})`,
        ...listColumns(document),
      })
      .where(eq(briefings.id, briefingId)),
    ...projectTopics(orm, briefing, document, publishedAt),
    ...saveSearchDocument(orm, {
      kind: 'BRIEFING',
      subjectId: briefingId,
      communityId,
      slug,
      title: document.title,
      aliases: [],
      body: documentText(document),
      pinned: false,
      publishedAt,
      parts: searchParts(document),
    }),
    ...entries.flatMap((entry) => composeBoundEntry(orm, entry, document, act)),
    recordAct(orm, act, {
      communityId,
      action: 'briefing.publish',
      subjectId: briefingId,
      details: { slug, revision: revision.number },
    }),
    ...publicationChange(orm, { briefing, revision }, act),
  ];
}

/** Nothing where only FAQ drafts of a briefing are published that readers have already: the entries are changes of their own. */
function publicationChange(
  orm: Orm,
  { briefing, revision }: Pick<Publishable, 'briefing' | 'revision'>,
  { now }: Act,
): WriteStatement[] {
  const { id: subjectId, communityId, slug, status, publishedAt, publishedRevisionId } = briefing;
  if (status === 'PUBLISHED' && publishedRevisionId === revision.id) return [];
  const kind = publishedAt === null ? 'BRIEFING_PUBLISHED' : 'BRIEFING_UPDATED';
  return recordChange(orm, { kind, communityId, subjectId, slug, revision: revision.number }, now);
}

function projectTopics(
  orm: Orm,
  { id: briefingId, communityId }: Publishable['briefing'],
  document: BriefingDocument,
  publishedAt: Date,
): WriteStatement[] {
  return [
    ...saveTopics(orm, communityId, document.topics),
    orm.delete(briefingTopics).where(eq(briefingTopics.briefingId, briefingId)),
    ...document.topics.map(({ slug }) =>
      orm
        .insert(briefingTopics)
        .values({ briefingId, topicId: topicId(communityId, slug), publishedAt })
        .onConflictDoNothing(),
    ),
  ];
}

/** A draft becomes visible; a visible entry is told what its section says now, which may make it stale. */
function composeBoundEntry(
  orm: Orm,
  entry: EntryRow,
  document: BriefingDocument,
  act: Act,
): WriteStatement[] {
  if (entry.status === 'DRAFT') {
    return composeEntryPublication(orm, entry, { document, aliasTaken: 'leave' }, act);
  }
  const hash = entry.sectionId === null ? null : hashSection(document, entry.sectionId);
  if (hash === entry.currentSectionHash) return [];
  const { id: subjectId, communityId, slug } = entry;
  return [
    orm.update(faqEntries).set({ currentSectionHash: hash }).where(eq(faqEntries.id, subjectId)),
    ...recordChange(orm, { kind: 'FAQ_ENTRY_UPDATED', communityId, subjectId, slug }, act.now),
  ];
}

async function readHead(db: Database, communityId: string, slug: string): Promise<Publishable> {
  const [head] = await db.orm
    .select({ briefing: briefings, revision: revisions })
    .from(briefings)
    .innerJoin(revisions, eq(revisions.id, briefings.headRevisionId))
    .where(and(eq(briefings.communityId, communityId), eq(briefings.slug, slug)));
  if (!head) throw new NotFoundError(`There is no briefing "${slug}"`, ['slug']);
  const entries = await db.orm
    .select()
    .from(faqEntries)
    .where(and(eq(faqEntries.briefingId, head.briefing.id), ne(faqEntries.status, 'OBSOLETE')));
  return { ...head, entries };
}

async function writePublication(db: Database, publishable: Publishable, act: Act): Promise<void> {
  try {
    await db.write(composePublication(db.orm, publishable, act));
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    throw new ConflictError(
      `The briefing "${publishable.briefing.slug}" was changed by somebody else: look at it again`,
      ['slug'],
      { cause: error },
    );
  }
}

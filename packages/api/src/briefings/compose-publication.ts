/** The statements that give readers a revision, for write sets that may hold more. */
import { eq, sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { recordChange, type ReaderChange } from '../changes/record-change.ts';
import type { Orm, WriteStatement } from '../database/client.ts';
import { assertThat } from '../database/write-set.ts';
import { composeEntryPublication, type EntryRow } from '../faq/compose-entry.ts';
import { faqEntries } from '../faq/table.ts';
import { listColumns } from './compose-draft.ts';
import type { BriefingDocument } from './document.ts';
import { hashSection } from './hash-section.ts';
import { assertLanguageFree } from './language-of-family.ts';
import { projectBriefing } from './project-briefing.ts';
import type { BriefingStatus, HeadState } from './status.ts';
import { briefings, revisions } from './table.ts';

/** What is to be published, as it was read: the write set fails when it is not so any more. */
export interface Publishable {
  briefing: {
    id: string;
    communityId: string;
    slug: string;
    status: BriefingStatus;
    headState: HeadState;
    publishedAt: Date | null;
    publishedRevisionId: string | null;
    translationOf?: string | null | undefined;
  };
  revision: { id: string; number: number; document: BriefingDocument };
  entries: readonly EntryRow[];
}

/** Publishes the head. `since` is when readers have it, where that was planned; the audit log and the change feed say when it was done. */
export function composePublication(
  orm: Orm,
  publishable: Publishable,
  act: Act,
  since = act.now,
): WriteStatement[] {
  const { briefing, revision } = publishable;
  const { id: briefingId, communityId, slug } = briefing;
  return [
    assertThat(
      'head is unchanged',
      sql`exists (select 1 from ${briefings} where ${briefings.id} = ${briefingId}
        and ${briefings.headRevisionId} = ${revision.id} and ${briefings.headState} = ${briefing.headState}
        and ${briefings.status} = ${briefing.status})`,
    ),
    ...assertOriginal(publishable),
    orm
      .update(briefings)
      .set({ headState: 'PUBLISHED', publishAt: null })
      .where(eq(briefings.id, briefingId)),
    ...composeReaderView(orm, publishable, act, since),
    ...publicationChange(orm, publishable, act),
    recordAct(act, {
      communityId,
      action: 'briefing.publish',
      subjectId: briefingId,
      details: { slug, revision: revision.number },
      before: { status: briefing.status },
      after: { status: 'PUBLISHED', revision: revision.number },
    }),
  ];
}

/** Nothing where only FAQ drafts of a briefing are published that readers have already: the entries are changes of their own. */
function publicationChange(orm: Orm, publishable: Publishable, act: Act): WriteStatement[] {
  const { briefing, revision } = publishable;
  if (briefing.status === 'PUBLISHED' && briefing.publishedRevisionId === revision.id) return [];
  const kind = briefing.publishedAt === null ? 'BRIEFING_PUBLISHED' : 'BRIEFING_UPDATED';
  return recordBriefingChange(orm, publishable, { kind }, act);
}

/** What readers of the feed are told of a new revision. */
export function recordBriefingChange(
  orm: Orm,
  { briefing, revision }: Pick<Publishable, 'briefing' | 'revision'>,
  change: Pick<ReaderChange, 'kind' | 'reason'>,
  { now }: Act,
): WriteStatement[] {
  const { id: subjectId, communityId, slug } = briefing;
  return recordChange(orm, { ...change, communityId, subjectId, slug, revision: revision.number }, now);
}

/** Gives readers a revision, whether it is the head or not; the caller sees to the guards and the change feed. */
export function composeReaderView(
  orm: Orm,
  { briefing, revision, entries }: Publishable,
  act: Act,
  since = act.now,
): WriteStatement[] {
  const { id, communityId, slug } = briefing;
  const { document } = revision;
  const publishedAt = briefing.publishedAt ?? since;
  return [
    assertLanguageFree(briefing, document.language),
    orm
      .update(revisions)
      .set({ publishedAt: sql`coalesce(${revisions.publishedAt}, ${since.getTime()})` })
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
      .where(eq(briefings.id, id)),
    ...projectBriefing(orm, { id, communityId, slug, publishedAt }, document),
    ...entries.flatMap((entry) => composeBoundEntry(orm, entry, document, act)),
  ];
}

export const ORIGINAL_PUBLISHED = 'original is published';
export const TRANSLATED_PUBLISHED = 'translated revision is published';

/** Readers of a translation are told what it translates, so that must be there, and say what was translated or something later. */
export function assertOriginal({
  briefing: { translationOf = null },
  revision,
}: {
  briefing: Pick<Publishable['briefing'], 'translationOf'>;
  revision: Pick<Publishable['revision'], 'document'>;
}): WriteStatement[] {
  if (translationOf === null) return [];
  const original = sql`from ${briefings} original join ${revisions} given on given.id = original.published_revision_id
    where original.id = ${translationOf} and original.status = 'PUBLISHED'`;
  const translated = revision.document.translatedRevision ?? 0;
  return [
    assertThat(ORIGINAL_PUBLISHED, sql`exists (select 1 ${original})`),
    assertThat(TRANSLATED_PUBLISHED, sql`exists (select 1 ${original} and given.number >= ${translated})`),
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
    return composeEntryPublication(orm, entry, { document, taken: 'leave aliases' }, act);
  }
  const hash = entry.sectionId === null ? null : hashSection(document, entry.sectionId);
  if (hash === entry.currentSectionHash) return [];
  const { id: subjectId, communityId, slug } = entry;
  return [
    orm.update(faqEntries).set({ currentSectionHash: hash }).where(eq(faqEntries.id, subjectId)),
    ...recordChange(orm, { kind: 'FAQ_ENTRY_UPDATED', communityId, subjectId, slug }, act.now),
  ];
}

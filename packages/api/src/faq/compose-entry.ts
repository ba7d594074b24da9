/** The statements of FAQ entries, for write sets that may hold more. */
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { signatureOf, type Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Provenance } from '../briefings/compose-draft.ts';
import type { BriefingDocument, Origin } from '../briefings/document.ts';
import { hashSection } from '../briefings/hash-section.ts';
import { recordChange } from '../changes/record-change.ts';
import type { Orm, WriteStatement } from '../database/client.ts';
import { insertRow } from '../database/insert-row.ts';
import { assertThat, type Guard } from '../database/write-set.ts';
import { InvalidInputError } from '../domain-errors.ts';
import { saveSearchDocument } from '../search/save-search-document.ts';
import { saveTopics } from '../topics/save-topics.ts';
import { topicId } from '../topics/table.ts';
import { answerText } from './answer-text.ts';
import { checkEntryContent, type EntryContent } from './entry-content.ts';
import { claimNames, type TakenNames } from './entry-names.ts';
import { keepFormer } from './keep-former.ts';
import { faqEntries, faqTopics } from './table.ts';

const DAY = 24 * 60 * 60 * 1000;

export type EntryRow = typeof faqEntries.$inferSelect;

export interface EntryDraft extends EntryContent {
  communityId: string;
  slug: string;
  /** The briefing it is bound to, with the document its section is found in. */
  briefing: { id: string; document: BriefingDocument } | null;
  /** Missing: whoever acts wrote it here. */
  provenance?: Pick<Provenance, 'createdBy' | 'importedFrom' | 'generatedBy'>;
  /** The article it was found in. */
  articleId?: string | null;
  /** Where in the text of that. */
  origin?: Origin | null;
  /** What to do about wordings that another entry has. */
  taken?: TakenNames;
  /** It comes as one that was given up elsewhere: it has no claim to its wordings. */
  obsolete?: Obsolete;
}

export interface Obsolete {
  replacedById: string | null;
  /** When readers had it last, where they did. */
  publishedAt: Date | null;
}

export interface ComposedEntry {
  entry: EntryRow;
  statements: WriteStatement[];
}

export function composeEntry(orm: Orm, draft: EntryDraft, act: Act): ComposedEntry {
  const entry = entryRow(draft, act);
  const { communityId, id: subjectId, slug, question } = entry;
  const statements = [
    insertRow(faqEntries, entry),
    ...(entry.status === 'OBSOLETE' ? [] : claimNames(orm, entry, draft.taken ?? 'conflict')),
    recordAct(act, {
      communityId,
      action: 'faq_entry.draft',
      subjectId,
      details: { slug },
      after: { status: entry.status, question },
    }),
  ];
  return { entry, statements };
}

function entryRow(draft: EntryDraft, { now, actor }: Act): EntryRow {
  const content = checkEntryContent(draft);
  const { origin = null, articleId = null, obsolete } = draft;
  const provenance = draft.provenance ?? { createdBy: signatureOf(actor), importedFrom: null };
  const sectionHash = sectionHashOf(content.sectionId, draft.briefing?.document);
  return {
    ...content,
    id: randomUUID(),
    communityId: draft.communityId,
    slug: draft.slug,
    status: obsolete === undefined ? 'DRAFT' : 'OBSOLETE',
    briefingId: draft.briefing?.id ?? null,
    reviewDueAt: reviewDueAt(content),
    verifiedSectionHash: content.verifiedAt === null ? null : sectionHash,
    currentSectionHash: sectionHash,
    revision: 1,
    createdBy: provenance.createdBy,
    importedFrom: provenance.importedFrom,
    generatedBy: provenance.generatedBy ?? 'HUMAN',
    articleId,
    originStart: articleId === null ? null : (origin?.start ?? null),
    originEnd: articleId === null ? null : (origin?.end ?? null),
    replacedById: obsolete?.replacedById ?? null,
    helpfulVotes: 0,
    unhelpfulVotes: 0,
    popularity: 0,
    createdAt: now,
    publishedAt: obsolete?.publishedAt ?? null,
    updatedAt: now,
  };
}

export function sectionHashOf(
  sectionId: string | null,
  document: BriefingDocument | undefined,
): string | null {
  if (sectionId === null) return null;
  const hash = document === undefined ? null : hashSection(document, sectionId);
  if (hash !== null) return hash;
  throw new InvalidInputError(
    document === undefined
      ? '"sectionId" needs "briefing": a section stands in one'
      : `"sectionId" must be a section of the briefing, which has no section "${sectionId}"`,
    ['sectionId'],
  );
}

export function reviewDueAt(entry: {
  verifiedAt: Date | null;
  reviewIntervalDays: number | null;
}): Date | null {
  if (entry.verifiedAt === null || entry.reviewIntervalDays === null) return null;
  return new Date(entry.verifiedAt.getTime() + entry.reviewIntervalDays * DAY);
}

/** Makes a draft visible. `document` is what is published of the briefing it is bound to. */
export function composeEntryPublication(
  orm: Orm,
  entry: EntryRow,
  { document, taken }: { document: BriefingDocument | null; taken: TakenNames },
  act: Act,
): WriteStatement[] {
  const publishedAt = entry.publishedAt ?? act.now;
  const hash = document === null || entry.sectionId === null ? null : hashSection(document, entry.sectionId);
  const { communityId, id: entryId, slug } = entry;
  return [
    assertEntryUnchanged(entry),
    keepFormer(entry),
    orm
      .update(faqEntries)
      .set({
        status: 'PUBLISHED',
        publishedAt,
        updatedAt: act.now,
        currentSectionHash: hash,
        revision: entry.revision + 1,
      })
      .where(eq(faqEntries.id, entryId)),
    ...claimNames(orm, entry, taken),
    ...composeEntryView(orm, { ...entry, publishedAt }),
    recordAct(act, {
      communityId,
      action: 'faq_entry.publish',
      subjectId: entryId,
      details: { slug },
      before: { status: entry.status },
      after: { status: 'PUBLISHED' },
    }),
    ...recordChange(orm, { kind: 'FAQ_ENTRY_PUBLISHED', communityId, subjectId: entryId, slug }, act.now),
  ];
}

/** Where readers find a published entry: its topics and search. */
export function composeEntryView(orm: Orm, entry: EntryRow & { publishedAt: Date }): WriteStatement[] {
  const { id: entryId, communityId, slug, publishedAt } = entry;
  // The row of the entry is written before its view.
  const updatedAt = sql`(select ${faqEntries.updatedAt} from ${faqEntries} where ${faqEntries.id} = ${entryId})`;
  return [
    ...saveTopics(orm, communityId, entry.topics),
    orm.delete(faqTopics).where(eq(faqTopics.entryId, entryId)),
    ...entry.topics.map((topic) =>
      orm
        .insert(faqTopics)
        .values({ entryId, topicId: topicId(communityId, topic.slug), publishedAt, updatedAt })
        .onConflictDoNothing(),
    ),
    ...saveSearchDocument(orm, {
      kind: 'FAQ_ENTRY',
      subjectId: entryId,
      communityId,
      slug,
      title: entry.question,
      aliases: entry.aliases,
      body: answerText(entry.answer),
      pinned: entry.pinned,
      publishedAt,
    }),
  ];
}

export const ENTRY_UNCHANGED = 'entry is unchanged';

/** Every change of an entry raises its revision, so this is all that must be looked at. */
export function assertEntryUnchanged({ id, revision }: Pick<EntryRow, 'id' | 'revision'>): Guard {
  return assertThat(
    ENTRY_UNCHANGED,
    sql`exists (select 1 from ${faqEntries} where ${faqEntries.id} = ${id} and ${faqEntries.revision} = ${revision})`,
  );
}

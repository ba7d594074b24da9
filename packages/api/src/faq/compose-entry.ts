/** The statements of FAQ entries, for write sets that may hold more. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { BriefingDocument } from '../briefings/document.ts';
import { hashSection } from '../briefings/hash-section.ts';
import { recordChange } from '../changes/record-change.ts';
import type { Orm, WriteStatement } from '../database/client.ts';
import { assertThat } from '../database/write-set.ts';
import { InvalidInputError } from '../domain-errors.ts';
import { normalizeText } from '../search/normalize-text.ts';
import { saveSearchDocument } from '../search/save-search-document.ts';
import { saveTopics } from '../topics/save-topics.ts';
import { topicId } from '../topics/table.ts';
import { answerText } from './answer-text.ts';
import { checkEntryContent, type EntryContent } from './entry-content.ts';
import { faqAliases, faqEntries, faqTopics } from './table.ts';
import { sql } from 'drizzle-orm';

const DAY = 24 * 60 * 60 * 1000;

export type EntryRow = typeof faqEntries.$inferSelect;

export interface EntryDraft extends EntryContent {
  communityId: string;
  slug: string;
  /** The briefing it is bound to, with the document its section is found in. */
  briefing: { id: string; document: BriefingDocument } | null;
}

export interface ComposedEntry {
  entry: EntryRow;
  statements: WriteStatement[];
}

export function composeEntry(orm: Orm, draft: EntryDraft, act: Act): ComposedEntry {
  const entry = entryRow(draft, act);
  const { communityId, id: subjectId, slug } = entry;
  const statements = [
    orm.insert(faqEntries).values(entry),
    recordAct(orm, act, { communityId, action: 'faq_entry.draft', subjectId, details: { slug } }),
  ];
  return { entry, statements };
}

function entryRow(draft: EntryDraft, { now }: Act): EntryRow {
  const content = checkEntryContent(draft);
  const sectionHash = sectionHashOf(content.sectionId, draft.briefing?.document);
  return {
    ...content,
    id: randomUUID(),
    communityId: draft.communityId,
    slug: draft.slug,
    status: 'DRAFT',
    briefingId: draft.briefing?.id ?? null,
    reviewDueAt: reviewDueAt(content),
    verifiedSectionHash: content.verifiedAt === null ? null : sectionHash,
    currentSectionHash: sectionHash,
    revision: 1,
    replacedById: null,
    createdAt: now,
    publishedAt: null,
    updatedAt: now,
  };
}

function sectionHashOf(sectionId: string | null, document: BriefingDocument | undefined): string | null {
  if (sectionId === null) return null;
  const hash = document === undefined ? null : hashSection(document, sectionId);
  if (hash !== null) return hash;
  throw new InvalidInputError(
    document === undefined
      ? 'A section can only be named together with its briefing'
      : `The briefing has no section "${sectionId}"`,
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
  { document, aliasTaken }: { document: BriefingDocument | null; aliasTaken: 'conflict' | 'leave' },
  act: Act,
): WriteStatement[] {
  const publishedAt = entry.publishedAt ?? act.now;
  const hash = document === null || entry.sectionId === null ? null : hashSection(document, entry.sectionId);
  const { communityId, id: entryId, slug } = entry;
  return [
    assertThat(
      'entry is unchanged',
      sql`exists (select 1 from ${faqEntries} where ${faqEntries.id} = ${entryId} and ${faqEntries.status} = ${entry.status})`,
    ),
    orm
      .update(faqEntries)
      .set({ status: 'PUBLISHED', publishedAt, updatedAt: act.now, currentSectionHash: hash })
      .where(eq(faqEntries.id, entryId)),
    ...saveTopics(orm, communityId, entry.topics),
    orm.delete(faqTopics).where(eq(faqTopics.entryId, entryId)),
    ...entry.topics.map((topic) =>
      orm
        .insert(faqTopics)
        .values({ entryId, topicId: topicId(communityId, topic.slug), publishedAt })
        .onConflictDoNothing(),
    ),
    orm.delete(faqAliases).where(eq(faqAliases.entryId, entryId)),
    ...aliasRows(orm, entry, aliasTaken),
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
    recordAct(orm, act, { communityId, action: 'faq_entry.publish', subjectId: entryId, details: { slug } }),
    ...recordChange(orm, { kind: 'FAQ_ENTRY_PUBLISHED', communityId, subjectId: entryId, slug }, act.now),
  ];
}

function aliasRows(orm: Orm, { id: entryId, communityId, aliases }: EntryRow, taken: 'conflict' | 'leave') {
  return [...new Set(aliases.map(normalizeText))].map((aliasKey) => {
    const insert = orm.insert(faqAliases).values({ communityId, aliasKey, entryId });
    return taken === 'leave' ? insert.onConflictDoNothing() : insert;
  });
}

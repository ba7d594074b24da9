/** What was copied out of briefings, or written about them, without a passage: statements for the write set of a redaction. */
import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { articles } from '../articles/table.ts';
import { auditLog } from '../audit/table.ts';
import { hashSection } from '../briefings/hash-section.ts';
import type { BriefingDocument } from '../briefings/document.ts';
import { changes } from '../changes/table.ts';
import type { Database, WriteStatement } from '../database/client.ts';
import { editions } from '../digests/table.ts';
import { assertEntryUnchanged, composeEntryView, type EntryRow } from '../faq/compose-entry.ts';
import { claimNames } from '../faq/entry-names.ts';
import { WITHDRAWN_SECTION } from '../faq/staleness.ts';
import { faqEntries, faqRevisions } from '../faq/table.ts';
import { topics } from '../topics/table.ts';
import { barOfSameLength, blackOutAll, type BlackOut } from './black-out.ts';
import { redactQuestions } from './redact-questions.ts';
import { redactReports } from './redact-reports.ts';

export interface RedactedFamily {
  /** Ids of a briefing, its original and its translations; none: FAQ entries alone are redacted. */
  briefingIds: readonly string[];
  /** FAQ entries beside those bound to them. */
  entryIds: readonly string[];
  articleIds: readonly string[];
  /** Ids of all topics that any of their revisions names. */
  topicIds: readonly string[];
  /** What readers have of each after the redaction, by the id of the briefing. */
  published: ReadonlyMap<string, BriefingDocument>;
  newIds: ReadonlyMap<string, string>;
}

export async function redactCopies(
  db: Database,
  family: RedactedFamily,
  blackOut: BlackOut,
): Promise<WriteStatement[]> {
  const entries = await db.orm
    .select()
    .from(faqEntries)
    .where(
      or(
        inArray(faqEntries.briefingId, [...family.briefingIds]),
        inArray(faqEntries.id, [...family.entryIds]),
      ),
    );
  const sources = await findArticles(db, family);
  const entryIds = entries.map(({ id }) => id);
  const { briefingIds, newIds } = family;
  const reported = await redactReports(db, { briefingIds, entryIds }, { blackOut, newIds });
  const subjects = [...briefingIds, ...entryIds, ...reported.ids, ...sources.map(({ id }) => id)];
  return [
    ...sources.flatMap((article) => redactArticle(db, article, blackOut)),
    ...entries.flatMap((entry) => redactEntry(db, entry, family, blackOut)),
    ...(await redactFormerEntries(db, entryIds, { newIds, blackOut })),
    ...reported.statements,
    ...(await redactQuestions(db, blackOut)),
    ...(await redactAudit(db, subjects, blackOut)),
    ...(await redactFeed(db, subjects, blackOut)),
    ...(await redactPrompts(db, family)),
    ...(await redactTopics(db, family, blackOut)),
  ];
}

function findArticles({ orm }: Database, { briefingIds, articleIds }: RedactedFamily) {
  return orm
    .select()
    .from(articles)
    .where(or(inArray(articles.briefingId, [...briefingIds]), inArray(articles.id, [...articleIds])));
}

function redactArticle(
  { orm }: Database,
  article: typeof articles.$inferSelect,
  blackOut: BlackOut,
): WriteStatement[] {
  const { title, fileName, publisher, byline, text, facts, url, urlKey } = article;
  const said = { title, fileName, publisher, byline, facts };
  const black = {
    ...blackOutAll(said, blackOut),
    text: blackOut(text, barOfSameLength),
    url: url === null || blackOut(url) === url ? url : null,
    urlKey: urlKey === null || blackOut(urlKey) === urlKey ? urlKey : null,
  };
  if (isSame(black, { ...said, text, url, urlKey })) return [];
  return [orm.update(articles).set(black).where(eq(articles.id, article.id))];
}

/** Nobody has to verify an answer again because of a redaction: what was fresh stays fresh. */
function redactEntry(
  { orm }: Database,
  entry: EntryRow,
  { published, newIds }: RedactedFamily,
  blackOut: BlackOut,
): WriteStatement[] {
  const { question, answer, topics: named, verifiedBy, createdBy, importedFrom, briefingId } = entry;
  const said = { question, answer, topics: named, verifiedBy, createdBy, importedFrom };
  const black = blackOutAll(said, blackOut);
  const aliases = entry.aliases.filter((alias) => blackOut(alias) === alias);
  const sectionId = newIds.get(entry.sectionId ?? '') ?? entry.sectionId;
  const document = published.get(briefingId ?? '');
  const hash =
    document === undefined || sectionId === null || entry.currentSectionHash === WITHDRAWN_SECTION
      ? entry.currentSectionHash
      : hashSection(document, sectionId);
  const wasFresh = entry.verifiedSectionHash === entry.currentSectionHash;
  const hashes = {
    currentSectionHash: hash,
    verifiedSectionHash: wasFresh ? hash : entry.verifiedSectionHash,
  };
  const next = { ...black, aliases, sectionId, ...hashes };
  const { currentSectionHash, verifiedSectionHash } = entry;
  const before = { ...said, aliases: entry.aliases, sectionId: entry.sectionId };
  if (isSame(next, { ...before, currentSectionHash, verifiedSectionHash })) return [];
  const redacted: EntryRow = { ...entry, ...next, revision: entry.revision + 1 };
  const { publishedAt, status } = redacted;
  return [
    assertEntryUnchanged(entry),
    orm
      .update(faqEntries)
      .set({ ...next, revision: redacted.revision })
      .where(eq(faqEntries.id, entry.id)),
    ...(status === 'OBSOLETE' ? [] : claimNames(orm, redacted, 'leave')),
    ...(status === 'PUBLISHED' && publishedAt !== null
      ? composeEntryView(orm, { ...redacted, publishedAt })
      : []),
  ];
}

/** What the entries said before their changes. */
async function redactFormerEntries(
  { orm }: Database,
  entryIds: readonly string[],
  { newIds, blackOut }: { newIds: ReadonlyMap<string, string>; blackOut: BlackOut },
): Promise<WriteStatement[]> {
  const rows = await orm
    .select()
    .from(faqRevisions)
    .where(inArray(faqRevisions.entryId, [...entryIds]));
  return rows.flatMap(({ entryId, number, question, answer, aliases, topics: named, ...row }) => {
    const { verifiedBy, sectionId } = row;
    const said = { question, answer, topics: named, verifiedBy };
    const next = {
      ...blackOutAll(said, blackOut),
      aliases: aliases.filter((alias) => blackOut(alias) === alias),
      sectionId: newIds.get(sectionId ?? '') ?? sectionId,
    };
    if (isSame(next, { ...said, aliases, sectionId })) return [];
    const itself = and(eq(faqRevisions.entryId, entryId), eq(faqRevisions.number, number));
    return [orm.update(faqRevisions).set(next).where(itself)];
  });
}

async function redactAudit(
  { orm }: Database,
  subjectIds: readonly string[],
  blackOut: BlackOut,
): Promise<WriteStatement[]> {
  const rows = await orm
    .select()
    .from(auditLog)
    .where(inArray(auditLog.subjectId, [...subjectIds]));
  return rows.flatMap(({ id, details, before, after }) => {
    const black = blackOutAll({ details, before, after }, blackOut);
    if (isSame(black, { details, before, after })) return [];
    return [orm.update(auditLog).set(black).where(eq(auditLog.id, id))];
  });
}

async function redactFeed(
  { orm }: Database,
  subjectIds: readonly string[],
  blackOut: BlackOut,
): Promise<WriteStatement[]> {
  const rows = await orm
    .select({ id: changes.id, reason: changes.reason })
    .from(changes)
    .where(inArray(changes.subjectId, [...subjectIds]));
  return rows.flatMap(({ id, reason }) => {
    const black = reason === null ? null : blackOut(reason);
    return black === reason ? [] : [orm.update(changes).set({ reason: black }).where(eq(changes.id, id))];
  });
}

async function redactPrompts(
  { orm }: Database,
  { briefingIds, newIds }: RedactedFamily,
): Promise<WriteStatement[]> {
  const ofFamily = inArray(sql`json_extract(${editions.prompt}, '$.briefingId')`, [...briefingIds]);
  const rows = await orm.select({ id: editions.id, prompt: editions.prompt }).from(editions).where(ofFamily);
  return rows.flatMap(({ id, prompt }) => {
    if (prompt === null) return [];
    // Nothing but these, whatever else stands in the row.
    const black = { briefingId: prompt.briefingId, id: newIds.get(prompt.id) ?? prompt.id };
    return isSame(black, prompt)
      ? []
      : [orm.update(editions).set({ prompt: black }).where(eq(editions.id, id))];
  });
}

/** Their slugs stay: other content is filed under them. */
async function redactTopics(
  { orm }: Database,
  { topicIds }: RedactedFamily,
  blackOut: BlackOut,
): Promise<WriteStatement[]> {
  const rows = await orm
    .select()
    .from(topics)
    .where(and(inArray(topics.id, [...topicIds])));
  return rows.flatMap(({ id, name }) => {
    const black = blackOut(name);
    return black === name ? [] : [orm.update(topics).set({ name: black }).where(eq(topics.id, id))];
  });
}

function isSame(one: object, other: object): boolean {
  const sorted = (value: object) =>
    JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
}

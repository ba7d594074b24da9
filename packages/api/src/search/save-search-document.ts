import { eq, sql } from 'drizzle-orm';
import type { Orm, WriteStatement } from '../database/client.ts';
import { searchChanges, searchDocuments, type SearchKind } from './table.ts';

export interface Searchable {
  kind: SearchKind;
  subjectId: string;
  communityId: string;
  slug: string;
  title: string;
  aliases: readonly string[];
  body: string;
  pinned: boolean;
  publishedAt: Date;
  /** Pieces that are found by themselves. */
  parts?: readonly SearchablePart[];
}

export interface SearchablePart {
  kind: SearchKind;
  subjectId: string;
  title: string;
  body: string;
}

/** An index that has slept for more changes than this is read anew. */
const REMEMBERED_CHANGES = 10_000;

/** Part of a publication: from now on this is what is found of the briefing or entry. */
export function saveSearchDocument(
  orm: Orm,
  { aliases, parts = [], ...document }: Searchable,
): WriteStatement[] {
  const whole = { ...document, ownerId: document.subjectId, aliases: aliases.join('\n') };
  const rows = [whole, ...parts.map((part) => ({ ...whole, ...part, aliases: '' }))];
  return [...removeSearchDocument(orm, document.subjectId), orm.insert(searchDocuments).values(rows)];
}

/** Part of a withdrawal. */
export function removeSearchDocument(orm: Orm, ownerId: string): WriteStatement[] {
  return [
    orm.delete(searchDocuments).where(eq(searchDocuments.ownerId, ownerId)),
    ...noteChange(orm, ownerId),
  ];
}

/** Whether it is found before the others. */
export function pinSearchDocument(orm: Orm, ownerId: string, pinned: boolean): WriteStatement[] {
  return [
    orm.update(searchDocuments).set({ pinned }).where(eq(searchDocuments.ownerId, ownerId)),
    ...noteChange(orm, ownerId),
  ];
}

/** The indexes of all programs read it anew. */
function noteChange(orm: Orm, ownerId: string): WriteStatement[] {
  return [
    orm.insert(searchChanges).values({ ownerId }),
    sql`delete from ${searchChanges} where ${searchChanges.sequence} <= last_insert_rowid() - ${REMEMBERED_CHANGES}`,
  ];
}

import { and, eq } from 'drizzle-orm';
import type { Orm, WriteStatement } from '../database/client.ts';
import { normalizeText } from './normalize-text.ts';
import { searchDocuments, type SearchKind } from './table.ts';

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
}

/** Part of a publication: from now on this is what is found. */
export function saveSearchDocument(orm: Orm, { aliases, ...document }: Searchable): WriteStatement[] {
  const row = { ...document, titleKey: normalizeText(document.title), aliases: aliases.join('\n') };
  return [
    orm
      .insert(searchDocuments)
      .values(row)
      .onConflictDoUpdate({ target: [searchDocuments.kind, searchDocuments.subjectId], set: row }),
  ];
}

/** Part of a withdrawal. */
export function removeSearchDocument(orm: Orm, kind: SearchKind, subjectId: string): WriteStatement {
  return orm
    .delete(searchDocuments)
    .where(and(eq(searchDocuments.kind, kind), eq(searchDocuments.subjectId, subjectId)));
}

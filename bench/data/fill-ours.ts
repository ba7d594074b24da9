/** Publishes generated content through the API's own write sets, a hundred briefings at a time. */
import { operator } from '@communique/api/audit/actor';
import { checkDocument, composeDraft } from '@communique/api/briefings/compose-draft';
import { composePublication } from '@communique/api/briefings/compose-publication';
import { openDatabase, type WriteStatement } from '@communique/api/database/client';
import { migrateDatabase } from '@communique/api/database/migrate';
import { composeEntry, composeEntryPublication } from '@communique/api/faq/compose-entry';
import { createContent } from './make-content.ts';

const AT_ONCE = 100;

export async function fillOurs(url: string, size: number): Promise<void> {
  const db = await openDatabase(url);
  const content = createContent();
  try {
    await migrateDatabase(db, new Date());
    for (let from = 0; from < size; from += AT_ONCE) {
      const statements: WriteStatement[] = [];
      for (let number = from; number < Math.min(size, from + AT_ONCE); number += 1) {
        const { slug, publishedAt, ...generated } = content.briefing(number);
        const document = checkDocument(generated.document);
        const act = { now: publishedAt, actor: operator };
        const provenance = { createdBy: 'Generator', reviewedBy: null, importedFrom: null };
        const draft = {
          slug,
          document,
          provenance,
          reason: 'Generated',
          communityId: 'library',
          article: null,
          faq: [],
        };
        const { briefing, revision, statements: drafting } = composeDraft(db.orm, draft, act);
        const publication = {
          briefing: { ...briefing, publishedAt: null },
          revision,
          entries: [],
        };
        statements.push(...drafting, ...composePublication(db.orm, publication, act));
      }
      await db.write(statements);
    }
    for (let from = 0; from < size * 4; from += AT_ONCE) {
      const statements: WriteStatement[] = [];
      for (let number = from; number < Math.min(size * 4, from + AT_ONCE); number += 1) {
        const { publishedAt, ...entry } = content.entry(number);
        const act = { now: publishedAt, actor: operator };
        const draft = {
          ...entry,
          language: 'en',
          communityId: 'library',
          briefing: null,
          taken: 'leave' as const,
        };
        const composed = composeEntry(db.orm, draft, act);
        statements.push(
          ...composed.statements,
          ...composeEntryPublication(db.orm, composed.entry, { document: null, taken: 'leave' }, act),
        );
      }
      await db.write(statements);
    }
    db.orm.run('analyze');
  } finally {
    db.close();
  }
}

import { join } from 'node:path';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { expect, test } from 'vitest';
import { connectionOf, openDatabase } from '@communique/api/database/client';
import { migrateDatabase } from '@communique/api/database/migrate';
import { migrationsBefore } from '../../support/earlier-migrations.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const DOCUMENT = JSON.stringify({
  language: 'en',
  topics: [{ slug: 'tolls', name: 'Tolls' }],
  corrections: [{ id: 'k1', kind: 'CORRECTION', correctedAt: '2025-02-18T08:00:00.250Z' }],
});

test('what was withdrawn before is as if it were withdrawn now: its answers are stale, its record stays', async () => {
  const db = await openDatabase(`file:${join(temporaryFolder(), 'old.db')}`);
  migrate(db.orm, { migrationsFolder: migrationsBefore('withdrawn-record') });
  const connection = connectionOf(db);
  connection.pragma('foreign_keys = OFF');
  connection.exec(`
    insert into communities (id, name, locale, moderator_role_ids, created_at) values ('library', 'Library', 'en', '[]', 0);
    insert into briefings (id, community_id, slug, status, head_revision_id, head_state, published_revision_id, created_at,
      published_at, updated_at, withdrawn_at, withdrawn_reason, title, title_key, language, importance) values
      ('b1', 'library', 'toll', 'RETRACTED', 'r1', 'PUBLISHED', 'r1', 1, 1, 1, 2, 'Wrong', 'T', 't', 'en', 3),
      ('b2', 'library', 'tolls', 'PUBLISHED', 'r2', 'PUBLISHED', 'r2', 1, 1, 1, null, null, 'T', 't', 'en', 3);
    insert into revisions (id, briefing_id, number, document, word_count, created_by, created_at, reason) values
      ('r1', 'b1', 1, '${DOCUMENT}', 1, 'x', 1, 'x'), ('r2', 'b2', 1, '${DOCUMENT}', 1, 'x', 1, 'x');
    insert into faq_entries (id, community_id, slug, question, answer, language, aliases, topics, status, briefing_id, pinned,
      published_at, updated_at, created_at) values
      ('e1', 'library', 'e1', 'Q1', 'A', 'en', '[]', '[]', 'PUBLISHED', 'b1', 0, 1, 1, 1),
      ('e2', 'library', 'e2', 'Q2', 'A', 'en', '[]', '[]', 'PUBLISHED', 'b2', 0, 1, 1, 1);
  `);
  connection.pragma('foreign_keys = ON');
  await migrateDatabase(db, new Date('2025-02-18T08:00:00Z'));
  expect(db.orm.all('select id, current_section_hash from faq_entries order by id')).toEqual([
    { id: 'e1', current_section_hash: 'withdrawn' },
    { id: 'e2', current_section_hash: null },
  ]);
  const corrected = { briefing_id: 'b1', id: 'k1', corrected_at: Date.parse('2025-02-18T08:00:00.250Z') };
  expect(db.orm.all('select briefing_id, lead, id, corrected_at from corrections order by lead')).toEqual([
    { ...corrected, lead: 'library' },
    { ...corrected, lead: 'library/tolls' },
  ]);
  db.close();
});

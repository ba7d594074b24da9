import { join } from 'node:path';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { expect, test } from 'vitest';
import { connectionOf, openDatabase } from '@communique/api/database/client';
import { migrateDatabase } from '@communique/api/database/migrate';
import { migrationsBefore } from '../../support/earlier-migrations.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const NOW = new Date('2025-02-18T08:00:00Z');

/** A row with these values, and something in every other column that needs a value. */
function insertGiven(
  connection: ReturnType<typeof connectionOf>,
  table: string,
  given: Readonly<Record<string, string>>,
): void {
  const columns = connection
    .prepare<[string], { name: string; notnull: number; dflt_value: string | null; type: string }>(
      `select name, "notnull", dflt_value, type from pragma_table_info(?)`,
    )
    .all(table);
  const used = columns.filter(
    ({ name, notnull, dflt_value: value }) => name in given || (notnull === 1 && value === null),
  );
  const values = used.map(
    ({ name, type }) => given[name] ?? (type.toLowerCase() === 'integer' ? '0' : `'x'`),
  );
  connection.exec(
    `insert into ${table} (${used.map(({ name }) => name).join(', ')}) values (${values.join(', ')})`,
  );
}

test('articles from before the inbox are those that made their briefings, and are known again by their address', async () => {
  const db = await openDatabase(`file:${join(temporaryFolder(), 'old.db')}`);
  migrate(db.orm, { migrationsFolder: migrationsBefore('articles-and-feeds') });
  const connection = connectionOf(db);
  connection.pragma('foreign_keys = OFF');
  connection.exec(`
    insert into communities (id, name, locale, moderator_role_ids, created_at) values ('library', 'Library', 'en', '[]', 0);
    insert into articles (id, community_id, title, url, text, content_hash, imported_at) values
      ('a1', 'library', 'The toll', 'https://strait.example/toll', 'It is paid.', 'h1', 1);
  `);
  insertGiven(connection, 'briefings', {
    id: `'b1'`,
    community_id: `'library'`,
    slug: `'toll'`,
    article_id: `'a1'`,
    status: `'DRAFT'`,
    head_state: `'DRAFT'`,
    title: `'The toll'`,
    language: `'en'`,
  });
  await migrateDatabase(db, NOW);
  expect(
    db.orm.all('select id, state, url_key, briefing_id, revision_number, draft_hash from articles'),
  ).toEqual([
    {
      id: 'a1',
      state: 'DRAFTED',
      url_key: 'https://strait.example/toll',
      briefing_id: 'b1',
      revision_number: 1,
      draft_hash: null,
    },
  ]);
  db.close();
});

test('FAQ entries from before they said where they come from are signed as the audit log and their article say', async () => {
  const db = await openDatabase(`file:${join(temporaryFolder(), 'old.db')}`);
  migrate(db.orm, { migrationsFolder: migrationsBefore('faq-provenance') });
  const connection = connectionOf(db);
  connection.pragma('foreign_keys = OFF');
  const own = { community_id: `'library'`, status: `'DRAFT'`, aliases: `'[]'`, topics: `'[]'` };
  const briefing = {
    id: `'b1'`,
    article_id: `'a1'`,
    status: `'DRAFT'`,
    head_state: `'DRAFT'`,
    created_at: '5',
  };
  insertGiven(connection, 'briefings', briefing);
  const revision = { briefing_id: `'b1'`, number: '1', created_by: `'Import'`, imported_from: `'toll.md'` };
  insertGiven(connection, 'revisions', revision);
  const entries = [
    { id: `'imported'`, briefing_id: `'b1'`, created_at: '5' },
    { id: `'written later'`, briefing_id: `'b1'`, created_at: '6' },
    { id: `'by hand'` },
    { id: `'by a token'` },
  ];
  for (const entry of entries) {
    insertGiven(connection, 'faq_entries', { ...own, ...entry, slug: entry.id, question: entry.id });
  }
  insertGiven(connection, 'access_tokens', { id: `'t1'`, name: `'Vera'`, role: `'EDITOR'` });
  const draft = { action: `'faq_entry.draft'`, details: `'{}'` };
  const moderator = { actor_kind: `'MODERATOR'`, actor_id: `'42'` };
  insertGiven(connection, 'audit_log', { id: '1', ...draft, ...moderator, subject_id: `'written later'` });
  const token = { actor_kind: `'EDITOR'`, token_id: `'t1'` };
  insertGiven(connection, 'audit_log', { id: '2', ...draft, ...token, subject_id: `'by a token'` });
  await migrateDatabase(db, NOW);
  expect(db.orm.all('select id, created_by, imported_from, article_id from faq_entries order by id')).toEqual(
    [
      { id: 'by a token', created_by: 'Vera', imported_from: null, article_id: null },
      { id: 'by hand', created_by: 'Operator', imported_from: null, article_id: null },
      { id: 'imported', created_by: 'Import', imported_from: 'toll.md', article_id: 'a1' },
      {
        id: 'written later',
        created_by: 'Moderator (Discord user 42)',
        imported_from: null,
        article_id: null,
      },
    ],
  );
  db.close();
});

import { join } from 'node:path';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { expect, test } from 'vitest';
import { connectionOf, openDatabase } from '@communique/api/database/client';
import { migrateDatabase } from '@communique/api/database/migrate';
import { migrationsBefore } from '../../support/earlier-migrations.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const NOW = new Date('2025-02-18T08:00:00Z');

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
  const columns = connection
    .prepare<[], { name: string; notnull: number; dflt_value: string | null; type: string }>(
      `select name, "notnull", dflt_value, type from pragma_table_info('briefings')`,
    )
    .all();
  const given: Record<string, string> = {
    id: `'b1'`,
    community_id: `'library'`,
    slug: `'toll'`,
    article_id: `'a1'`,
    status: `'DRAFT'`,
    head_state: `'DRAFT'`,
    title: `'The toll'`,
    language: `'en'`,
  };
  const used = columns.filter(
    ({ name, notnull, dflt_value: value }) => name in given || (notnull === 1 && value === null),
  );
  const values = used.map(
    ({ name, type }) => given[name] ?? (type.toLowerCase() === 'integer' ? '0' : `'x'`),
  );
  connection.exec(
    `insert into briefings (${used.map(({ name }) => name).join(', ')}) values (${values.join(', ')})`,
  );
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

/**
 * The FTS5 index over `search_documents`. It is made at start, not in a migration: rebuilding a table in a migration drops its
 * triggers silently, and an index that lost its triggers is rebuilt here.
 */
import type { Database as SqliteConnection } from 'better-sqlite3';

const OBJECTS = {
  search_index: `create virtual table search_index using fts5(
    title, aliases, body,
    content = 'search_documents', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
  )`,
  search_documents_inserted: `create trigger search_documents_inserted after insert on search_documents begin
    insert into search_index (rowid, title, aliases, body) values (new.id, new.title, new.aliases, new.body);
  end`,
  search_documents_deleted: `create trigger search_documents_deleted after delete on search_documents begin
    insert into search_index (search_index, rowid, title, aliases, body)
    values ('delete', old.id, old.title, old.aliases, old.body);
  end`,
  search_documents_updated: `create trigger search_documents_updated after update on search_documents begin
    insert into search_index (search_index, rowid, title, aliases, body)
    values ('delete', old.id, old.title, old.aliases, old.body);
    insert into search_index (rowid, title, aliases, body) values (new.id, new.title, new.aliases, new.body);
  end`,
};

export function createSearchIndex(connection: SqliteConnection): void {
  if (missing(connection).length === 0) return;
  connection
    .transaction(() => {
      // Looked up again under the write lock: another program may have been faster.
      for (const [, statement] of missing(connection)) {
        connection.exec(statement);
      }
      connection.exec(`insert into search_index (search_index) values ('rebuild')`);
    })
    .immediate();
}

function missing(connection: SqliteConnection): [string, string][] {
  const find = connection.prepare('select 1 from sqlite_schema where name = ?');
  return Object.entries(OBJECTS).filter(([name]) => find.get(name) === undefined);
}

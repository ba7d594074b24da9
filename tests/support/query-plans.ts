import { connectionOf, type Database } from '@communique/api/database/client';

/** How SQLite carries a statement out, one line per step. */
export function planOf(db: Database, statement: string): string[] {
  const parameters = Array.from({ length: statement.split('?').length - 1 }, () => null);
  return connectionOf(db)
    .prepare<unknown[], { detail: string }>(`explain query plan ${statement}`)
    .all(...parameters)
    .map(({ detail }) => detail);
}

/** Steps that read a whole table; what a statement makes itself (JSON lists, its own arms) does not count. */
export function scansOf(db: Database, statement: string): string[] {
  return planOf(db, statement).filter((step) =>
    /^SCAN (?!asked\b|json_each\b|listed\b|item VIRTUAL TABLE\b|\(subquery|\(join|own\b)/.test(step),
  );
}

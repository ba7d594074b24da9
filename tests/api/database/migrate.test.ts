import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { connectionOf, openDatabase, type Database } from '@communique/api/database/client';
import { migrateDatabase } from '@communique/api/database/migrate';
import { communities } from '@communique/api/database/tables';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const API = fileURLToPath(new URL('../../../packages/api/', import.meta.url));
const now = new Date('2025-02-18T08:00:00Z');

async function open(path: string): Promise<Database> {
  const db = await openDatabase(path);
  onTestFinished(() => db.close());
  return db;
}

const schemaOf = (db: Database) =>
  connectionOf(db).prepare('select type, name, sql from sqlite_schema order by name').all();

test('a new file gets tables and the library; doing it again changes nothing', async () => {
  const db = await open(join(temporaryFolder(), 'communique.db'));
  await migrateDatabase(db, now);
  const first = schemaOf(db);
  expect(await db.orm.select().from(communities)).toEqual([
    {
      id: 'library',
      name: 'Library',
      locale: 'en',
      timeZone: 'UTC',
      moderatorRoleIds: [],
      logChannelId: null,
      ownLocale: null,
      createdAt: now,
    },
  ]);
  await migrateDatabase(db, new Date());
  expect(schemaOf(db)).toEqual(first);
  expect(await db.orm.select().from(communities)).toHaveLength(1);
  expect(connectionOf(db).pragma('foreign_keys', { simple: true })).toBe(1);
});

test('programs that start together on a new file all find it ready', async () => {
  const path = join(temporaryFolder(), 'communique.db');
  const program = new URL('../../support/raise-versions.ts', import.meta.url);
  const codes = await Promise.all(
    [1, 2, 3, 4].map(async () => (await once(fork(program, [path, '1'], { execArgv: [] }), 'exit'))[0]),
  );
  expect(codes).toEqual([0, 0, 0, 0]);
});

test('the committed migrations make exactly the tables of the code', () => {
  const folder = temporaryFolder();
  cpSync(join(API, 'migrations'), join(folder, 'migrations'), { recursive: true });
  const config = join(folder, 'drizzle.config.json');
  // Relative, because drizzle-kit puts "./" before whatever is written here.
  const out = relative(API, join(folder, 'migrations'));
  writeFileSync(config, JSON.stringify({ dialect: 'sqlite', schema: './src/database/tables.ts', out }));
  const said = execFileSync(join(API, 'node_modules/.bin/drizzle-kit'), ['generate', '--config', config], {
    cwd: API,
    encoding: 'utf8',
  });
  expect(said).toContain('No schema changes');
});

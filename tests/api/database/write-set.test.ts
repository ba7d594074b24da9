import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase, type Database } from '@communique/api/database/client';
import { WriteConflictError } from '@communique/api/database/errors';
import { insertRow } from '@communique/api/database/insert-row';
import { migrateDatabase } from '@communique/api/database/migrate';
import { raiseContentVersion } from '@communique/api/database/raise-content-version';
import { articles, assertions, contentVersions, topics } from '@communique/api/database/tables';
import { assertChanged, assertThat } from '@communique/api/database/write-set';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function open(path = join(temporaryFolder(), 'communique.db')): Promise<Database> {
  const db = await openDatabase(path);
  onTestFinished(() => db.close());
  await migrateDatabase(db, new Date('2025-02-18T08:00:00Z'));
  return db;
}

const topic = (slug: string) => ({ id: `library/${slug}`, communityId: 'library', slug, name: slug });
const slugs = async (db: Database) => (await db.orm.select().from(topics)).map(({ slug }) => slug);

test('all statements of a set are written', async () => {
  const db = await open();
  await db.write([
    db.orm.insert(topics).values(topic('a')),
    sql`insert into topics (id, community_id, slug, name) values ('library/b', 'library', 'b', 'B')`,
    raiseContentVersion(db.orm, 'library'),
    raiseContentVersion(db.orm, 'library'),
  ]);
  expect(await slugs(db)).toEqual(['a', 'b']);
  expect(await db.orm.select().from(contentVersions)).toEqual([{ communityId: 'library', version: 2 }]);
});

test('a guard that does not hold takes the whole set with it, and says which it was', async () => {
  const db = await open();
  const writing = db.write([
    db.orm.insert(topics).values(topic('a')),
    assertThat('holds', sql`exists (select 1 from topics where slug = 'a')`),
    assertThat('does not hold', sql`exists (select 1 from topics where slug = 'z')`),
    db.orm.insert(topics).values(topic('b')),
  ]);
  await expect(writing).rejects.toMatchObject({ constraint: 'GUARD', target: 'does not hold' });
  expect(await slugs(db)).toEqual([]);
  expect(await db.orm.select().from(assertions)).toEqual([]);
});

test('a condition that is NULL does not hold', async () => {
  const db = await open();
  await expect(db.write([assertThat('null', sql`null`)])).rejects.toThrow(WriteConflictError);
});

test('a guard on the number of changed rows counts those of the statement before it', async () => {
  const db = await open();
  const rename = (slug: string) => db.orm.update(topics).set({ name: 'X' }).where(eq(topics.slug, slug));
  await db.write([db.orm.insert(topics).values(topic('a'))]);
  await db.write([rename('a'), assertChanged('renamed'), rename('z'), assertChanged('none renamed', 0)]);
  await expect(db.write([rename('z'), assertChanged('renamed')])).rejects.toMatchObject({
    target: 'renamed',
  });
});

test('broken constraints are told apart', async () => {
  const db = await open();
  await db.write([db.orm.insert(topics).values(topic('a'))]);
  const conflict = async (statements: Parameters<Database['write']>[0]) => {
    const error: unknown = await db.write(statements).catch((thrown: unknown) => thrown);
    if (!(error instanceof WriteConflictError)) throw new TypeError('not a conflict', { cause: error });
    return error;
  };
  const twice = await conflict([db.orm.insert(topics).values({ ...topic('a'), id: 'other' })]);
  expect(twice.isUnique('topics.community_id', 'topics.slug')).toBe(true);
  expect(twice.isUnique('topics.id')).toBe(false);
  expect(twice.isGuard('topics.id')).toBe(false);
  expect((await conflict([db.orm.insert(topics).values(topic('a'))])).constraint).toBe('UNIQUE');
  const orphan = await conflict([db.orm.insert(topics).values({ ...topic('b'), communityId: 'nobody' })]);
  expect(orphan.constraint).toBe('FOREIGN_KEY');
  const unchecked = await conflict([db.orm.insert(assertions).values({ holds: 0 })]);
  expect(unchecked).toMatchObject({ constraint: 'CHECK', target: 'assertion_holds' });
});

test('a mistake in a statement is no conflict and leaves nothing behind', async () => {
  const db = await open();
  const writing = db.write([db.orm.insert(topics).values(topic('a')), sql`insert into nowhere values (1)`]);
  await expect(writing).rejects.not.toThrow(WriteConflictError);
  expect(await slugs(db)).toEqual([]);
});

const article = (id: string, more: Partial<typeof articles.$inferInsert> = {}) => ({
  id,
  communityId: 'library',
  title: 'The ferry',
  text: `The ferry ${id} is late.`,
  contentHash: id,
  importedAt: new Date('2025-02-18T08:00:00Z'),
  ...more,
});

test('a row is stored as Drizzle reads it: with times, JSON, nulls, and defaults where nothing is said', async () => {
  const db = await open();
  await db.write([
    insertRow(articles, article('a', { facts: { title: 'Ferry' }, url: null, fileName: undefined })),
    insertRow(articles, article('b', { facts: null })),
  ]);
  const [a, b] = await db.orm.select().from(articles).orderBy(articles.id);
  expect(a).toMatchObject({
    ...article('a'),
    facts: { title: 'Ferry' },
    url: null,
    fileName: null,
    state: 'NEW',
  });
  expect(b).toMatchObject({ ...article('b'), facts: null });
});

test('a row that is there already fails the set, unless it may be left out', async () => {
  const db = await open();
  await db.write([insertRow(topics, topic('a'))]);
  await expect(db.write([insertRow(topics, topic('a'))])).rejects.toMatchObject({ constraint: 'UNIQUE' });
  await db.write([insertRow(topics, topic('a'), { orLeave: true }), insertRow(topics, topic('b'))]);
  expect(await slugs(db)).toEqual(['a', 'b']);
});

test('rows that fill the same columns are one statement', async () => {
  const path = join(temporaryFolder(), 'communique.db');
  await open(path);
  const seen: string[] = [];
  const db = await openDatabase(path, { onStatement: (text) => seen.push(text) });
  onTestFinished(() => db.close());
  await db.write(['a', 'b', 'c'].map((slug) => insertRow(topics, topic(slug))));
  expect(seen).toHaveLength(3);
  expect(new Set(seen).size).toBe(1);
});

test('a set may be made of more different statements than are kept ready', async () => {
  const db = await open();
  const numbers = Array.from({ length: 500 }, (_, index) => index + 1);
  const raise = (by: number) => sql`update topics set name = name + ${sql.raw(String(by))}`;
  await db.write([
    insertRow(topics, { ...topic('sum'), name: '0' }),
    ...numbers.map(raise),
    ...numbers.map(raise),
  ]);
  const [row] = await db.orm.select().from(topics);
  expect(Number(row?.name)).toBe(250_500);
});

test('several processes write to one file and none of their sets is lost', async () => {
  const path = join(temporaryFolder(), 'communique.db');
  const db = await open(path);
  const before = db.dataVersion();
  const program = new URL('../../support/raise-versions.ts', import.meta.url);
  await Promise.all(
    [1, 2, 3].map(async () => {
      const [code] = await once(fork(program, [path, '20'], { execArgv: [] }), 'exit');
      expect(code).toBe(0);
    }),
  );
  expect(await db.orm.select().from(contentVersions)).toEqual([{ communityId: 'library', version: 60 }]);
  expect(db.dataVersion()).not.toBe(before);
});

import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { connectionOf, openDatabase } from '@communique/api/database/client';
import { DatabaseUnavailableError } from '@communique/api/database/errors';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('a database is made where it was not, folders included', async () => {
  const path = join(temporaryFolder(), 'deep', 'er', 'communique.db');
  const db = await openDatabase(`file:${path}`);
  db.close();
  expect(existsSync(path)).toBe(true);
});

test('a plain path and a file URL name the same file', async () => {
  const path = join(temporaryFolder(), 'with space.db');
  for (const url of [path, pathToFileURL(path).href, `file:${path}`]) {
    const db = await openDatabase(url);
    connectionOf(db).exec('create table if not exists t (x); insert into t values (1)');
    db.close();
  }
  const db = await openDatabase(path);
  expect(connectionOf(db).prepare('select count(*) as n from t').get()).toEqual({ n: 3 });
  db.close();
});

test('what is acknowledged is durable, references are checked and others are waited for', async () => {
  const db = await openDatabase(join(temporaryFolder(), 'communique.db'));
  const setting = (name: string) => connectionOf(db).pragma(name, { simple: true });
  expect(setting('journal_mode')).toBe('wal');
  expect(setting('synchronous')).toBe(2);
  expect(setting('foreign_keys')).toBe(1);
  expect(setting('busy_timeout')).toBe(5_000);
  db.close();
});

test('a file that is no database is left alone and named', async () => {
  const path = join(temporaryFolder(), 'notes.txt');
  const text = 'These are my notes, and no database at all.\n'.repeat(100);
  writeFileSync(path, text);
  const opening = openDatabase(path);
  await expect(opening).rejects.toThrow(DatabaseUnavailableError);
  await expect(opening).rejects.toThrow(`The database ${path} is not a SQLite file.`);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('a folder, a path through a file and a folder that may not be written are each named', async () => {
  const folder = temporaryFolder();
  await expect(openDatabase(folder)).rejects.toThrow('cannot be opened: is it a folder');
  writeFileSync(join(folder, 'file'), '');
  await expect(openDatabase(join(folder, 'file', 'x.db'))).rejects.toThrow('a part of its path is a file');
  if (process.getuid?.() === 0) return;
  const locked = join(folder, 'locked');
  mkdirSync(locked);
  chmodSync(locked, 0o500);
  await expect(openDatabase(join(locked, 'x.db'))).rejects.toThrow('Check who owns');
});

test.each([
  'libsql://db.example.org',
  'ws://localhost:8080',
  'https://user:secret@example.org',
  ':memory:',
  '',
  'file:x.db?mode=ro',
])('the address "%s" is refused with what is accepted, and without its secrets', async (url) => {
  const opening = openDatabase(url);
  await expect(opening).rejects.toThrow(DatabaseUnavailableError);
  await expect(opening).rejects.toThrow('"file:data/communique.db"');
  await expect(opening).rejects.not.toThrow('secret');
});

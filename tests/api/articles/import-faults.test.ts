/** What is left when an import is cut off: whole articles, and of those that were announced all. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saveDocuments } from '@communique/api/articles/save-documents';
import { operator } from '@communique/api/audit/actor';
import { connectionOf, openDatabase, type Database } from '@communique/api/database/client';
import { migrateDatabase } from '@communique/api/database/migrate';
import { interpretDocument } from '@communique/api/import/interpret-document';
import { communique } from '../../support/communique-command.ts';
import { tableCounts } from '../../support/records.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { ROOT } from '../../repository/source-files.ts';

const NOW = new Date('2025-02-18T08:00:00Z');
const textOf = (index: number) =>
  `Matter number ${index}\n\nIt has words of its own: ${index}. And a second sentence.\n`;
const slugOf = (index: number) => `matter-number-${index}`;

async function opened(path: string, busyTimeout = 50): Promise<Database> {
  const db = await openDatabase(`file:${path}`, { busyTimeout });
  await migrateDatabase(db, NOW);
  return db;
}

const save = async (db: Database, count: number) =>
  saveDocuments(
    db,
    Array.from({ length: count }, (_each, index) =>
      interpretDocument({ path: 'x', fileName: 'x.txt', text: textOf(index) }, { now: NOW }),
    ),
    { communityId: 'library' },
    { now: NOW, actor: operator },
  );

/** Articles without their briefing and briefings without their revision: there must be none. */
function halves(db: Database): unknown[] {
  return db.orm
    .all(`select a.id from articles a left join briefings b on b.id = a.briefing_id and b.article_id = a.id
    left join revisions r on r.id = b.head_revision_id where r.id is null
    union all select b.id from briefings b left join revisions r on r.id = b.head_revision_id where r.id is null`);
}

test(
  'a process that is killed has kept what it announced, nothing by halves, and the next run does the rest',
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder();
    const articles = join(folder, 'articles');
    mkdirSync(articles);
    for (let index = 0; index < 350; index += 1) writeFileSync(join(articles, `${index}.txt`), textOf(index));
    const path = join(folder, 'cli.db');
    const child = spawn(process.execPath, ['packages/api/src/cli/main.ts', 'import', articles], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], DATABASE_URL: `file:${path}` },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Next:')) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const announced = [...said.matchAll(/^Next: pnpm communique publish (\S+)$/gm)].map(([, slug]) => slug);
    expect(announced.length).toBeGreaterThan(0);
    const db = await opened(path);
    const kept = new Set(db.orm.all<{ slug: string }>('select slug from briefings').map(({ slug }) => slug));
    expect(announced.filter((slug) => !kept.has(slug ?? ''))).toEqual([]);
    expect(kept.size).toBeLessThan(350);
    expect(halves(db)).toEqual([]);
    const again = await communique(`file:${path}`, 'import', articles);
    expect(again.code).toBe(0);
    expect(tableCounts({ db })).toMatchObject({ articles: 350, briefings: 350, revisions: 350 });
    expect(db.orm.all(`select slug from briefings where slug = '${slugOf(349)}'`)).toHaveLength(1);
    db.close();
  },
);

test('a database that another program has locked is said, keeps nothing, and takes everything afterwards', async () => {
  const path = join(temporaryFolder(), 'locked.db');
  const [db, other] = [await opened(path), await opened(path)];
  connectionOf(other).exec('begin immediate');
  await expect(save(db, 5)).rejects.toThrow('is locked by another program');
  connectionOf(other).exec('rollback');
  expect(tableCounts({ db })['articles']).toBe(0);
  expect((await save(db, 5)).filter((each) => 'saved' in each)).toHaveLength(5);
  for (const each of [db, other]) each.close();
});

test('a full disk is said, and keeps nothing of the batch', async () => {
  const db = await opened(join(temporaryFolder(), 'full.db'));
  const connection = connectionOf(db);
  const pages = Number(connection.pragma('page_count', { simple: true }));
  connection.pragma(`max_page_count = ${pages + 2}`);
  await expect(save(db, 100)).rejects.toThrow('disk is full');
  expect(tableCounts({ db })).toMatchObject({ articles: 0, briefings: 0, revisions: 0 });
  connection.pragma('max_page_count = 1073741823');
  expect((await save(db, 100)).filter((each) => 'saved' in each)).toHaveLength(100);
  db.close();
});

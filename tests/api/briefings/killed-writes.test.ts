/** Programs that die in the middle of a publication or a correction, and databases that are locked. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { publishBriefing } from '@communique/api/briefings/publish-briefing';
import { correctBriefing } from '@communique/api/corrections/correct-briefing';
import { openDatabase, connectionOf } from '@communique/api/database/client';
import { withApi, type TestApi } from '../../support/api.ts';
import { mutate, publishedByEditor, withToken } from '../../support/editing.ts';
import { aFullDocument, drafted, published, tableCounts } from '../../support/records.ts';

const run = promisify(execFile);
const moduleUrl = (name: string) => JSON.stringify(import.meta.resolve(name));

/** Carries an act out and dies before its n-th statement, as SIGKILL ends a program. */
const WRITER = `
  const { openDatabase } = await import(${moduleUrl('@communique/api/database/client')});
  const { publishBriefing } = await import(${moduleUrl('@communique/api/briefings/publish-briefing')});
  const { correctBriefing } = await import(${moduleUrl('@communique/api/corrections/correct-briefing')});
  const [url, act, at] = process.argv.slice(1);
  let count = 0;
  const onStatement = () => {
    count += 1;
    if (count === Number(at)) process.kill(process.pid, 'SIGKILL');
  };
  const db = await openDatabase(url, { onStatement });
  const who = { now: new Date('2025-02-18T09:00:00Z'), actor: { kind: 'OPERATOR', userId: null } };
  const name = { communityId: 'library', slug: 'riyadh' };
  const mistake = { expectedRevision: 1, wrong: 'They met.', right: 'They spoke.', reason: 'Misheard.', document: null };
  if (act === 'publish') await publishBriefing(db, name, who);
  else await correctBriefing(db, { ...name, ...mistake }, who);
`;

const ACTS = { publish, correct } as const;
type Written = keyof typeof ACTS;
const RIYADH = { communityId: 'library', slug: 'riyadh' };

async function publish({ db, act }: TestApi): Promise<void> {
  await publishBriefing(db, RIYADH, act());
}

async function correct({ db, act }: TestApi): Promise<void> {
  const mistake = { expectedRevision: 1, wrong: 'They met.', right: 'They spoke.', reason: 'Misheard.' };
  await correctBriefing(db, { ...RIYADH, ...mistake, document: null }, act());
}

async function dieAt({ db }: TestApi, act: Written, statement: number): Promise<void> {
  const program = ['--input-type=module', '--eval', WRITER, connectionOf(db).name, act, String(statement)];
  await expect(run(process.execPath, program)).rejects.toMatchObject({ signal: 'SIGKILL' });
}

function everything({ db }: TestApi): string {
  return JSON.stringify(
    Object.keys(tableCounts({ db })).map((table) => [table, db.orm.all(`select * from "${table}"`)]),
  );
}

const DOCUMENT = aFullDocument();

/** How many statements an act takes, counted on a database of its own. */
async function countStatements(act: Written): Promise<number> {
  let total = 0;
  await withApi(async (api) => {
    await prepare(api, act);
    api.statements();
    await ACTS[act](api);
    total = api.statements().length;
  });
  return total;
}

async function prepare(api: TestApi, act: Written): Promise<void> {
  await (act === 'correct' ? published : drafted)(api, 'riyadh', { document: DOCUMENT });
}

test.each(['publish', 'correct'] as const)(
  'a program that is killed anywhere in the middle of a %s leaves nothing half done, and it can be done again',
  async (act) => {
    const total = await countStatements(act);
    expect(total).toBeGreaterThan(20);
    await withApi(async (api) => {
      await prepare(api, act);
      const before = everything(api);
      for (const part of [0.4, 0.7, 1]) {
        await dieAt(api, act, Math.floor(total * part));
        expect(everything(api)).toBe(before);
      }
      await ACTS[act](api);
      const [row] = connectionOf(api.db)
        .prepare<[], { status: string; n: number }>(
          'select b.status, r.number as n from briefings b join revisions r on r.id = b.published_revision_id',
        )
        .all();
      expect(row).toEqual({ status: 'PUBLISHED', n: act === 'publish' ? 1 : 2 });
    });
  },
  60_000,
);

test('while another program holds the database, a write is refused in words, changes nothing and can be repeated', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    await publishedByEditor(query, 'riyadh');
    const other = await openDatabase(connectionOf(api.db).name);
    connectionOf(other).exec('begin immediate');
    connectionOf(api.db).pragma('busy_timeout = 20');
    const before = tableCounts(api);
    const idempotencyKey = crypto.randomUUID();
    const input = { slug: 'riyadh', expectedRevision: 1, reason: 'Wrong.', idempotencyKey };
    const document =
      'mutation ($input: WithdrawBriefingInput!) { retractBriefing(input: $input) { __typename } }';
    const { errors, status } = await query(document, { input });
    expect(status).toBe(503);
    expect(errors).toMatchObject([
      {
        message: 'The database is locked by another program. Wait until that is done, and try again.',
        extensions: { code: 'UNAVAILABLE' },
      },
    ]);
    expect(tableCounts(api)).toEqual(before);
    // Reading goes on meanwhile.
    const { data } = await api.query('{ briefing(slug: "riyadh") { __typename } }');
    expect(data.briefing.__typename).toBe('BriefingReady');
    connectionOf(other).exec('rollback');
    other.close();
    expect(await mutate(query, 'retractBriefing', input)).toMatchObject({
      briefing: { status: 'RETRACTED' },
    });
  }));

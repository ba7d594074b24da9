import { expect, test } from 'vitest';
import { rebuildProjections } from '@communique/api/briefings/rebuild-projections';
import { connectionOf } from '@communique/api/database/client';
import { retractBriefing } from '@communique/api/briefings/retract-briefing';
import { withApi, type TestApi } from '../../support/api.ts';
import { mutate, publishedByEditor, withToken } from '../../support/editing.ts';
import { aFullDocument, drafted, published, tableCounts } from '../../support/records.ts';

/** That something was written is noted, for caches and the search in memory: counters go on. */
const COUNTERS = ['content_versions', 'search_changes'];

function everything({ db }: TestApi) {
  const tables = Object.keys(tableCounts({ db })).filter((table) => !COUNTERS.includes(table));
  const rows = (table: string) =>
    db.orm.all<object>(`select * from "${table}"`).map((row) => textOf(table, row));
  return Object.fromEntries(tables.map((table) => [table, rows(table).toSorted()]));
}

function textOf(table: string, row: object): string {
  return JSON.stringify(row, (name, value: unknown) =>
    table === 'search_documents' && name === 'id' ? undefined : value,
  );
}

async function fill(api: TestApi): Promise<void> {
  const { query } = await withToken(api, 'EDITOR');
  await published(api, 'full', { document: aFullDocument() });
  await publishedByEditor(query, 'riyadh');
  const correction = { wrong: 'four hours', right: 'five hours', reason: 'Misheard.' };
  await mutate(query, 'correctBriefing', { slug: 'riyadh', expectedRevision: 1, ...correction });
  await drafted(api, 'draft', { document: aFullDocument() });
  await published(api, 'gone', { document: aFullDocument() });
  await retractBriefing(api.db, { communityId: 'library', slug: 'gone', reason: 'Wrong.' }, api.act());
}

test('rebuilding changes nothing', () =>
  withApi(async (api) => {
    await fill(api);
    const before = everything(api);
    expect(tableCounts(api)).toMatchObject({
      // Each in the list of the library, and in that of its topic.
      claims: 4,
      briefing_events: 2,
      briefing_scenarios: 4,
      corrections: 2,
    });
    expect(await rebuildProjections(api.db)).toEqual({ briefings: 3, skipped: 0 });
    expect(everything(api)).toEqual(before);
  }));

test('rebuilding brings back what was lost, and takes away what should not be there', () =>
  withApi(async (api) => {
    await fill(api);
    const before = everything(api);
    const connection = connectionOf(api.db);
    connection.exec(`delete from claims; delete from briefing_events; delete from briefing_scenarios; delete from corrections; delete from briefing_topics; delete from search_documents where slug = 'riyadh';
      insert into claims (briefing_id, claim_id, lead, position, status, published_at, language, updated_at)
        select id, 'ghost', 'library', 0, 'FALSE', 0, 'en', 0 from briefings where slug in ('draft', 'riyadh')`);
    await rebuildProjections(api.db);
    expect(everything(api)).toEqual(before);
  }));

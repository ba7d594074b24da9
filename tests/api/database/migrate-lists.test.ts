import { join } from 'node:path';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { expect, test } from 'vitest';
import { connectionOf, openDatabase } from '@communique/api/database/client';
import { migrateDatabase } from '@communique/api/database/migrate';
import { migrationsBefore } from '../../support/earlier-migrations.ts';
import { withApi, type TestApi } from '../../support/api.ts';
import { mutate, publishedByEditor, withToken } from '../../support/editing.ts';
import { aFullDocument, published } from '../../support/records.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const LISTS = ['claims', 'briefing_events', 'briefing_scenarios', 'corrections', 'briefing_topics'];

function rowsOf({ db }: Pick<TestApi, 'db'>): Record<string, string[]> {
  return Object.fromEntries(
    LISTS.map((table) => [
      table,
      db.orm
        .all<object>(`select * from ${table}`)
        .map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))))
        .toSorted(),
    ]),
  );
}

test('the lists of earlier content are those that are made of it today', () =>
  withApi(async (api) => {
    await published(api, 'full', {
      document: {
        ...aFullDocument(),
        topics: [
          { slug: 'energy', name: 'Energy' },
          { slug: 'trade', name: 'Trade' },
        ],
      },
    });
    const { query } = await withToken(api, 'EDITOR');
    await publishedByEditor(query, 'riyadh');
    api.clock.pass(60_000);
    const correction = { wrong: 'four hours', right: 'five hours', reason: 'Misheard.' };
    await mutate(query, 'correctBriefing', { slug: 'riyadh', expectedRevision: 1, ...correction });

    const db = await openDatabase(`file:${join(temporaryFolder(), 'old.db')}`);
    migrate(db.orm, { migrationsFolder: migrationsBefore('lists-by-topic') });
    const connection = connectionOf(db);
    connection.pragma('foreign_keys = OFF');
    connection.exec(`
      attach '${connectionOf(api.db).name}' as new;
      insert into communities select * from new.communities;
      insert into topics select * from new.topics;
      insert into briefings select * from new.briefings;
      insert into revisions select * from new.revisions;
      insert into briefing_topics select briefing_id, topic_id, published_at from new.briefing_topics;
      insert into claims (briefing_id, claim_id, community_id, position, status, credibility, published_at)
        select briefing_id, claim_id, lead, position, status, 6, published_at from new.claims where lead = 'library';
      insert into briefing_events (briefing_id, event_id, community_id, date, state)
        select briefing_id, event_id, lead, date, state from new.briefing_events where lead = 'library';
      insert into briefing_scenarios (briefing_id, scenario_id, community_id, horizon, decided, verdict)
        select briefing_id, scenario_id, lead, horizon, decided, verdict from new.briefing_scenarios where lead = 'library';
      insert into corrections (id, briefing_id, community_id, kind, revision, corrected_at)
        select id, briefing_id, lead, kind, 2, corrected_at from new.corrections where lead = 'library';
      detach new;
    `);
    await migrateDatabase(db, api.clock.now());
    expect(rowsOf({ db })).toEqual(rowsOf(api));
    expect(Object.values(rowsOf({ db })).every((rows) => rows.length > 1)).toBe(true);
    db.close();
  }));

/** The API on a migrated database file of its own, asked as clients ask it. */
import { join } from 'node:path';
import { operator, type Act } from '@communique/api/audit/actor';
import { registerCommunity } from '@communique/api/communities/register-community';
import { openDatabase, type Database } from '@communique/api/database/client';
import { migrateDatabase } from '@communique/api/database/migrate';
import { createSilentLogger } from '@communique/shared/logger';
import { createAsk, type Answer, type Asker } from './ask-api.ts';
import { createSettableClock, type SettableClock } from './settable-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const FORUM = '1336000000000000001';
export const OTHER_SERVER = '1336000000000000002';
/** Members of the two servers without any special role. */
export const forumMember: Asker = { userId: '1336000000000000041', guildId: FORUM };
export const otherMember: Asker = { userId: '1336000000000000042', guildId: OTHER_SERVER };

export interface TestApi {
  db: Database;
  clock: SettableClock;
  /** The operator, now. */
  act: () => Act;
  /** Asks as somebody not known. */
  query: (document: string, variables?: object) => Promise<Answer>;
  as: (asker: Asker) => TestApi['query'];
  /** Every SQL statement since the last call. */
  statements: () => string[];
}

/** It is Tuesday, 18 February 2025, 08:00 UTC; two servers are registered. */
export async function withApi(run: (api: TestApi) => Promise<void>): Promise<void> {
  const log: string[] = [];
  const clock = createSettableClock('2025-02-18T08:00:00Z');
  const db = await openDatabase(`file:${join(temporaryFolder(), 'communique.db')}`, {
    onStatement: (sql) => log.push(sql),
  });
  try {
    await migrateDatabase(db, clock.now());
    const act = (): Act => ({ now: clock.now(), actor: operator });
    await registerCommunity(db, { guildId: FORUM, name: 'Foreign Affairs Forum', locale: 'en-US' }, act());
    await registerCommunity(db, { guildId: OTHER_SERVER, name: 'Second Server', locale: 'de' }, act());
    const ask = createAsk({ db, clock, logger: createSilentLogger() });
    await run({
      db,
      clock,
      act,
      query: (document, variables) => ask('anonymous', document, variables),
      as: (asker) => (document, variables) => ask(asker, document, variables),
      statements: () => log.splice(0),
    });
  } finally {
    db.close();
  }
}

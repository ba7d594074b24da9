/** The bot's API client on the real API with the demo library in a real database file, without a port. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { operator } from '@communique/api/audit/actor';
import { openDatabase, type Database } from '@communique/api/database/client';
import { migrateDatabase } from '@communique/api/database/migrate';
import { loadLibrary } from '@communique/api/library/load-library';
import { createApi } from '@communique/api/server';
import { createApiClient, type Actor, type ApiClient } from '@communique/bot/api/client';
import type { CommandCall, CommandContext } from '@communique/bot/commands/command';
import type { Clock } from '@communique/shared/clock';
import { createSilentLogger } from '@communique/shared/logger';
import { BOT_TOKEN } from './ask-api.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface LibraryApi {
  db: Database;
  api: ApiClient;
  /** Answers requests as the API's server does; a test may stand in front of it. */
  fetch: typeof globalThis.fetch;
}

export async function openLibraryApi(clock: Clock, options: { empty?: boolean } = {}): Promise<LibraryApi> {
  const db = await openDatabase(`file:${join(temporaryFolder(), 'communique.db')}`);
  onTestFinished(() => db.close());
  await migrateDatabase(db, clock.now());
  if (options.empty !== true) await loadLibrary(db, { now: clock.now(), actor: operator });
  const server = createApi({ db, clock, logger: createSilentLogger(), botToken: BOT_TOKEN });
  const fetch: typeof globalThis.fetch = async (input, init) => server.fetch(new Request(input, init));
  return { db, fetch, api: createBotApi(fetch) };
}

export function createBotApi(fetch: typeof globalThis.fetch): ApiClient {
  return createApiClient({ url: 'http://localhost/graphql', token: BOT_TOKEN, fetch });
}

export const aModerator: Actor = {
  userId: '1336000000000000031',
  guildId: '1336000000000000001',
  roleIds: [],
  // MANAGE_GUILD
  permissions: '32',
};
export const aMember: Actor = { ...aModerator, userId: '1336000000000000032', permissions: '0' };

export function contextOf(api: ApiClient, clock: Clock, actor: Actor = aMember): CommandContext {
  return {
    request: async (document, variables) => api.request(document, variables, { actor }),
    now: clock.now(),
  };
}

/** What somebody typed. */
export function aCall(options: Record<string, string>, wish: Partial<CommandCall> = {}): CommandCall {
  return {
    // Another interaction each time.
    id: randomUUID(),
    actor: aMember,
    subcommand: null,
    text: (name) => options[name] ?? null,
    integer: (name) => (options[name] === undefined ? null : Number(options[name])),
    channel: () => null,
    ...wish,
  };
}

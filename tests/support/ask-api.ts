import { setImmediate } from 'node:timers/promises';
import { createImportWorker } from '@communique/api/import-work/create-import-worker';
import type { WebOptions } from '@communique/api/web/get-resource';
import { createApi, type ApiOptions } from '@communique/api/server';

export const BOT_TOKEN = 'a-token-for-tests-of-more-than-32-characters';

/** One thread for all APIs of a test file: it is started when the first of them imports something. */
export const importWork = createImportWorker();

/** Tests ask this machine and nothing else. */
export const LOCAL_WEB: WebOptions = { isAllowed: (address) => address === '127.0.0.1', timeoutMs: 2_000 };

interface Actor {
  userId: string;
  guildId: string;
  roleIds?: string[];
  permissions?: string;
}

/** Who asks: nobody known, the bot for itself, the bot for a person, or the holder of a token. */
export type Asker = 'anonymous' | 'bot' | Actor | { token: string };

export interface Answer {
  status: number;
  // Tests read into answers as their query shaped them; a wrong path fails the test at once.
  // oxlint-disable-next-line typescript/no-explicit-any
  data: any;
  errors: { message: string; extensions?: { code?: string; path?: string[]; cost?: object } }[];
}

/** Asks the API as a client does, headers included, without a port. */
export function createAsk(options: Pick<ApiOptions, 'db' | 'clock' | 'logger'>) {
  const api = createApi({ importWork, ...options, botToken: BOT_TOKEN, web: LOCAL_WEB });
  return async function ask(asker: Asker, query: string, variables: object = {}): Promise<Answer> {
    // As over a network, every request comes in a turn of its own of the event loop.
    await setImmediate();
    const response = await api.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headersOf(asker) },
        body: JSON.stringify({ query, variables }),
      }),
    );
    const { data = null, errors = [] } = await response.json();
    return { status: response.status, data, errors };
  };
}

export function headersOf(asker: Asker): Record<string, string> {
  if (asker === 'anonymous') return {};
  const authorization = `Bearer ${BOT_TOKEN}`;
  if (asker === 'bot') return { authorization };
  if ('token' in asker) return { authorization: `Bearer ${asker.token}` };
  const { userId, guildId, roleIds = [], permissions = '0' } = asker;
  const actor = Buffer.from(JSON.stringify({ userId, guildId, roleIds, permissions })).toString('base64url');
  return { authorization, 'communique-actor': actor };
}

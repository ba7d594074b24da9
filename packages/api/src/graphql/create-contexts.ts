import type { Clock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import { hashToken } from '../access/hash-token.ts';
import { ACTOR_HEADER } from '../access/read-actor.ts';
import { resolveViewer } from '../access/resolve-viewer.ts';
import type { Database } from '../database/client.ts';
import { clientOf, type HeaderReader } from '../http/client-of.ts';
import type { ImportWork } from '../import-work/import-work.ts';
import type { WebOptions } from '../web/get-resource.ts';
import { isPublicAddress } from '../web/is-public-address.ts';
import type { ChangeHub } from '../subscriptions/change-hub.ts';
import type { WebhookSender } from '../webhooks/webhook-sender.ts';
import type { GraphQLContext } from './context.ts';

export interface ContextOptions {
  db: Database;
  clock: Clock;
  logger: Logger;
  botToken?: string | undefined;
  webhooks?: WebhookSender | undefined;
  behindProxy?: boolean;
  /** How pages and feeds may be asked for; without it at public addresses only. */
  web?: WebOptions;
  /** Milliseconds from a look at a feed to the next one. */
  feedInterval?: number;
  importWork: ImportWork;
}

const FEED_INTERVAL = 30 * 60_000;

/** What of a request its context is made of. */
export interface RequestSigns {
  headers: HeaderReader;
  socket: { remoteAddress?: string | undefined } | undefined;
  requestId: string;
}

export type CreateContext = (signs: RequestSigns) => Promise<GraphQLContext>;

/** Rejects where somebody claims to be whom they are not. */
export function createContexts(options: ContextOptions, changeHub: ChangeHub): CreateContext {
  const { db, clock, logger, botToken, webhooks = null, importWork, behindProxy = false } = options;
  const { web = { isAllowed: isPublicAddress }, feedInterval = FEED_INTERVAL } = options;
  const feedChecks = { web, random: Math.random, interval: feedInterval, importWork };
  const botTokenHash = botToken === undefined ? null : hashToken(botToken);
  return async ({ headers, socket, requestId }) => {
    const authorization = headers.get('authorization');
    const actorHeader = headers.get(ACTOR_HEADER);
    const viewer = await resolveViewer({
      authorization,
      actorHeader,
      db,
      botTokenHash,
      now: clock.deadline(),
    });
    const client = clientOf({ authorization, headers, socket, behindProxy });
    return {
      db,
      clock,
      logger,
      viewer,
      client,
      changeHub,
      webhooks,
      web,
      importWork,
      feedChecks,
      requestId,
    };
  };
}

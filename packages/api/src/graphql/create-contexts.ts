import type { Clock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import { hashToken } from '../access/hash-token.ts';
import { ACTOR_HEADER } from '../access/read-actor.ts';
import { resolveViewer } from '../access/resolve-viewer.ts';
import type { Database } from '../database/client.ts';
import { clientOf, type HeaderReader } from '../http/client-of.ts';
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
}

/** What of a request its context is made of. */
export interface RequestSigns {
  headers: HeaderReader;
  socket: { remoteAddress?: string | undefined } | undefined;
  requestId: string;
}

export type CreateContext = (signs: RequestSigns) => Promise<GraphQLContext>;

/** Rejects where somebody claims to be whom they are not. */
export function createContexts(options: ContextOptions, changeHub: ChangeHub): CreateContext {
  const { db, clock, logger, botToken, webhooks = null, behindProxy = false } = options;
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
    return { db, clock, logger, viewer, client, changeHub, webhooks, requestId };
  };
}

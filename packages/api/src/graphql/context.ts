import type { Clock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../database/client.ts';
import type { CheckOptions } from '../feeds/check-feed.ts';
import type { ImportWork } from '../import-work/import-work.ts';
import type { WebOptions } from '../web/get-resource.ts';
import type { ChangeHub } from '../subscriptions/change-hub.ts';
import type { WebhookSender } from '../webhooks/webhook-sender.ts';

/** What every resolver of one request is given. */
export interface GraphQLContext {
  db: Database;
  clock: Clock;
  viewer: Viewer;
  changeHub: ChangeHub;
  /** Null: webhooks are off. */
  webhooks: WebhookSender | null;
  /** How pages and feeds may be asked for. */
  web: WebOptions;
  /** Takes apart what is imported. */
  importWork: ImportWork;
  /** How feeds are looked at. */
  feedChecks: Pick<CheckOptions, 'web' | 'random' | 'interval' | 'importWork'>;
  logger: Logger;
  /** Whose budget a request is taken off: a token or an address. */
  client: string;
  /** In the answer's header X-Request-Id, in masked errors and in the log. */
  requestId: string;
}

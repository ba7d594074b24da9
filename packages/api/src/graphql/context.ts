import type { Clock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../database/client.ts';
import type { ChangeHub } from '../subscriptions/change-hub.ts';

/** What every resolver of one request is given. */
export interface GraphQLContext {
  db: Database;
  clock: Clock;
  viewer: Viewer;
  changeHub: ChangeHub;
  logger: Logger;
  /** In the answer's header X-Request-Id, in masked errors and in the log. */
  requestId: string;
}

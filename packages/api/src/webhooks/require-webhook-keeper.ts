import { actorOf, type Viewer } from '../access/viewer.ts';
import type { Actor } from '../audit/actor.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import { NotAllowedError } from '../domain-errors.ts';

/** Somebody who keeps webhooks. */
export interface WebhookKeeper {
  /** Whose webhooks it is about. */
  communityId: string;
  /** Whose webhooks they may change by id; null: anybody's. */
  scope: string | null;
  actor: Actor;
}

/** Moderators keep those of their own server; operators those of the library, of any server and of all at once. */
export function requireWebhookKeeper(viewer: Viewer, wanted: string | null | undefined): WebhookKeeper {
  if (viewer.kind === 'operator') {
    return { communityId: wanted ?? LIBRARY_ID, scope: null, actor: actorOf(viewer) };
  }
  if (viewer.kind === 'moderator' && (wanted ?? viewer.communityId) === viewer.communityId) {
    return { communityId: viewer.communityId, scope: viewer.communityId, actor: actorOf(viewer) };
  }
  throw new NotAllowedError(
    'Only moderators of this server and operators may do this: operators with a token of that role',
  );
}

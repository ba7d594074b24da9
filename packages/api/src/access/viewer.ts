import type { Actor } from '../audit/actor.ts';

/** Who asks. A person is always one of exactly one community: the server they spoke in. */
export type Viewer =
  | { kind: 'anonymous' }
  /** The bot on its own account. It may register communities and deliver digests, nothing a moderator may. */
  | { kind: 'bot' }
  | { kind: 'member'; communityId: string; userId: string }
  | Moderator;

export interface Moderator {
  kind: 'moderator';
  communityId: string;
  userId: string;
}

/** The community whose content the viewer sees beside the library's; null for those who see the library only. */
export function communityOf(viewer: Viewer): string | null {
  return 'communityId' in viewer ? viewer.communityId : null;
}

/** The viewer as the audit log names them. */
export function actorOf(viewer: Viewer): Actor {
  switch (viewer.kind) {
    case 'anonymous':
      throw new TypeError('An anonymous reader changes nothing, so there is no such actor');
    case 'bot':
      return { kind: 'BOT', userId: null };
    case 'member':
      return { kind: 'MEMBER', userId: viewer.userId };
    case 'moderator':
      return { kind: 'MODERATOR', userId: viewer.userId };
  }
}

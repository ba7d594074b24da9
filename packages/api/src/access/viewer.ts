import type { Actor } from '../audit/actor.ts';
import type { TokenRole } from './table.ts';

/** Who asks. A person is always one of exactly one community: the server they spoke in. */
export type Viewer =
  | { kind: 'anonymous' }
  /** The bot on its own account. It may register communities and deliver digests, nothing a moderator may. */
  | { kind: 'bot'; tokenId?: string }
  | Member
  | Moderator
  | TokenHolder;

interface Person {
  communityId: string;
  userId: string;
  /** Set for those who edit the library too (`communique editor add`): the name their acts are signed with. */
  editorName?: string;
  /** The bot they speak through: its token's id; missing: the one of the settings. */
  tokenId?: string;
}

export interface Member extends Person {
  kind: 'member';
}

export interface Moderator extends Person {
  kind: 'moderator';
}

/** A client with a token of its own. */
interface TokenHolder {
  kind: 'reader' | 'editor' | 'operator';
  /** The community it may read or edit beside, or instead of, the library; null: the library. */
  communityId: string | null;
  tokenId: string;
  name: string;
}

export const VIEWER_KINDS = {
  READER: 'reader',
  EDITOR: 'editor',
  OPERATOR: 'operator',
} as const satisfies Record<Exclude<TokenRole, 'BOT'>, TokenHolder['kind']>;

/** The community whose content the viewer sees beside the library's; null for those who see the library only. */
export function communityOf(viewer: Viewer): string | null {
  return 'communityId' in viewer ? viewer.communityId : null;
}

const ACTOR_KINDS = {
  bot: 'BOT',
  member: 'MEMBER',
  moderator: 'MODERATOR',
  reader: 'READER',
  editor: 'EDITOR',
  operator: 'OPERATOR',
} as const;

/** The viewer as the audit log names them. */
export function actorOf(viewer: Viewer): Actor {
  if (viewer.kind === 'anonymous') {
    throw new TypeError('An anonymous reader changes nothing, so there is no such actor');
  }
  const kind = ACTOR_KINDS[viewer.kind];
  const { tokenId } = viewer;
  if (viewer.kind === 'bot') return { kind, userId: null, ...(tokenId !== undefined && { tokenId }) };
  if ('userId' in viewer) {
    const { userId, editorName: name } = viewer;
    return { kind, userId, ...(name !== undefined && { name }), ...(tokenId !== undefined && { tokenId }) };
  }
  return { kind, userId: null, name: viewer.name, tokenId: viewer.tokenId };
}

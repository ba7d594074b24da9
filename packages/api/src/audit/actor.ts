import type { KeyedRequest } from '../idempotency/keyed-request.ts';

export const ACTOR_KINDS = ['OPERATOR', 'EDITOR', 'BOT', 'MODERATOR', 'MEMBER', 'READER'] as const;

/** Who acts, as the audit log keeps it. The command line and the program itself act as the operator. */
export interface Actor {
  kind: (typeof ACTOR_KINDS)[number];
  /** Discord user id; null for the programs themselves and for tokens. */
  userId: string | null;
  /** What their acts are signed with, where they have a name. */
  name?: string;
  /** The token they came with; missing: none, or the bot's of the settings. */
  tokenId?: string;
}

export const operator: Actor = { kind: 'OPERATOR', userId: null };

/** What every verb that writes is told beside its input. */
export interface Act {
  now: Date;
  actor: Actor;
  /** Missing where nobody can ask twice: the command line, timers. */
  request?: KeyedRequest;
}

/** What readers say is recorded, and not who of them said it. */
export function withoutPerson(act: Act): Act {
  return { ...act, actor: { kind: act.actor.kind, userId: null } };
}

/** Who did it, for the public record and a revision's history. */
export function signatureOf({ kind, userId, name }: Actor): string {
  if (name !== undefined) return name;
  return userId === null ? SIGNATURES[kind] : `${SIGNATURES[kind]} (Discord user ${userId})`;
}

const SIGNATURES = {
  OPERATOR: 'Operator',
  EDITOR: 'Editor',
  BOT: 'Communiqué',
  MODERATOR: 'Moderator',
  MEMBER: 'Member',
  READER: 'Reader',
} as const;

/** One key per person or token, so that votes, reports and idempotency keys of two are never mixed up. */
export function actorKey({ kind, userId, tokenId }: Actor): string {
  if (userId !== null) return `user:${userId}`;
  return tokenId === undefined ? kind : `token:${tokenId}`;
}

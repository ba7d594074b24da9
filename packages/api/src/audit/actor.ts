export const ACTOR_KINDS = ['OPERATOR', 'BOT', 'MODERATOR', 'MEMBER'] as const;

/** Who acts, as the audit log keeps it. The command line and the program itself act as the operator. */
export interface Actor {
  kind: (typeof ACTOR_KINDS)[number];
  /** Discord user id; null for the programs themselves. */
  userId: string | null;
}

export const operator: Actor = { kind: 'OPERATOR', userId: null };

/** What every verb that writes is told beside its input. */
export interface Act {
  now: Date;
  actor: Actor;
}

import type { SQL } from 'drizzle-orm';

/** A request that may arrive twice and must act once. */
export interface KeyedRequest {
  /** `actorKey` of who asks. */
  actor: string;
  key: string;
  inputHash: string;
  /** The machine's time: keys are forgotten by it. */
  at: Date;
  /** What to remember of the rows in the answer, by name, given what the act answers; missing: the answer says it all. */
  state?: (result: object) => Readonly<Record<string, SQL>>;
}

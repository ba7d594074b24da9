/** A request that may arrive twice and must act once. */
export interface KeyedRequest {
  /** `actorKey` of who asks. */
  actor: string;
  key: string;
  inputHash: string;
  /** The machine's time: keys are forgotten by it. */
  at: Date;
}

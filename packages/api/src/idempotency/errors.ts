/** The same request came twice at once and this one lost: its answer is the other's. Never leaves `answerOnce`. */
export class RepeatedRequestError extends Error {
  override name = 'RepeatedRequestError';
}

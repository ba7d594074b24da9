/** What the API takes as `query` and `prefix`; a question says what it asks long before. */
const MAX_LENGTH = 1_000;

/** What somebody typed, as far as it can be searched for. */
export function asQuery(typed: string): string {
  return typed.slice(0, MAX_LENGTH).toWellFormed().replaceAll('\u0000', ' ');
}

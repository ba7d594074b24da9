// Adults read about 238 words of English non-fiction a minute (Brysbaert 2019); 200 leaves room for tables and second languages.
const WORDS_PER_MINUTE = 200;

/** Whole minutes, at least one. */
export function readingTimeMinutes(wordCount: number): number {
  return Math.max(1, Math.round(wordCount / WORDS_PER_MINUTE));
}

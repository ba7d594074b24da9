import { NAME_WORD, PARTICLE } from '../speech/name-particles.ts';
import { compilePattern } from '../text/compile-pattern.ts';

/** "Dr. Elena Ivanova: This moment …": who speaks, and what. */
export interface SpokenLine {
  name: string;
  /** Equal for all spellings of one speaker: "dr. Elena Ivanova" is "Dr. elena Ivanova". */
  key: string;
  /** Index in the line where the words begin. */
  wordsAt: number;
}

const SPEAKER = /^([^:：\n]{1,60})[:：]\s*(?=\S)/u;
const BETWEEN_WORDS = compilePattern(/[^\p{L}\p{N}]+/gu);
// "18F:" asks, "10AM:" is a time.
const TELLING = compilePattern(/^["'“(]?(?:[\p{Lu}\p{Lo}]|\d{1,3}(?![AP]M$)\p{Lu})/u);
const MAX_WORDS = 6;

export function readSpeaker(line: string): SpokenLine | null {
  // A line may be as long as the article: the name stands at its beginning.
  const match = SPEAKER.exec(line.slice(0, 80));
  const name = match?.[1]?.trim() ?? '';
  if (match === null || name === '' || !looksLikeName(name)) return null;
  return { name, key: speakerKey(name), wordsAt: match[0].length };
}

export function speakerKey(name: string): string {
  return name.toLowerCase().replace(BETWEEN_WORDS, ' ').trim();
}

/** No sentence: few words, and the telling ones capitalized (scripts without case have no such mark). */
function looksLikeName(name: string): boolean {
  const all = name.split(/\s+/);
  const words = all.filter((word) => !PARTICLE.test(word));
  if (words.length === 0 || all.length > MAX_WORDS || /[?!;]|https?$/i.test(name)) return false;
  const capitals = words.filter((word) => TELLING.test(word) || NAME_WORD.test(word)).length;
  return capitals * 2 >= words.length;
}

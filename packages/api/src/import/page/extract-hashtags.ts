import { compilePattern } from '../text/compile-pattern.ts';
import { slugify } from '@communique/shared/text';

export interface Topic {
  slug: string;
  name: string;
}

// "Tags: diplomacy, arms control"
const TAG_LINE =
  /^(?:tags?|topics?|keywords?|filed under|schlagw(?:örter|orte)|mots-clés|etiquetas|archivado en|теги|метки|关键词|标签)\s*[:：]\s*(.{1,500})$/i;
const HASHTAG = compilePattern(/^#[\p{L}\p{N}]/u);
const LETTER_OR_DIGIT = compilePattern(/[\p{L}\p{N}]/u);
const MAX_NAME = 60;

/** The topics of a line that does nothing but name them: "#US-Russia relations#Ukraine War", "Tags: diplomacy, news". */
export function readTopicLine(line: string): string[] {
  if (line.length > 2_000) return [];
  // A hashtag's name ends where the next "#" begins.
  const names = HASHTAG.test(line) ? line.split('#') : (TAG_LINE.exec(line)?.[1]?.split(/[,;，、·]/) ?? []);
  return names
    .map((name) => name.trim().replace(/^#|[\s,;|·.]+$/g, ''))
    .filter((name) => LETTER_OR_DIGIT.test(name) && name.length <= MAX_NAME);
}

/** Each topic once, in the order they are named. */
export function toTopics(names: readonly string[]): Topic[] {
  const topics = new Map<string, Topic>();
  for (const name of names) {
    const slug = slugify(name);
    if (slug !== '' && !topics.has(slug)) topics.set(slug, { slug, name });
  }
  return [...topics.values()].slice(0, MAX_TOPICS);
}

const MAX_TOPICS = 50;

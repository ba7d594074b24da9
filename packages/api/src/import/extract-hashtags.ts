import { slugify } from '@communique/shared/text';

export interface Topic {
  slug: string;
  name: string;
}

/** "#US-Russia relations#Ukraine War" or "#diplomacy #news": nothing but hashtags. */
export function isHashtagLine(line: string): boolean {
  return /^#[\p{L}\p{N}]/u.test(line) && line.length <= 2_000 && readHashtags(line).length > 0;
}

/** Names of a line of hashtags; a name ends where the next "#" begins. */
export function readHashtags(line: string): string[] {
  return line
    .split('#')
    .map((name) => name.replace(/[\s,;|·]+$/, '').trim())
    .filter((name) => /[\p{L}\p{N}]/u.test(name) && name.length <= 60);
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

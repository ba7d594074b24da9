/** Which of what was found comes first: what is called exactly so, then what begins so, then what is about it, then what mentions it. */
import { normalizeText } from './normalize-text.ts';
import type { SearchQuery } from './match-query.ts';

export interface Rankable {
  id: number;
  titleKey: string;
  /** One per line. */
  aliases: string;
  /** Of FTS5: the lower the better; null for what was found by its title or alias alone. */
  bm25: number | null;
  pinned: boolean;
  publishedAt: Date;
}

export function rankHits<Hit extends Rankable>(hits: readonly Hit[], query: SearchQuery): Hit[] {
  return [...new Map(hits.map((hit) => [hit.id, hit])).values()]
    .map((hit) => ({ hit, tier: tierOf(hit, query) }))
    .sort((a, b) => a.tier - b.tier || byRelevance(a.hit, b.hit))
    .map(({ hit }) => hit);
}

function tierOf({ titleKey, aliases }: Rankable, { key, words }: SearchQuery): number {
  const names = [titleKey, ...aliases.split('\n').map(normalizeText)];
  if (names.includes(key)) return 0;
  if (names.some((name) => name.startsWith(key))) return 1;
  return names.some((name) => containsAll(name, words)) ? 2 : 3;
}

function containsAll(name: string, words: readonly string[]): boolean {
  const present = name.split(' ');
  const beginning = words.at(-1) ?? '';
  return words.every(
    (word) => present.includes(word) || (word === beginning && present.some((p) => p.startsWith(word))),
  );
}

function byRelevance(a: Rankable, b: Rankable): number {
  return (
    (a.bm25 ?? 0) - (b.bm25 ?? 0) ||
    Number(b.pinned) - Number(a.pinned) ||
    b.publishedAt.getTime() - a.publishedAt.getTime() ||
    a.id - b.id
  );
}

import { eq } from 'drizzle-orm';
import { briefings } from '../briefings/table.ts';
import type { Database } from '../database/client.ts';

const MAX_SUGGESTIONS = 3;

/** The slugs of a community that somebody may have meant. */
export async function findNearSlugs(db: Database, communityId: string, slug: string): Promise<string[]> {
  const rows = await db.orm
    .select({ slug: briefings.slug })
    .from(briefings)
    .where(eq(briefings.communityId, communityId));
  return rankNearSlugs(
    slug,
    rows.map((row) => row.slug),
  );
}

/** Nearest first: the same words, or the same letters but for a few. */
export function rankNearSlugs(wanted: string, slugs: readonly string[]): string[] {
  return slugs
    .map((slug) => ({ slug, likeness: likeness(wanted.toLowerCase(), slug) }))
    .filter((candidate) => candidate.likeness > 0.3)
    .sort((a, b) => b.likeness - a.likeness || a.slug.localeCompare(b.slug))
    .slice(0, MAX_SUGGESTIONS)
    .map(({ slug }) => slug);
}

function likeness(wanted: string, slug: string): number {
  if (slug.startsWith(wanted) && wanted !== '') return 1;
  return Math.max(overlap(wordsOf(wanted), wordsOf(slug)), overlap(trigrams(wanted), trigrams(slug)));
}

/** Dice's coefficient: 1 for equal sets, 0 for sets that share nothing. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((part) => other.has(part)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.split(/[^\p{L}\p{N}]+/u).filter(Boolean));
}

function trigrams(text: string): Set<string> {
  const padded = `  ${text.slice(0, 200)} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3)));
}

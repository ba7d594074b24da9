import { and, eq, or, sql } from 'drizzle-orm';
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { SLUG } from '@communique/shared/text';
import { InvalidInputError } from '../domain-errors.ts';
import type { Database } from './client.ts';

const MAX_LENGTH = 80;

/** A slug is part of links and commands: words of lower-case letters and digits. */
export function checkSlug(slug: string, path: readonly string[] = ['slug']): void {
  if (SLUG.test(slug) && slug.length <= MAX_LENGTH) return;
  throw new InvalidInputError(
    `"${slug.slice(0, MAX_LENGTH).toWellFormed()}" cannot be a slug: use lower-case words joined by "-", at most ${MAX_LENGTH} characters`,
    path,
  );
}

interface SluggedTable extends SQLiteTable {
  communityId: AnySQLiteColumn;
  slug: AnySQLiteColumn;
}

/** Those of the wanted slugs that are free, the others with the next free number: "talks", "talks-2", "talks-3". */
export async function chooseSlugs(
  db: Database,
  table: SluggedTable,
  communityId: string,
  wanted: readonly string[],
): Promise<string[]> {
  if (wanted.length === 0) return [];
  for (const slug of wanted) checkSlug(slug);
  const alike = wanted.map((slug) =>
    or(eq(table.slug, slug), sql`${table.slug} glob ${`${stem(slug)}-[0-9]*`}`),
  );
  const rows = await db.orm
    .select({ slug: sql<string>`${table.slug}` })
    .from(table)
    .where(and(eq(table.communityId, communityId), or(...alike)));
  const taken = new Set(rows.map(({ slug }) => slug));
  return wanted.map((slug) => {
    const free = nextFree(slug, taken);
    taken.add(free);
    return free;
  });
}

function nextFree(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${stem(slug)}-${number}`)) number += 1;
  return `${stem(slug)}-${number}`;
}

/** Leaves room for the number. */
function stem(slug: string): string {
  return slug.slice(0, MAX_LENGTH - 6).replace(/[-\uD800-\uDBFF]+$/, '');
}

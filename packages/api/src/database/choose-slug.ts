import { and, eq, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { isSlug, quoted } from '@communique/shared/text';
import { InvalidInputError } from '../domain-errors.ts';
import type { Database } from './client.ts';

const MAX_LENGTH = 80;

/** A slug is part of links and commands: words of lower-case letters and digits. */
export function checkSlug(slug: string, path: readonly string[] = ['slug']): void {
  if (isSlug(slug) && slug.length <= MAX_LENGTH) return;
  throw new InvalidInputError(
    `"${path.at(-1)}" must be lower-case words joined by "-", at most ${MAX_LENGTH} characters, not ${quoted(slug)}`,
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
  const find = async (which: SQL | undefined): Promise<string[]> => {
    const rows = await db.orm
      .select({ slug: sql<string>`${table.slug}` })
      .from(table)
      .where(and(eq(table.communityId, communityId), which));
    return rows.map(({ slug }) => slug);
  };
  const taken = new Set(await find(inArray(table.slug, [...new Set(wanted)])));
  const crowded = new Set(wanted.filter((slug, index) => taken.has(slug) || wanted.indexOf(slug) < index));
  for (const some of chunksOf([...new Set([...crowded].map(stem))], MAX_STEMS)) {
    for (const slug of await find(or(...some.map((each) => isNumbered(table, each))))) taken.add(slug);
  }
  const lastNumbers = new Map<string, number>();
  return wanted.map((slug) => {
    const free = nextFree(slug, taken, lastNumbers);
    taken.add(free);
    return free;
  });
}

/** Of one statement: SQLite nests each alternative. */
const MAX_STEMS = 50;

function isNumbered(table: SluggedTable, start: string): SQL | undefined {
  return and(
    gte(table.slug, `${start}-`),
    // "." comes after "-": all that begins so, and a range of the index.
    lt(table.slug, `${start}.`),
    sql`${table.slug} glob ${`${start}-[0-9]*`}`,
  );
}

function* chunksOf<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** Numbers are counted on from the last one that was given: a thousand articles may have one title. */
function nextFree(slug: string, taken: ReadonlySet<string>, lastNumbers: Map<string, number>): string {
  if (!taken.has(slug)) return slug;
  const start = stem(slug);
  let number = (lastNumbers.get(start) ?? 1) + 1;
  while (taken.has(`${start}-${number}`)) number += 1;
  lastNumbers.set(start, number);
  return `${start}-${number}`;
}

/** Leaves room for the number. */
function stem(slug: string): string {
  return slug.slice(0, MAX_LENGTH - 6).replace(/[-\uD800-\uDBFF]+$/, '');
}

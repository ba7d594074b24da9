/** Articles as editors see them. Texts are large: they are read when somebody asks for them, and only as much as they ask for. */
import { and, desc, eq, getTableColumns, gte, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import { articles, type ArticleState } from './table.ts';

const { text: _text, ...columns } = getTableColumns(articles);

export type Article = Omit<typeof articles.$inferSelect, 'text'>;

/** The place in "latest first". */
export type ArticlePlace = readonly [importedAt: number, id: string];

export interface ArticleFilter {
  communityId: string;
  state: ArticleState | null;
  feedId: string | null;
  since: Date | null;
}

export async function listArticles(
  db: Database,
  { communityId, state, feedId, since }: ArticleFilter,
  page: { limit: number; after: ArticlePlace | null },
): Promise<Article[]> {
  const { importedAt, id } = articles;
  return db.orm
    .select(columns)
    .from(articles)
    .where(
      and(
        eq(articles.communityId, communityId),
        state === null ? undefined : eq(articles.state, state),
        feedId === null ? undefined : eq(articles.feedId, feedId),
        since === null ? undefined : gte(importedAt, since),
        page.after === null ? undefined : sql`(${importedAt}, ${id}) < (${page.after[0]}, ${page.after[1]})`,
      ),
    )
    .orderBy(desc(importedAt), desc(id))
    .limit(page.limit);
}

export function articlePlace({ importedAt, id }: Article): ArticlePlace {
  return [importedAt.getTime(), id];
}

export async function findArticles(db: Database, ids: readonly string[]): Promise<Map<string, Article>> {
  const rows = await db.orm
    .select(columns)
    .from(articles)
    .where(inArray(articles.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

export async function findArticle(
  db: Database,
  { communityId, articleId }: { communityId: string; articleId: string },
): Promise<Article> {
  const article = (await findArticles(db, [articleId])).get(articleId);
  if (article?.communityId === communityId) return article;
  throw new NotFoundError('There is no such article here', ['id']);
}

const textKey = z.object({ start: z.number(), length: z.number(), id: z.string() });

/** A passage of each text, in UTF-16 units. Keys are JSON of `{ start, length, id }`: one query for all that ask for the same range. */
export async function findTexts(db: Database, keys: readonly string[]): Promise<Map<string, string>> {
  const asked = keys.map((key) => ({ key, ...textKey.parse(JSON.parse(key)) }));
  const texts = new Map<string, string>();
  for (const group of Map.groupBy(asked, ({ start, length }) => `${start} ${length}`).values()) {
    const found = await findPassages(db, group);
    for (const { key, id, start, length } of group) {
      texts.set(key, found.get(id)?.slice(start, start + length) ?? '');
    }
  }
  return texts;
}

async function findPassages(
  db: Database,
  group: readonly z.infer<typeof textKey>[],
): Promise<Map<string, string>> {
  const end = Math.max(...group.map(({ start, length }) => start + length));
  const rows = await db.orm
    // SQLite counts characters, of which there are never more than UTF-16 units.
    .select({ id: articles.id, text: sql<string>`substr(${articles.text}, 1, ${end})` })
    .from(articles)
    .where(
      inArray(
        articles.id,
        group.map(({ id }) => id),
      ),
    );
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** A briefing and its translations have each language once. */
import { and, eq, ne, notInArray, or, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { assertThat, type Guard } from '../database/write-set.ts';
import { TranslationTakenError } from './errors.ts';
import { briefings } from './table.ts';

/** One of a family, and the original of it; null: it is that itself. */
export interface Relative {
  id: string;
  translationOf?: string | null | undefined;
}

/** Of the input of those who write it. */
export const LANGUAGE_PATH = ['document', 'language'];

/** A `TranslationTakenError` where another of the family is in that language. */
export async function checkLanguageFree(
  db: Database,
  relative: Relative,
  { language, path }: { language: string; path: readonly string[] },
): Promise<void> {
  const [taken] = await db.orm
    .select({ id: briefings.id, slug: briefings.slug })
    .from(briefings)
    .where(inLanguage(relative, language));
  if (taken !== undefined) throw new TranslationTakenError(taken, language, path);
}

/** For whoever was faster between the check and the write. */
export function assertLanguageFree(relative: Relative, language: string): Guard {
  return assertThat(
    'language is free',
    sql`not exists (select 1 from ${briefings} where ${inLanguage(relative, language)})`,
  );
}

/** A translation that was withdrawn does not come back: a new one may take its place. */
const isLiving = notInArray(briefings.status, ['RETRACTED', 'ARCHIVED']);

function inLanguage({ id, translationOf }: Relative, language: string): SQL | undefined {
  const originalId = translationOf ?? id;
  return and(
    ne(briefings.id, id),
    or(eq(briefings.id, originalId), and(eq(briefings.translationOf, originalId), isLiving)),
    eq(briefings.language, language),
  );
}

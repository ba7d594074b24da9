/** A briefing in all the languages that readers have it in. */
import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { briefingNotHidden } from '../communities/not-hidden.ts';
import type { Database } from '../database/client.ts';
import { loadPublished, pointerColumns, type PublishedBriefing } from './find-briefings.ts';
import { briefings } from './table.ts';

export interface Translation {
  language: string;
  briefing: PublishedBriefing;
  /** What it translates; null: it is the original, or that was withdrawn. */
  original: PublishedBriefing | null;
  isOriginal: boolean;
}

const asked = alias(briefings, 'asked');

/** By the id of any of them: all that are published and not hidden from somebody of this community (null: of none), the original first, then by language. They are of one community. */
export async function findTranslations(
  db: Database,
  communityId: string | null,
  ids: readonly string[],
): Promise<Map<string, Translation[]>> {
  const original = sql`coalesce(${asked.translationOf}, ${asked.id})`;
  const rows = await db.orm
    .select({ ...pointerColumns, id: briefings.id, asked: asked.id, translationOf: briefings.translationOf })
    .from(asked)
    .innerJoin(
      briefings,
      and(
        eq(briefings.status, 'PUBLISHED'),
        or(eq(briefings.id, original), eq(briefings.translationOf, original)),
      ),
    )
    .where(
      and(
        inArray(asked.id, [...ids]),
        communityId === null ? undefined : briefingNotHidden(briefings, communityId),
      ),
    );
  const loaded = new Map((await loadPublished(db, rows)).map((briefing) => [briefing.id, briefing]));
  return new Map(
    ids.map((id) => [
      id,
      inLanguages(
        rows.filter((row) => row.asked === id),
        loaded,
      ),
    ]),
  );
}

function inLanguages(
  rows: readonly { id: string; translationOf: string | null }[],
  loaded: ReadonlyMap<string, PublishedBriefing>,
): Translation[] {
  return rows
    .flatMap(({ id, translationOf }): Translation[] => {
      const briefing = loaded.get(id);
      if (briefing === undefined) return [];
      const original = translationOf === null ? null : (loaded.get(translationOf) ?? null);
      return [
        { language: briefing.document.language, briefing, original, isOriginal: translationOf === null },
      ];
    })
    .toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

function sortKey({ isOriginal, language, briefing }: Translation): string {
  return `${isOriginal ? 0 : 1} ${language} ${briefing.id}`;
}

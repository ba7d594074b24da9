import { inArray } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { normalizeText } from '../search/normalize-text.ts';
import { topicId, topics } from '../topics/table.ts';
import { canonicalLocale } from './canonical-locale.ts';
import { canonicalTimeZone } from './canonical-time-zone.ts';
import { LIBRARY_ID } from './library.ts';
import { isSnowflake } from './snowflake.ts';

/** What is left out stays as it is. */
export interface SettingsChange {
  /** Null: as Discord says. */
  ownLocale?: string | null;
  timeZone?: string;
  moderatorRoleIds?: readonly string[];
  /** Null: nowhere. */
  logChannelId?: string | null;
  /** Slugs of topics of the library. */
  hiddenTopics?: readonly string[];
  hiddenWarnings?: readonly string[];
}

export type CheckedSettings = { -readonly [Name in keyof SettingsChange]: SettingsChange[Name] } & {
  moderatorRoleIds?: string[];
  hiddenTopics?: string[];
  hiddenWarnings?: string[];
};

const MOST = { moderatorRoleIds: 50, hiddenTopics: 100, hiddenWarnings: 50 } as const;
const MAX_WARNING = 100;

/** In its one normal form, so that equal wishes look equal. */
export async function checkSettings(db: Database, change: SettingsChange): Promise<CheckedSettings> {
  const { ownLocale, timeZone, moderatorRoleIds, logChannelId, hiddenTopics, hiddenWarnings } = change;
  return {
    ...(ownLocale !== undefined && {
      ownLocale: ownLocale === null ? null : canonicalLocale(ownLocale, ['locale']),
    }),
    ...(timeZone !== undefined && { timeZone: canonicalTimeZone(timeZone, ['timeZone']) }),
    ...(moderatorRoleIds !== undefined && { moderatorRoleIds: checkRoles(moderatorRoleIds) }),
    ...(logChannelId !== undefined && { logChannelId: checkChannel(logChannelId) }),
    ...(hiddenTopics !== undefined && { hiddenTopics: await checkTopics(db, hiddenTopics) }),
    ...(hiddenWarnings !== undefined && { hiddenWarnings: checkWarnings(hiddenWarnings) }),
  };
}

function checkRoles(ids: readonly string[]): string[] {
  refuseTooMany('moderatorRoleIds', ids);
  for (const [at, id] of ids.entries()) checkId(id, ['moderatorRoleIds', String(at)]);
  return [...new Set(ids)].toSorted();
}

function checkChannel(id: string | null): string | null {
  if (id !== null) checkId(id, ['logChannelId']);
  return id;
}

function checkId(id: string, path: readonly string[]): void {
  if (isSnowflake(id)) return;
  throw new InvalidInputError(
    `"${path.join('.')}" must be an id of Discord: a number of 17 to 20 digits`,
    path,
  );
}

async function checkTopics(db: Database, slugs: readonly string[]): Promise<string[]> {
  refuseTooMany('hiddenTopics', slugs);
  if (slugs.length === 0) return [];
  const ids = slugs.map((slug) => topicId(LIBRARY_ID, slug));
  const known = await db.orm.select({ slug: topics.slug }).from(topics).where(inArray(topics.id, ids));
  const found = new Set(known.map(({ slug }) => slug));
  for (const [at, slug] of slugs.entries()) {
    if (found.has(slug)) continue;
    throw new NotFoundError(`The library has no topic "${slug.slice(0, 100)}"`, ['hiddenTopics', String(at)]);
  }
  return [...found].toSorted();
}

function checkWarnings(warnings: readonly string[]): string[] {
  refuseTooMany('hiddenWarnings', warnings);
  const byKey = new Map<string, string>();
  for (const [at, written] of warnings.entries()) {
    const warning = written.trim();
    const key = normalizeText(warning);
    if (key === '' || warning.length > MAX_WARNING) {
      throw new InvalidInputError(
        `"hiddenWarnings.${at}" must be a word or a few, at most ${MAX_WARNING} characters`,
        ['hiddenWarnings', String(at)],
      );
    }
    if (!byKey.has(key)) byKey.set(key, warning);
  }
  return [...byKey.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, warning]) => warning);
}

function refuseTooMany(name: keyof typeof MOST, list: readonly string[]): void {
  if (list.length <= MOST[name]) return;
  throw new InvalidInputError(`"${name}" can have ${MOST[name]} items, not ${list.length}`, [name]);
}

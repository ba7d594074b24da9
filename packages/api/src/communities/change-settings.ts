/** What moderators decide for their server. */
import { eq } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { recordChange } from '../changes/record-change.ts';
import type { Database, Orm, WriteStatement } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { normalizeText } from '../search/normalize-text.ts';
import { topicId } from '../topics/table.ts';
import { checkSettings, type SettingsChange } from './check-settings.ts';
import { findHidden, type Hidden } from './find-hidden.ts';
import { findCommunity, type Community } from './find-community.ts';
import { hiddenTopics, hiddenWarnings } from './hidden-table.ts';
import { LIBRARY_ID } from './library.ts';
import { communities } from './table.ts';

export interface ChangedSettings {
  communityId: string;
}

/** What the change leaves out stays as it is. */
export async function changeSettings(
  db: Database,
  { communityId, ...wanted }: { communityId: string } & SettingsChange,
  act: Act,
): Promise<ChangedSettings> {
  const community = communityId === LIBRARY_ID ? null : await findCommunity(db, communityId);
  if (community === null) {
    throw new NotFoundError('This server is not registered: the bot has not been there yet', ['communityId']);
  }
  const hidden = await findHidden(db, communityId);
  const change = await checkSettings(db, wanted);
  const before = { ...settingsOf(community), hiddenTopics: hidden.topics, hiddenWarnings: hidden.warnings };
  const after = { ...before, ...change };
  return commit(db, act, {
    statements: isEqual(before, after) ? [] : compose(db.orm, { communityId, before, after }, act),
    result: { communityId },
  });
}

interface Settings {
  ownLocale: string | null;
  timeZone: string;
  moderatorRoleIds: string[];
  logChannelId: string | null;
  hiddenTopics: string[];
  hiddenWarnings: string[];
}

function settingsOf({ ownLocale, timeZone, moderatorRoleIds, logChannelId }: Community) {
  return { ownLocale, timeZone, moderatorRoleIds, logChannelId };
}

function compose(
  orm: Orm,
  { communityId, before, after }: { communityId: string; before: Settings; after: Settings },
  act: Act,
): WriteStatement[] {
  const { hiddenTopics: topics, hiddenWarnings: warnings, ...row } = after;
  const shown = { topics: before.hiddenTopics, warnings: before.hiddenWarnings };
  const names = Object.keys(after).filter((name) => !isEqual(valueOf(before, name), valueOf(after, name)));
  const part = (settings: Settings) =>
    Object.fromEntries(names.map((name) => [name, valueOf(settings, name)]));
  return [
    orm.update(communities).set(row).where(eq(communities.id, communityId)),
    ...(isEqual(shown, { topics, warnings }) ? [] : hide(orm, communityId, { topics, warnings }, act)),
    recordAct(act, {
      communityId,
      action: 'community.change_settings',
      subjectId: communityId,
      before: part(before),
      after: part(after),
    }),
  ];
}

function valueOf(settings: Settings, name: string): unknown {
  return Object.entries(settings).find(([known]) => known === name)?.[1];
}

/** What can be seen there is different from now on, without any of it having changed. */
function hide(orm: Orm, communityId: string, { topics, warnings }: Hidden, { now }: Act): WriteStatement[] {
  const topicRows = topics.map((slug) => ({ communityId, topicId: topicId(LIBRARY_ID, slug) }));
  const warningRows = warnings.map((warning) => ({
    communityId,
    warningKey: normalizeText(warning),
    warning,
  }));
  return [
    orm.delete(hiddenTopics).where(eq(hiddenTopics.communityId, communityId)),
    orm.delete(hiddenWarnings).where(eq(hiddenWarnings.communityId, communityId)),
    ...(topicRows.length === 0 ? [] : [orm.insert(hiddenTopics).values(topicRows)]),
    ...(warningRows.length === 0 ? [] : [orm.insert(hiddenWarnings).values(warningRows)]),
    ...recordChange(orm, { kind: 'VISIBILITY_CHANGED', communityId, subjectId: communityId, slug: '' }, now),
  ];
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

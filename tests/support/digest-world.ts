/** A migrated database file with two servers, to publish briefings in and to schedule and deliver digests from. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Moderator } from '@communique/api/access/viewer';
import { publishBriefing } from '@communique/api/briefings/publish-briefing';
import { retractBriefing } from '@communique/api/briefings/retract-briefing';
import { saveDraft } from '@communique/api/briefings/save-draft';
import { registerCommunity } from '@communique/api/communities/register-community';
import { connectionOf, openDatabase, type Database } from '@communique/api/database/client';
import { migrateDatabase } from '@communique/api/database/migrate';
import { operator, type Act, type Actor } from '@communique/api/audit/actor';
import type { ScheduleInput } from '@communique/api/digests/check-schedule-input';
import { actorOf } from '@communique/api/access/viewer';
import { captureClaim, openClaim, type ClaimedDelivery } from '@communique/api/digests/as-then';
import { claimDeliveries } from '@communique/api/digests/claim-deliveries';
import { findDelivery, type Delivery } from '@communique/api/digests/find-deliveries';
import { findSchedule, type DigestSchedule } from '@communique/api/digests/find-schedules';
import { answerAsThen } from '@communique/api/idempotency/answer-once';
import { recordDelivery, type RecordDeliveryInput } from '@communique/api/digests/record-delivery';
import { scheduleDigest } from '@communique/api/digests/schedule-digest';
import type { Clock } from '@communique/shared/clock';
import { WEEKDAYS } from '@communique/shared/local-time';
import { createSilentLogger, type Logger } from '@communique/shared/logger';
import { createSettableClock, type SettableClock } from './settable-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const FORUM = '1336000000000000001';
export const OTHER_SERVER = '1336000000000000002';
export const CHANNEL = '1336000000000000011';
export const MESSAGE = '1336000000000000021';
export const mara: Moderator = { kind: 'moderator', communityId: FORUM, userId: '1336000000000000031' };
export const sam: Moderator = { kind: 'moderator', communityId: OTHER_SERVER, userId: '1336000000000000032' };

interface BriefingWish {
  communityId?: string;
  topics?: readonly string[];
  prompt?: string;
  /** Whether somebody has checked that the prompt takes no side; missing: it takes none. */
  stanceNeutral?: boolean | null;
}

export interface DigestWorld {
  db: Database;
  /** Of the database file. */
  url: string;
  clock: SettableClock;
  logger: Logger;
  act: () => Act;
  /** Another connection to the same file, as another process has. */
  openAgain: () => Promise<Database>;
  publish: (slug: string, wish?: BriefingWish) => Promise<{ briefingId: string; revisionId: string }>;
  /** Publishes a new revision with another title. */
  revise: (slug: string, title: string) => Promise<void>;
  retract: (slug: string) => Promise<void>;
  schedule: (wish?: Partial<ScheduleInput>, moderator?: Moderator) => Promise<DigestSchedule>;
  claim: (limit?: number, db?: Database) => Promise<ClaimedDelivery[]>;
  record: (claimed: ClaimedDelivery, report: Partial<RecordDeliveryInput>) => Promise<Delivery>;
}

/** It is Tuesday, 18 February 2025, 08:00 UTC. */
export async function createDigestWorld(): Promise<DigestWorld> {
  const url = `file:${join(temporaryFolder(), 'communique.db')}`;
  const clock = createSettableClock('2025-02-18T08:00:00Z');
  const logger = createSilentLogger();
  const act = (): Act => ({ now: clock.now(), actor: operator });
  const openAgain = async (): Promise<Database> => {
    const opened = await openDatabase(url);
    onTestFinished(() => opened.close());
    return opened;
  };
  const db = await openAgain();
  await migrateDatabase(db, clock.now());
  await registerCommunity(db, { guildId: FORUM, name: 'Foreign Affairs Forum', locale: 'en-US' }, act());
  await registerCommunity(db, { guildId: OTHER_SERVER, name: 'Second Server', locale: 'de' }, act());

  return {
    db,
    url,
    clock,
    logger,
    act,
    openAgain,
    publish: (slug, wish = {}) => publish(db, act(), slug, wish),
    revise: (slug, title) => revise(db, act(), slug, title),
    async retract(slug) {
      await retractBriefing(db, { communityId: 'library', slug, reason: 'It was wrong.' }, act());
    },
    async schedule(wish = {}, moderator = mara) {
      const { communityId } = moderator;
      const input = { ...aSchedule(), ...wish, communityId };
      const by = { now: clock.now(), actor: actorOf(moderator) };
      const { scheduleId } = await scheduleDigest(db, input, by);
      return there(await findSchedule(db, scheduleId));
    },
    claim: (limit = 10, connection = db) => claim(connection, limit, { clock, logger }),
    async record({ delivery, leaseToken }, report) {
      const { deliveryId } = await recordDelivery(
        db,
        {
          deliveryId: delivery.id,
          leaseToken,
          outcome: 'SENT',
          messageId: null,
          errorCode: null,
          reason: null,
          ...report,
        },
        { clock, act: { now: clock.now(), actor: bot } },
      );
      return there(await findDelivery(db, deliveryId));
    },
  };
}

const bot: Actor = { kind: 'BOT', userId: null };

function there<T>(found: T | null): T {
  if (found === null) throw new Error('It was written a moment ago and is not there');
  return found;
}

/** As the bot's request is answered. */
async function claim(
  db: Database,
  limit: number,
  { clock, logger }: { clock: Clock; logger: Logger },
): Promise<ClaimedDelivery[]> {
  const input = { limit, idempotencyKey: randomUUID() };
  const mutation = { name: 'claimDeliveries', actor: bot, input, remember: captureClaim };
  const claimed = await answerAsThen({ db, clock, viewer: { kind: 'bot' } }, mutation, (act) =>
    claimDeliveries(db, limit, { clock, logger }, act),
  );
  return openClaim(db, claimed);
}

/** Every day at 09:00 UTC, everything, three at a time. */
function aSchedule(): ScheduleInput {
  return {
    channelId: CHANNEL,
    localTime: '09:00',
    timeZone: 'UTC',
    weekdays: WEEKDAYS,
    topics: [],
    size: 3,
  };
}

async function publish(db: Database, act: Act, slug: string, wish: BriefingWish) {
  const { communityId = 'library', topics = ['diplomacy'], prompt, stanceNeutral = true } = wish;
  const document = {
    title: `About ${slug}`,
    language: 'en',
    topics: topics.map((topic) => ({ slug: topic, name: topic })),
    sections: [],
    prompts: prompt === undefined ? [] : [{ id: 'p1', text: prompt, stanceNeutral }],
  };
  const provenance = { createdBy: 'a test', reviewedBy: null, importedFrom: null };
  await saveDraft(db, { communityId, slug, document, provenance }, act);
  return publishBriefing(db, { communityId, slug }, act);
}

async function revise(db: Database, act: Act, slug: string, title: string): Promise<void> {
  const { head } = z
    .object({ head: z.string() })
    .parse(
      connectionOf(db).prepare('select head_revision_id as head from briefings where slug = ?').get(slug),
    );
  const id = randomUUID();
  const copy = connectionOf(db).prepare(`
    insert into revisions (id, briefing_id, number, document, word_count, created_by, reason, created_at)
    select ?, briefing_id, number + 1, json_set(document, '$.title', ?), word_count, created_by, 'Revised', ?
    from revisions where id = ?`);
  copy.run(id, title, act.now.getTime(), head);
  connectionOf(db).prepare('update briefings set head_revision_id = ? where slug = ?').run(id, slug);
  await publishBriefing(db, { communityId: 'library', slug }, act);
}

import { describe, expect, test } from 'vitest';
import { pauseSchedule, removeSchedule, resumeSchedule } from '@communique/api/digests/change-schedule';
import { findNextRun } from '@communique/api/digests/find-next-run';
import { findRuns } from '@communique/api/digests/find-runs';
import { findPresentSchedule } from '@communique/api/digests/find-schedules';
import { openEdition } from '@communique/api/digests/open-edition';
import { previewDigest } from '@communique/api/digests/preview-digest';
import { deliveries, editions, posts } from '@communique/api/digests/table';
import { auditLog } from '@communique/api/audit/table';
import { changeSettings } from '@communique/api/communities/change-settings';
import { ConflictError, InvalidInputError, NotFoundError } from '@communique/api/domain-errors';
import type { ClaimedDelivery } from '@communique/api/digests/as-then';
import {
  CHANNEL,
  createDigestWorld,
  FORUM,
  MESSAGE,
  OTHER_SERVER,
  sam,
  type DigestWorld,
} from '../../support/digest-world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The slugs a claimed delivery would post. */
async function slugsOf({ db }: DigestWorld, { delivery }: ClaimedDelivery): Promise<string[]> {
  const { items } = await openEdition(db, delivery.edition, delivery.schedule.communityId);
  return items.map(({ briefing }) => briefing.slug);
}

async function promptOf({ db }: DigestWorld, { delivery }: ClaimedDelivery): Promise<string | null> {
  const { prompt } = await openEdition(db, delivery.edition, delivery.schedule.communityId);
  return prompt?.text ?? null;
}

async function onlyClaim(world: DigestWorld): Promise<ClaimedDelivery> {
  const claimed = await world.claim();
  expect(claimed).toHaveLength(1);
  const [first] = claimed;
  if (first === undefined) throw new Error('Nothing was claimed');
  return first;
}

async function hideTopics({ db, act }: DigestWorld, hiddenTopics: string[]): Promise<void> {
  await changeSettings(db, { communityId: FORUM, hiddenTopics }, act());
}

/** A schedule whose digest is due, with one briefing in it. */
async function withDueDigest(): Promise<DigestWorld & { scheduleId: string }> {
  const world = await createDigestWorld();
  await world.publish('riyadh-talks');
  const { id } = await world.schedule();
  world.clock.pass(HOUR);
  return { ...world, scheduleId: id };
}

describe('a digest', () => {
  test('is not given out before its time', async () => {
    const world = await createDigestWorld();
    await world.publish('riyadh-talks');
    await world.schedule();
    world.clock.pass(HOUR - 1);
    expect(await world.claim()).toEqual([]);
  });

  test('is given out at its time, once', async () => {
    const world = await withDueDigest();
    const claimed = await onlyClaim(world);
    expect(claimed.mayBePosted).toBe(false);
    expect(claimed.delivery).toMatchObject({
      channelId: CHANNEL,
      state: 'LEASED',
      attempt: 1,
      runAt: new Date('2025-02-18T09:00:00Z'),
    });
    expect(claimed.leasedUntil).toEqual(new Date('2025-02-18T09:01:00Z'));
    expect(await slugsOf(world, claimed)).toEqual(['riyadh-talks']);
    expect(await world.claim()).toEqual([]);
  });

  test('is on record with its message and what that shows once it was sent', async () => {
    const world = await withDueDigest();
    const claimed = await onlyClaim(world);
    world.clock.pass(2_000);
    const sent = await world.record(claimed, { outcome: 'SENT', messageId: MESSAGE });
    expect(sent).toMatchObject({
      state: 'SENT',
      messageId: MESSAGE,
      postedAt: new Date('2025-02-18T09:00:02Z'),
      reason: null,
    });
    expect(await world.db.orm.select().from(posts)).toEqual([
      {
        ...sent.edition.items[0],
        messageId: MESSAGE,
        channelId: CHANNEL,
        communityId: FORUM,
        deliveryId: sent.id,
        postedAt: sent.postedAt,
      },
    ]);
    world.clock.pass(2 * HOUR);
    expect(await world.claim()).toEqual([]);
  });

  test('comes again the next day with what is new, and never twice with the same', async () => {
    const world = await withDueDigest();
    await world.record(await onlyClaim(world), { messageId: MESSAGE });
    world.clock.pass(HOUR);
    await world.publish('paris-meeting');
    world.clock.pass(DAY - HOUR);
    expect(await slugsOf(world, await onlyClaim(world))).toEqual(['paris-meeting']);
  });

  test('shows a briefing again when it has a new revision', async () => {
    const world = await withDueDigest();
    await world.record(await onlyClaim(world), { messageId: MESSAGE });
    world.clock.pass(HOUR);
    await world.revise('riyadh-talks', 'The Riyadh talks, corrected');
    world.clock.pass(DAY - HOUR);
    expect(await slugsOf(world, await onlyClaim(world))).toEqual(['riyadh-talks']);
  });

  test('is skipped with a reason when nothing is new', async () => {
    const world = await createDigestWorld();
    const { id } = await world.schedule();
    world.clock.pass(HOUR);
    expect(await world.claim()).toEqual([]);
    expect(await world.db.orm.select().from(deliveries)).toMatchObject([
      { scheduleId: id, state: 'SKIPPED', reason: 'nothing new since the last digest', attempt: 0 },
    ]);
  });

  test('that missed several runs is posted once, late, as the latest of them', async () => {
    const world = await createDigestWorld();
    await world.publish('riyadh-talks');
    const { id } = await world.schedule();
    world.clock.pass(3 * DAY + 2 * HOUR);
    const claimed = await onlyClaim(world);
    expect(claimed.delivery.runAt).toEqual(new Date('2025-02-21T09:00:00Z'));
    expect(await findPresentSchedule(world.db, FORUM, id)).toMatchObject({
      nextRunAt: new Date('2025-02-22T09:00:00Z'),
    });
    expect(await world.db.orm.select().from(deliveries)).toHaveLength(1);
  });

  test('that was missed for years is planned at once', async () => {
    const world = await createDigestWorld();
    await world.publish('riyadh-talks');
    await world.schedule();
    world.clock.jumpTo('2035-02-18T08:00:00Z');
    expect((await onlyClaim(world)).delivery.runAt).toEqual(new Date('2035-02-17T09:00:00Z'));
  });

  test('keeps its local time over the change of the clocks', async () => {
    const world = await createDigestWorld();
    world.clock.pass(new Date('2026-03-28T12:00:00Z').getTime() - world.clock.now().getTime());
    const { id } = await world.schedule({ localTime: '02:30', timeZone: 'Europe/Berlin' });
    const nextRun = async () => (await findPresentSchedule(world.db, FORUM, id)).nextRunAt?.toISOString();
    expect(await nextRun()).toBe('2026-03-29T01:00:00.000Z');
    world.clock.pass(14 * HOUR);
    await world.claim();
    expect(await nextRun()).toBe('2026-03-30T00:30:00.000Z');
  });

  test('holds the newest first, at most its size, with the first prompt of them', async () => {
    const world = await createDigestWorld();
    for (const slug of ['first', 'second', 'third']) {
      await world.publish(slug, { prompt: `What about the ${slug}?` });
      world.clock.pass(60_000);
    }
    await world.schedule({ size: 2 });
    world.clock.pass(HOUR);
    const claimed = await onlyClaim(world);
    expect(await slugsOf(world, claimed)).toEqual(['third', 'second']);
    expect(await promptOf(world, claimed)).toBe('What about the third?');
  });

  test('asks nothing that takes a side, or of which nobody has checked whether it does', async () => {
    const world = await createDigestWorld();
    await world.publish('first', { prompt: 'Who is to blame?', stanceNeutral: false });
    await world.publish('second', { prompt: 'What next?', stanceNeutral: null });
    const { id } = await world.schedule();
    const preview = async () => (await previewDigest(world.db, FORUM, id, world.clock.now())).edition;
    expect((await preview()).prompt).toBeNull();
    world.clock.pass(-60_000);
    await world.publish('earlier', { prompt: 'Who was there?' });
    const { items, prompt } = await openEdition(world.db, await preview(), FORUM);
    expect(items).toHaveLength(3);
    expect(prompt).toMatchObject({ text: 'Who was there?', provenance: { createdBy: 'a test' } });
  });

  test('keeps to its topics', async () => {
    const world = await createDigestWorld();
    await world.publish('riyadh-talks', { topics: ['diplomacy', 'ukraine'] });
    await world.publish('grain-prices', { topics: ['economy'] });
    await world.schedule({ topics: ['ukraine'] });
    world.clock.pass(HOUR);
    expect(await slugsOf(world, await onlyClaim(world))).toEqual(['riyadh-talks']);
  });

  test("holds the library's briefings and the server's own, never another server's", async () => {
    const world = await createDigestWorld();
    await world.publish('riyadh-talks');
    await world.publish('our-summer-debate', { communityId: FORUM });
    await world.publish('their-secret', { communityId: '1336000000000000002' });
    await world.schedule();
    world.clock.pass(HOUR);
    expect((await slugsOf(world, await onlyClaim(world))).toSorted()).toEqual([
      'our-summer-debate',
      'riyadh-talks',
    ]);
  });

  test('of one schedule does not use up what another one has to show', async () => {
    const world = await createDigestWorld();
    await world.publish('riyadh-talks');
    await world.schedule();
    await world.schedule({ channelId: '1336000000000000012' });
    world.clock.pass(HOUR);
    expect(await world.claim()).toHaveLength(2);
  });
});

describe('a frozen edition', () => {
  test('stays as it is when its briefing changes afterwards', async () => {
    const world = await withDueDigest();
    const { delivery } = await onlyClaim(world);
    await world.revise('riyadh-talks', 'Something else entirely');
    const { items } = await openEdition(world.db, delivery.edition, FORUM);
    expect(items.map(({ briefing }) => briefing.document.title)).toEqual(['About riyadh-talks']);
  });

  test('loses a briefing that is withdrawn before it is posted, with its prompt', async () => {
    const world = await createDigestWorld();
    await world.publish('riyadh-talks', { prompt: 'Who was not invited?' });
    world.clock.pass(60_000);
    await world.publish('paris-meeting', { prompt: 'What did Paris change?' });
    await world.schedule();
    world.clock.pass(HOUR);
    await world.record(await onlyClaim(world), { outcome: 'RETRY', reason: 'rate limited' });
    await world.retract('paris-meeting');
    world.clock.pass(60_000);
    const claimed = await onlyClaim(world);
    expect(await slugsOf(world, claimed)).toEqual(['riyadh-talks']);
    expect(await promptOf(world, claimed)).toBe('Who was not invited?');
    const sent = await world.record(claimed, { messageId: MESSAGE });
    expect(sent.edition.items).toHaveLength(1);
    expect(await world.db.orm.select().from(posts)).toHaveLength(1);
  });

  test('is not posted when everything in it was withdrawn', async () => {
    const world = await withDueDigest();
    await world.record(await onlyClaim(world), { outcome: 'RETRY' });
    await world.retract('riyadh-talks');
    world.clock.pass(60_000);
    expect(await world.claim()).toEqual([]);
    expect(await world.db.orm.select().from(deliveries)).toMatchObject([
      { state: 'SKIPPED', reason: 'everything in it was withdrawn or hidden before it was posted' },
    ]);
  });

  test('loses what its server hides before it is posted, and no other server’s digest does', async () => {
    const world = await createDigestWorld();
    await world.publish('war-report', { topics: ['war'], prompt: 'What did it cost?' });
    await world.publish('riyadh-talks', { prompt: 'Who was not invited?' });
    await world.schedule();
    await world.schedule({}, sam);
    world.clock.pass(HOUR);
    for (const claimed of await world.claim()) await world.record(claimed, { outcome: 'RETRY' });
    await hideTopics(world, ['war']);
    world.clock.pass(60_000);
    const claims = await world.claim();
    const shown = await Promise.all(
      claims.map(async (claimed) => [
        claimed.delivery.schedule.communityId,
        (await slugsOf(world, claimed)).toSorted(),
      ]),
    );
    expect(Object.fromEntries(shown)).toEqual({
      [FORUM]: ['riyadh-talks'],
      [OTHER_SERVER]: ['riyadh-talks', 'war-report'],
    });
    const own = claims.find(({ delivery }) => delivery.schedule.communityId === FORUM);
    expect(own?.delivery.edition.items).toHaveLength(1);
    expect(own && (await promptOf(world, own))).toBe('Who was not invited?');
  });

  test('is not posted when its server hides everything in it, and what was posted is not read again', async () => {
    const world = await createDigestWorld();
    await world.publish('war-report', { topics: ['war'] });
    await world.schedule();
    await world.schedule({ localTime: '08:30' });
    world.clock.pass(HOUR);
    const [first, second] = await world.claim();
    if (first === undefined || second === undefined) throw new Error('Two digests were due');
    const sent = await world.record(first, { messageId: MESSAGE });
    await world.record(second, { outcome: 'RETRY' });
    await hideTopics(world, ['war']);
    world.clock.pass(60_000);
    expect(await world.claim()).toEqual([]);
    const rows = await world.db.orm.select().from(deliveries);
    expect(rows.map(({ state, reason }) => [state, reason])).toContainEqual([
      'SKIPPED',
      'everything in it was withdrawn or hidden before it was posted',
    ]);
    expect(await openEdition(world.db, sent.edition, FORUM)).toMatchObject({ items: [] });
    expect(await openEdition(world.db, sent.edition, OTHER_SERVER)).toMatchObject({ items: [{}] });
  });

  test('hides a briefing that is withdrawn after it was posted', async () => {
    const world = await withDueDigest();
    const sent = await world.record(await onlyClaim(world), { messageId: MESSAGE });
    await world.retract('riyadh-talks');
    expect(await openEdition(world.db, sent.edition, FORUM)).toMatchObject({ items: [], prompt: null });
  });

  test('is what the preview showed', async () => {
    const world = await createDigestWorld();
    await world.publish('riyadh-talks', { prompt: 'Who was not invited?' });
    await world.publish('paris-meeting');
    const { id } = await world.schedule();
    world.clock.pass(HOUR);
    const { edition } = await previewDigest(world.db, FORUM, id, world.clock.now());
    expect(await world.db.orm.select().from(editions)).toEqual([]);
    const { delivery } = await onlyClaim(world);
    expect(delivery.edition).toMatchObject({ ...edition });
  });
});

describe('two processes on one file', () => {
  test('never get the same delivery, whoever plans', async () => {
    const world = await createDigestWorld();
    await world.publish('riyadh-talks');
    for (let count = 0; count < 8; count += 1) await world.schedule({ localTime: `08:3${count}` });
    world.clock.pass(HOUR);
    const other = await world.openAgain();
    const claims = await Promise.all([
      world.claim(5, world.db),
      world.claim(5, other),
      world.claim(5, world.db),
      world.claim(5, other),
    ]);
    const ids = claims.flat().map(({ delivery }) => delivery.id);
    expect(ids).toHaveLength(8);
    expect(new Set(ids).size).toBe(8);
    expect(await world.db.orm.select().from(deliveries)).toHaveLength(8);
    expect(await world.db.orm.select().from(editions)).toHaveLength(8);
  });

  test('lose nothing between planning and claiming: a later process goes on', async () => {
    const world = await createDigestWorld();
    await world.publish('riyadh-talks');
    await world.schedule({ localTime: '08:30' });
    await world.schedule({ localTime: '08:40' });
    world.clock.pass(HOUR);
    // Plans both and takes one, then stops for ever.
    await world.claim(1);
    world.db.close();
    const later = await world.openAgain();
    const claimed = await world.claim(10, later);
    expect(claimed.map(({ delivery }) => delivery.runAt.toISOString())).toEqual(['2025-02-18T08:40:00.000Z']);
    expect(claimed[0]?.mayBePosted).toBe(false);
  });
});

describe('a lease', () => {
  test('that ran out is given on, with the warning that it may be posted', async () => {
    const world = await withDueDigest();
    const first = await onlyClaim(world);
    world.clock.pass(59_999);
    expect(await world.claim()).toEqual([]);
    world.clock.pass(1);
    const second = await onlyClaim(world);
    expect(second.delivery).toMatchObject({ id: first.delivery.id, attempt: 2 });
    expect(second.mayBePosted).toBe(true);
    expect(second.leaseToken).not.toBe(first.leaseToken);
  });

  test('does not run out when a development clock jumps', async () => {
    const world = await withDueDigest();
    await onlyClaim(world);
    world.clock.jumpTo('2025-02-18T20:00:00Z');
    expect(await world.claim()).toEqual([]);
  });

  test('that was lost writes nothing at all', async () => {
    const world = await withDueDigest();
    const lost = await onlyClaim(world);
    world.clock.pass(60_000);
    const current = await onlyClaim(world);
    const audited = await world.db.orm.select().from(auditLog);
    const reports = [
      { outcome: 'SENT', messageId: MESSAGE },
      { outcome: 'FAILED', errorCode: 50_001 },
      { outcome: 'RETRY' },
      { outcome: 'UNKNOWN' },
    ] as const;
    for (const report of reports) {
      await expect(world.record(lost, report)).rejects.toThrow(ConflictError);
    }
    expect(await world.db.orm.select().from(posts)).toEqual([]);
    expect(await world.db.orm.select().from(auditLog)).toEqual(audited);
    expect(await findPresentSchedule(world.db, FORUM, world.scheduleId)).toMatchObject({ state: 'ACTIVE' });
    expect(await world.record(current, { messageId: MESSAGE })).toMatchObject({ state: 'SENT' });
  });

  test('may report after its time while nobody else has the delivery', async () => {
    const world = await withDueDigest();
    const claimed = await onlyClaim(world);
    world.clock.pass(10 * 60_000);
    expect(await world.record(claimed, { messageId: MESSAGE })).toMatchObject({ state: 'SENT' });
  });
});

describe('a report', () => {
  test('may come twice: the second is answered and writes nothing', async () => {
    const world = await withDueDigest();
    const claimed = await onlyClaim(world);
    const first = await world.record(claimed, { messageId: MESSAGE });
    world.clock.pass(5_000);
    expect(await world.record(claimed, { messageId: MESSAGE })).toEqual(first);
    expect(await world.db.orm.select().from(posts)).toHaveLength(1);
    await expect(world.record(claimed, { messageId: '1336000000000000099' })).rejects.toThrow(ConflictError);
    await expect(world.record(claimed, { outcome: 'RETRY' })).rejects.toThrow(ConflictError);
  });

  test('may come twice at once', async () => {
    const world = await withDueDigest();
    const claimed = await onlyClaim(world);
    const both = await Promise.all([
      world.record(claimed, { messageId: MESSAGE }),
      world.record(claimed, { messageId: MESSAGE }),
    ]);
    expect(both.map(({ state }) => state)).toEqual(['SENT', 'SENT']);
    expect(await world.db.orm.select().from(posts)).toHaveLength(1);
  });

  test('of an unknown outcome makes it claimable at once, to be read back first', async () => {
    const world = await withDueDigest();
    const planned = await world.record(await onlyClaim(world), {
      outcome: 'UNKNOWN',
      reason: 'socket hang up',
    });
    expect(planned).toMatchObject({ state: 'PLANNED', reason: 'socket hang up' });
    const again = await onlyClaim(world);
    expect(again.mayBePosted).toBe(true);
    await world.record(again, { outcome: 'RETRY' });
    world.clock.pass(30_000);
    expect((await onlyClaim(world)).mayBePosted).toBe(true);
  });

  test('of unknown outcomes without end slows down and is given up in the end', async () => {
    const world = await withDueDigest();
    const start = world.clock.now().getTime();
    let attempts = 0;
    for (let minute = 0; minute < 600 && attempts < 30; minute += 1) {
      const [claimed] = await world.claim();
      if (claimed !== undefined) {
        attempts += 1;
        await world.record(claimed, { outcome: 'UNKNOWN' });
      }
      world.clock.pass(60_000);
    }
    expect(attempts).toBe(30);
    expect((world.clock.now().getTime() - start) / HOUR).toBeGreaterThan(3);
    expect(await world.db.orm.select().from(deliveries)).toMatchObject([{ state: 'DEAD', uncertain: true }]);
  });

  test('to try again is heeded after ever longer pauses, for about four hours', async () => {
    const world = await withDueDigest();
    const first = [30_000, 60_000, 120_000, 240_000, 480_000];
    for (const pause of [...first, ...Array<number>(24).fill(600_000)]) {
      const claimed = await onlyClaim(world);
      expect(claimed.mayBePosted).toBe(false);
      expect(await world.record(claimed, { outcome: 'RETRY', reason: 'rate limited' })).toMatchObject({
        state: 'PLANNED',
      });
      world.clock.pass(pause - 1);
      expect(await world.claim()).toEqual([]);
      world.clock.pass(1);
    }
    expect(
      await world.record(await onlyClaim(world), { outcome: 'RETRY', reason: 'rate limited' }),
    ).toMatchObject({
      state: 'DEAD',
      reason: 'given up after 30 attempts: rate limited',
    });
    world.clock.pass(HOUR);
    expect(await world.claim()).toEqual([]);
  });

  test.each([10_003, 10_004, 50_001, 50_013, 50_024, 40_058, 40_067])(
    'that the channel refuses for good (%i) disables the schedule with what to do',
    async (errorCode) => {
      const world = await withDueDigest();
      const failed = await world.record(await onlyClaim(world), {
        outcome: 'FAILED',
        errorCode,
        reason: 'Missing Access',
      });
      expect(failed.state).toBe('FAILED');
      const schedule = await findPresentSchedule(world.db, FORUM, world.scheduleId);
      expect(schedule).toMatchObject({ state: 'DISABLED', disabledReason: failed.reason, nextRunAt: null });
      expect(schedule.disabledReason).toMatch(/: (create|invite|give)/);
      expect(await world.db.orm.select().from(auditLog)).toContainEqual(
        expect.objectContaining({
          action: 'digest_schedule.disable',
          actorKind: 'BOT',
          subjectId: schedule.id,
        }),
      );
      world.clock.pass(3 * DAY);
      expect(await world.claim()).toEqual([]);
    },
  );

  test('that this one message was refused leaves the schedule running, and its briefings for the next', async () => {
    const world = await withDueDigest();
    const failed = await world.record(await onlyClaim(world), {
      outcome: 'FAILED',
      errorCode: 50_035,
      reason: 'Invalid   Form\nBody',
    });
    expect(failed).toMatchObject({ state: 'FAILED', reason: 'Invalid Form Body' });
    world.clock.pass(DAY);
    expect(await slugsOf(world, await onlyClaim(world))).toEqual(['riyadh-talks']);
  });

  test('needs a delivery that exists, and a message for what was sent', async () => {
    const world = await withDueDigest();
    const claimed = await onlyClaim(world);
    await expect(world.record(claimed, { deliveryId: 'nothing', messageId: MESSAGE })).rejects.toThrow(
      NotFoundError,
    );
    for (const messageId of [null, '', 'abc', '99999999999999999999999']) {
      await expect(world.record(claimed, { messageId })).rejects.toThrow(InvalidInputError);
    }
    expect(await world.record(claimed, { messageId: MESSAGE })).toMatchObject({ state: 'SENT' });
  });

  test('with a very long reason is cut to something a person can read', async () => {
    const world = await withDueDigest();
    const failed = await world.record(await onlyClaim(world), {
      outcome: 'FAILED',
      reason: 'x '.repeat(5_000),
    });
    expect(failed.reason?.length).toBeLessThanOrEqual(300);
  });
});

describe('a stopped schedule', () => {
  test('is not planned when it was stopped while its run was being planned', async () => {
    const world = await withDueDigest();
    const pause = pauseSchedule(world.db, FORUM, world.scheduleId, world.act());
    const [claimed] = await Promise.all([world.claim(), pause]);
    expect(claimed).toEqual([]);
    expect(await world.db.orm.select().from(deliveries)).toEqual([]);
    expect(await world.db.orm.select().from(editions)).toEqual([]);
    expect(await findPresentSchedule(world.db, FORUM, world.scheduleId)).toMatchObject({ state: 'PAUSED' });
  });

  test('does not run while it is paused, and makes up for nothing when it is resumed', async () => {
    const world = await withDueDigest();
    await pauseSchedule(world.db, FORUM, world.scheduleId, world.act());
    expect(await findPresentSchedule(world.db, FORUM, world.scheduleId)).toMatchObject({
      state: 'PAUSED',
      nextRunAt: null,
    });
    world.clock.pass(2 * HOUR);
    expect(await world.claim()).toEqual([]);
    await resumeSchedule(world.db, FORUM, world.scheduleId, world.act());
    expect(await findPresentSchedule(world.db, FORUM, world.scheduleId)).toMatchObject({
      state: 'ACTIVE',
      nextRunAt: new Date('2025-02-19T09:00:00Z'),
    });
    expect(await world.claim()).toEqual([]);
  });

  test('takes back what was planned and not posted, and shows it after it was resumed', async () => {
    const world = await withDueDigest();
    await world.record(await onlyClaim(world), { outcome: 'RETRY' });
    await pauseSchedule(world.db, FORUM, world.scheduleId, world.act());
    world.clock.pass(HOUR);
    expect(await world.claim()).toEqual([]);
    expect(await world.db.orm.select().from(deliveries)).toMatchObject([
      { state: 'SKIPPED', reason: 'the schedule was stopped before this digest was posted' },
    ]);
    await resumeSchedule(world.db, FORUM, world.scheduleId, world.act());
    world.clock.pass(DAY);
    expect(await slugsOf(world, await onlyClaim(world))).toEqual(['riyadh-talks']);
  });

  test('does not post what its bot had taken on and never reported, and does not repeat it either', async () => {
    const world = await withDueDigest();
    await onlyClaim(world);
    await pauseSchedule(world.db, FORUM, world.scheduleId, world.act());
    world.clock.pass(60_000);
    expect(await world.claim()).toEqual([]);
    expect(await world.db.orm.select().from(deliveries)).toMatchObject([
      { state: 'SKIPPED', uncertain: true },
    ]);
    await resumeSchedule(world.db, FORUM, world.scheduleId, world.act());
    world.clock.pass(DAY);
    expect(await world.claim()).toEqual([]);
  });

  test('that was disabled runs again when it is resumed', async () => {
    const world = await withDueDigest();
    await world.record(await onlyClaim(world), { outcome: 'FAILED', errorCode: 50_013 });
    await pauseSchedule(world.db, FORUM, world.scheduleId, world.act());
    expect(await findPresentSchedule(world.db, FORUM, world.scheduleId)).toMatchObject({ state: 'DISABLED' });
    await resumeSchedule(world.db, FORUM, world.scheduleId, world.act());
    expect(await findPresentSchedule(world.db, FORUM, world.scheduleId)).toMatchObject({
      state: 'ACTIVE',
      disabledReason: null,
    });
  });

  test('that was removed never runs again, and what it posted stays on record', async () => {
    const world = await withDueDigest();
    await world.record(await onlyClaim(world), { messageId: MESSAGE });
    await removeSchedule(world.db, FORUM, world.scheduleId, world.act());
    await removeSchedule(world.db, FORUM, world.scheduleId, world.act());
    world.clock.pass(DAY);
    expect(await world.claim()).toEqual([]);
    expect(await world.db.orm.select().from(deliveries)).toHaveLength(1);
    await expect(findPresentSchedule(world.db, FORUM, world.scheduleId)).rejects.toThrow(NotFoundError);
    const removals = (await world.db.orm.select().from(auditLog)).filter(
      ({ action }) => action === 'digest_schedule.remove',
    );
    expect(removals).toHaveLength(1);
  });
});

describe('the next run of all', () => {
  test('is that of the earliest active schedule, or none', async () => {
    const world = await createDigestWorld();
    expect(await findNextRun(world.db)).toBeNull();
    const early = await world.schedule({ localTime: '08:30' });
    await world.schedule({ localTime: '10:00' });
    expect(await findNextRun(world.db)).toEqual(new Date('2025-02-18T08:30:00Z'));
    await pauseSchedule(world.db, FORUM, early.id, world.act());
    expect(await findNextRun(world.db)).toEqual(new Date('2025-02-18T10:00:00Z'));
  });
});

describe('what came of the runs since a time', () => {
  test('is told with the reason and the number of briefings, and nothing of runs before it', async () => {
    const world = await withDueDigest();
    await world.claim();
    world.clock.pass(DAY);
    await world.claim();
    const posting = { channelId: CHANNEL, state: 'LEASED', reason: null, briefings: 1 };
    const reason = 'nothing new since the last digest';
    const skipped = { channelId: CHANNEL, state: 'SKIPPED', reason, briefings: 0 };
    expect(await findRuns(world.db, new Date('2025-02-18T09:00:00Z'))).toEqual([posting, skipped]);
    expect(await findRuns(world.db, new Date('2025-02-18T09:00:00.001Z'))).toEqual([skipped]);
  });
});

test.each([0, -1, 51, 1.5])('%i deliveries cannot be claimed at once', async (limit) => {
  const world = await createDigestWorld();
  await expect(world.claim(limit)).rejects.toThrow(InvalidInputError);
});

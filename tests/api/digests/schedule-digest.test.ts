import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { auditLog } from '@communique/api/audit/table';
import { pauseSchedule, removeSchedule, resumeSchedule } from '@communique/api/digests/change-schedule';
import type { ScheduleInput } from '@communique/api/digests/check-schedule-input';
import { findSchedule } from '@communique/api/digests/find-schedules';
import { suggestTimeZones } from '@communique/api/communities/suggest-time-zones';
import { digestSchedules } from '@communique/api/digests/table';
import { DomainError, InvalidInputError, NotFoundError } from '@communique/api/domain-errors';
import { createDigestWorld, FORUM, mara, OTHER_SERVER, sam } from '../../support/digest-world.ts';

async function failureOf(wish: Partial<ScheduleInput>): Promise<DomainError> {
  const world = await createDigestWorld();
  await world.publish('riyadh-talks', { topics: ['diplomacy'] });
  const failure: unknown = await world.schedule(wish).catch((reason: unknown) => reason);
  if (!(failure instanceof DomainError))
    throw new Error('This should have failed in an expected way', { cause: failure });
  expect(await world.db.orm.select().from(digestSchedules)).toEqual([]);
  return failure;
}

describe('creating a schedule', () => {
  test('stores the wish in its normal form, with its next run', async () => {
    const world = await createDigestWorld();
    await world.publish('riyadh-talks', { topics: ['ukraine', 'diplomacy'] });
    const schedule = await world.schedule({
      timeZone: ' europe/berlin ',
      weekdays: ['FRIDAY', 'TUESDAY', 'FRIDAY'],
      topics: ['ukraine', 'diplomacy', 'ukraine'],
    });
    expect(schedule).toMatchObject({
      communityId: FORUM,
      timeZone: 'Europe/Berlin',
      weekdays: ['TUESDAY', 'FRIDAY'],
      topicSlugs: ['diplomacy', 'ukraine'],
      state: 'ACTIVE',
      nextRunAt: new Date('2025-02-21T08:00:00Z'),
      createdBy: mara.userId,
    });
    expect(await world.db.orm.select().from(digestSchedules)).toEqual([schedule]);
  });

  test('without topics means everything, on no day nothing', async () => {
    const world = await createDigestWorld();
    expect(await world.schedule()).toMatchObject({ topicSlugs: [], weekdays: { length: 7 } });
    await expect(world.schedule({ weekdays: [] })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      inputPath: ['input', 'weekdays'],
    });
  });

  test('is in the audit log with who did it and what they wished', async () => {
    const world = await createDigestWorld();
    const { id } = await world.schedule();
    expect(await world.db.orm.select().from(auditLog)).toContainEqual(
      expect.objectContaining({
        action: 'digest_schedule.create',
        communityId: FORUM,
        subjectId: id,
        actorKind: 'MODERATOR',
        actorId: mara.userId,
        after: expect.objectContaining({ localTime: '09:00', timeZone: 'UTC' }),
      }),
    );
  });

  test.each([
    [
      'localTime',
      { localTime: '25:99' },
      '"localTime" must be hours and minutes from 00:00 to 23:59, such as 09:00, not "25:99"',
    ],
    ['localTime', { localTime: '9:00' }, undefined],
    ['localTime', { localTime: '9 pm\u0000\n' }, undefined],
    [
      'timeZone',
      { timeZone: 'Europe/Berln' },
      '"timeZone" must be a name of the IANA time zone database, not "Europe/Berln": perhaps Europe/Berlin',
    ],
    ['timeZone', { timeZone: '+02:00' }, undefined],
    [
      'timeZone',
      { timeZone: '' },
      '"timeZone" must be a name of the IANA time zone database, not "": write one such as Europe/Berlin or America/New_York',
    ],
    ['timeZone', { timeZone: 'x'.repeat(100_000) }, undefined],
    ['channelId', { channelId: '#general' }, undefined],
    ['channelId', { channelId: '18446744073709551616' }, undefined],
    ['size', { size: 0 }, '"size" must be from 1 to 10, not 0'],
    ['size', { size: 11 }, undefined],
    ['size', { size: 2.5 }, undefined],
    ['topics', { topics: Array.from({ length: 26 }, (_, index) => `topic-${index}`) }, undefined],
    ['topics', { topics: ['x'.repeat(10_000)] }, undefined],
  ])('refuses a wrong %s and says what is right (%j)', async (field, wish, message) => {
    const failure = await failureOf(wish);
    expect(failure).toBeInstanceOf(InvalidInputError);
    expect(failure.inputPath).toEqual(['input', field]);
    expect(failure.message.length).toBeLessThan(300);
    if (message !== undefined) expect(failure.message).toBe(message);
  });

  test('names a topic that does not exist', async () => {
    const failure = await failureOf({ topics: ['diplomacy', 'gardening'] });
    expect(failure).toBeInstanceOf(NotFoundError);
    expect(failure.message).toContain('"gardening"');
    expect(failure.inputPath).toEqual(['input', 'topics']);
  });

  test("does not find another server's topic", async () => {
    const world = await createDigestWorld();
    await world.publish('their-secret', { communityId: OTHER_SERVER, topics: ['secret'] });
    await expect(world.schedule({ topics: ['secret'] })).rejects.toThrow(NotFoundError);
    expect(await world.schedule({ topics: ['secret'] }, sam)).toMatchObject({ communityId: OTHER_SERVER });
  });
});

describe('changing a schedule', () => {
  test('to what it is already changes nothing, not even the audit log', async () => {
    const world = await createDigestWorld();
    const { id } = await world.schedule();
    await pauseSchedule(world.db, FORUM, id, world.act());
    await pauseSchedule(world.db, FORUM, id, world.act());
    await resumeSchedule(world.db, FORUM, id, world.act());
    await resumeSchedule(world.db, FORUM, id, world.act());
    const actions = (await world.db.orm.select().from(auditLog))
      .filter(({ subjectId }) => subjectId === id)
      .map(({ action }) => action);
    expect(actions).toEqual(['digest_schedule.create', 'digest_schedule.pause', 'digest_schedule.resume']);
  });

  test('by two moderators at once is done once', async () => {
    const world = await createDigestWorld();
    const { id } = await world.schedule();
    await Promise.all([
      pauseSchedule(world.db, FORUM, id, world.act()),
      pauseSchedule(world.db, FORUM, id, world.act()),
    ]);
    expect(await findSchedule(world.db, id)).toMatchObject({ state: 'PAUSED' });
    const pauses = (await world.db.orm.select().from(auditLog)).filter(
      ({ action }) => action === 'digest_schedule.pause',
    );
    expect(pauses).toHaveLength(1);
  });

  test("is not found for another server's schedule, an unknown or a removed one", async () => {
    const world = await createDigestWorld();
    const { id } = await world.schedule();
    for (const change of [pauseSchedule, resumeSchedule, removeSchedule]) {
      await expect(change(world.db, OTHER_SERVER, id, world.act())).rejects.toThrow(NotFoundError);
      await expect(change(world.db, FORUM, randomUUID(), world.act())).rejects.toThrow(NotFoundError);
    }
    await removeSchedule(world.db, FORUM, id, world.act());
    await expect(pauseSchedule(world.db, FORUM, id, world.act())).rejects.toThrow(NotFoundError);
    await expect(resumeSchedule(world.db, FORUM, id, world.act())).rejects.toThrow(NotFoundError);
  });
});

describe('suggesting time zones', () => {
  test.each([
    ['Berlin', ['Europe/Berlin']],
    ['europe/berln', ['Europe/Berlin']],
    ['new york', ['America/New_York']],
    ['São Paulo', ['America/Sao_Paulo']],
    ['Tokio', ['Asia/Tokyo']],
    ['xyzzy', []],
    ['', []],
  ])('%j → %j', (typed, names) => {
    expect(suggestTimeZones(typed)).toEqual(names);
  });
});

import { nextRun, type LocalRun } from '@communique/shared/local-time';
import { seesSettingsOf } from '../access/visibility.ts';
import { InvalidInputError } from '../domain-errors.ts';
import { builder } from '../graphql/builder.ts';
import { findTopics } from '../topics/find-topics.ts';
import { findLastDelivery } from './find-deliveries.ts';
import { findSchedule, type DigestSchedule } from './find-schedules.ts';
import { DeliveryRef, DigestScheduleRef } from './refs-graphql.ts';

const MAX_UPCOMING = 10;

export const WeekdayType = builder.enumType('Weekday', {
  description: 'A day of the week, in the time zone of the schedule.',
  values: {
    MONDAY: { description: 'Every Monday.' },
    TUESDAY: { description: 'Every Tuesday.' },
    WEDNESDAY: { description: 'Every Wednesday.' },
    THURSDAY: { description: 'Every Thursday.' },
    FRIDAY: { description: 'Every Friday.' },
    SATURDAY: { description: 'Every Saturday.' },
    SUNDAY: { description: 'Every Sunday.' },
  } as const,
});

const DigestScheduleStateType = builder.enumType('DigestScheduleState', {
  description: 'Whether a schedule runs.',
  values: {
    ACTIVE: { description: 'It posts at its times.' },
    PAUSED: { description: 'A moderator stopped it; it can be resumed.' },
    DISABLED: {
      description:
        'It was stopped because its channel cannot be posted in, as `disabledReason` says; resume it when that is repaired.',
    },
  } as const,
});

const DigestRun = builder.objectRef<LocalRun>('DigestRun').implement({
  description: 'One time at which a schedule runs.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'The instant.' }),
    localDate: t.expose('localDate', {
      type: 'Date',
      description: 'The date it belongs to in the time zone of the schedule: "2026-03-29".',
    }),
    shifted: t.exposeBoolean('shifted', {
      description:
        'True when clocks go forward over the local time that day, so that it does not exist: the run is at the first instant after the gap.',
    }),
  }),
});

builder.node(DigestScheduleRef, {
  description:
    'When and where a server gets its digest, and of what. It belongs to the server, not to whoever created it.',
  id: { resolve: ({ id }) => id },
  loadWithoutCache: async (id, { db, viewer }) => {
    const schedule = await findSchedule(db, id);
    const isVisible = schedule?.removedAt === null && seesSettingsOf(viewer, schedule.communityId);
    return isVisible ? schedule : null;
  },
  fields: (t) => ({
    communityId: t.exposeString('communityId', { description: 'The server.' }),
    channelId: t.expose('channelId', { type: 'Snowflake', description: 'The Discord channel it posts in.' }),
    localTime: t.expose('localTime', {
      type: 'LocalTime',
      description: 'Hours and minutes in `timeZone`, "09:00": the same in summer and winter.',
    }),
    timeZone: t.expose('timeZone', { type: 'TimeZone', description: 'IANA name: "Europe/Berlin".' }),
    weekdays: t.expose('weekdays', {
      type: [WeekdayType],
      description: 'The days it runs on, in the order of the week.',
    }),
    topics: t.field({
      type: ['Topic'],
      description: 'What it is about; empty: everything.',
      resolve: ({ communityId, topicSlugs }, _args, { db }) => findTopics(db, communityId, topicSlugs, []),
    }),
    size: t.exposeInt('size', { description: 'Briefings in one digest, at most: 1–10.' }),
    state: t.expose('state', { type: DigestScheduleStateType, description: 'Whether it runs.' }),
    disabledReason: t.exposeString('disabledReason', {
      nullable: true,
      description: 'Why it was disabled and what to do; null in every other state.',
    }),
    nextRunAt: t.expose('nextRunAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it posts next; null unless it is `ACTIVE`.',
    }),
    upcomingRuns: t.field({
      type: [DigestRun],
      description: 'Its next runs, the soonest first; none unless it is `ACTIVE`.',
      args: { first: t.arg.int({ required: true, description: `How many, 1–${MAX_UPCOMING}.` }) },
      resolve: (schedule, { first }) => upcomingRuns(schedule, first),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    lastDelivery: t.field({
      type: DeliveryRef,
      nullable: true,
      description: 'The latest run and what became of it; null before the first.',
      resolve: ({ id }, _args, { db }) => findLastDelivery(db, id),
    }),
  }),
});

function upcomingRuns(schedule: DigestSchedule, first: number): LocalRun[] {
  if (first < 1 || first > MAX_UPCOMING) {
    throw new InvalidInputError(`"first" must be from 1 to ${MAX_UPCOMING}, not ${first}`, ['first']);
  }
  const runs: LocalRun[] = [];
  // From just before the next run, so that it is the first one, also while it is due and not planned yet.
  let after = schedule.nextRunAt === null ? null : new Date(schedule.nextRunAt.getTime() - 1);
  while (after !== null && runs.length < first) {
    const run = nextRun(schedule, after);
    runs.push(run);
    after = run.at;
  }
  return runs;
}

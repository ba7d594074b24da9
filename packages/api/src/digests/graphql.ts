/** Digest schedules, for moderators. Deliveries, for the bot, are in `delivery-graphql.ts`. */
import { WEEKDAYS } from '@communique/shared/local-time';
import { decodeGlobalID } from '@pothos/plugin-relay';
import { z } from 'zod';
import { requireModerator } from '../access/require-role.ts';
import { actorOf } from '../access/viewer.ts';
import type { Act } from '../audit/actor.ts';
import type { Database } from '../database/client.ts';
import { seesSettingsOf } from '../access/visibility.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { builder } from '../graphql/builder.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { connectionOf, pageArguments, readPage } from '../graphql/connections.ts';
import { answerAsThen, answerOnce } from '../idempotency/answer-once.ts';
import { captureSchedule, openSchedule } from './as-then.ts';
import { pauseSchedule, removeSchedule, resumeSchedule, type ChangedSchedule } from './change-schedule.ts';
import './delivery-graphql.ts';
import { EditionPreviewType } from './edition-graphql.ts';
import { findSchedule, listSchedules, scheduleKey } from './find-schedules.ts';
import { ChangeDigestScheduleInput, CreateDigestScheduleInput } from './inputs-graphql.ts';
import { openEdition } from './open-edition.ts';
import './post-graphql.ts';
import { previewDigest, type DigestPreview } from './preview-digest.ts';
import { DigestScheduleRef } from './refs-graphql.ts';
import { scheduleDigest } from './schedule-digest.ts';

const DigestScheduleConnection = builder.connectionObject(
  {
    type: DigestScheduleRef,
    name: 'DigestScheduleConnection',
    description: 'A page of a list of digest schedules.',
  },
  { name: 'DigestScheduleEdge', description: 'A digest schedule and its place in the list.' },
);

const DigestPreviewType = builder.objectRef<DigestPreview>('DigestPreview').implement({
  description: 'What a schedule would post if it ran now.',
  fields: (t) => ({
    schedule: t.expose('schedule', { type: DigestScheduleRef, description: 'The schedule.' }),
    edition: t.field({
      type: EditionPreviewType,
      description: 'What would be posted; without items: nothing would, because nothing is new.',
      resolve: ({ edition, schedule }, _args, { db }) => openEdition(db, edition, schedule.communityId),
    }),
    nextRunAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it posts next; null unless the schedule is `ACTIVE`.',
      resolve: ({ schedule }) => schedule.nextRunAt,
    }),
  }),
});

const DigestPreviewResult = builder.errorUnion('DigestPreviewResult', {
  description: 'The preview, or why there is none.',
  types: [DigestPreviewType, NotFoundError, NotAllowedError],
  resolveType: () => DigestPreviewType,
});

const LIST = { list: 'digestSchedules', key: z.tuple([z.number().int(), z.string().max(100)]) };
const scheduleIdDescription = 'The `id` of the schedule.';

builder.queryFields((t) => ({
  digestSchedule: t.field({
    type: DigestScheduleRef,
    nullable: true,
    description:
      'A schedule of the own server, for its moderators; null when there is no such schedule. The bot may ask for any.',
    args: { id: t.arg.id({ required: true, description: scheduleIdDescription }) },
    resolve: async (_root, { id }, { db, viewer }) => {
      if (viewer.kind !== 'bot') requireModerator(viewer);
      const schedule = await findSchedule(db, readScheduleId(id));
      return schedule?.removedAt === null && seesSettingsOf(viewer, schedule.communityId) ? schedule : null;
    },
  }),
  digestSchedules: t.field({
    type: DigestScheduleConnection,
    description: 'The schedules of the own server, the newest first. For its moderators.',
    complexity: ({ first }) => ({ field: 1, multiplier: Math.max(first, 1) }),
    args: pageArguments,
    resolve: async (_root, page, { db, viewer }) => {
      const { communityId } = requireModerator(viewer);
      return connectionOf(
        page,
        LIST,
        await listSchedules(db, communityId, readPage(page, LIST)),
        scheduleKey,
      );
    },
  }),
  digestPreview: t.field({
    type: DigestPreviewResult,
    description: 'What a schedule would post if it ran now. Nothing is stored. For moderators of its server.',
    args: { scheduleId: t.arg.id({ required: true, description: scheduleIdDescription }) },
    resolve: (_root, { scheduleId }, { db, viewer, clock }) => {
      const { communityId } = requireModerator(viewer);
      return previewDigest(db, communityId, readScheduleId(scheduleId), clock.now());
    },
  }),
}));

const CreateDigestScheduleResult = builder.errorUnion('CreateDigestScheduleResult', {
  description: 'The schedule, or why it was not created.',
  types: [DigestScheduleRef, NotAllowedError, InvalidInputError, NotFoundError, ConflictError],
  resolveType: () => DigestScheduleRef,
});

const ChangeDigestScheduleResult = builder.errorUnion('ChangeDigestScheduleResult', {
  description: 'The schedule as it is then, or why it was not changed.',
  types: [DigestScheduleRef, NotAllowedError, InvalidInputError, NotFoundError, ConflictError],
  resolveType: () => DigestScheduleRef,
});

const RemovedDigestSchedule = builder.objectRef<ChangedSchedule>('RemovedDigestSchedule').implement({
  description: 'A schedule that runs no more. What it has posted stays on record.',
  fields: (t) => ({
    scheduleId: t.globalID({
      description: 'The `id` it had.',
      resolve: ({ scheduleId: id }) => ({ type: DigestScheduleRef, id }),
    }),
  }),
});

const RemoveDigestScheduleResult = builder.errorUnion('RemoveDigestScheduleResult', {
  description: 'What was removed, or why nothing was.',
  types: [RemovedDigestSchedule, NotAllowedError, InvalidInputError, NotFoundError, ConflictError],
  resolveType: () => RemovedDigestSchedule,
});

builder.mutationFields((t) => {
  const which = {
    input: t.arg({ type: ChangeDigestScheduleInput, required: true, description: 'Which one.' }),
  };
  return {
    createDigestSchedule: t.field({
      type: CreateDigestScheduleResult,
      description: 'Creates a schedule in the own server. For moderators.',
      args: { input: t.arg({ type: CreateDigestScheduleInput, required: true, description: 'The wish.' }) },
      resolve: async (_root, { input }, context) => {
        const { weekdays, topics, idempotencyKey: _key, ...wish } = input;
        const moderator = requireModerator(context.viewer);
        const { communityId } = moderator;
        const mutation = { name: 'createDigestSchedule', actor: actorOf(moderator), input };
        const created = await answerAsThen(context, { ...mutation, remember: captureSchedule }, (act) =>
          scheduleDigest(
            context.db,
            { ...wish, communityId, weekdays: weekdays ?? WEEKDAYS, topics: topics ?? [] },
            act,
          ),
        );
        return openSchedule(context.db, created);
      },
    }),
    pauseDigestSchedule: t.field({
      type: ChangeDigestScheduleResult,
      description:
        'Stops a schedule until it is resumed; one that does not run stays as it is. For moderators.',
      args: which,
      resolve: (_root, { input }, context) =>
        changeOnce(context, { name: 'pauseDigestSchedule', input, change: pauseSchedule }),
    }),
    resumeDigestSchedule: t.field({
      type: ChangeDigestScheduleResult,
      description:
        'Lets a paused or disabled schedule run again, from its next time on: what it missed is not made up for. For moderators.',
      args: which,
      resolve: (_root, { input }, context) =>
        changeOnce(context, { name: 'resumeDigestSchedule', input, change: resumeSchedule }),
    }),
    removeDigestSchedule: t.field({
      type: RemoveDigestScheduleResult,
      description: 'Removes a schedule for ever; one that was removed stays so. For moderators.',
      args: which,
      resolve: (_root, { input }, context) => {
        const { mutation, run } = changing(context, {
          name: 'removeDigestSchedule',
          input,
          change: removeSchedule,
        });
        return answerOnce(context, mutation, run);
      },
    }),
  };
});

interface ScheduleChange {
  name: string;
  input: typeof ChangeDigestScheduleInput.$inferInput;
  change: (db: Database, communityId: string, id: string, act: Act) => Promise<ChangedSchedule>;
}

/** For moderators of the own server. */
function changing({ db, viewer }: GraphQLContext, { name, input, change }: ScheduleChange) {
  const moderator = requireModerator(viewer);
  const { communityId } = moderator;
  const mutation = { name, actor: actorOf(moderator), input };
  return {
    mutation,
    run: (act: Act) => change(db, communityId, readScheduleId(input.scheduleId), act),
  };
}

async function changeOnce(context: GraphQLContext, wish: ScheduleChange) {
  const { mutation, run } = changing(context, wish);
  const changed = await answerAsThen(context, { ...mutation, remember: captureSchedule }, run);
  return openSchedule(context.db, changed);
}

/** What is no id of a schedule names none: the empty id is found nowhere. */
function readScheduleId(globalId: string): string {
  try {
    const { typename, id } = decodeGlobalID(globalId);
    return typename === 'DigestSchedule' ? id : '';
  } catch {
    return '';
  }
}

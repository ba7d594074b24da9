import { ListSchedulesDocument, type ListSchedulesQuery } from '../../api/generated/graphql.ts';
import { escapeLine } from '../../messages/markdown.ts';
import type { MessageBody } from '../../messages/message.ts';
import { problemMessage } from '../../messages/problem-message.ts';
import type { CommandContext } from '../command.ts';

export type ListedSchedule = ListSchedulesQuery['digestSchedules']['edges'][number]['node'];

/** Schedules have no names: they are picked from the list of suggestions, which carries their ids. */
export async function findSchedule(
  chosen: string,
  { request }: CommandContext,
): Promise<{ schedule: ListedSchedule } | { problem: MessageBody }> {
  const { digestSchedules } = await request(ListSchedulesDocument, {});
  const schedules = digestSchedules.edges.map(({ node }) => node);
  const schedule = schedules.find(({ id }) => id === chosen);
  if (schedule !== undefined) return { schedule };
  return { problem: schedules.length === 0 ? noneYet() : notPicked(chosen) };
}

function noneYet(): MessageBody {
  return problemMessage(['**This server has no digest yet.**', 'Start one with /digest create.']);
}

function notPicked(chosen: string): MessageBody {
  return problemMessage([
    `**schedule:** “${escapeLine(chosen.slice(0, 100))}” is none of this server's digests.`,
    'Pick one from the list that appears while you type.',
  ]);
}
